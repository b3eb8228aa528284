// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.Arrays;

/** Balls in primitive arrays: centre voxel, squared distance to the background, diameter. */
final class BallList {

	private int[] x = new int[256];
	private int[] y = new int[256];
	private int[] z = new int[256];
	private float[] squaredUm2 = new float[256];
	private float[] diameterUm = new float[256];
	private int size;

	void add(final int i, final int j, final int k, final float squared, final float diameter) {
		if (size == x.length) resize((int) Math.min(Integer.MAX_VALUE - 8, 2L * size));
		x[size] = i;
		y[size] = j;
		z[size] = k;
		squaredUm2[size] = squared;
		diameterUm[size++] = diameter;
	}

	private void resize(final int n) {
		if (n <= size) throw new IllegalArgumentException("The phase has more than " + size
			+ " local balls; it is too large or too rough for one local thickness, crop the volume.");
		x = Arrays.copyOf(x, n);
		y = Arrays.copyOf(y, n);
		z = Arrays.copyOf(z, n);
		squaredUm2 = Arrays.copyOf(squaredUm2, n);
		diameterUm = Arrays.copyOf(diameterUm, n);
	}

	int size() {
		return size;
	}

	int x(final int i) {
		return x[i];
	}

	int y(final int i) {
		return y[i];
	}

	int z(final int i) {
		return z[i];
	}

	float squaredUm2(final int i) {
		return squaredUm2[i];
	}

	float diameterUm(final int i) {
		return diameterUm[i];
	}

	/** Balls of several lists in one, in their order. */
	static BallList joined(final BallList[] lists) {
		final int n = total(lists);
		final BallList all = new BallList();
		all.resize(Math.max(1, n));
		for (int l = 0, at = 0; l < lists.length; at += lists[l].size, l++)
			all.copy(lists[l], at);
		all.size = n;
		return all;
	}

	/** Sorts numbers of balls, largest diameter first, digit by digit; equal ones keep their order. */
	void sortByDiameter(final int[] numbers) {
		int[] from = numbers, to = new int[numbers.length];
		final int[] count = new int[1 << 11];
		for (int shift = 0; shift < 33; shift += 11) {
			Arrays.fill(count, 0);
			for (final int b : from)
				count[digit(b, shift)]++;
			for (int d = 0, at = 0; d < count.length; d++) {
				final int n = count[d];
				count[d] = at;
				at += n;
			}
			for (final int b : from)
				to[count[digit(b, shift)]++] = b;
			final int[] swap = from;
			from = to;
			to = swap;
		}
		if (from != numbers) System.arraycopy(from, 0, numbers, 0, numbers.length);
	}

	/** Eleven bits of the diameter, turned round so that large comes first. */
	private int digit(final int ball, final int shift) {
		return ~Float.floatToRawIntBits(diameterUm[ball]) >>> shift & 0x7FF;
	}

	private static int total(final BallList[] lists) {
		long n = 0;
		for (final BallList l : lists)
			n += l.size;
		if (n > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("The phase has " + n
			+ " local balls where 2147483639 are the limit; crop the volume.");
		return (int) n;
	}

	private void copy(final BallList from, final int at) {
		System.arraycopy(from.x, 0, x, at, from.size);
		System.arraycopy(from.y, 0, y, at, from.size);
		System.arraycopy(from.z, 0, z, at, from.size);
		System.arraycopy(from.squaredUm2, 0, squaredUm2, at, from.size);
		System.arraycopy(from.diameterUm, 0, diameterUm, at, from.size);
	}
}
