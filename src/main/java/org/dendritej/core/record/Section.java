// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;

/**
 * What one command found in one sample: rows, a summary with intervals, remarks, and how it was made. A command replaces
 * its own section whole and touches no other.
 *
 * @param <R> type of a row
 * @param grid geometry of the image that was measured; null if no image was involved
 * @param face where the electrode lies
 * @param rows one record for each object
 * @param summary numbers of the whole
 * @param flags remarks on validity
 * @param provenance how it was made
 */
public record Section<R>(VoxelGrid grid, ElectrodeFace face, List<R> rows, List<Quantity> summary, List<Flag> flags,
	Provenance provenance)
{

	/** Keeps copies. */
	public Section {
		rows = List.copyOf(rows);
		summary = List.copyOf(summary);
		flags = List.copyOf(flags);
	}

	/**
	 * Looks a summary number up.
	 *
	 * @param name its name
	 * @return the quantity, if present
	 */
	public Optional<Quantity> find(final String name) {
		return summary.stream().filter(q -> q.name().equals(name)).findFirst();
	}

	/**
	 * A summary number that must be there.
	 *
	 * @param name its name
	 * @return its value
	 * @throws NoSuchElementException if the summary has no such row
	 */
	public double value(final String name) {
		return find(name).orElseThrow(() -> new NoSuchElementException("no summary row " + name)).value();
	}
}
