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
 * Cost: one look at all voxels, eight at a time, then work on border voxels only: each is read once or twice, and its
 * neighbourhood again only after a neighbour went (0.2 us per voxel of the shape in all). Memory: 1 byte per voxel, 4 per voxel
 * for the caller's distances, 8 per waiting voxel, 32 per voxel of the largest bin. One thread.
 */
public final class Thinning {

	/** What is left of a shape. */
	public enum Mode {
		/** Lines. */
		CURVE,
		/** Sheets, and lines where the shape has none. */
		SURFACE
	}

	/** From this on a squared distance means that there is no background, um2. */
	static final float INFINITE = 1e30f;
	private static final double BINS_PER_EDGE = 16;
	/** The address in a note of a woken voxel. */
	private static final long VOXEL = (1L << 58) - 1;
	/** Face directions as neighbourhood bits, in opposite pairs: z, y, x. */
	private static final int[] FACE_BITS = { 4, 22, 10, 16, 12, 14 };

	private final PaddedShape shape;
	private final float[][] squared;
	private final boolean surface;
	private final BurnQueue queue;
	private final BurnFront front;
	private final CurveEnd curveEnd;
	private final SurfaceEnd surfaceEnd;
	private final Progress progress;
	/** Voxels woken in this bin, in order, each with the step to it above its address. */
	private long[] woken = new long[256];
	private int wakes;

	private Thinning(final PaddedShape shape, final float[][] squared, final Mode mode, final Progress progress) {
		this.shape = shape;
		this.squared = squared;
		this.surface = mode == Mode.SURFACE;
		this.progress = progress;
		this.front = new BurnFront(shape);
		this.curveEnd = new CurveEnd(shape);
		this.surfaceEnd = new SurfaceEnd(shape, squared);
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
			for (int y = 1; y <= g.ny(); y++)
				for (int x = 1, p = 1 + shape.stride * y; x <= g.nx(); x += 8, p += 8) {
					long border = shape.borders(z, p);
					for (; border != 0; border &= border - 1) {
						final int step = Long.numberOfTrailingZeros(border) >>> 3;
						if (x + step > g.nx()) break;
						shape.marks[z][p + step] |= PaddedShape.QUEUED;
						queue.add(distance(z, x + step - 1 + g.nx() * (y - 1)), PaddedShape.address(z, p + step));
					}
				}
		}
	}

	/** Distance to the background, um; 0 if there is none, so that the fire starts at the border of the volume. */
	private double distance(final int z, final int imagePixel) {
		final float d2 = squared[z - 1][imagePixel];
		if (!(d2 > 0)) throw new IllegalArgumentException("The squared distance at a voxel of the shape is " + d2
			+ " um2; it must be positive. Compute it from this shape to its background.");
		return d2 < INFINITE ? Math.sqrt(d2) : 0;
	}

	private void burn() {
		long looked = 0;
		while (queue.next()) {
			front.open(queue);
			for (final int face : FACE_BITS)
				removeAll(front.openTo(face), face);
			if (front.slanting()) for (int bit = 0; bit < 27; bit++)
				if (bit != 13) removeAll(front.slantingOpenTo(bit), bit);
			queueWoken();
			close();
			looked += front.size();
			if ((looked & 0xFFFF) < front.size()) progress.check();
		}
	}

	private void removeAll(final int m, final int bit) {
		for (int k = 0; k < m; k++) {
			if ((k & 0x3FFFF) == 0x3FFFF) progress.check();
			final int i = front.turn(k);
			final int around = front.simple(i);
			if (around == 0) continue;
			final int z = (int) (front.voxel(i) >>> 32);
			final int p = (int) front.voxel(i);
			if (isProtected(z, p, around, bit)) continue;
			front.remove(i);
			remove(z, p);
		}
	}

	private boolean isProtected(final int z, final int p, final int around, final int bit) {
		if (surface) return surfaceEnd.isEnd(z, p, around, bit);
		return Integer.bitCount(around & ~SimplePoint.CENTRE) == 1 && curveEnd.isEnd(z, p, queue.time());
	}

	/** Removes a voxel and wakes its neighbours: those of this bin are looked at again, others wait for their time. */
	private void remove(final int z, final int p) {
		shape.remove(z, p);
		for (int b = 0; b < 27; b += 9) {
			final byte[] marks = shape.marks[z + b / 9 - 1];
			int np = p - shape.stride - 1;
			for (int row = b; row < b + 9; row += 3, np += shape.stride)
				for (int idle = PaddedShape.touch(marks, np); idle != 0; idle &= idle - 1) {
					final int step = Integer.numberOfTrailingZeros(idle) >>> 3;
					if (shape.isBorder(z + b / 9 - 1, np + step)) await(z + b / 9 - 1, np + step, row + step);
				}
		}
	}

	/** Notes a voxel that will wait for its time, and the step of the fire to it. */
	private void await(final int z, final int p, final int bit) {
		shape.marks[z][p] |= PaddedShape.QUEUED;
		if (wakes == woken.length) woken = Arrays.copyOf(woken, 2 * wakes);
		woken[wakes++] = (long) bit << 58 | PaddedShape.address(z, p);
	}

	/** Puts the woken voxels into the queue: all at once, so that the far reads of their distances go side by side. */
	private void queueWoken() {
		final double time = queue.time();
		for (int k = 0; k < wakes; k++) {
			final long voxel = woken[k] & VOXEL;
			final double d = distance((int) (voxel >>> 32), shape.imagePixel((int) voxel));
			queue.add(d > time ? d : time + shape.stepUm[(int) (woken[k] >>> 58)], voxel);
		}
		wakes = 0;
	}

	/** Ends a bin: what is left beside a removed voxel waits for the front to come by again. */
	private void close() {
		for (int i = 0; i < front.size(); i++) {
			int gone = front.close(i);
			if (gone == 0) continue;
			double step = Double.POSITIVE_INFINITY;
			for (; gone != 0; gone &= gone - 1)
				step = Math.min(step, shape.stepUm[Integer.numberOfTrailingZeros(gone)]);
			final long voxel = front.voxel(i);
			shape.marks[(int) (voxel >>> 32)][(int) voxel] |= PaddedShape.QUEUED;
			queue.add(queue.time() + step, voxel);
		}
	}
}
