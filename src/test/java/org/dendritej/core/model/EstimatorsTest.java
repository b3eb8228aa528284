// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Pore;
import org.junit.jupiter.api.Test;

/** What paper mode takes from the records, against counting by hand and against the definition written out. */
class EstimatorsTest {

	@Test
	void separationIsTheDefinitionWrittenOut() {
		final SplittableRandom r = new SplittableRandom(2);
		for (int run = 0; run < 200; run++) {
			final List<Pore> pores = new ArrayList<>();
			for (int i = 0; i < 3 + r.nextInt(40); i++)
				pores.add(Specimens.pore(i + 1, 0.1 + 2 * r.nextDouble(), 0.02, new Vec3(30 * r.nextDouble(), 20 * r.nextDouble(),
					7 * r.nextDouble())));
			for (final LargeRule rule : LargeRule.values()) {
				final double max = pores.stream().mapToDouble(Pore::radiusEqUm).max().getAsDouble();
				final List<Pore> large = pores.stream().filter(p -> rule.isLarge(p.radiusEqUm(), max)).toList();
				final LargestPores l = LargestPores.of(pores, rule);
				assertEquals(max, l.radius().value());
				assertEquals(large, l.large());
				if (large.size() < 2) {
					assertThrows(IllegalArgumentException.class, l::separation);
					continue;
				}
				final double mean = large.stream().mapToDouble(p -> large.stream().filter(q -> q != p).mapToDouble(q -> q
					.centroidUm().distance(p.centroidUm())).min().getAsDouble()).average().getAsDouble();
				assertEquals(mean, l.separation().value(), 1e-12 * mean);
			}
		}
	}

	@Test
	void longestCracksByHand() {
		final List<Crack> cracks = List.of(crack(1, 2.5, 160, true), crack(2, 1.8, 140, true), crack(3, 1.6, 100, true),
			crack(4, 9, 4000, true), crack(5, 3, 90, false), crack(6, 1, 120, true));
		// 4 is no crack (aspect 2.25), 5 is not resolved; 2/3 of 2.5 is 1.667
		final LongestCracks two = LongestCracks.of(cracks, CrackRule.TWOTHIRDS);
		assertEquals(2.5, two.length().value());
		assertEquals(150, two.width().value());
		assertEquals(4, two.considered());
		assertEquals(Math.sqrt(15 * 15 + 200.0 / 2), two.width().sd(), 1e-9);
		final LongestCracks third = LongestCracks.of(cracks, CrackRule.LONGESTTHIRD);
		assertEquals(2, third.chosen().size());
		final LongestCracks blurred = LongestCracks.of(List.of(crack(5, 3, 90, false)), CrackRule.TWOTHIRDS);
		assertFalse(blurred.resolved());
		assertTrue(blurred.width().source().contains("not resolved"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> LongestCracks.of(List.of(crack(4, 9, 4000, true)),
			CrackRule.TWOTHIRDS)).getMessage().contains("None of the 1 objects"));
	}

	private static Crack crack(final int label, final double length, final double width, final boolean resolved) {
		return Specimens.crack(label, length, 0.05, width, 15, resolved, true, List.of());
	}
}
