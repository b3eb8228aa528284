// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.dendritej.core.field.Counter;
import org.dendritej.core.field.FieldMemory;
import org.dendritej.core.field.FieldProblem;
import org.dendritej.core.field.FieldSolution;
import org.dendritej.core.field.FieldSolver;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * Times the field solver on electrolyte with random lithium-filled pores and insulating voids, and compares it with one
 * pass over memory on the same machine in the same minute.
 */
public final class FieldBench {

	private static final long SEED = 7;
	private static final double METAL_FRACTION = 0.10, VOID_FRACTION = 0.05;

	private FieldBench() {}

	/**
	 * Solves one n x n x n volume (40 nm voxels) to a relative residual of 1e-6.
	 *
	 * @param n voxels along each side, 16 to 1024
	 * @return one line: iterations, seconds on the clock and of the processors, unknowns per second, bytes per voxel, ratio to a pass over the unknowns' memory
	 */
	public static String run(final int n) {
		return run(n, n, n, 0.04, 0.04, 0.04, 0);
	}

	/**
	 * Solves one volume to a relative residual of 1e-6.
	 *
	 * @param nx voxels along x
	 * @param ny voxels along y
	 * @param nz voxels along z
	 * @param dxUm edge along x, um
	 * @param dyUm edge along y, um
	 * @param dzUm edge along z, um
	 * @param threads threads, 0 = all
	 * @return one line as {@link #run(int)}
	 */
	public static String run(final int nx, final int ny, final int nz, final double dxUm, final double dyUm, final double dzUm,
		final int threads)
	{
		if (Math.min(nx, Math.min(ny, nz)) < 16 || Math.max(nx, Math.max(ny, nz)) > 1024) throw new IllegalArgumentException(
			"A bench of " + nx + " x " + ny + " x " + nz + " voxels says nothing; give sides of 16 to 1024.");
		final VoxelGrid g = VoxelGrid.of(nx, ny, nz, dxUm, dyUm, dzUm);
		final ByteVolume volume = pores(g);
		final FieldProblem p = FieldProblem.on(volume).conductor(0, 0.2).metal(1).insulator(2).electrode(ElectrodeFace.Y_MINUS, 0)
			.counter(Counter.flux(ElectrodeFace.Y_PLUS, 1)).tolerance(1e-6).threads(threads);
		final long t0 = System.nanoTime(), cpu0 = cpuNanos();
		final FieldSolution s = FieldSolver.solve(p, Progress.NONE);
		final double seconds = (System.nanoTime() - t0) / 1e9, cpu = (cpuNanos() - cpu0) / 1e9;
		final double pass = passSeconds(g.voxels());
		return String.format(Locale.ROOT,
			"field %dx%dx%d edges %.0f,%.0f,%.0f nm: %d iterations to %.1e, %.2f s (%.2f s of processor time), %.2f Munknowns/s, %.1f bytes per voxel, %.0f x one pass over memory (%.1f ms)",
			nx, ny, nz, 1e3 * dxUm, 1e3 * dyUm, 1e3 * dzUm, s.iterations(), s.residual(), seconds, cpu, g.voxels() / seconds / 1e6,
			FieldMemory.bytes(g) / (double) g.voxels(), seconds / pass, 1e3 * pass);
	}

	/** Processor time of all threads: what counts on a machine that does other work too. */
	private static long cpuNanos() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** Balls of 0.15 to 0.6 um at random: lithium-filled pores and, fewer, insulating voids; none at the counter side. */
	static ByteVolume pores(final VoxelGrid g) {
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		final SplittableRandom random = new SplittableRandom(SEED);
		final double[] left = { 0, METAL_FRACTION * g.volumeUm3(), VOID_FRACTION * g.volumeUm3() };
		final double finest = g.finestEdgeUm();
		for (int cls = 1; cls <= 2; cls++) {
			while (left[cls] > 0) {
				final double r = finest * (4 + 11 * random.nextDouble());
				final double x = random.nextDouble() * g.extentUm(0), z = random.nextDouble() * g.extentUm(2);
				final double y = random.nextDouble() * (g.extentUm(1) - 2 * r - 2 * g.dyUm()) + r;
				ball(g, planes, x, y, z, r, (byte) cls);
				left[cls] -= 4 * Math.PI / 3 * r * r * r;
			}
		}
		return ByteVolume.of(g, planes);
	}

	private static void ball(final VoxelGrid g, final byte[][] planes, final double x, final double y, final double z,
		final double r, final byte cls)
	{
		for (int k = (int) Math.max(0, (z - r) / g.dzUm()); k < Math.min(g.nz(), (z + r) / g.dzUm()); k++)
			for (int j = (int) Math.max(0, (y - r) / g.dyUm()); j < Math.min(g.ny() - 1, (y + r) / g.dyUm()); j++) {
				final double dy = (j + .5) * g.dyUm() - y, dz = (k + .5) * g.dzUm() - z;
				final double half = Math.sqrt(Math.max(0, r * r - dy * dy - dz * dz));
				final int from = (int) Math.max(0, (x - half) / g.dxUm() + .5), to = (int) Math.min(g.nx(), (x + half) / g.dxUm() + .5);
				if (half > 0 && from < to) Arrays.fill(planes[k], g.nx() * j + from, g.nx() * j + to, cls);
			}
	}

	/** One pass: reads two float arrays of the volume's size and writes a third, best of three. */
	private static double passSeconds(final long voxels) {
		final int n = (int) Math.min(voxels, 1 << 26);
		final float[] a = new float[n], b = new float[n], c = new float[n];
		double best = Double.POSITIVE_INFINITY;
		for (int t = 0; t < 4; t++) {
			final long t0 = System.nanoTime();
			for (int i = 0; i < n; i++)
				c[i] = a[i] + 0.5f * b[i];
			if (t > 0) best = Math.min(best, (System.nanoTime() - t0) / 1e9);
		}
		return best * voxels / n;
	}
}
