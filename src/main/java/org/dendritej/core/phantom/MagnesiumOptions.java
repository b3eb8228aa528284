// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.function.ToDoubleFunction;

import org.dendritej.core.phantom.Specimen.Body;

/**
 * How a magnesium map is recorded.
 *
 * @param pixelUm edge of the square map pixels, um
 * @param sectionUm place of the section along z, um from the low side of the specimen
 * @param countsAtReference magnesium counts per pixel in a wide body of the reference content
 * @param referenceAtpct that content, at% (the electrode; 10 in the second paper)
 * @param background counts per pixel everywhere (bremsstrahlung)
 * @param overlap counts per pixel in the solid electrolyte only (the Ta M-zeta line beside Mg K-alpha)
 * @param probeUm standard deviation of the probe's blur, um
 * @param rangeUm depth below the section from which X-rays come, um; thin slanted bodies are diluted over it
 * @param electrodeUm height of a strip of reference metal above the face that the map shows, um; 0 = none
 * @param stepRow row from which on the map's gain changes; -1 = none
 * @param stepFactor gain from that row on
 * @param seed seed of the counts
 * @param content magnesium of each pore and crack, at%
 */
public record MagnesiumOptions(double pixelUm, double sectionUm, double countsAtReference, double referenceAtpct,
	double background, double overlap, double probeUm, double rangeUm, double electrodeUm, int stepRow,
	double stepFactor, long seed, ToDoubleFunction<Body> content)
{

	/** Checks all numbers. */
	public MagnesiumOptions {
		Lengths.positive("The map's pixel size", pixelUm);
		Lengths.within("The place of the section (um)", sectionUm, 0, 1e6);
		Lengths.within("The counts at the reference content", countsAtReference, 0, 1e9);
		Lengths.within("The reference content (at%)", referenceAtpct, 1e-6, 100);
		Lengths.within("The background counts per pixel", background, 0, 1e9);
		Lengths.within("The overlap counts per pixel", overlap, 0, 1e9);
		Lengths.within("The probe's blur (um)", probeUm, 0, 1e3);
		Lengths.within("The X-ray range (um)", rangeUm, 0, 1e3);
		Lengths.within("The electrode strip (um)", electrodeUm, 0, 1e4);
		Lengths.within("The gain after the frame step", stepFactor, 0, 100);
		if (content == null) throw new IllegalArgumentException(
			"The magnesium content of the objects is missing; give a function from body to at%.");
	}

	/**
	 * A map as in the second paper's proportions: pixels of 0.1 um, 20 counts per pixel at 10 at%, background 2, overlap
	 * 1, probe 0.1 um, X-ray range 0.5 um, electrode strip of 1 um, no frame step. Counts and blur are assumed.
	 *
	 * @param sectionUm place of the section along z, um
	 * @param seed seed of the counts
	 * @param content magnesium of each pore and crack, at%
	 * @return the options
	 */
	public static MagnesiumOptions standard(final double sectionUm, final long seed,
		final ToDoubleFunction<Body> content)
	{
		return new MagnesiumOptions(0.1, sectionUm, 20, 10, 2, 1, 0.1, 0.5, 1, -1, 1, seed, content);
	}

	/**
	 * Magnesium by the way to the electrode: bodies of the specimen that a crack joins to the face hold the reference
	 * content, all others none.
	 *
	 * @param specimen the specimen
	 * @param atpct content of the joined ones, at%
	 * @return the content function
	 */
	public static ToDoubleFunction<Body> joinedOnly(final Specimen specimen, final double atpct) {
		return b -> {
			final boolean joined = b.value() == Specimen.PORE ? specimen.pores().get(b.id() - 1).joined() : b
				.value() == Specimen.CRACK && specimen.cracks().get(b.id() - 1).opensAtFace();
			return joined ? atpct : 0;
		};
	}
}
