// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.report;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.record.Microstructure;

/** The papers behind what was measured of a sample, so that they can be cited. */
public final class Citations {

	private static final String MELVIN = "Melvin et al., Nature Energy 2025, doi:10.1038/s41560-025-01847-0 (microstructure and critical current density)";
	private static final String NING = "Ning et al., Nature 2023, 618, 287 (initiation and propagation of dendrites)";
	private static final String SINISCALCHI = "Siniscalchi et al., Energy Environ. Sci. 2024, 17, 2431, doi:10.1039/d3ee03916a (spallation, magnesium tracer)";
	private static final String THICKNESS = "Hildebrand and R\u00fcegsegger, J. Microsc. 1997, 185, 67 (local thickness)";
	private static final String WEIGHTS = "Miles and Lantu\u00e9joul (sampling weights for objects cut by the border)";
	private static final String LIMITS = "Currie, Anal. Chem. 1968, 40, 586 (limits of detection)";

	private Citations() {}

	/**
	 * One line for each paper.
	 *
	 * @param m the sample's document
	 * @return lines; the suite itself first
	 */
	public static List<String> of(final Microstructure m) {
		final List<String> lines = new ArrayList<>();
		lines.add("DendriteJ (CITATION.cff of its repository holds version and authors)");
		if (m.pores() != null) lines.add("Pores: " + WEIGHTS);
		if (m.cracks() != null) lines.add("Cracks: " + THICKNESS);
		if (m.spallations() != null) lines.add("Spallations: " + SINISCALCHI);
		if (m.magnesium() != null) {
			lines.add("Magnesium: " + SINISCALCHI);
			lines.add("Magnesium: " + LIMITS);
		}
		if (m.current() != null) lines.add("Current: " + MELVIN);
		if (m.prediction() != null) {
			lines.add("Prediction: " + MELVIN);
			lines.add("Prediction: " + NING);
		}
		return lines;
	}
}
