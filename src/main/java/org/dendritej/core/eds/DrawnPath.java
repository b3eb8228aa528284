// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.MgRegion;

/**
 * The way from an object to the electrode as a line on the map: through the middles of those of its nodes that are on the
 * map, and to the nearest electrode pixel or, without one, to the electrode's side of the image.
 *
 * @param id label of the object
 * @param bearing whether magnesium could have come along it; false = some object on it was judged free of magnesium
 * @param x columns, pixels
 * @param y rows, pixels
 */
public record DrawnPath(int id, boolean bearing, double[] x, double[] y) {

	/**
	 * Lays out the paths of all objects that have one.
	 *
	 * @param regions verdicts with their paths
	 * @param graph how objects are named in it
	 * @param labels objects, x + nx y
	 * @param grid their grid
	 * @param electrode label of the electrode; 0 = not on the map
	 * @param face side of the electrode if it is not on the map
	 * @return one line for each object whose path has at least two places that can be drawn
	 */
	public static List<DrawnPath> of(final List<MgRegion> regions, final ObjectGraph graph, final int[] labels,
		final VoxelGrid grid, final int electrode, final ElectrodeFace face)
	{
		final Map<Integer, double[]> middles = middles(labels, grid.nx());
		final Map<String, double[]> places = new HashMap<>();
		middles.forEach((label, m) -> places.put(graph.node(label), m));
		final List<DrawnPath> drawn = new ArrayList<>();
		for (final MgRegion r : regions) {
			if (r.path().isEmpty()) continue;
			final List<double[]> points = new ArrayList<>();
			for (final String node : r.path().split(" > ")) {
				final double[] last = points.isEmpty() ? null : points.get(points.size() - 1);
				final double[] at = node.equals(ObjectGraph.FACE) ? last == null ? null : end(last, labels, grid, electrode, face)
					: places.get(node);
				if (at != null) points.add(at);
			}
			if (points.size() < 2) continue;
			drawn.add(new DrawnPath(r.id(), !Double.isNaN(r.pathToElectrodeUm()), points.stream().mapToDouble(p -> p[0])
				.toArray(), points.stream().mapToDouble(p -> p[1]).toArray()));
		}
		return drawn;
	}

	private static Map<Integer, double[]> middles(final int[] labels, final int nx) {
		final Map<Integer, double[]> sums = new HashMap<>();
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0) continue;
			final double[] s = sums.computeIfAbsent(labels[i], k -> new double[3]);
			s[0] += i % nx + 0.5;
			s[1] += i / nx + 0.5;
			s[2]++;
		}
		sums.replaceAll((k, s) -> new double[] { s[0] / s[2], s[1] / s[2] });
		return sums;
	}

	private static double[] end(final double[] from, final int[] labels, final VoxelGrid g, final int electrode,
		final ElectrodeFace face)
	{
		double[] best = null;
		double nearest = Double.POSITIVE_INFINITY;
		for (int i = 0; electrode > 0 && i < labels.length; i++) {
			if (labels[i] != electrode) continue;
			final double x = i % g.nx() + 0.5, y = i / g.nx() + 0.5;
			final double d = Math.hypot((x - from[0]) * g.dxUm(), (y - from[1]) * g.dyUm());
			if (d >= nearest) continue;
			nearest = d;
			best = new double[] { x, y };
		}
		if (best != null) return best;
		return switch (face) {
			case X_MINUS -> new double[] { 0, from[1] };
			case X_PLUS -> new double[] { g.nx(), from[1] };
			case Y_MINUS -> new double[] { from[0], 0 };
			case Y_PLUS -> new double[] { from[0], g.ny() };
			default -> null;
		};
	}
}
