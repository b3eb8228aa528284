// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Gauss-Seidel on whole lines of the image along the one axis whose edge is the shortest by itself: voxels coupled a
 * hundred times more strongly along it than across cannot be smoothed one by one (textbook; Trottenberg, Oosterlee,
 * Schueller, Multigrid, 2001, sec. 5.1). Lines are coloured like a chess board.
 * <p>
 * Where the line's axis is periodic, lines are rings: the last voxel's value is carried along as a parameter. Elimination
 * runs in double, because a long line is nearly free of ground.
 */
final class LineSmoother {

	/** Lines eliminated together: those of one colour in this many neighbours, so that whole cache lines are used. */
	private static final int WIDE = 64;
	/** Numbers kept per voxel: x[t] = CONSTANT + NEXT x[t + 1] + LAST x[length - 1]. */
	private static final int KEPT = 3, NEXT = 0, CONSTANT = 1, LAST = 2;

	private final FineLevel level;
	private final int axis;
	private final Sweep sweep;
	private final int sheets, lines, length, sheetStride, lineStride, stride;
	private final boolean lastApart;
	private final Queue<double[]> buffers = new ConcurrentLinkedQueue<>();

	LineSmoother(final FineLevel level, final int axis, final Sweep sweep) {
		this.level = level;
		this.axis = axis;
		this.sweep = sweep;
		final int plane = level.nx * level.ny;
		length = level.size(axis);
		sheets = axis == 2 ? level.ny : level.nz;
		lines = axis == 0 ? level.ny : level.nx;
		sheetStride = axis == 2 ? level.nx : plane;
		lineStride = axis == 0 ? level.nx : 1;
		stride = axis == 0 ? 1 : axis == 1 ? level.nx : plane;
		lastApart = level.periodic[axis == 2 ? 1 : 2] && (sheets & 1) == 1 && sheets > 1;
	}

	/** Smooths from x = 0: first one colour, then the other. */
	void smoothFromZero(final float[] x, final float[] b) {
		final int plane = level.nx * level.ny;
		sweep.slices(0, level.nz, plane, k -> Arrays.fill(x, k * plane, (k + 1) * plane, 0f));
		relax(0, false, x, b);
		relax(1, false, x, b);
	}

	/** Smooths in the opposite order, which keeps the cycle symmetric. */
	void smoothBackwards(final float[] x, final float[] b) {
		relax(1, true, x, b);
		relax(0, true, x, b);
	}

	private void relax(final int colour, final boolean backwards, final float[] x, final float[] b) {
		final long cells = (long) lines * length;
		final int most = lastApart ? sheets - 1 : sheets;
		if (lastApart && backwards) sheet(sheets - 1, colour, true, x, b);
		sweep.slices(0, most, cells, s -> sheet(s, colour, backwards, x, b));
		if (lastApart && !backwards) sheet(sheets - 1, colour, false, x, b);
	}

	private void sheet(final int s, final int colour, final boolean backwards, final float[] x, final float[] b) {
		final int wide = axis == 0 ? 2 : WIDE, blocks = (lines + wide - 1) / wide;
		double[] work = buffers.poll();
		if (work == null) work = new double[length * (wide / 2) * KEPT];
		for (int n = 0; n < blocks; n++) {
			final int from = (backwards ? blocks - 1 - n : n) * wide;
			block(s, from + (from + s + colour & 1), Math.min(lines, from + wide), work, x, b);
		}
		buffers.add(work);
	}

	/** Thomas' algorithm on the lines from, from + 2, ... of a sheet. */
	private void block(final int s, final int from, final int to, final double[] work, final float[] x, final float[] b) {
		final int row = KEPT * ((to - from + 1) / 2);
		if (row <= 0) return;
		final Line line = new Line(x, b);
		for (int t = 0, at = 0; t < length; t++)
			for (int l = from; l < to; l += 2, at += KEPT) {
				final int c = s * sheetStride + l * lineStride + t * stride;
				work[at + NEXT] = work[at + CONSTANT] = work[at + LAST] = 0;
				if ((level.code[c] & FineLevel.MATERIAL) == 0) continue;
				line.gather(s, l, t, c);
				if (t > 0) line.eliminate(work, at - row, t == length - 1);
				if (t == length - 1 && line.across != 0) line.close(work, at - row, row);
				work[at + NEXT] = line.up / line.diagonal;
				work[at + CONSTANT] = line.rhs / line.diagonal;
				work[at + LAST] = line.last / line.diagonal;
			}
		for (int l = from, n = 0; l < to; l += 2, n += KEPT)
			substitute(s * sheetStride + l * lineStride, work, n, row, x);
	}

	private void substitute(final int first, final double[] work, final int offset, final int row, final float[] x) {
		final double last = work[offset + row * (length - 1) + CONSTANT];
		double v = last;
		x[first + (length - 1) * stride] = (float) v;
		for (int t = length - 2; t >= 0; t--) {
			final int at = offset + row * t;
			v = work[at + CONSTANT] + work[at + NEXT] * v + work[at + LAST] * last;
			x[first + t * stride] = (float) v;
		}
	}

	/** One voxel's equation with its neighbours off the line as they are. */
	private final class Line {

		private final float[] x, b;
		/** Links along the line; across: over the periodic side. */
		double diagonal, rhs, down, up, across, last;

		Line(final float[] x, final float[] b) {
			this.x = x;
			this.b = b;
		}

		void eliminate(final double[] work, final int before, final boolean atEnd) {
			diagonal -= down * (work[before + NEXT] + (atEnd ? work[before + LAST] : 0));
			rhs += down * work[before + CONSTANT];
			last = atEnd ? 0 : down * work[before + LAST];
		}

		/** Puts the first voxel, as a function of the last, into the last one's equation. */
		void close(final double[] work, final int before, final int row) {
			double constant = work[before + CONSTANT], ofLast = work[before + NEXT] + work[before + LAST];
			for (int at = before - row; at >= 0; at -= row) {
				constant = work[at + CONSTANT] + work[at + NEXT] * constant;
				ofLast = work[at + LAST] + work[at + NEXT] * ofLast;
			}
			diagonal -= across * ofLast;
			rhs += across * constant;
		}

		void gather(final int s, final int l, final int t, final int c) {
			if (t == 0 || t == length - 1 || (level.code[c] & FineLevel.REGULAR) == 0) irregular(s, l, t, c);
			else regular(s, l, t, c);
		}

		private void regular(final int s, final int l, final int t, final int c) {
			final int mm = 17 * (level.code[c] & FineLevel.MATERIAL);
			final float gx = level.pair[0][mm], gy = level.pair[1][mm], gz = level.pair[2][mm];
			final int i = axis == 0 ? t : l, j = axis == 0 ? l : axis == 1 ? t : s, k = axis == 2 ? t : s;
			diagonal = 2.0 * gx + 2.0 * gy + 2.0 * gz;
			double sum = b[c];
			if (axis != 0) sum += gx * ((double) x[c - 1] + x[c + 1]);
			if (axis != 1) sum += gy * ((double) x[level.wrapped(j - 1, k) + i] + x[level.wrapped(j + 1, k) + i]);
			if (axis != 2) sum += gz * ((double) x[level.wrapped(j, k - 1) + i] + x[level.wrapped(j, k + 1) + i]);
			rhs = sum;
			down = up = level.pair[axis][mm];
			across = last = 0;
		}

		private void irregular(final int s, final int l, final int t, final int c) {
			final int i = axis == 0 ? t : l, j = axis == 0 ? l : axis == 1 ? t : s, k = axis == 2 ? t : s;
			diagonal = level.ground[c];
			rhs = b[c];
			down = up = across = last = 0;
			for (int face = 0; face < 6; face++) {
				final boolean higher = (face & 1) == 1;
				final float g = level.link(face >> 1, i, j, k, higher);
				if (g == 0) continue;
				diagonal += g;
				if (face >> 1 == axis) alongLine(g, t, higher);
				else rhs += g * x[level.neighbour(face >> 1, i, j, k, higher)];
			}
		}

		private void alongLine(final float g, final int t, final boolean higher) {
			if (higher && t < length - 1) up = g;
			else if (!higher && t > 0) down = g;
			else if (higher) across = g;
			else last = g;
		}
	}
}
