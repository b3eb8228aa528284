// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.List;
import java.util.NoSuchElementException;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;

/**
 * A prediction for one specimen: the rows of its table, the remarks, and what further steps need.
 *
 * @param rows named quantities with intervals, units and sources
 * @param flags every reason for doubt
 * @param inputs the four numbers of the microstructure
 * @param model everything else: the conditions and, if measured, the collecting area
 * @param area collecting area
 * @param uncertainty the random draws
 */
public record Prediction(List<Quantity> rows, List<Flag> flags, PaperInputs inputs, CriticalCurrent model,
	CollectingArea area, PaperUncertainty uncertainty)
{

	/** Keeps copies. */
	public Prediction {
		rows = List.copyOf(rows);
		flags = List.copyOf(flags);
	}

	/**
	 * Everything but the microstructure.
	 *
	 * @return the model's conditions
	 */
	public Conditions conditions() {
		return model.conditions();
	}

	/**
	 * A row that must be there.
	 *
	 * @param name its name
	 * @return the quantity
	 */
	public Quantity get(final String name) {
		return rows.stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow(() -> new NoSuchElementException(
			"no prediction row " + name));
	}

	/**
	 * The critical current density.
	 *
	 * @return mA/cm2
	 */
	public double ccdMaCm2() {
		return get("ccd").value();
	}

	/**
	 * The prediction as a section of the sample's document.
	 *
	 * @param provenance how it was made
	 * @return the section
	 */
	public Section<Quantity> section(final Provenance provenance) {
		return new Section<>(null, ElectrodeFace.NONE, rows, List.of(), flags, provenance);
	}
}
