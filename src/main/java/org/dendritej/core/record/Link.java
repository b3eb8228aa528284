// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

/**
 * One edge of the pore-crack-face graph.
 * <p>
 * <b>Ways</b> join the face and pores: {@code face - pore} and {@code pore - pore}, each through one crack. Their lengths add up
 * along a route. <b>Reaches</b> say what belongs to a crack: {@code face - crack} is the length of a crack that opens at the face,
 * {@code crack - pore} how far the pore lies along the crack from where that starts (the face, else its tip). They do not add up.
 *
 * @param from {@code pore:ID}, {@code crack:ID} or {@code face}
 * @param to likewise
 * @param pathUm length of the path through the crack between the two, um
 * @param widthFlowNm flow-relevant width of that path, nm
 * @param crack label of the crack that the path runs through; 0 = not known
 */
public record Link(String from, String to, double pathUm, double widthFlowNm, int crack) {

	/** The graph table, in the order of the file. */
	public static final List<Column<Link>> COLUMNS = List.of(
		new Column<>("from", "pore:ID, crack:ID or face", Link::from),
		new Column<>("to", "pore:ID, crack:ID or face", Link::to),
		new Column<>("path_um", "length of the path between the two", Link::pathUm),
		new Column<>("width_flow_nm", "flow-relevant width of that path", Link::widthFlowNm),
		new Column<>("crack", "label of the crack that the path runs through", l -> l.crack() > 0 ? (Object) l.crack() : (Object) Double.NaN));

	/**
	 * An edge whose crack is not known.
	 *
	 * @param from see the class
	 * @param to see the class
	 * @param pathUm see the class
	 * @param widthFlowNm see the class
	 */
	public Link(final String from, final String to, final double pathUm, final double widthFlowNm) {
		this(from, to, pathUm, widthFlowNm, 0);
	}

	/**
	 * Whether the path's length adds up with that of others: a way between face and pores, not a reach within a crack.
	 *
	 * @return true if neither end is a crack
	 */
	public boolean isWay() {
		return !from.startsWith("crack:") && !to.startsWith("crack:");
	}
}
