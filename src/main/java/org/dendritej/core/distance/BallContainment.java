// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.Arrays;

/**
 * Tells whether the voxels of a ball around one voxel all lie in the ball around a neighbour, by a table.
 * <p>
 * The ball around c holds the voxels nearer to c than the background: |x - c|^2 &lt; D^2(c). It lies in the ball around q
 * when D^2(q) exceeds the largest |x - q|^2 of its voxels. That largest value depends on D^2(c) and on the step from c to q
 * only (Remy and Thiel, Image Vision Comput. 23 (2005) 167, doi 10.1016/j.imavis.2004.06.007), so it is worked out once
 * per value met. One instance per thread.
 */
final class BallContainment {

	/** Squares are floats: a voxel counts as inside when it is nearer by more than this share. */
	static final double INSIDE = 1 - 5e-7;

	private final double[] e;
	private int[] keys = new int[1 << 12];
	private int[] slot = new int[1 << 12];
	private float[][] rows = new float[1 << 11][];
	private int count;

	BallContainment(final double dxUm, final double dyUm, final double dzUm) {
		e = new double[] { dxUm, dyUm, dzUm };
	}

	/**
	 * What D^2 of the neighbour must exceed, by kind of step: bit 0 = along x, bit 1 = along y, bit 2 = along z.
	 *
	 * @param squared D^2 of the ball, um2
	 * @return 8 values, um2; the first is unused
	 */
	float[] limits(final float squared) {
		final int bits = Float.floatToRawIntBits(squared);
		int h = hash(bits, keys.length);
		while (keys[h] != 0) {
			if (keys[h] == bits) return rows[slot[h]];
			h = h + 1 & keys.length - 1;
		}
		if (count == rows.length) {
			grow();
			return limits(squared);
		}
		keys[h] = bits;
		slot[h] = count;
		return rows[count++] = compute(squared);
	}

	private static int hash(final int bits, final int size) {
		return (bits * 0x9E3779B9 >>> 8) & size - 1;
	}

	private void grow() {
		final int[] oldKeys = keys, oldSlot = slot;
		rows = Arrays.copyOf(rows, 2 * rows.length);
		keys = new int[2 * oldKeys.length];
		slot = new int[keys.length];
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldKeys[i] == 0) continue;
			int h = hash(oldKeys[i], keys.length);
			while (keys[h] != 0)
				h = h + 1 & keys.length - 1;
			keys[h] = oldKeys[i];
			slot[h] = oldSlot[i];
		}
	}

	private float[] compute(final float squared) {
		final double d2 = squared * INSIDE;
		final double[] most = new double[8];
		final int rz = (int) (Math.sqrt(d2) / e[2]);
		for (int k = 0; k <= rz; k++) {
			final double a = d2 - k * k * e[2] * e[2];
			if (a <= 0) break;
			final int ry = (int) (Math.sqrt(a) / e[1]);
			for (int j = 0; j <= ry; j++) {
				final double b = a - j * j * e[1] * e[1];
				if (b <= 0) break;
				final int i = halfLength(b, e[0]);
				for (int step = 1; step < 8; step++)
					most[step] = Math.max(most[step], far(i, step & 1, 0) + far(j, step >> 1 & 1, 1) + far(k, step >> 2, 2));
			}
		}
		final float[] limits = new float[8];
		for (int step = 1; step < 8; step++)
			limits[step] = (float) (most[step] / INSIDE);
		return limits;
	}

	private double far(final int i, final int step, final int axis) {
		final double l = (i + step) * e[axis];
		return l * l;
	}

	/** Largest i with (i edge)^2 below a positive square. */
	static int halfLength(final double square, final double edge) {
		final int i = (int) (Math.sqrt(square) / edge);
		return i * edge * (i * edge) >= square ? i - 1 : (i + 1) * edge * ((i + 1) * edge) < square ? i + 1 : i;
	}
}
