// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the runs of one class in a row of bytes, 64 voxels at a time.
 * <p>
 * Eight bytes are compared at once in a long, the results gathered into one bit per voxel; where that bit pattern
 * differs from itself shifted by one, a run starts or ends. The cost does not depend on how many runs there are until
 * they are many.
 */
final class RowScan {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long ONES = 0x0101010101010101L;
	private static final long LOW7 = 0x7F7F7F7F7F7F7F7FL;
	/** Multiplying eight bits that stand eight apart by this number collects them in the top byte. */
	private static final long GATHER = 0x0102040810204080L;

	private RowScan() {}

	/**
	 * Appends the runs of a row to a list: start, end (exclusive), start, end, ...
	 *
	 * @param plane bytes of the slice
	 * @param from index of the row's first voxel
	 * @param nx voxels in the row
	 * @param code the byte wanted
	 * @param out the list; needs room for nx + 2 more entries
	 * @param n entries used so far
	 * @return entries used afterwards
	 */
	static int scan(final byte[] plane, final int from, final int nx, final byte code, final int[] out, final int n) {
		final long pattern = (code & 0xFFL) * ONES;
		int m = n;
		int x = 0;
		long carry = 0;
		for (; x + 64 <= nx; x += 64) {
			final int at = from + x;
			final long bits = equal(plane, at, pattern) | equal(plane, at + 8, pattern) << 8 | equal(plane, at + 16,
				pattern) << 16 | equal(plane, at + 24, pattern) << 24 | equal(plane, at + 32, pattern) << 32 | equal(plane,
					at + 40, pattern) << 40 | equal(plane, at + 48, pattern) << 48 | equal(plane, at + 56, pattern) << 56;
			long change = bits ^ (bits << 1 | carry);
			carry = bits >>> 63;
			while (change != 0) {
				out[m++] = x + Long.numberOfTrailingZeros(change);
				change &= change - 1;
			}
		}
		final int rest = nx - x;
		long bits = 0;
		int b = 0;
		for (; b + 8 <= rest; b += 8)
			bits |= equal(plane, from + x + b, pattern) << b;
		for (; b < rest; b++)
			if (plane[from + x + b] == code) bits |= 1L << b;
		long change = bits ^ (bits << 1 | carry);
		while (change != 0) {
			out[m++] = x + Long.numberOfTrailingZeros(change);
			change &= change - 1;
		}
		return m;
	}

	/** Bit k of the result tells whether byte k equals the pattern's. */
	private static long equal(final byte[] plane, final int at, final long pattern) {
		final long w = (long) LONGS.get(plane, at) ^ pattern;
		final long nonzero = (w & LOW7) + LOW7 | w;
		return ((~nonzero & ~LOW7) >>> 7) * GATHER >>> 56;
	}
}
