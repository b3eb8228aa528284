// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;

import org.dendritej.core.distance.EuclideanDistance;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.skeleton.GraphPaths;
import org.dendritej.core.skeleton.Pruning;
import org.dendritej.core.skeleton.SkeletonGraph;
import org.dendritej.core.skeleton.Thinning;
import org.dendritej.core.skeleton.VoxelGraph;

/**
 * Measures thinning to curves and sheets on thin wavy sheets and tubes, and the graph with its longest way on a lattice.
 * <p>
 * Times are processor times of the one thread that works, medians of three runs after one that warms the compiler up; ratios are taken to one plain pass over the bytes
 * in the same run of the program.
 */
public final class SkeletonBench {

	private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
	private static final int RUNS = 3;
	private static final int PITCH = 6;

	private SkeletonBench() {}

	/**
	 * Runs the benchmark.
	 *
	 * @param n side of the cube, voxels; needs about 8 n^3 bytes of heap
	 * @return lines of text: what, seconds, voxels per second, ratio to one pass
	 */
	public static String run(final int n) {
		final VoxelGrid grid = VoxelGrid.of(n, n, n, 1, 1, 1);
		final byte[][] v = sheetsAndTubes(grid);
		final Phase phase = new Phase(ByteVolume.of(grid, v), 255);
		final StringBuilder out = new StringBuilder();
		final double pass = median(() -> onePass(v));
		final double voxels = grid.voxels();
		out.append(String.format(Locale.ROOT, "%d^3 voxels, %.4f in sheets and tubes; one pass over the bytes: %.4f s%n", n, onePass(v)
			/ voxels, pass));
		final float[][] squared = EuclideanDistance.squared(phase, true, 1, Progress.NONE);
		for (final Thinning.Mode mode : Thinning.Mode.values()) {
			final double s = median(() -> Thinning.thin(phase, squared, mode, Progress.NONE).length);
			peer(out, "Fiji Skeletonize3D", s, n == 256 ? 4.5 : n == 512 ? 53 : Double.NaN, 0.1);
			out.append(String.format(Locale.ROOT, "thinning to a %-8s %8.3f s %8.1f Mvoxel/s, %.1f M of the shape/s, %.0f passes%n", mode
				.name().toLowerCase(Locale.ROOT), s, voxels / s / 1e6, onePass(v) / s / 1e6, s / pass));
		}
		final byte[][] curve = Thinning.thin(phase, squared, Thinning.Mode.CURVE, Progress.NONE);
		final double graph = median(() -> SkeletonGraph.of(VoxelGraph.of(grid, curve)).edges().size());
		out.append(String.format(Locale.ROOT, "graph of the curves   %8.3f s, %d branches%n", graph, SkeletonGraph.of(VoxelGraph.of(grid,
			curve)).edges().size()));
		peer(out, "AnalyzeSkeleton without longest path", graph, n == 256 ? 0.21 : n == 512 ? 1.7 : Double.NaN, 0.5);
		final SkeletonGraph curves = SkeletonGraph.of(VoxelGraph.of(grid, curve));
		final GraphPaths ways = new GraphPaths(curves);
		final double longest = median(() -> ways.longest().lengthUm());
		out.append(String.format(Locale.ROOT, "longest shortest way  %8.3f s, %d junctions, %d searches%n", longest, curves.junctions(), ways
			.searches()));
		peer(out, "AnalyzeSkeleton without longest path, graph and way", graph + longest, n == 256 ? 0.21 : n == 512 ? 1.7 : Double.NaN, 0.5);
		final double prune = median(() -> Pruning.of(grid, curve, squared, 1, Progress.NONE).spurs());
		out.append(String.format(Locale.ROOT, "pruning by one width  %8.3f s, %d spurs%n", prune, Pruning.of(grid, curve, squared, 1,
			Progress.NONE).spurs()));
		return lattice(out).toString();
	}

	/** Compares with what a peer needs for a volume of this kind and size on a machine like this, measured on another day. */
	private static void peer(final StringBuilder out, final String name, final double seconds, final double peer, final double goal) {
		if (!Double.isNaN(peer)) out.append(String.format(Locale.ROOT, "    %.3f x %s (%.3g s, printed figure); goal %.3g x%n", seconds / peer,
			name, peer, goal));
	}

	private static StringBuilder lattice(final StringBuilder out) {
		final int bars = 13;
		final int side = PITCH * bars + 3;
		final VoxelGrid grid = VoxelGrid.of(side, side, side, 1, 1, 1);
		final byte[][] v = new byte[side][side * side];
		final Random random = new Random(1);
		for (int a = 0; a < bars * bars * bars; a++)
			for (int axis = 0; axis < 3; axis++) {
				final int[] at = { 2 + a % bars * PITCH, 2 + a / bars % bars * PITCH, 2 + a / bars / bars * PITCH };
				if (at[axis] + PITCH >= side || random.nextInt(20) == 0) continue;
				for (int i = 0; i <= PITCH; i++, at[axis]++)
					v[at[2]][at[0] + side * at[1]] = (byte) 255;
			}
		final SkeletonGraph graph = SkeletonGraph.of(VoxelGraph.of(grid, v));
		final GraphPaths paths = new GraphPaths(graph);
		final double s = median(() -> paths.longest().lengthUm());
		return out.append(String.format(Locale.ROOT,
			"lattice: %d junctions, %d branches, longest shortest way %.1f um in %.4f s (%d searches)%n", graph.junctions(), graph.edges()
				.size(), paths.longest().lengthUm(), s, paths.searches()));
	}

	/** Wavy sheets 2 to 6 voxels thick every 40 voxels, and wavy tubes across them. */
	static byte[][] sheetsAndTubes(final VoxelGrid g) {
		final byte[][] v = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int y = 0; y < g.ny(); y++)
				for (int x = 0; x < g.nx(); x++) {
					final double sheet = (z + 6 * Math.sin(x / 23.0) + 5 * Math.sin(y / 31.0)) / 40;
					final double off = Math.abs(sheet - Math.rint(sheet)) * 40;
					final double thickness = 1 + 2 * (0.5 + 0.5 * Math.sin(Math.rint(sheet)));
					final double tx = (x + 4 * Math.sin(z / 17.0)) / 64;
					final double ty = (y + 4 * Math.cos(z / 19.0)) / 64;
					final double r = 64 * Math.hypot(tx - Math.rint(tx), ty - Math.rint(ty));
					if (off < thickness || r < 3) v[z][x + g.nx() * y] = (byte) 255;
				}
		return v;
	}

	private static double onePass(final byte[][] v) {
		long sum = 0;
		for (final byte[] plane : v)
			for (final byte b : plane)
				sum -= b;
		return sum;
	}

	private static double median(final DoubleSupplier work) {
		final double[] s = new double[RUNS + 1];
		for (int i = 0; i <= RUNS; i++) {
			final long start = CLOCK.getCurrentThreadCpuTime();
			if (Double.isNaN(work.getAsDouble())) throw new IllegalStateException("A run gave no number; its time means nothing.");
			s[i] = i == 0 ? -1 : (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
		}
		Arrays.sort(s);
		return s[1 + RUNS / 2];
	}
}
