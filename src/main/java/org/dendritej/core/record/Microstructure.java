// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

/**
 * Everything that is known of one sample. Immutable: commands make a new one in which exactly their own section is
 * replaced. A section that was not measured is null.
 *
 * @param sample name of the specimen
 * @param pores from Label Pores
 * @param cracks from Skeletonize Cracks
 * @param branches from Skeletonize Cracks
 * @param graph from Skeletonize Cracks
 * @param spallations from Measure Spallations
 * @param magnesium from Overlay Magnesium Map
 * @param current from Map Current Distribution
 * @param prediction from Predict Dendrite Initiation
 */
public record Microstructure(String sample, Section<Pore> pores, Section<Crack> cracks, Section<Branch> branches,
	Section<Link> graph, Section<Spallation> spallations, Section<MgRegion> magnesium, Section<PoreCurrent> current,
	Section<Quantity> prediction)
{

	/** Version of the document's layout, written to every sidecar. */
	public static final int SCHEMA = 3;

	/** Checks the name. */
	public Microstructure {
		if (sample == null || sample.isBlank()) throw new IllegalArgumentException(
			"A sample without a name cannot be kept; give sample=NAME.");
	}

	/**
	 * A document in which nothing was measured yet.
	 *
	 * @param sample name of the specimen
	 * @return the empty document
	 */
	public static Microstructure empty(final String sample) {
		return new Microstructure(sample, null, null, null, null, null, null, null, null);
	}

	/**
	 * Replaces the pores.
	 *
	 * @param s the new section
	 * @return a new document
	 */
	public Microstructure withPores(final Section<Pore> s) {
		return new Microstructure(sample, s, cracks, branches, graph, spallations, magnesium, current, prediction);
	}

	/**
	 * Replaces the cracks with their branches and graph: the three are one command's section.
	 *
	 * @param c cracks
	 * @param b branches
	 * @param g graph
	 * @return a new document
	 */
	public Microstructure withCracks(final Section<Crack> c, final Section<Branch> b, final Section<Link> g) {
		return new Microstructure(sample, pores, c, b, g, spallations, magnesium, current, prediction);
	}

	/**
	 * Replaces the spallations.
	 *
	 * @param s the new section
	 * @return a new document
	 */
	public Microstructure withSpallations(final Section<Spallation> s) {
		return new Microstructure(sample, pores, cracks, branches, graph, s, magnesium, current, prediction);
	}

	/**
	 * Replaces the magnesium verdicts.
	 *
	 * @param s the new section
	 * @return a new document
	 */
	public Microstructure withMagnesium(final Section<MgRegion> s) {
		return new Microstructure(sample, pores, cracks, branches, graph, spallations, s, current, prediction);
	}

	/**
	 * Replaces the current distribution.
	 *
	 * @param s the new section
	 * @return a new document
	 */
	public Microstructure withCurrent(final Section<PoreCurrent> s) {
		return new Microstructure(sample, pores, cracks, branches, graph, spallations, magnesium, s, prediction);
	}

	/**
	 * Replaces the prediction.
	 *
	 * @param s the new section
	 * @return a new document
	 */
	public Microstructure withPrediction(final Section<Quantity> s) {
		return new Microstructure(sample, pores, cracks, branches, graph, spallations, magnesium, current, s);
	}

	/**
	 * Fills the sections that this document lacks from another one of the same sample.
	 *
	 * @param other an older document
	 * @return a new document in which nothing of this one is changed
	 */
	public Microstructure completedBy(final Microstructure other) {
		final boolean own = cracks != null;
		return new Microstructure(sample, or(pores, other.pores), own ? cracks : other.cracks, own ? branches : other.branches,
			own ? graph : other.graph, or(spallations, other.spallations), or(magnesium, other.magnesium), or(current, other.current), or(
				prediction, other.prediction));
	}

	private static <R> Section<R> or(final Section<R> mine, final Section<R> others) {
		return mine != null ? mine : others;
	}
}
