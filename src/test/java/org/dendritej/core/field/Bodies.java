// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/** Volumes drawn from formulas for the tests of this package. */
final class Bodies {

	static final int SE = 0, METAL = 1;

	private Bodies() {}

	/** Class or label at a point, um. */
	interface At {
		int value(double x, double y, double z);
	}

	static ByteVolume draw(final VoxelGrid g, final At at) {
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		for (int k = 0; k < g.nz(); k++)
			for (int j = 0; j < g.ny(); j++)
				for (int i = 0; i < g.nx(); i++)
					planes[k][i + g.nx() * j] = (byte) at.value((i + .5) * g.dxUm(), (j + .5) * g.dyUm(), (k + .5) * g.dzUm());
		return ByteVolume.of(g, planes);
	}

	static IntVolume labels(final VoxelGrid g, final At at) {
		final int[][] planes = new int[g.nz()][g.planeSize()];
		for (int k = 0; k < g.nz(); k++)
			for (int j = 0; j < g.ny(); j++)
				for (int i = 0; i < g.nx(); i++)
					planes[k][i + g.nx() * j] = at.value((i + .5) * g.dxUm(), (j + .5) * g.dyUm(), (k + .5) * g.dzUm());
		return IntVolume.of(g, planes);
	}

	static double square(final double v) {
		return v * v;
	}

	static boolean inBall(final double x, final double y, final double z, final double cx, final double cy, final double cz,
		final double r)
	{
		return square(x - cx) + square(y - cy) + square(z - cz) < r * r;
	}

	/** Quarter cell of the square array: sphere at the corner (0, 0, d), electrode at z = 0, flux through the top. */
	static FieldProblem quarterCell(final double radius, final double depth, final double pitch, final double height,
		final double h, final double lambdaUm, final double areaFactor)
	{
		final int n = (int) Math.round(pitch / 2 / h);
		final VoxelGrid g = VoxelGrid.of(n, n, (int) Math.round(height / h), h, h, h);
		final At ball = (x, y, z) -> inBall(x, y, z, 0, 0, depth, radius) ? 1 : 0;
		final double rint = lambdaUm / Interfaces.OHM_CM2;
		return FieldProblem.on(draw(g, ball)).conductor(SE, 1).metal(METAL).electrode(ElectrodeFace.Z_MINUS, rint)
			.contactResistance(rint).areaFactors(labels(g, ball), new double[] { 1, areaFactor })
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1));
	}

	/** Collecting area of the whole sphere of {@link #quarterCell}. */
	static double alpha(final FieldProblem p) {
		return 4 * FieldSolver.solve(p, Progress.NONE).currents(null).of(0).collectingAreaUm2();
	}
}
