// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.math3.random.Well19937c;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Error rates over many drawn objects: false claims, detection against prediction, false discoveries, false LI. */
class MagnesiumErrorRatesTest {

	private static final int COLUMNS = 12;
	private static final int ROWS = 10;
	private static final int OBJECTS = COLUMNS * ROWS;

	/** What happened to the objects of one kind. */
	private static final class Tally {

		int objects;
		int claimed;
		int lithium;
		int undecided;
		double predicted;

		void add(final MgRegion m) {
			objects++;
			predicted += m.power();
			if (m.verdict() == Verdict.LI_MG) claimed++;
			else if (m.verdict() == Verdict.LI) lithium++;
			else undecided++;
		}
	}

	/** One row of the table. */
	private record Setting(double background, double added, int side, double content, double share) {}

	/** A map of 120 objects on a lattice; the given share holds magnesium of the given content. */
	private static List<MgRegion> map(final Setting s, final int seed, final boolean[] truth) {
		final Well19937c random = new Well19937c(seed);
		final int cell = s.side + 14;
		final MapDrawing m = new MapDrawing(COLUMNS * cell, ROWS * cell, 1, s.background);
		final double full = s.added * Alloy.ratioFromAtomicPercent(s.content, 10);
		final Map<Integer, Double> widths = new HashMap<>();
		for (int k = 0; k < OBJECTS; k++) {
			truth[k] = random.nextDouble() < s.share;
			m.box(k + 1, (k % COLUMNS) * cell + 7, (k / COLUMNS) * cell + 7, s.side, s.side, truth[k] ? full : 0);
			widths.put(k + 1, 3.0);
		}
		final MagnesiumOptions o = MagnesiumOptions.DEFAULT.with(Reference.rate(s.added).wanting(s.content)).with(
			Measurement.DEFAULT.withWidths(widths));
		return MagnesiumAnalysis.analyse(m.counts(random), m.labels(), o, Progress.NONE).regions();
	}

	/** Runs a setting and returns the printed row; asserts every promise. */
	private static String check(final Setting s, final int maps, final int seed) {
		final Tally with = new Tally();
		final Tally without = new Tally();
		double falseShare = 0;
		final boolean[] truth = new boolean[OBJECTS];
		for (int i = 0; i < maps; i++) {
			final List<MgRegion> regions = map(s, seed + i, truth);
			int claims = 0;
			int wrong = 0;
			for (int k = 0; k < OBJECTS; k++) {
				final MgRegion m = regions.get(k);
				(truth[k] ? with : without).add(m);
				if (m.verdict() != Verdict.LI_MG) continue;
				claims++;
				if (!truth[k]) wrong++;
			}
			falseShare += claims == 0 ? 0 : wrong / (double) claims;
		}
		falseShare /= maps;
		final double alpha = 0.05;
		final String row = String.format(java.util.Locale.ROOT, "| %.1f | %.2f | %d x %d | %.1f | %.0f %% | %d | %.4f | %.4f |"
			+ " %.3f | %.3f | %.4f | %.3f |", s.background, s.added, s.side, s.side, s.content, 100 * s.share, with.objects
				+ without.objects, rate(without.claimed, without.objects), falseShare, rate(with.claimed, with.objects),
			with.predicted / Math.max(1, with.objects), rate(with.lithium, with.objects), rate(without.lithium,
				without.objects));
		assertTrue(without.objects == 0 || rate(without.claimed, without.objects) <= alpha, "false claims: " + row);
		// the mean over maps of a share between 0 and 1 that exceeds 0.05 rarely
		assertTrue(falseShare <= alpha + 3 * Math.sqrt(alpha * (1 - alpha) / maps), "false discoveries: " + row);
		if (with.objects > 0) {
			final double predicted = with.predicted / with.objects;
			final double error = Math.sqrt(0.25 / with.objects);
			assertTrue(Math.abs(rate(with.claimed, with.objects) - predicted) <= 0.05 + 3 * error, "power: " + row);
			assertTrue(rate(with.lithium, with.objects) <= 0.05 + 3 * Math.sqrt(0.05 * 0.95 / with.objects), "false LI: " + row);
		}
		return row;
	}

	private static double rate(final int n, final int of) {
		return of == 0 ? Double.NaN : n / (double) of;
	}

	@Test
	void promisesHoldOnAFewHundredObjects() {
		check(new Setting(2, 1, 4, 10, 0.3), 4, 100);
		check(new Setting(0.3, 0.5, 3, 10, 0.5), 4, 200);
		check(new Setting(5, 2, 3, 10, 0), 3, 300);
	}

	@Test
	@Tag("long")
	void promisesHoldOnTensOfThousandsOfObjects() {
		final List<String> table = new ArrayList<>();
		int seed = 1000;
		for (final double background : new double[] { 0.2, 2, 20 })
			for (final int side : new int[] { 2, 4, 8 })
				for (final double content : new double[] { 2, 10 })
					for (final double share : new double[] { 0, 0.3 }) {
						if (share == 0 && content == 2) continue;
						table.add(check(new Setting(background, 1, side, content, share), 12, seed += 1000));
					}
		assertTrue(table.size() * 12 * OBJECTS > 10_000);
		for (final String row : table)
			System.out.println(row);
	}
}
