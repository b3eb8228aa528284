// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the few voxels of a skeleton in its slices, eight at a time: about one pass over the bytes. */
final class Sparse {

	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private Sparse() {}

	/**
	 * The next voxel that is not 0.
	 *
	 * @param plane a slice
	 * @param from where to begin
	 * @return its index, at least from; the length of the slice if there is none
	 */
	static int next(final byte[] plane, final int from) {
		int p = from;
		for (; p <= plane.length - 8; p += 8) {
			final long eight = (long) EIGHT.get(plane, p);
			if (eight != 0) return p + (Long.numberOfTrailingZeros(eight) >>> 3);
		}
		while (p < plane.length && plane[p] == 0)
			p++;
		return p;
	}
}
