// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** The bit-parallel test against the topology before and after removal, counted by the slow oracle. */
class SimplePointTest {

	/** Simple by definition: removing the voxel changes neither components nor cavities nor tunnels of what is around. */
	private static boolean byDefinition(final int bits) {
		final byte[][] with = new byte[3][9];
		for (int b = 0; b < 27; b++)
			if ((bits >>> b & 1) != 0) with[b / 9][b % 9] = 1;
		with[1][4] = 1;
		final Topology before = Topology.of(with, 3, 3, 3, (byte) 1);
		with[1][4] = 0;
		return before.equals(Topology.of(with, 3, 3, 3, (byte) 1));
	}

	@Test
	void agreesWithTheDefinitionOnRandomNeighbourhoods() {
		final Random random = new Random(4);
		int simple = 0;
		for (int i = 0; i < 60_000; i++) {
			final int bits = random.nextInt(1 << 27) & (i % 3 == 0 ? random.nextInt(1 << 27) : -1) | (i % 3 == 1 ? random.nextInt(
				1 << 27) : 0);
			final boolean expected = byDefinition(bits);
			assertEquals(expected, SimplePoint.isSimple(bits), () -> "neighbourhood " + Integer.toBinaryString(bits));
			if (expected) simple++;
		}
		assertTrue(simple > 2_000 && simple < 58_000, "both answers are met: " + simple);
	}

	@Test
	void agreesOnEveryPlaneAndOnSparseNeighbourhoods() {
		for (int bits = 0; bits < 512; bits++)
			for (int axis = 0; axis < 3; axis++) {
				int m = 0;
				for (int b = 0; b < 9; b++)
					if ((bits >>> b & 1) != 0) m |= 1 << (axis == 0 ? 9 + b : axis == 1 ? b % 3 + 3 + 9 * (b / 3) : 1 + 3 * b);
				assertEquals(byDefinition(m), SimplePoint.isSimple(m));
			}
		for (int a = 0; a < 27; a++)
			for (int b = 0; b < 27; b++)
				for (int c = 0; c < 27; c++) {
					final int few = 1 << a | 1 << b | 1 << c;
					assertEquals(byDefinition(few), SimplePoint.isSimple(few));
					final int most = ~few & (1 << 27) - 1;
					assertEquals(byDefinition(most), SimplePoint.isSimple(most));
				}
	}
}
