// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Locale;

import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Spallation;

/**
 * Stage of a spallation by a printed rule: 1 sub-surface, 2 opened and joined with the electrode, 3 fully developed, after
 * the three stages of Fig. 3 of doi:10.1039/d3ee03916a. The numbers of the rule are choices (assumed), not from the paper.
 *
 * @param joinedClosure share of the rim from which on the crack counts as joined with the surface
 * @param fullClosure share of the rim from which on it counts as closed
 * @param liftedUm opening or uplift above which a lid has broken through; an elastic lid opens 1 um at most (physics
 *          reference, 3e)
 */
public record StageRule(double joinedClosure, double fullClosure, double liftedUm) {

	/** Joined from 25 %, closed from 75 %, broken through from 1 um. */
	public static final StageRule DEFAULT = new StageRule(0.25, 0.75, 1);

	/** Checks the order. */
	public StageRule {
		if (!(joinedClosure > 0 && joinedClosure < fullClosure && fullClosure <= 1 && liftedUm > 0))
			throw new IllegalArgumentException("A stage rule with closures " + joinedClosure + " and " + fullClosure
				+ " and a lift of " + liftedUm + " um is out of order; give 0 < joined < full <= 1 and a lift above 0.");
	}

	/**
	 * The rule in words, for the table's head.
	 *
	 * @return three sentences
	 */
	public String text() {
		return String.format(Locale.ROOT, "Stage 3: rim seen over at least %.0f %% and opening or uplift at least %.2g um "
			+ "(or neither measured), and not magnesium-free. Stage 1: rim below %.0f %%, no such opening or uplift and no "
			+ "magnesium, or rim below %.0f %% and magnesium-free. Stage 2: everything else with a known rim.", 100
				* fullClosure, liftedUm, 100 * joinedClosure, 100 * fullClosure);
	}

	/**
	 * Stages a spallation.
	 *
	 * @param s the spallation: rim closure, opening and uplift are used
	 * @param magnesium verdict on the lithium in it, or null if there is none
	 * @return copy with stage and reason
	 */
	public Spallation stage(final Spallation s, final MgRegion.Verdict magnesium) {
		final SpallationDraft d = new SpallationDraft(s);
		final double rim = s.rimClosure();
		if (Double.isNaN(rim)) {
			d.stage = 0;
			d.stageReason = "Stage not known: the rim's closure was not measured.";
			return d.done();
		}
		final double lift = Double.isNaN(s.openingUm()) ? s.upliftUm() : Double.isNaN(s.upliftUm()) ? s.openingUm() : Math
			.max(s.openingUm(), s.upliftUm());
		final boolean lifted = lift >= liftedUm, flat = lift < liftedUm;
		final boolean free = magnesium == MgRegion.Verdict.LI, joined = magnesium == MgRegion.Verdict.LI_MG;
		if (rim >= fullClosure && !flat && !free) d.stage = 3;
		else if (free && rim < fullClosure || rim < joinedClosure && !lifted && !joined) d.stage = 1;
		else d.stage = 2;
		d.stageReason = reason(d.stage, rim, lift, magnesium);
		return d.done();
	}

	private String reason(final int stage, final double rim, final double lift, final MgRegion.Verdict magnesium) {
		final String name = stage == 1 ? "sub-surface" : stage == 2 ? "opened and joined" : "fully developed";
		final String closed = rim >= fullClosure ? "at least the " : "below the ";
		final String opened = Double.isNaN(lift) ? "opening and uplift were not measured" : String.format(Locale.ROOT,
			"the larger of opening and uplift is %.2f um, %s %.2f um of a broken lid", lift, lift >= liftedUm ? "at least the"
				: "below the", liftedUm);
		final String mg = magnesium == null ? "no magnesium verdict is given" : magnesium == MgRegion.Verdict.LI
			? "its lithium is magnesium-free" : magnesium == MgRegion.Verdict.LI_MG ? "its lithium holds magnesium"
				: "magnesium is undecided";
		final String conflict = magnesium == MgRegion.Verdict.LI && rim >= fullClosure
			? "; a closed rim over magnesium-free lithium is a contradiction to look at" : "";
		return String.format(Locale.ROOT, "Stage %d (%s): the rim is seen over %.0f %%, %s%.0f %% of a closed one; %s; %s%s.",
			stage, name, 100 * rim, closed, 100 * fullClosure, opened, mg, conflict);
	}
}
