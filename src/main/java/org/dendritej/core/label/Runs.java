// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.util.Arrays;

import org.dendritej.core.geom.Phase;

/**
 * The runs of foreground in some rows, in raster order, optionally with a label each; a buffer that is used again and
 * again.
 * <p>
 * Run i covers the columns {@code bounds[2 i] <= x < bounds[2 i + 1]}; row r owns the runs {@code first[r]} to
 * {@code first[r + 1] - 1}.
 */
public final class Runs {

	private static final int LARGEST = Integer.MAX_VALUE - 8;

	private int[] bounds = new int[1024];
	private int[] first = new int[1];
	private int[] label = new int[0];
	private int rows;

	/** An empty buffer. */
	public Runs() {
		// grows with use
	}

	/**
	 * Starts and ends of the runs.
	 *
	 * @return start (inclusive) and end (exclusive) in turn; only the first 2 {@link #size()} entries count
	 */
	public int[] bounds() {
		return bounds;
	}

	/**
	 * First run of each row.
	 *
	 * @return rows + 1 entries that count
	 */
	public int[] first() {
		return first;
	}

	/**
	 * Labels of the runs, where a reader has set them.
	 *
	 * @return one entry for each run; 0 = background
	 */
	public int[] label() {
		return label;
	}

	/**
	 * Rows held.
	 *
	 * @return rows
	 */
	public int rows() {
		return rows;
	}

	/**
	 * Runs held.
	 *
	 * @return runs
	 */
	public int size() {
		return first[rows];
	}

	/** Forgets all rows and makes room for the row table. */
	void clear(final int expectedRows) {
		rows = 0;
		if (first.length < expectedRows + 1) first = new int[expectedRows + 1];
		first[0] = 0;
	}

	/** Appends all rows of a slice. */
	void append(final Phase phase, final int z) {
		final int nx = phase.grid().nx(), ny = phase.grid().ny();
		final byte[] plane = phase.volume().plane(z);
		if (plane.length < nx * ny) throw new IllegalArgumentException("Slice " + z + " holds " + plane.length
			+ " voxels where the grid has " + nx * ny + "; the two numbers must agree.");
		final byte code = phase.code();
		int n = 2 * first[rows];
		for (int y = 0; y < ny; y++) {
			if (bounds.length - n < nx + 2) grow(n + nx + 2L);
			n = RowScan.scan(plane, y * nx, nx, code, bounds, n);
			first[++rows] = n >> 1;
		}
	}

	/** Replaces the content by the runs of equal, positive values of one slice, and labels them with these values. */
	void readLabels(final int[] plane, final int nx, final int ny) {
		clear(ny);
		int n = 0;
		for (int y = 0; y < ny; y++) {
			if (bounds.length - 2 * n < 2 * nx) grow(2L * n + 2L * nx);
			needLabels(n + nx);
			int x = y * nx;
			final int end = x + nx;
			while (x < end) {
				final int value = plane[x];
				final int start = x++;
				while (x < end && plane[x] == value)
					x++;
				if (value <= 0) continue;
				bounds[2 * n] = start - y * nx;
				bounds[2 * n + 1] = x - y * nx;
				label[n++] = value;
			}
			first[++rows] = n;
		}
	}

	/** Room for the labels of n runs; what stood there is kept. */
	int[] needLabels(final int n) {
		if (label.length < n) label = Arrays.copyOf(label, Math.max(n, n < LARGEST / 2 ? n + (n >> 1) : LARGEST));
		return label;
	}

	/** A copy of some rows, with no room to spare. */
	Runs copyRows(final int from, final int to) {
		final Runs c = new Runs();
		final int r0 = first[from], r1 = first[to];
		c.rows = to - from;
		c.bounds = Arrays.copyOfRange(bounds, 2 * r0, 2 * r1);
		c.first = Arrays.copyOfRange(first, from, to + 1);
		for (int i = 0; i < c.first.length; i++)
			c.first[i] -= r0;
		return c;
	}

	private void grow(final long wanted) {
		if (wanted > LARGEST) throw new IllegalArgumentException("A part of the volume holds more than " + LARGEST / 2
			+ " runs of the phase, more than can be labelled at once; smooth the image or crop it.");
		bounds = Arrays.copyOf(bounds, (int) Math.min(LARGEST, Math.max(wanted, bounds.length * 2L)));
	}
}
