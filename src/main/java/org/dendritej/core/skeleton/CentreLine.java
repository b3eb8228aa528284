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
	static final int CENTRINGS = 8;
	/** Places at which a shape is cut to see what it is. */
	static final int MOST_CUTS = 24;
	/** Points per finest edge. */
	private static final double SPACING = 1.0;

	private final List<Vec3> points;
	private final double lengthUm;
	private final double halfWidthUm;

	private CentreLine(final List<Vec3> points, final double halfWidthUm) {
		this.points = List.copyOf(points);
		this.halfWidthUm = halfWidthUm;
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
		return through(region, way, halfWidthUm, openStart, openEnd, true);
	}

	/**
	 * Measures a way through a shape.
	 *
	 * @param region the shape
	 * @param way points in the shape, um: at least one; usually voxel centres of a medial surface
	 * @param halfWidthUm distance to the background at each of them, um
	 * @param openStart whether to go on at the start to where the line leaves the shape
	 * @param openEnd the same at the end
	 * @param farthest whether to look for the farthest tip in the plane of a sheet; false if the way comes from a whole side, so
	 *          that another tip would have another start
	 * @return the line
	 */
	public static CentreLine through(final Region region, final List<Vec3> way, final double[] halfWidthUm,
		final boolean openStart, final boolean openEnd, final boolean farthest)
	{
		if (way.isEmpty()) throw new IllegalArgumentException("A line through 0 points has no length; give at least 1 point.");
		final double edge = region.grid().finestEdgeUm();
		List<Vec3> line = way;
		for (int round = 0; round < PULLS; round++) {
			line = resample(pull(region, line, false), edge * SPACING);
			if (line.size() < 3) break;
			line = middle(region, line, nearestHalfWidths(way, halfWidthUm, line));
		}
		final double widest = Arrays.stream(halfWidthUm).max().orElseThrow();
		final List<Vec3> whole = LineEnd.extend(region, line, widest, openStart, openEnd, farthest);
		return new CentreLine(whole, halfWidthUm(region, whole, 4 * widest));
	}

	/** Puts a line back into the middle of the shape, everywhere at right angles to it, and smooths it. */
	private static List<Vec3> middle(final Region region, final List<Vec3> line, final double[] radius) {
		List<Vec3> out = line;
		for (int i = 0; i < CENTRINGS; i++) {
			final List<Vec3> moved = new ArrayList<>(out.size());
			for (int k = 0; k < out.size(); k++)
				moved.add(LineEnd.centred(region, out.get(k), tangent(out, k, 2), radius[k]));
			out = even(moved);
		}
		return LineSmoothing.smooth(out, 8);
	}

	/** As many points at equal spacing. */
	static List<Vec3> even(final List<Vec3> line) {
		return resample(line, length(line) / Math.max(1, line.size() - 1));
	}

	/** Half the breadth of the shape at some points of a line, um: the median. */
	static double halfWidthUm(final Region region, final List<Vec3> line, final double mostUm) {
		final int n = Math.min(MOST_CUTS, line.size());
		final double[] half = new double[n];
		for (int k = 0; k < n; k++) {
			final int i = (int) ((k + 0.5) * line.size() / n);
			half[k] = CrossSection.halfWidthUm(region, line.get(i), tangent(line, i, 4), mostUm);
		}
		Arrays.sort(half);
		return half[n / 2];
	}

	/**
	 * Measures a chain of voxels by itself, without the shape around it; its ends are the centres of its end voxels.
	 *
	 * @param chain points, um
	 * @param edgeUm the coarsest voxel edge, um
	 * @return the line
	 */
	public static CentreLine along(final List<Vec3> chain, final double edgeUm) {
		return new CentreLine(LineSmoothing.chain(chain, edgeUm), Double.NaN);
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

	/**
	 * Half the breadth of the shape across the line, at its narrowest: the median along it.
	 *
	 * @return um; NaN for a chain of voxels by itself
	 */
	public double halfWidthUm() {
		return halfWidthUm;
	}

	static double length(final List<Vec3> points) {
		double sum = 0;
		for (int i = 1; i < points.size(); i++)
			sum += points.get(i).distance(points.get(i - 1));
		return sum;
	}

	/**
	 * Goes from each kept point to about the farthest that it sees: tries the end, then ever shorter strides.
	 *
	 * @param near whether to see also what lies up to a voxel beside the shape, as rough walls of thin sheets hide much
	 */
	static List<Vec3> pull(final Region region, final List<Vec3> way, final boolean near) {
		final List<Vec3> kept = new ArrayList<>();
		int i = 0;
		kept.add(way.get(0));
		while (i < way.size() - 1) {
			int stride = way.size() - 1 - i;
			while (stride > 1 && !(near ? region.seesNear(way.get(i), way.get(i + stride)) : region.sees(way.get(i), way.get(i + stride))))
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

	/** Direction of the chord over some points to both sides. */
	static Vec3 tangent(final List<Vec3> line, final int i, final int reach) {
		final Vec3 t = line.get(Math.min(line.size() - 1, i + reach)).minus(line.get(Math.max(0, i - reach)));
		return t.norm() > 0 ? t.unit() : new Vec3(1, 0, 0);
	}
}
