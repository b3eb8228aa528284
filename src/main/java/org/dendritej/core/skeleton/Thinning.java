// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Arrays;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * Burns a shape down to its curve skeleton or its medial surface without ever changing its topology.
 * <p>
 * Distance-ordered homotopic thinning (after Pudney, Comput. Vis. Image Underst. 1998, 72, 404,
 * doi:10.1006/cviu.1998.0680), here with a front that goes on at unit speed where the distance map is flat: a voxel's time is its
 * distance to the background, or, where the fire reaches it later (along a sheet from its rim), the time at which a
 * neighbour burnt plus the length of the step. All in um, so that slices thicker than pixels are as good as any other.
 * Within a time of 1/16 of the finest edge the six face directions take turns, each on the shape as it is at the
 * beginning of its turn; order is by arrival, at first by raster index, so the result is always the same. A voxel goes
 * only if it is simple ({@link SimplePoint}) and protected by no end rule:
 * <ul>
 * <li>curve: a voxel with exactly one neighbour stays if it ends a line: not broader than two voxels for at least two
 * steps and for half the half-breadth that has burnt; splinters at the rims of sheets go;</li>
 * <li>surface: a voxel on a ridge of the distance map stays where its removal would shorten a sheet or a line: where it is one
 * voxel thin across another axis, or has, in a coordinate plane through the direction, neighbours only behind it. It is on a ridge if the distance rises to no
 * neighbour by more than 0.68 of the step, that is, if its two nearest background points are seen under an angle of more
 * than 94 degrees; the 90-degree bevels at the rims of plates are not.</li>
 * </ul>
 * Components (26), cavities (6) and tunnels are kept exactly; nothing vanishes. Outside the volume counts as background
 * for the topology; whether it does for the distance is the caller's choice.
 * <p>
 * Cost: one look at all voxels, then work on border voxels only; each is tested once or a few times (about 0.1 us).
 * Memory: 1 byte per voxel, 4 per voxel for the caller's distances, 8 to 16 per border voxel. One thread.
 */
public final class Thinning {

	/** What is left of a shape. */
	public enum Mode {
		/** Lines. */
		CURVE,
		/** Sheets, and lines where the shape has none. */
		SURFACE
	}

	/** Largest slope of the distance at a ridge: cosine of half the object angle. */
	private static final double RIDGE_SLOPE = 0.68;
	private static final double BINS_PER_EDGE = 16;
	/** Face directions as neighbourhood bits, in opposite pairs: z, y, x. */
	private static final int[] FACE_BITS = { 4, 22, 10, 16, 12, 14 };
	private static final int[][] SIDES = sides();

	private final PaddedShape shape;
	private final float[][] squared;
	private final boolean surface;
	private final BurnQueue queue;
	private final CurveEnd end;
	private final Progress progress;
	private long[] turn = new long[1024];
	private long[] slant = new long[256];

	private Thinning(final PaddedShape shape, final float[][] squared, final Mode mode, final Progress progress) {
		this.shape = shape;
		this.squared = squared;
		this.surface = mode == Mode.SURFACE;
		this.progress = progress;
		this.end = new CurveEnd(shape);
		this.queue = new BurnQueue(shape.grid.finestEdgeUm() / BINS_PER_EDGE);
	}

	/**
	 * Thins a shape.
	 *
	 * @param phase the shape
	 * @param squaredUm2 squared distance of each voxel of the shape to the nearest background voxel, um2:
	 *          {@code [nz][nx ny]}; infinite where there is no background; other voxels are not read
	 * @param mode curves or sheets
	 * @param progress told the fraction; asked whether to stop
	 * @return {@code [nz][nx ny]}, 255 on the skeleton and 0 elsewhere
	 * @throws IllegalArgumentException if the distances do not have the shape's size or are not positive on it
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static byte[][] thin(final Phase phase, final float[][] squaredUm2, final Mode mode, final Progress progress) {
		checkSize(phase.grid(), squaredUm2);
		progress.report(0, "Thinning");
		final Thinning t = new Thinning(new PaddedShape(phase), squaredUm2, mode, progress);
		t.start();
		t.burn();
		progress.report(1, "Thinning");
		return t.shape.toPlanes();
	}

	private static void checkSize(final VoxelGrid grid, final float[][] squared) {
		if (squared.length != grid.nz()) throw new IllegalArgumentException("The distance map has " + squared.length
			+ " slices and the image " + grid.nz() + "; compute the distance on the image that is thinned.");
		for (int z = 0; z < squared.length; z++)
			if (squared[z].length != grid.planeSize()) throw new IllegalArgumentException("Slice " + z
				+ " of the distance map has " + squared[z].length + " voxels and the image " + grid.planeSize()
				+ "; compute the distance on the image that is thinned.");
	}

	/** Puts the border into the queue, in raster order. */
	private void start() {
		final VoxelGrid g = shape.grid;
		for (int z = 1; z <= g.nz(); z++) {
			progress.check();
			final byte[] marks = shape.marks[z];
			for (int y = 1; y <= g.ny(); y++)
				for (int x = 1, p = 1 + shape.stride * y; x <= g.nx(); x++, p++)
					if (marks[p] != 0 && shape.isBorder(z, p)) {
						marks[p] |= PaddedShape.QUEUED;
						queue.add(distance(z, p), PaddedShape.address(z, p));
					}
		}
	}

	/** Distance to the background, um; 0 if there is none, so that the fire starts at the border of the volume. */
	private double distance(final int z, final int p) {
		final float d2 = squared[z - 1][shape.imagePixel(p)];
		if (!(d2 > 0)) throw new IllegalArgumentException("The squared distance at a voxel of the shape is " + d2
			+ " um2; it must be positive. Compute it from this shape to its background.");
		return d2 < 1e30f ? Math.sqrt(d2) : 0;
	}

	private void burn() {
		long looked = 0;
		while (queue.next()) {
			final long[] list = queue.voxels();
			final int n = open(list, queue.size());
			for (final int face : FACE_BITS)
				removeAll(openTo(face, list, n), face);
			final int slanting = slanting(list, n);
			for (int bit = 0; bit < 27 && slanting > 0; bit++)
				if (bit != 13) removeAll(openTo(bit, slant, slanting), bit);
			close(list, n);
			looked += n;
			if ((looked & 0xFFFF) < n) progress.check();
		}
	}

	/** Marks the voxels of a bin as being looked at and forgets those that have burnt meanwhile. */
	private int open(final long[] list, final int size) {
		int n = 0;
		for (int i = 0; i < size; i++) {
			final byte[] marks = shape.marks[(int) (list[i] >>> 32)];
			final int p = (int) list[i];
			marks[p] &= ~PaddedShape.QUEUED;
			if ((marks[p] & PaddedShape.SHAPE) == 0) continue;
			marks[p] |= PaddedShape.CURRENT;
			list[n++] = list[i];
		}
		return n;
	}

	/**
	 * Collects the voxels that may go in one direction now: open to it, with the shape behind them (sheets burn from their
	 * rims), and simple before any of this turn goes (the fire does not run along a line in one turn).
	 */
	private int openTo(final int bit, final long[] list, final int n) {
		if (turn.length < n) turn = new long[Math.max(n, 2 * turn.length)];
		final int dz = shape.dz[bit];
		final int dp = shape.dp[bit];
		int m = 0;
		for (int i = 0; i < n; i++) {
			final int z = (int) (list[i] >>> 32);
			final int p = (int) list[i];
			if (shape.isShape(z, p) && !shape.isShape(z + dz, p + dp) && shape.isShape(z - dz, p - dp) && SimplePoint.isSimple(shape
				.neighbourhood(z, p))) turn[m++] = list[i];
		}
		return m;
	}

	/** Collects the voxels that no face direction can take: along each axis both neighbours are empty or both are not. */
	private int slanting(final long[] list, final int n) {
		int m = 0;
		for (int i = 0; i < n; i++) {
			final int z = (int) (list[i] >>> 32);
			final int p = (int) list[i];
			if (!shape.isShape(z, p) || shape.isOneSided(z, p)) continue;
			if (slant.length == m) slant = Arrays.copyOf(slant, 2 * m);
			slant[m++] = list[i];
		}
		return m;
	}

	private void removeAll(final int m, final int bit) {
		for (int i = 0; i < m; i++) {
			if ((i & 0x3FFFF) == 0x3FFFF) progress.check();
			final int z = (int) (turn[i] >>> 32);
			final int p = (int) turn[i];
			final int around = shape.neighbourhood(z, p);
			if (SimplePoint.isSimple(around) && !isProtected(z, p, around, bit)) remove(z, p);
		}
	}

	private boolean isProtected(final int z, final int p, final int around, final int bit) {
		if (!surface) return Integer.bitCount(around & ~SimplePoint.CENTRE) == 1 && end.isEnd(z, p, queue.time());
		return (isTip(around, bit) || thinAcross(around, bit)) && isRidge(z, p);
	}

	/** Whether both neighbours along an axis other than that of the given direction are empty. */
	private static boolean thinAcross(final int around, final int bit) {
		for (int i = 0; i < 6; i += 2) {
			final boolean own = FACE_BITS[i] == bit || FACE_BITS[i + 1] == bit;
			if (!own && (around >>> FACE_BITS[i] & 1) == 0 && (around >>> FACE_BITS[i + 1] & 1) == 0) return true;
		}
		return false;
	}

	/**
	 * Whether the voxel is where the shape ends in the direction, seen in one of the two coordinate planes through it: no
	 * neighbour at its sides and none further out, so that removing it would shorten a sheet or a line.
	 */
	private static boolean isTip(final int around, final int bit) {
		return (around & SIDES[bit][0]) == 0 || (around & SIDES[bit][1]) == 0;
	}

	/** For each face direction and each plane through it the two neighbours at the sides and the two beyond them. */
	private static int[][] sides() {
		final int[][] sides = new int[27][2];
		final int[] steps = { 1, 3, 9 };
		for (final int face : FACE_BITS) {
			int k = 0;
			for (final int step : steps)
				if (step != Math.abs(face - 13)) sides[face][k++] = 1 << 13 + step | 1 << 13 - step | 1 << face + step | 1 << face - step;
		}
		return sides;
	}

	/** Whether the distance rises to no neighbour by more than the ridge's slope. */
	private boolean isRidge(final int z, final int p) {
		final VoxelGrid g = shape.grid;
		final int x = p % shape.stride;
		final int y = p / shape.stride;
		final int i = x - 1 + g.nx() * (y - 1);
		final double d = distance(z, p);
		for (int b = 0; b < 27; b++) {
			final int bx = x + b % 3 - 1;
			final int by = y + b / 3 % 3 - 1;
			final int bz = z + shape.dz[b];
			if (bx < 1 || by < 1 || bz < 1 || bx > g.nx() || by > g.ny() || bz > g.nz()) continue;
			final double high = d + RIDGE_SLOPE * shape.stepUm[b];
			if (b != 13 && squared[bz - 1][i + b % 3 - 1 + g.nx() * (b / 3 % 3 - 1)] > high * high) return false;
		}
		return true;
	}

	/** Removes a voxel and wakes its neighbours. */
	private void remove(final int z, final int p) {
		shape.marks[z][p] = PaddedShape.GONE;
		for (int b = 0; b < 27; b++) {
			final int nz = z + shape.dz[b];
			final int np = p + shape.dp[b];
			final byte m = shape.marks[nz][np];
			if ((m & PaddedShape.SHAPE) != 0) wake(nz, np, m, shape.stepUm[b]);
		}
	}

	private void wake(final int z, final int p, final byte m, final double stepUm) {
		if ((m & PaddedShape.QUEUED) != 0) return;
		if ((m & PaddedShape.CURRENT) != 0) shape.marks[z][p] |= PaddedShape.TOUCHED;
		else if (shape.isBorder(z, p)) await(z, p, stepUm);
	}

	private void await(final int z, final int p, final double stepUm) {
		shape.marks[z][p] |= PaddedShape.QUEUED;
		final double d = distance(z, p);
		final double now = queue.time();
		queue.add(d > now ? d : now + stepUm, PaddedShape.address(z, p));
	}

	/** Ends a bin: what is left beside a removed voxel waits for the front to come by again. */
	private void close(final long[] list, final int n) {
		for (int i = 0; i < n; i++) {
			final int z = (int) (list[i] >>> 32);
			final int p = (int) list[i];
			final byte m = shape.marks[z][p];
			if ((m & PaddedShape.SHAPE) == 0) continue;
			shape.marks[z][p] = PaddedShape.SHAPE;
			if ((m & PaddedShape.TOUCHED) != 0) wakeAgain(z, p);
		}
		for (int i = 0; i < n; i++)
			shape.marks[(int) (list[i] >>> 32)][(int) list[i]] &= ~PaddedShape.GONE;
	}

	private void wakeAgain(final int z, final int p) {
		double step = Double.POSITIVE_INFINITY;
		for (int b = 0; b < 27; b++)
			if ((shape.marks[z + shape.dz[b]][p + shape.dp[b]] & PaddedShape.GONE) != 0) step = Math.min(step, shape.stepUm[b]);
		shape.marks[z][p] |= PaddedShape.QUEUED;
		queue.add(queue.time() + step, PaddedShape.address(z, p));
	}
}
