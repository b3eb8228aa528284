// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.record.Column;

/**
 * A pore, a crack or the electrode in the graph, and whether and how far it is joined to the electrode.
 *
 * @param node {@code face}, {@code pore:ID} or {@code crack:ID}
 * @param kind face, pore or crack
 * @param occluded whether nothing joins it to the face
 * @param opensAtFace whether it touches the face itself
 * @param pathToFaceUm length of the shortest route through cracks to the face, um; ways inside pores do not count; NaN if occluded
 * @param ways ways that end there, or that run through the crack
 */
public record GraphNode(String node, String kind, boolean occluded, boolean opensAtFace, double pathToFaceUm, int ways) {

	/** The table of the graph's nodes, in the order of the file. */
	public static final List<Column<GraphNode>> COLUMNS = List.of(
		new Column<>("node", "face, pore:ID or crack:ID", GraphNode::node),
		new Column<>("kind", "face, pore or crack", GraphNode::kind),
		new Column<>("occluded", "nothing joins it to the face", GraphNode::occluded),
		new Column<>("opens_at_face", "touches the face itself", GraphNode::opensAtFace),
		new Column<>("path_to_face_um", "shortest route through cracks to the face, without the ways inside pores", GraphNode::pathToFaceUm),
		new Column<>("ways", "ways that end there, or that run through the crack", GraphNode::ways));
}
