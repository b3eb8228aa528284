// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/**
 * Effective diffusivity of a real carbon-fibre preform against PuMA's own test values (pores: grey 0 to 89, along x,
 * symmetric sides: D_eff 0.6341499, tortuosity 1.3133487).
 * <p>
 * PuMA fixes the values at the centres of the first and the last voxel layer and divides by their distance, 99 voxels.
 */
class TortuosityPeersTest {

	private static final Path IMAGE = Path.of("../shared/data/volumes/puma_100_fiberform.tif");
	private static final int N = 100;
	/** The file is uncompressed; its first slice begins here. */
	private static final int FIRST = 243;

	private static byte[] image() throws IOException {
		assumeTrue(Files.exists(IMAGE), "real data are not here: " + IMAGE);
		return Files.readAllBytes(IMAGE);
	}

	/** Planes on the outer faces instead of the outer voxels' centres: 100 instead of 99 voxels apart. */
	@Test
	void pumaFibreform() throws IOException {
		final byte[] b = image();
		final double h = 1.3;
		final Bodies.At pore = (x, y, z) -> (b[FIRST + (int) (x / h) + N * ((int) (y / h) + N * (int) (z / h))] & 0xff) <= 89 ? 0 : 2;
		final VoxelGrid g = VoxelGrid.of(N, N, N, h, h, h);
		final FieldSolution s = FieldSolver.solve(FieldProblem.on(Bodies.draw(g, pore)).conductor(0, 1).insulator(2)
			.electrode(ElectrodeFace.X_MINUS, 0).counter(Counter.plane(ElectrodeFace.X_PLUS, 0, 1)).tolerance(1e-7), Progress.NONE);
		final double deff = s.currents(null).totalUa() * N * h / (N * h * N * h);
		assertEquals(.6341499, deff, .001 * .6341499);
		assertEquals(1.3133487, .83286 / deff, .001 * 1.3133487);
	}

	/**
	 * The same boundaries as the peer's: first and last layer are metal where they are pores, and the half voxel of pore
	 * that lies inside each is put in front of it. Solving the peer's equations with scipy to 1e-9 gives 0.63415114; the
	 * peer's published digits carry its own tolerance.
	 */
	@Test
	void pumaFibreformWithItsBoundaries() throws IOException {
		final byte[] b = image();
		final double h = 1.3;
		final Bodies.At layers = (x, y, z) -> (b[FIRST + (int) (x / h) + N * ((int) (y / h) + N * (int) (z / h))] & 0xff) > 89 ? 2
			: x < h ? 1 : x > (N - 1) * h ? 5 : 0;
		final VoxelGrid g = VoxelGrid.of(N, N, N, h, h, h);
		final FieldSolution s = FieldSolver.solve(FieldProblem.on(Bodies.draw(g, layers)).conductor(0, 1).insulator(2).electrodeMetal(1)
			.counterMetal(5).contactResistance(h / 2 / Interfaces.OHM_CM2).counter(new Counter(ElectrodeFace.NONE, true, Double.NaN, h / 2, 1))
			.tolerance(1e-8), Progress.NONE);
		final double deff = s.currents(null).totalUa() * (N - 1) * h / (N * h * N * h);
		assertEquals(.63415114, deff, 1e-7);
		assertEquals(.6341499, deff, 3e-6);
		assertEquals(1.3133487, .83286 / deff, 5e-6);
	}
}
