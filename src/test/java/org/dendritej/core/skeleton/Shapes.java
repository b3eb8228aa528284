// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/** Test bodies, their slow distances and their skeletons. */
final class Shapes {

	private Shapes() {}

	/** A solid given by its centre points, um. */
	interface Solid {

		boolean has(Vec3 pUm);
	}

	static byte[][] render(final VoxelGrid g, final Solid solid) {
		final byte[][] v = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int y = 0; y < g.ny(); y++)
				for (int x = 0; x < g.nx(); x++)
					if (solid.has(g.centreUm(x, y, z))) v[z][x + g.nx() * y] = (byte) 255;
		return v;
	}

	static byte[][] noise(final Random random, final VoxelGrid g, final double density, final boolean smooth) {
		final byte[][] v = new byte[g.nz()][g.planeSize()];
		final int nx = g.nx();
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < v[z].length; i++)
				v[z][i] = random.nextDouble() < density ? (byte) 255 : 0;
		if (!smooth) return v;
		final byte[][] w = new byte[g.nz()][g.planeSize()];
		for (int z = 1; z < g.nz() - 1; z++)
			for (int y = 1; y < g.ny() - 1; y++)
				for (int x = 1; x < nx - 1; x++) {
					int n = 0;
					for (int b = 0; b < 27; b++)
						if (v[z + b / 9 - 1][x + b % 3 - 1 + nx * (y + b / 3 % 3 - 1)] != 0) n++;
					if (n > 13) w[z][x + nx * y] = (byte) 255;
				}
		return w;
	}

	static Phase phase(final VoxelGrid g, final byte[][] planes) {
		return new Phase(ByteVolume.of(g, planes), 255);
	}

	/** Exact squared distance to the nearest background voxel, axis by axis; the outside counts as background or not. */
	static float[][] squared(final VoxelGrid g, final byte[][] planes, final boolean outside) {
		final int nx = g.nx();
		final int ny = g.ny();
		final int nz = g.nz();
		final double[][] d = new double[nz][nx * ny];
		for (int z = 0; z < nz; z++)
			for (int i = 0; i < d[z].length; i++)
				d[z][i] = planes[z][i] != 0 ? 1e30 : 0;
		for (int z = 0; z < nz; z++)
			for (int y = 0; y < ny; y++) {
				final double[] line = new double[nx];
				for (int x = 0; x < nx; x++)
					line[x] = d[z][x + nx * y];
				final double[] best = lower(line, g.dxUm(), outside);
				for (int x = 0; x < nx; x++)
					d[z][x + nx * y] = best[x];
			}
		for (int z = 0; z < nz; z++)
			for (int x = 0; x < nx; x++) {
				final double[] line = new double[ny];
				for (int y = 0; y < ny; y++)
					line[y] = d[z][x + nx * y];
				final double[] best = lower(line, g.dyUm(), outside);
				for (int y = 0; y < ny; y++)
					d[z][x + nx * y] = best[y];
			}
		for (int i = 0; i < nx * ny; i++) {
			final double[] line = new double[nz];
			for (int z = 0; z < nz; z++)
				line[z] = d[z][i];
			final double[] best = lower(line, g.dzUm(), outside);
			for (int z = 0; z < nz; z++)
				d[z][i] = best[z];
		}
		final float[][] f = new float[nz][nx * ny];
		for (int z = 0; z < nz; z++)
			for (int i = 0; i < f[z].length; i++)
				f[z][i] = d[z][i] > 1e29 ? Float.POSITIVE_INFINITY : (float) d[z][i];
		return f;
	}

	private static double[] lower(final double[] line, final double edge, final boolean outside) {
		final int n = line.length;
		final double[] best = new double[n];
		for (int i = 0; i < n; i++) {
			double b = line[i];
			for (int r = 1; r < n && r * r * edge * edge < b; r++) {
				final double step = r * r * edge * edge;
				if (i - r >= 0) b = Math.min(b, line[i - r] + step);
				if (i + r < n) b = Math.min(b, line[i + r] + step);
			}
			final double out = Math.min(i + 1, n - i) * edge;
			best[i] = outside ? Math.min(b, out * out) : b;
		}
		return best;
	}

	static byte[][] thin(final VoxelGrid g, final byte[][] planes, final Thinning.Mode mode) {
		return Thinning.thin(phase(g, planes), squared(g, planes, true), mode, Progress.NONE);
	}

	static int count(final byte[][] planes) {
		int n = 0;
		for (final byte[] p : planes)
			for (final byte b : p)
				if (b != 0) n++;
		return n;
	}

	static Topology topology(final VoxelGrid g, final byte[][] planes) {
		return Topology.of(planes, g.nx(), g.ny(), g.nz(), (byte) 255);
	}
}
