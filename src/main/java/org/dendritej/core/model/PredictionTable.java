// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;

/**
 * All that a run of the command found, in paper mode or pore by pore, with one verdict over all reasons.
 *
 * @param ccdMaCm2 critical current of the chosen mode, mA/cm2; NaN if it has none
 * @param rows rows of the prediction table; {@code validity} speaks of all flags
 * @param flags every reason for doubt
 */
public record PredictionTable(double ccdMaCm2, List<Quantity> rows, List<Flag> flags) {

	/** Rows that every prediction table has. */
	private static final List<String> ALWAYS = List.of("ccd", "pore_pressure_limit", "pore_radius", "pore_separation",
		"crack_length", "crack_width", "collecting_area", "pressure_cap");
	private static final List<String> UNITS = List.of("mA/cm2", "MPa", "um", "um", "um", "nm", "um2", "MPa");

	/** Keeps copies and writes the verdict. */
	public PredictionTable {
		flags = flags.stream().distinct().toList();
		final Quantity verdict = Quantity.text("validity", ValidityGate.verdict(flags), ValidityGate.reasons(flags));
		rows = rows.stream().map(q -> q.name().equals("validity") ? verdict : q).toList();
	}

	/**
	 * Paper mode.
	 *
	 * @param p the prediction
	 * @return its table
	 */
	public static PredictionTable of(final Prediction p) {
		return new PredictionTable(p.ccdMaCm2(), p.rows(), p.flags());
	}

	/**
	 * Image mode, with the rows of paper mode before it.
	 *
	 * @param paper the prediction in paper mode; null if it was refused
	 * @param refusal why it was refused
	 * @param image the prediction pore by pore
	 * @return its table
	 */
	public static PredictionTable of(final Prediction paper, final String refusal, final ImagePrediction image) {
		final List<Quantity> rows = new ArrayList<>();
		final List<Flag> flags = new ArrayList<>(image.flags());
		if (paper != null) {
			rows.addAll(paper.rows());
			flags.addAll(paper.flags());
		}
		else {
			for (int i = 0; i < ALWAYS.size(); i++)
				rows.add(Quantity.of(ALWAYS.get(i), Double.NaN, UNITS.get(i), "paper mode does not apply: " + refusal));
			rows.add(Quantity.text("validity", "", ""));
		}
		rows.addAll(image.rows());
		return new PredictionTable(image.connected().pores().isEmpty() ? Double.NaN : image.connected().weakest()
			.fractureMaCm2(), rows, flags);
	}

	/**
	 * The same with more rows and reasons.
	 *
	 * @param more further rows
	 * @param reasons further reasons
	 * @return a new table
	 */
	public PredictionTable with(final List<Quantity> more, final List<Flag> reasons) {
		final List<Quantity> r = new ArrayList<>(rows);
		r.addAll(more);
		final List<Flag> f = new ArrayList<>(flags);
		f.addAll(reasons);
		return new PredictionTable(ccdMaCm2, r, f);
	}

	/**
	 * The section of the sample's document.
	 *
	 * @param provenance how it was made
	 * @return the section
	 */
	public Section<Quantity> section(final Provenance provenance) {
		return new Section<>(null, ElectrodeFace.NONE, rows, List.of(), flags, provenance);
	}
}
