// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * A line through the middle of a shape, with sub-voxel points, measured without the bias of voxel steps.
 * <p>
 * A way along voxels is pulled straight as far as the shape allows (so it crosses a sheet on the straight line), put
 * back into the middle of the shape (each point moves, at right angles to the line, to the centroid of the shape within
 * the local half-width plus two voxels), smoothed, and taken on to where it leaves the shape. Voxel counting is 7 to 14 %
 * too long in slanting directions. Derived; errors on lines, arcs and helices of known length are in the tests.
 */
public final class CentreLine {

	private static final int PULLS = 2;
	private static final int CENTRINGS = 8;
	/** Points per finest edge. */
	private static final double SPACING = 1.0;

	private final List<Vec3> points;
	private final double lengthUm;

	private CentreLine(final List<Vec3> points) {
		this.points = List.copyOf(points);
		lengthUm = length(points);
	}

	/**
	 * Measures a way through a shape.
	 *
	 * @param region the shape
	 * @param way points in the shape, um: at least one; usually voxel centres of a medial surface
	 * @param halfWidthUm distance to the background at each of them, um
	 * @param openStart whether to go on at the start to where the line leaves the shape
	 * @param openEnd the same at the end
	 * @return the line
	 */
	public static CentreLine through(final Region region, final List<Vec3> way, final double[] halfWidthUm,
		final boolean openStart, final boolean openEnd)
	{
		if (way.isEmpty()) throw new IllegalArgumentException("A line through 0 points has no length; give at least 1 point.");
		final double edge = region.grid().finestEdgeUm();
		List<Vec3> line = way;
		for (int round = 0; round < PULLS; round++) {
			line = resample(pull(region, line), edge * SPACING);
			if (line.size() < 3) break;
			final double[] radius = nearestHalfWidths(way, halfWidthUm, line);
			for (int i = 0; i < CENTRINGS; i++)
				line = centre(region, line, radius);
			line = LineSmoothing.smooth(line, 8);
		}
		return new CentreLine(extend(region, line, halfWidthUm, openStart, openEnd));
	}

	/**
	 * Measures a chain of voxels by itself, without the shape around it; its ends are the centres of its end voxels.
	 *
	 * @param chain points, um
	 * @param edgeUm the coarsest voxel edge, um
	 * @return the line
	 */
	public static CentreLine along(final List<Vec3> chain, final double edgeUm) {
		return new CentreLine(LineSmoothing.chain(chain, edgeUm));
	}

	/**
	 * The points of the line.
	 *
	 * @return um
	 */
	public List<Vec3> points() {
		return points;
	}

	/**
	 * Its length.
	 *
	 * @return um
	 */
	public double lengthUm() {
		return lengthUm;
	}

	/**
	 * The straight distance of its ends.
	 *
	 * @return um
	 */
	public double straightUm() {
		return points.get(0).distance(points.get(points.size() - 1));
	}

	static double length(final List<Vec3> points) {
		double sum = 0;
		for (int i = 1; i < points.size(); i++)
			sum += points.get(i).distance(points.get(i - 1));
		return sum;
	}

	/** Goes from each kept point to about the farthest that it sees: tries the end, then ever shorter strides. */
	private static List<Vec3> pull(final Region region, final List<Vec3> way) {
		final List<Vec3> kept = new ArrayList<>();
		int i = 0;
		kept.add(way.get(0));
		while (i < way.size() - 1) {
			int stride = way.size() - 1 - i;
			while (stride > 1 && !region.sees(way.get(i), way.get(i + stride)))
				stride = Math.min(stride - 1, stride * 7 / 8);
			i += stride;
			kept.add(way.get(i));
		}
		return kept;
	}

	/** Points at equal spacing along a polygon, both ends included. */
	static List<Vec3> resample(final List<Vec3> line, final double spacing) {
		final double length = length(line);
		final int n = Math.max(1, (int) Math.round(length / spacing));
		final List<Vec3> out = new ArrayList<>(n + 1);
		out.add(line.get(0));
		if (length == 0) return out;
		int k = 1;
		double passed = 0;
		for (int i = 1; i < n; i++) {
			final double at = length * i / n;
			while (k < line.size() - 1 && passed + line.get(k).distance(line.get(k - 1)) < at)
				passed += line.get(k).distance(line.get(k++ - 1));
			final Vec3 step = line.get(k).minus(line.get(k - 1));
			out.add(line.get(k - 1).plus(step.times((at - passed) / step.norm())));
		}
		out.add(line.get(line.size() - 1));
		return out;
	}

	/** For each point of the line the half-width at about the same part of the way. */
	private static double[] nearestHalfWidths(final List<Vec3> way, final double[] half, final List<Vec3> line) {
		final double[] radius = new double[line.size()];
		int near = 0;
		for (int i = 0; i < line.size(); i++) {
			int best = near;
			for (int k = near; k < Math.min(way.size(), near + 64); k++)
				if (line.get(i).distance(way.get(k)) <= line.get(i).distance(way.get(best))) best = k;
			near = best;
			radius[i] = half[best];
		}
		return radius;
	}

	private static Vec3 tangent(final List<Vec3> line, final int i) {
		final Vec3 t = line.get(Math.min(line.size() - 1, i + 2)).minus(line.get(Math.max(0, i - 2)));
		return t.norm() > 0 ? t.unit() : new Vec3(1, 0, 0);
	}

	private static List<Vec3> centre(final Region region, final List<Vec3> line, final double[] halfWidth) {
		final List<Vec3> out = new ArrayList<>(line.size());
		for (int i = 0; i < line.size(); i++) {
			final Vec3 t = tangent(line, i);
			final Vec3 move = Centroid.of(region, line.get(i), halfWidth[i]).minus(line.get(i));
			out.add(line.get(i).plus(move.minus(t.times(move.dot(t)))));
		}
		return resample(out, length(out) / Math.max(1, line.size() - 1));
	}

	/**
	 * Cuts an open end back by the half-width, where the middle of the shape runs into a corner of it, and goes straight on from
	 * there to where the line leaves the shape.
	 */
	private static List<Vec3> extend(final Region region, final List<Vec3> line, final double[] half, final boolean start,
		final boolean end)
	{
		if (line.size() < 2) return line;
		final double[] sorted = half.clone();
		Arrays.sort(sorted);
		final double edge = Math.max(region.grid().dxUm(), Math.max(region.grid().dyUm(), region.grid().dzUm()));
		final double cut = Math.min(sorted[sorted.length / 2] + region.grid().finestEdgeUm(), length(line) / 4);
		final double most = 4 * sorted[sorted.length - 1] + 3 * edge;
		final List<Vec3> out = new ArrayList<>(line);
		if (start) shorten(out, cut, false);
		if (end) shorten(out, cut, true);
		if (start) out.add(0, tip(region, out.get(0), endDirection(out, false), most));
		if (end) out.add(tip(region, out.get(out.size() - 1), endDirection(out, true), most));
		return out;
	}

	private static void shorten(final List<Vec3> line, final double cut, final boolean end) {
		for (double gone = 0; line.size() > 2;) {
			final int last = end ? line.size() - 1 : 0;
			gone += line.get(last).distance(line.get(end ? last - 1 : 1));
			if (gone > cut) return;
			line.remove(last);
		}
	}

	/** Direction in which the line leaves, over its last few points. */
	private static Vec3 endDirection(final List<Vec3> line, final boolean end) {
		final int n = line.size();
		final int back = Math.min(n - 1, 8);
		final Vec3 d = end ? line.get(n - 1).minus(line.get(n - 1 - back)) : line.get(0).minus(line.get(back));
		return d.norm() > 0 ? d.unit() : new Vec3(1, 0, 0);
	}

	private static Vec3 tip(final Region region, final Vec3 from, final Vec3 direction, final double most) {
		return from.plus(direction.times(region.reachUm(from, direction, most)));
	}
}
