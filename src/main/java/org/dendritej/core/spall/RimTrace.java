// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/**
 * Follows the best closed path once around through a table of scores (angle by offset): dynamic programming, two turns,
 * of which the second is kept so that the end meets the start.
 */
final class RimTrace {

	private RimTrace() {}

	/**
	 * The path with the largest sum of scores that moves at most one offset between neighbouring angles.
	 *
	 * @param score values at [angle * offsets + offset]
	 * @param angles rows
	 * @param offsets columns
	 * @param bend cost of one step sideways
	 * @param from first offset allowed
	 * @param to offset after the last allowed
	 * @return chosen offset for each angle
	 */
	static int[] closed(final float[] score, final int angles, final int offsets, final float bend, final int from,
		final int to)
	{
		final int turns = 2 * angles;
		final byte[] back = new byte[turns * offsets];
		float[] now = new float[offsets], next = new float[offsets];
		for (int a = 0; a < turns; a++) {
			final int row = a % angles * offsets;
			for (int o = from; o < to; o++) {
				float best = now[o];
				byte b = 0;
				if (o > from && now[o - 1] - bend > best) {
					best = now[o - 1] - bend;
					b = -1;
				}
				if (o < to - 1 && now[o + 1] - bend > best) {
					best = now[o + 1] - bend;
					b = 1;
				}
				next[o] = best + score[row + o];
				back[a * offsets + o] = b;
			}
			final float[] t = now;
			now = next;
			next = t;
		}
		int o = from;
		for (int i = from; i < to; i++)
			if (now[i] > now[o]) o = i;
		final int[] path = new int[angles];
		for (int a = turns - 1; a >= 0; a--) {
			// the middle of the two turns is free of both ends
			if (a >= angles / 2 && a < angles / 2 + angles) path[a % angles] = o;
			o += back[a * offsets + o];
		}
		return path;
	}
}
