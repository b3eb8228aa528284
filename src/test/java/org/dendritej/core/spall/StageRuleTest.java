// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.record.Spallation;
import org.junit.jupiter.api.Test;

/** Stages and their reasons. */
class StageRuleTest {

	private static final double NO = Double.NaN;

	private static Spallation stage(final double rim, final double opening, final double uplift, final Verdict mg) {
		final SpallationDraft d = new SpallationDraft();
		d.rimClosure = rim;
		d.openingUm = opening;
		d.upliftUm = uplift;
		return StageRule.DEFAULT.stage(d.done(), mg);
	}

	@Test
	void followsThePrintedRule() {
		// the three cracks of Fig. 3: no magnesium; magnesium in a narrow crack; wide open and full of it
		assertEquals(1, stage(0.4, 0.4, NO, Verdict.LI).stage());
		assertEquals(2, stage(0.6, 0.5, NO, Verdict.LI_MG).stage());
		assertEquals(3, stage(0.95, 4, 3, Verdict.LI_MG).stage());
		assertEquals(1, stage(0, 0.3, NO, null).stage());
		assertEquals(2, stage(0, 0.3, NO, Verdict.LI_MG).stage());
		assertEquals(2, stage(0.1, 0.3, 2, null).stage());
		assertEquals(2, stage(0.9, 0.3, 0.1, null).stage());
		assertEquals(3, stage(0.9, NO, NO, null).stage());
		assertEquals(2, stage(0.5, NO, NO, null).stage());
		assertEquals(2, stage(0.9, 3, NO, Verdict.LI).stage());
		assertEquals(3, stage(0.9, 3, NO, Verdict.UNDECIDED).stage());
		assertEquals(0, stage(NO, 3, NO, null).stage());
	}

	@Test
	void givesASentence() {
		final String r = stage(0.4, 0.4, NO, Verdict.LI).stageReason();
		assertTrue(r.startsWith("Stage 1 (sub-surface): the rim is seen over 40 %"), r);
		assertTrue(r.contains("magnesium-free") && r.endsWith("."), r);
		assertTrue(stage(0.9, 3, NO, Verdict.LI).stageReason().contains("contradiction"));
		assertTrue(StageRule.DEFAULT.text().contains("75 %"));
		assertThrows(IllegalArgumentException.class, () -> new StageRule(0.8, 0.7, 1));
	}
}
