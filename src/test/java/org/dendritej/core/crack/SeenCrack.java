// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Comparator;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.phantom.CrackShape;
import org.dendritej.core.phantom.GreyOptions;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenBuilder;
import org.dendritej.core.record.Crack;
import org.dendritej.core.run.Progress;

/** A crack and a pore as the microscope shows them; the mask is the grey stack at half contrast. */
record SeenCrack(FloatVolume grey, Phase cracks) {

	/** 90 x 90 x 36 voxels of 40 x 40 x 100 nm. */
	static final VoxelGrid GRID = VoxelGrid.of(90, 90, 36, 0.04, 0.04, 0.1);
	static final CrackOptions OPTIONS = new CrackOptions(ElectrodeFace.NONE, 3, 1, Connectivity.TWENTYSIX, 8, CrackOptions.LITHIUM_EXPONENT, false);
	static final Vec3 PORE = new Vec3(0.5, 0.5, 0.5);

	static SeenCrack of(final CrackShape shape, final GreyOptions options) {
		return of(shape, options, GRID);
	}

	static SeenCrack of(final CrackShape shape, final GreyOptions options, final VoxelGrid g) {
		final SpecimenBuilder b = new SpecimenBuilder("one", g, ElectrodeFace.NONE, 0);
		b.sphere(PORE, 0.42);
		b.crack(shape);
		final Specimen s = b.build();
		final FloatVolume grey = Rendering.greyFloat(s, options, 1, Progress.NONE);
		final byte[][] mask = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < mask.length; z++)
			for (int i = 0; i < mask[z].length; i++)
				if (grey.plane(z)[i] < 105) mask[z][i] = (byte) (g.centreUm(i % g.nx(), i / g.nx(), z).distance(PORE) < 0.5 ? 1 : 2);
		return new SeenCrack(grey, new Phase(ByteVolume.of(g, mask), 2));
	}

	CrackResult analyse(final boolean useGrey) {
		return CrackAnalysis.analyse(cracks, null, null, useGrey ? CrackGrey.of(grey, cracks, null, 1, Progress.NONE) : null, OPTIONS, 1,
			Progress.NONE);
	}

	Crack largest(final boolean useGrey) {
		return analyse(useGrey).cracks().stream().max(Comparator.comparingLong(Crack::voxels)).orElseThrow();
	}
}
