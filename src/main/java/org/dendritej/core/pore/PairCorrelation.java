// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Column;

/**
 * Pair correlation g(r) of points in a box: how much more often than at random two of them lie r apart (1 = at random).
 * <p>
 * Each pair counts with one over the volume of the box's overlap with itself shifted by the pair's vector (translation
 * correction; Ohser 1983 as in Illian et al., Statistical Analysis and Modelling of Spatial Point Patterns, 2008;
 * recalled), so that pairs are not missed near the border.
 *
 * @param radiusUm middle of each bin, um
 * @param value g; NaN where there are fewer than two points
 * @param pairs pairs in each bin
 */
public record PairCorrelation(double[] radiusUm, double[] value, long[] pairs) {

	/**
	 * One bin of the table.
	 *
	 * @param radiusUm middle of the bin, um
	 * @param g pair correlation
	 * @param pairs pairs in the bin
	 */
	public record Bin(double radiusUm, double g, long pairs) {}

	/** Columns of {@code <sample>-pore-pairs.csv}. */
	public static final List<Column<Bin>> COLUMNS = List.of(
		new Column<>("distance_um", "middle of the bin, centre to centre", Bin::radiusUm),
		new Column<>("pair_correlation", "how much more often than at random; 1 = at random", Bin::g),
		new Column<>("pairs", "pairs counted in the bin", Bin::pairs));

	private static final double SPACINGS = 5;

	/**
	 * The bins as rows of a table.
	 *
	 * @return rows in rising distance
	 */
	public List<Bin> bins() {
		final List<Bin> rows = new ArrayList<>();
		for (int i = 0; i < value.length; i++)
			rows.add(new Bin(radiusUm[i], value[i], pairs[i]));
		return rows;
	}

	/**
	 * Estimates g(r).
	 *
	 * @param points where they lie, um
	 * @param grid the box
	 * @param reachUm largest distance, um; cut to half the box's shortest side that is thicker than one voxel, and to
	 *          five times the mean spacing (volume / points)^(1/3)
	 * @param bins number of bins
	 * @return the estimate
	 */
	public static PairCorrelation of(final List<Vec3> points, final VoxelGrid grid, final double reachUm, final int bins) {
		final int n = points.size();
		double reach = Math.min(reachUm, SPACINGS * Math.cbrt(grid.volumeUm3() / Math.max(1, n)));
		final double lx = grid.extentUm(0), ly = grid.extentUm(1), lz = grid.extentUm(2);
		for (int a = 0; a < 3; a++)
			if (grid.size(a) > 1) reach = Math.min(reach, grid.extentUm(a) / 2);
		final double width = reach / bins;
		final double[] r = new double[bins], g = new double[bins];
		final long[] pairs = new long[bins];
		final List<Vec3> sorted = new ArrayList<>(points);
		sorted.sort(Comparator.comparingDouble(Vec3::x).thenComparingDouble(Vec3::y).thenComparingDouble(Vec3::z));
		final double[] x = new double[n], y = new double[n], z = new double[n];
		for (int i = 0; i < n; i++) {
			x[i] = sorted.get(i).x();
			y[i] = sorted.get(i).y();
			z[i] = sorted.get(i).z();
		}
		for (int i = 0; i < n; i++)
			for (int j = i - 1; j >= 0 && x[i] - x[j] < reach; j--) {
				final double dx = x[i] - x[j], dy = Math.abs(y[i] - y[j]), dz = Math.abs(z[i] - z[j]);
				if (dy >= reach || dz >= reach) continue;
				final int b = (int) (Math.sqrt(dx * dx + dy * dy + dz * dz) / width);
				if (b >= bins) continue;
				pairs[b]++;
				g[b] += 2 / ((lx - dx) * (ly - dy) * (lz - dz));
			}
		final double density2 = n * (n - 1.0) / (grid.volumeUm3() * grid.volumeUm3());
		for (int b = 0; b < bins; b++) {
			r[b] = (b + 0.5) * width;
			final double shell = 4 * Math.PI / 3 * (Math.pow((b + 1) * width, 3) - Math.pow(b * width, 3));
			g[b] = n > 1 ? g[b] / (density2 * shell) : Double.NaN;
		}
		return new PairCorrelation(r, g, pairs);
	}
}
