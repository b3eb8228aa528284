// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** The search for the next voxel against looking at every byte. */
class SparseTest {

	@Test
	void findsEveryByteThatIsNotZero() {
		final Random random = new Random(8);
		for (int i = 0; i < 2000; i++) {
			final byte[] plane = new byte[random.nextInt(60)];
			for (int k = random.nextInt(plane.length + 1); k > 0; k--)
				plane[random.nextInt(plane.length)] = (byte) (random.nextBoolean() ? 255 : 1 + random.nextInt(255));
			for (int from = 0; from <= plane.length; from++) {
				int expected = from;
				while (expected < plane.length && plane[expected] == 0)
					expected++;
				assertEquals(expected, Sparse.next(plane, from));
			}
		}
	}
}
