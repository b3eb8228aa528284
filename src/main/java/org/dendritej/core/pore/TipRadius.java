// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;
import java.util.Comparator;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.RunSource;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * The sharpest radius of curvature of each object's surface: how pointed it is.
 * <p>
 * The object is blurred with a Gaussian of twice the coarsest voxel edge; at each of its surface voxels the largest
 * principal curvature of the level surface through the voxel's centre follows from first and second derivatives, and its
 * radius is carried on to the level one half (parallel surfaces). The smallest radius is reported, but not less than half
 * the coarsest edge. Voxel noise limits it: a perfect ball of radius 5 / 8 / 12 / 20 voxels reads about 3.7 / 6 / 9 / 11.
 * NaN for objects whose inscribed radius is below five voxels, and for boxes above 2^26 voxels.
 */
final class TipRadius {

	/** Blur in units of the coarsest edge; chosen on balls and ellipsoids as the least noisy that still shows tips. */
	private static final double BLUR = 2;
	/** Inscribed radius in coarsest edges below which the blur swallows the object. */
	private static final double SMALLEST = 5;
	private static final long LARGEST_BOX = 1L << 26;

	private final RunSource source;
	private final LabelSums sums;
	private final VoxelGrid g;
	private final double coarsest;
	private final float[][] kernel = new float[3][];
	private final int[] pad = new int[3];

	private TipRadius(final RunSource source, final LabelSums sums) {
		this.source = source;
		this.sums = sums;
		g = source.grid();
		coarsest = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
		for (int a = 0; a < 3; a++) {
			final double sigma = BLUR * coarsest / g.edgeUm(a);
			final int reach = (int) Math.ceil(3 * sigma);
			pad[a] = reach + 2;
			kernel[a] = new float[2 * reach + 1];
			double sum = 0;
			for (int i = -reach; i <= reach; i++)
				sum += Math.exp(-i * i / (2 * sigma * sigma));
			for (int i = -reach; i <= reach; i++)
				kernel[a][i + reach] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
		}
	}

	/** Tip radii, um; entry 0 is not used. */
	static double[] of(final RunSource source, final LabelSums sums, final double[] inscribedUm, final int threads,
		final Progress progress)
	{
		final TipRadius t = new TipRadius(source, sums);
		final double[] tip = new double[sums.count() + 1];
		Arrays.fill(tip, Double.NaN);
		final Integer[] order = java.util.stream.IntStream.rangeClosed(1, sums.count()).boxed().filter(
			l -> inscribedUm[l] >= SMALLEST * t.coarsest && t.boxVoxels(l) <= LARGEST_BOX).toArray(Integer[]::new);
		Arrays.sort(order, Comparator.comparingInt((Integer l) -> sums.min(l, 2)).thenComparingInt(l -> l));
		int high = 1;
		for (final int l : order)
			high = Math.max(high, Math.min(t.g.nz(), sums.max(l, 2) - sums.min(l, 2) + 2 * t.pad[2]));
		final int slices = high;
		// as many windows as a quarter of the memory holds
		final long most = Math.max(1, Runtime.getRuntime().maxMemory() / 4 / (4L * slices * t.g.planeSize()));
		final int workers = (int) Math.min(most, Slabs.threads(threads)), chunk = Math.max(1, (order.length + 4 * workers - 1) / (4 * workers));
		Slabs.forEach((order.length + chunk - 1) / chunk, workers, progress, "Tip radii", c -> {
			final LabelWindow window = new LabelWindow(source, slices);
			for (int k = c * chunk; k < Math.min(order.length, (c + 1) * chunk); k++) {
				progress.check();
				tip[order[k]] = t.measure(order[k], window, progress);
			}
		});
		return tip;
	}

	private long boxVoxels(final int l) {
		long n = 1;
		for (int a = 0; a < 3; a++)
			n *= sums.max(l, a) - sums.min(l, a) + 2 * pad[a];
		return n;
	}

	private double measure(final int l, final LabelWindow window, final Progress progress) {
		final int[] n = new int[3], from = new int[3];
		for (int a = 0; a < 3; a++) {
			from[a] = sums.min(l, a) - pad[a];
			n[a] = sums.max(l, a) + pad[a] - from[a];
		}
		final float[] u = new float[n[0] * n[1] * n[2]];
		for (int z = 0; z < n[2]; z++) {
			// beyond the image the outermost voxels are repeated: a cut pore goes on straight
			final int[] plane = window.plane(clamp(z + from[2], g.nz()));
			for (int y = 0; y < n[1]; y++) {
				final int row = g.nx() * clamp(y + from[1], g.ny()), at = n[0] * (y + n[1] * z);
				for (int x = 0; x < n[0]; x++)
					if (plane[row + clamp(x + from[0], g.nx())] == l) u[at + x] = 1;
			}
		}
		final float[] mask = u.clone();
		blur(u, n, 0, 1);
		progress.check();
		blur(u, n, 1, n[0]);
		progress.check();
		blur(u, n, 2, n[0] * n[1]);
		return Math.max(coarsest / 2, sharpest(mask, u, n, from));
	}

	private static int clamp(final int c, final int n) {
		return c < 0 ? 0 : c < n ? c : n - 1;
	}

	/** Convolves along one axis; what lies outside the box is 0 or was repeated into the padding. */
	private void blur(final float[] u, final int[] n, final int axis, final int step) {
		final int length = n[axis], reach = kernel[axis].length / 2;
		final float[] line = new float[length];
		for (int p = 0; p < u.length / length; p++) {
			final int base = axis == 0 ? p * length : p / step * step * length + p % step;
			for (int i = 0; i < length; i++)
				line[i] = u[base + i * step];
			for (int i = 0; i < length; i++) {
				float s = 0;
				final int k0 = Math.max(-reach, -i), k1 = Math.min(reach, length - 1 - i);
				for (int k = k0; k <= k1; k++)
					s += kernel[axis][k + reach] * line[i + k];
				u[base + i * step] = s;
			}
		}
	}

	private double sharpest(final float[] mask, final float[] u, final int[] n, final int[] from) {
		final int sy = n[0], sz = n[0] * n[1];
		double least = Double.POSITIVE_INFINITY;
		for (int z = pad[2]; z < n[2] - pad[2]; z++)
			for (int y = pad[1]; y < n[1] - pad[1]; y++)
				for (int x = pad[0]; x < n[0] - pad[0]; x++) {
					final int i = x + sy * y + sz * z;
					if (mask[i] == 0 || mask[i - 1] + mask[i + 1] + mask[i - sy] + mask[i + sy] + mask[i - sz] + mask[i + sz] == 6)
						continue;
					final double r = radius(u, i, sy, sz);
					if (r < least) least = r;
				}
		return least == Double.POSITIVE_INFINITY ? Double.NaN : least;
	}

	/** Smaller principal radius of the level surface, carried on to the level 1/2; infinite where it is not convex. */
	private double radius(final float[] u, final int i, final int sy, final int sz) {
		final double dx = g.dxUm(), dy = g.dyUm(), dz = g.dzUm(), c = 2.0 * u[i];
		final double x = (u[i + 1] - u[i - 1]) / (2 * dx), y = (u[i + sy] - u[i - sy]) / (2 * dy);
		final double z = (u[i + sz] - u[i - sz]) / (2 * dz);
		final double xx = (u[i + 1] + u[i - 1] - c) / (dx * dx), yy = (u[i + sy] + u[i - sy] - c) / (dy * dy);
		final double zz = (u[i + sz] + u[i - sz] - c) / (dz * dz);
		final double xy = mixed(u, i, 1, sy) / (4 * dx * dy), xz = mixed(u, i, 1, sz) / (4 * dx * dz);
		final double yz = mixed(u, i, sy, sz) / (4 * dy * dz);
		final double g2 = x * x + y * y + z * z;
		if (!(g2 > 0)) return Double.POSITIVE_INFINITY;
		final double along = x * x * xx + y * y * yy + z * z * zz + 2 * (x * y * xy + x * z * xz + y * z * yz);
		final double sum = (along - g2 * (xx + yy + zz)) / (g2 * Math.sqrt(g2));
		final double gauss = (x * x * (yy * zz - yz * yz) + y * y * (xx * zz - xz * xz) + z * z * (xx * yy - xy * xy) + 2
			* (x * y * (xz * yz - xy * zz) + x * z * (xy * yz - xz * yy) + y * z * (xy * xz - yz * xx))) / (g2 * g2);
		final double k = sum / 2 + Math.sqrt(Math.max(0, sum * sum / 4 - gauss));
		return k > 0 ? Math.max(0, 1 / k + (u[i] - 0.5) / Math.sqrt(g2)) : Double.POSITIVE_INFINITY;
	}

	private static double mixed(final float[] u, final int i, final int a, final int b) {
		return u[i + a + b] - u[i + a - b] - u[i - a + b] + u[i - a - b];
	}
}
