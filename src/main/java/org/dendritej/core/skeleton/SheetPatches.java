// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Arrays;
import java.util.TreeSet;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Cuts a medial surface into sheets along the lines where three or more of them meet.
 * <p>
 * Around each voxel the surface within a width and three voxels is looked at, as far as it hangs together: flat and filled is
 * sheet, thin is line, all else is junction (second moments). Junctions part the sheets. A patch smaller than the shape is
 * wide is no sheet, and a junction at which fewer than three sheets meet is none (a kink, a bump): what it parted is joined
 * again. Junction voxels then go to the nearest sheet or line. A sheet that forks in its own plane stays one sheet. Derived.
 * <p>
 * Cost: about 100 steps for a quarter of the surface's voxels; they stand for the rest.
 */
public final class SheetPatches {

	/** Radius that is looked at, in local half-widths and in coarsest edges. */
	private static final double HALF_WIDTHS = 2, EDGES = 3;
	/** Second moment across the surface over the lesser one in it, up to which it is flat. */
	private static final double FLAT = 0.15;
	/** Part of the disc that must be filled: lines and the ribbons in tubes fill less. */
	private static final double FILLED = 0.5;
	/** Root of the area of the smallest sheet, in local widths and units of the chosen pruning. */
	private static final double SMALLEST = 1.5;
	private static final byte UNKNOWN = 0, SHEET = 1, LINE = 2, JUNCTION = 3;

	private final VoxelGraph graph;
	private final float[][] squared;
	private final byte[] kind;
	private final int[] patch;
	/** Places of the voxels, um, three by three. */
	private final float[] at;
	private int[] parent;

	private SheetPatches(final VoxelGrid grid, final byte[][] surface, final float[][] squared, final double widths,
		final int threads, final Progress progress)
	{
		graph = VoxelGraph.of(grid, surface);
		this.squared = squared;
		kind = new byte[graph.size()];
		at = new float[Math.multiplyExact(3, graph.size())];
		for (int v = 0; v < kind.length; v++) {
			final Vec3 p = graph.centreUm(v).minus(grid.originUm());
			at[3 * v] = (float) p.x();
			at[3 * v + 1] = (float) p.y();
			at[3 * v + 2] = (float) p.z();
		}
		final int each = 4096;
		Slabs.forEach((graph.size() + each - 1) / each, threads, progress, "Parting sheets", t -> {
			final Ball ball = new Ball();
			for (int v = t * each; v < Math.min(graph.size(), (t + 1) * each); v++)
				if ((graph.pixel(v) % grid.nx() + 2 * (graph.pixel(v) / grid.nx()) + 3 * graph.slice(v)) % 4 == 0) kind[v] = ball.kind(v);
		});
		copy();
		dropShortLines();
		final boolean[] keep = new boolean[graph.size()];
		for (int v = 0; v < keep.length; v++)
			keep[v] = kind[v] == SHEET;
		patch = graph.parts(keep);
		dropSmall(widths);
		join();
		handOut();
	}

	/**
	 * Cuts.
	 *
	 * @param grid size and edges
	 * @param surface {@code [nz][nx ny]}, 255 on the medial surface
	 * @param squaredUm2 squared distance to the background of the shape, um2
	 * @param widths smallest sheet, in local widths
	 * @param threads threads; 0 or less = all
	 * @param progress asked whether to stop
	 * @return the patches
	 */
	public static SheetPatches of(final VoxelGrid grid, final byte[][] surface, final float[][] squaredUm2, final double widths,
		final int threads, final Progress progress)
	{
		return new SheetPatches(grid, surface, squaredUm2, widths, threads, progress);
	}

	/**
	 * The voxels of the medial surface.
	 *
	 * @return the sparse graph
	 */
	public VoxelGraph voxels() {
		return graph;
	}

	/**
	 * The sheet of each voxel.
	 *
	 * @param node number in {@link #voxels()}
	 * @return its number; -1 where there is no sheet
	 */
	public int sheetOf(final int node) {
		return patch[node] < 0 ? -1 : root(patch[node]);
	}

	private double halfWidthUm(final int v) {
		return Math.sqrt(Math.min(1e30, squared[graph.slice(v)][graph.pixel(v)]));
	}

	private double squaredUm2(final int a, final int b) {
		final double x = at[3 * a] - at[3 * b], y = at[3 * a + 1] - at[3 * b + 1], z = at[3 * a + 2] - at[3 * b + 2];
		return x * x + y * y + z * z;
	}

	/** The part of the surface around a voxel. */
	private final class Ball {

		private int[] found = new int[256];
		private final java.util.BitSet seen = new java.util.BitSet();
		private final VoxelGrid g = graph.grid();
		private final double coarse = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
		private final double face = Math.cbrt(g.voxelVolumeUm3() * g.voxelVolumeUm3());

		byte kind(final int v) {
			final double radius = HALF_WIDTHS * halfWidthUm(v) + EDGES * coarse;
			final double extent = Math.max(g.extentUm(0), Math.max(g.extentUm(1), g.extentUm(2)));
			final int n = collect(v, Math.min(radius, extent));
			final double[] e = moments(n);
			final boolean filled = n * face >= FILLED * Math.PI * radius * radius;
			if (filled) return e[2] < FLAT * e[1] ? SHEET : JUNCTION;
			return e[1] < FLAT * e[0] ? LINE : JUNCTION;
		}

		private int collect(final int v, final double radius) {
			final double most = radius * radius;
			found[0] = v;
			seen.set(v);
			int n = 1;
			for (int i = 0; i < n; i++)
				for (int k = 0; k < graph.degree(found[i]); k++) {
					final int w = graph.neighbour(found[i], k);
					if (seen.get(w) || squaredUm2(v, w) > most) continue;
					seen.set(w);
					if (n == found.length) found = Arrays.copyOf(found, 2 * n);
					found[n++] = w;
				}
			for (int i = 0; i < n; i++)
				seen.clear(found[i]);
			return n;
		}

		/** Principal second moments, largest first, um2. */
		private double[] moments(final int n) {
			final double[] m = new double[9];
			final int o = 3 * found[0];
			for (int i = 0; i < n; i++) {
				final double x = at[3 * found[i]] - at[o], y = at[3 * found[i] + 1] - at[o + 1], z = at[3 * found[i] + 2] - at[o + 2];
				m[0] += x;
				m[1] += y;
				m[2] += z;
				m[3] += x * x;
				m[4] += y * y;
				m[5] += z * z;
				m[6] += x * y;
				m[7] += x * z;
				m[8] += y * z;
			}
			for (int i = 0; i < m.length; i++)
				m[i] /= n;
			final double xy = m[6] - m[0] * m[1], xz = m[7] - m[0] * m[2], yz = m[8] - m[1] * m[2];
			return new EigenDecomposition(new Array2DRowRealMatrix(new double[][] { { m[3] - m[0] * m[0], xy, xz }, { xy, m[4] - m[1] * m[1],
				yz }, { xz, yz, m[5] - m[2] * m[2] } }, false)).getRealEigenvalues();
		}
	}

	/** What was not looked at is what its first neighbour is that was. */
	private void copy() {
		final byte[] looked = kind.clone();
		Ball ball = null;
		for (int v = 0; v < kind.length; v++) {
			for (int k = 0; k < graph.degree(v) && kind[v] == UNKNOWN; k++)
				kind[v] = looked[graph.neighbour(v, k)];
			if (kind[v] == UNKNOWN) kind[v] = (ball == null ? ball = new Ball() : ball).kind(v);
		}
	}

	/** Splinters at rims and corners look like lines, but no longer than twice the width. */
	private void dropShortLines() {
		final boolean[] line = new boolean[kind.length];
		for (int v = 0; v < line.length; v++)
			line[v] = kind[v] == LINE;
		final int[] part = graph.parts(line);
		final int n = Arrays.stream(part).max().orElse(-1) + 1;
		final int[] first = new int[n];
		Arrays.fill(first, -1);
		final boolean[] longEnough = new boolean[n];
		for (int v = 0; v < part.length; v++) {
			if (part[v] < 0) continue;
			if (first[part[v]] < 0) first[part[v]] = v;
			else if (graph.centreUm(v).distance(graph.centreUm(first[part[v]])) > 2 * 2 * halfWidthUm(v)) longEnough[part[v]] = true;
		}
		for (int v = 0; v < part.length; v++)
			if (part[v] >= 0 && !longEnough[part[v]]) kind[v] = JUNCTION;
	}

	private void dropSmall(final double widths) {
		final int n = Arrays.stream(patch).max().orElse(-1) + 1;
		parent = new int[n];
		final int[] size = new int[n];
		final double[] half = new double[n];
		for (int v = 0; v < patch.length; v++)
			if (patch[v] >= 0) {
				size[patch[v]]++;
				half[patch[v]] += halfWidthUm(v);
			}
		final double face = Math.cbrt(graph.grid().voxelVolumeUm3() * graph.grid().voxelVolumeUm3());
		for (int p = 0; p < n; p++)
			parent[p] = Math.sqrt(size[p] * face) >= SMALLEST * widths * 2 * half[p] / Math.max(1, size[p]) ? p : -1;
		for (int v = 0; v < patch.length; v++)
			if (patch[v] >= 0 && parent[patch[v]] < 0) patch[v] = -1;
	}

	/** Joins the sheets at junctions where only two meet. */
	private void join() {
		final boolean[] line = new boolean[patch.length];
		for (int v = 0; v < line.length; v++)
			line[v] = patch[v] < 0 && kind[v] != LINE;
		final int[] part = graph.parts(line);
		final TreeSet<Integer>[] at = sets(Arrays.stream(part).max().orElse(-1) + 1);
		for (int v = 0; v < part.length; v++)
			for (int k = 0; k < graph.degree(v) && part[v] >= 0; k++)
				if (patch[graph.neighbour(v, k)] >= 0) at[part[v]].add(patch[graph.neighbour(v, k)]);
		for (final TreeSet<Integer> meet : at)
			if (meet.size() == 2) parent[root(meet.last())] = root(meet.first());
	}

	@SuppressWarnings("unchecked")
	private static TreeSet<Integer>[] sets(final int n) {
		final TreeSet<Integer>[] s = new TreeSet[n];
		for (int i = 0; i < n; i++)
			s[i] = new TreeSet<>();
		return s;
	}

	/** Gives the junctions to the sheets and lines around them, layer by layer. */
	private void handOut() {
		final int[] queue = new int[patch.length];
		final boolean[] known = new boolean[patch.length];
		int n = 0;
		for (int v = 0; v < patch.length; v++)
			if (patch[v] >= 0 || kind[v] == LINE) {
				known[v] = true;
				queue[n++] = v;
			}
		for (int i = 0; i < n; i++)
			for (int k = 0; k < graph.degree(queue[i]); k++) {
				final int w = graph.neighbour(queue[i], k);
				if (known[w]) continue;
				known[w] = true;
				patch[w] = patch[queue[i]];
				queue[n++] = w;
			}
	}

	private int root(final int p) {
		int r = p;
		while (parent[r] != r)
			r = parent[r];
		return r;
	}
}
