// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** EBIC contrast against texture that is correlated over many pixels. */
class EbicContrastTest {

	private static List<Spallation> run(final SurfaceScene s, final List<Outline> o, final double least) {
		final List<Spallation> rims = new ArrayList<>();
		for (int i = 0; i < o.size(); i++)
			rims.add(new SpallationDraft().done());
		return EbicContrast.test(s.image(), rims, o, 0.05, least, 1, 1, Progress.NONE);
	}

	private static void disc(final SurfaceScene s, final double x, final double y, final double r, final double add) {
		s.rim(Ellipse.circle(x, y, r), 1, SurfaceScene.Kind.STEP, add, 0.2, 0);
	}

	@Test
	void tellsConnectedFromNotConnected() {
		final SurfaceScene s = new SurfaceScene(700, 600, 0.1, 4).texture(4, 6).noise(5);
		disc(s, 15, 15, 4, -25);
		disc(s, 55, 40, 5, 25);
		final List<Outline> o = List.of(Outline.circle(15, 15, 4), Outline.circle(55, 40, 5), Outline.circle(40, 12, 4));
		final List<Spallation> r = run(s, o, 0.2);
		assertEquals("connected", r.get(0).ebicVerdict());
		assertEquals(-25 / 120.0, r.get(0).ebicContrast(), 0.05);
		assertEquals("connected", r.get(1).ebicVerdict());
		assertTrue(r.get(1).ebicP() <= 0.01);
		assertEquals("not connected", r.get(2).ebicVerdict());
		// the same place, when a contrast of 0.1 % would count as a connection
		assertEquals("undecided", run(s, o, 0.001).get(2).ebicVerdict());
	}

	/** On texture alone a connection is claimed in about 5 % of the cases, in spite of correlated pixels. */
	@Test
	void falseConnectionsAreRare() {
		int claimed = 0, all = 0;
		for (int seed = 0; seed < 12; seed++) {
			final SurfaceScene s = new SurfaceScene(500, 500, 0.1, 100 + seed).texture(10, 8).noise(3);
			final List<Outline> o = new ArrayList<>();
			for (int k = 0; k < 9; k++)
				o.add(Outline.circle(10 + 15 * (k % 3), 10 + 15 * (k / 3), 2.5));
			for (final Spallation r : run(s, o, 0.2)) {
				claimed += "connected".equals(r.ebicVerdict()) ? 1 : 0;
				all++;
			}
		}
		assertTrue(claimed <= 0.12 * all, claimed + " of " + all);
	}

	@Test
	void withoutFreeSurfaceNothingIsClaimed() {
		final SurfaceScene s = new SurfaceScene(60, 60, 0.1, 4).noise(5);
		final Spallation r = run(s, List.of(Outline.circle(3, 3, 2)), 0.2).get(0);
		assertEquals("undecided", r.ebicVerdict());
		assertTrue(Double.isNaN(r.ebicP()));
		assertThrows(IllegalArgumentException.class, () -> EbicContrast.test(s.image(), List.of(), List.of(Outline.circle(3,
			3, 2)), 0.05, 0.2, 1, 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> EbicContrast.test(s.image(), List.of(), List.of(), 0, 0.2, 1, 1,
			Progress.NONE));
	}
}
