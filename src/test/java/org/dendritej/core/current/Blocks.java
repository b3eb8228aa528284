// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.Map;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;

/** Small class images for tests, drawn in depth coordinates so that any side can be the electrode. */
final class Blocks {

	/** Class at a point: u, v along the electrode, d below it, in um. */
	interface At {
		int of(double u, double v, double d);
	}

	static final CurrentAnalysis.Sphere NO_SPHERE = CurrentAnalysis.NO_SPHERE;

	private Blocks() {}

	/** n voxels of edge h along u, m along v, l in depth; the axes follow the face cyclically. */
	static ByteVolume draw(final ElectrodeFace face, final int n, final int m, final int l, final double h, final At at) {
		final int a = face.axis();
		final int[] size = new int[3];
		size[a] = l;
		size[(a + 1) % 3] = n;
		size[(a + 2) % 3] = m;
		final VoxelGrid g = VoxelGrid.of(size[0], size[1], size[2], h, h, h);
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		for (int k = 0; k < g.nz(); k++)
			for (int j = 0; j < g.ny(); j++)
				for (int i = 0; i < g.nx(); i++) {
					final int[] v = { i, j, k };
					final int depth = face.isLow() ? v[a] : l - 1 - v[a];
					planes[k][i + g.nx() * j] = (byte) at.of((v[(a + 1) % 3] + .5) * h, (v[(a + 2) % 3] + .5) * h, (depth + .5) * h);
				}
		return ByteVolume.of(g, planes);
	}

	static CurrentOptions options(final ElectrodeFace face, final Filling filling, final double rint, final double distance, final double tolerance) {
		return new CurrentOptions(face, 0.2, rint, true, tolerance, 1, filling, Map.of(), false, distance, 5, 0, 1);
	}

	static CurrentResult map(final ByteVolume classes, final Microstructure sample, final CurrentOptions o) {
		return CurrentAnalysis.map(classes, LabelledBodies.found(new Phase(classes, 1), 1, 1, Progress.NONE), LabelledBodies.found(new Phase(
			classes, 2), 1, 1, Progress.NONE), sample, NO_SPHERE, o, Progress.NONE);
	}

	static boolean ball(final double u, final double v, final double d, final double cu, final double cv, final double cd, final double r) {
		return (u - cu) * (u - cu) + (v - cv) * (v - cv) + (d - cd) * (d - cd) < r * r;
	}
}
