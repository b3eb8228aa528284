// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

/**
 * One edge of the pore-crack-face graph.
 *
 * @param from {@code pore:ID}, {@code crack:ID} or {@code face}
 * @param to likewise
 * @param pathUm length of the path through the crack between the two, um
 * @param widthFlowNm flow-relevant width of that path, nm
 */
public record Link(String from, String to, double pathUm, double widthFlowNm) {

	/** The graph table, in the order of the file. */
	public static final List<Column<Link>> COLUMNS = List.of(
		new Column<>("from", "pore:ID, crack:ID or face", Link::from),
		new Column<>("to", "pore:ID, crack:ID or face", Link::to),
		new Column<>("path_um", "length of the path between the two", Link::pathUm),
		new Column<>("width_flow_nm", "flow-relevant width of that path", Link::widthFlowNm));
}
