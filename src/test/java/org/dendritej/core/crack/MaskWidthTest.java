// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Widths of flat sheets from masks, at any angle and with normals found from the mask itself. */
class MaskWidthTest {

	@Test
	void tiltedSheetsHaveNoBias() {
		for (final double dz : new double[] { 1, 2.5 })
			for (final double w : new double[] { 2, 3, 4, 6 }) {
				double sum = 0;
				final int n = 40;
				for (int seed = 0; seed < n; seed++)
					sum += sheet(new Random(seed), w, dz);
				assertEquals(w, sum / n, 0.1, "sheets of " + w + " voxels, slices of " + dz);
			}
	}

	private static double sheet(final Random r, final double w, final double dz) {
		final Vec3 n = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
		final double offset = r.nextDouble() - 0.5;
		final VoxelGrid g = VoxelGrid.of(44, 44, (int) (44 / dz), 1, 1, dz);
		final Vec3 m = SlitPhantom.middle(g);
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < g.planeSize(); i++)
				if (Math.abs(g.centreUm(i % 44, i / 44, z).minus(m).dot(n) - offset) < w / 2) planes[z][i] = 1;
		final Phase phase = new Phase(ByteVolume.of(g, planes), 1);
		// One bundle is narrower than a slice and sees the lattice; a crack's width is the mean of many.
		final List<Vec3> points = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			final Vec3 t = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).times(3);
			points.add(m.plus(n.times(offset)).plus(t.minus(n.times(t.dot(n)))));
		}
		final List<Vec3> normals = SheetNormals.at(phase, points, 12, 1, Progress.NONE).stream().map(SheetNormals.Sheet::normal)
			.toList();
		return MaskWidth.measure(phase, points, normals, w + 4, 1, Progress.NONE).stream().mapToDouble(GreyWidth.Width::widthUm)
			.filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN);
	}
}
