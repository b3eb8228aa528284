// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * Takes a centre line on to its tips.
 * <p>
 * The last stretch, where the middle of a blunt end runs into a corner, is cut, drawn anew straight on, and put back into the
 * middle. Then the line goes on to where the shape ends: the mean reach of a small bundle of parallel rays, so that the
 * rounding of one voxel counts less. In a slit the tip is the farthest point of the middle surface (the corner of a plate,
 * the rim of a penny): rays are turned in the plane of the slit, one that gets clearly farther along the line is taken, and
 * the line is pulled straight again. Derived.
 */
final class LineEnd {

	private static final int ROUNDS = 3;
	private static final int STEPS = 30;
	private static final double TURN = Math.toRadians(2);
	/** A turned ray must win this part of the finest edge, as the best of many equal ones would reach too far. */
	private static final double CLEARLY = 0.3;
	/** Rays beside each other in a slit: distance, number to each side, and how far back they start, so that all start inside. */
	private static final double INPLANE = 0.6;
	private static final int BESIDE = 3;
	private static final double BACK = 2;
	/** Rays of a bundle to each side, and how far out: in voxels, and as a part of the half-width. */
	private static final int RAYS = 2;
	private static final double BUNDLE = 1;
	private static final double ROUND = 0.2;
	/** Points over which a direction is taken. */
	private static final int CHORD = 8;
	/** Length cut off, in half-widths. */
	private static final double CUT = 1.5;

	private final Region region;
	private final double edge;
	private final double half;
	private final double most;
	private final boolean farthest;
	private boolean turned;

	private LineEnd(final Region region, final List<Vec3> line, final double mostHalf, final boolean farthest) {
		this.farthest = farthest;
		this.region = region;
		edge = region.grid().finestEdgeUm();
		most = 4 * mostHalf + 3 * Math.max(region.grid().dxUm(), Math.max(region.grid().dyUm(), region.grid().dzUm()));
		half = CentreLine.halfWidthUm(region, line, most);
	}

	/**
	 * Finishes a line.
	 *
	 * @param region the shape
	 * @param line its centre line
	 * @param widest largest half-width of the way that it came from, um
	 * @param start whether to go on at the start
	 * @param end whether to go on at the end
	 * @param farthest whether to look for the farthest tip of a sheet
	 * @return the line with its tips
	 */
	static List<Vec3> extend(final Region region, final List<Vec3> line, final double widest, final boolean start,
		final boolean end, final boolean farthest)
	{
		if (line.size() < 2 || !start && !end) return line;
		return new LineEnd(region, line, widest, farthest).extend(line, start, end);
	}

	private List<Vec3> extend(final List<Vec3> given, final boolean start, final boolean end) {
		final double length = CentreLine.length(given);
		List<Vec3> line = recentred(shortened(given, Math.min(CUT * half + edge, length / 4), start, end));
		final Across across = Across.of(region, line, half);
		line = across.slit() ? acrossSheet(line, across, start, end) : alongTube(line, start, end);
		line = shortened(line, Math.min(edge, length / 4), start, end);
		return drawn(line, across, start, end, false);
	}

	/** Back to the middle with the half-width of the whole: directions are taken over more than it, so that no wall turns them. */
	private List<Vec3> recentred(final List<Vec3> given) {
		final int reach = (int) Math.ceil(half / edge) + 2;
		List<Vec3> line = given;
		for (int i = 0; i < CentreLine.CENTRINGS; i++) {
			final List<Vec3> moved = new ArrayList<>();
			for (int k = 0; k < line.size(); k++)
				moved.add(centred(region, line.get(k), CentreLine.tangent(line, k, reach), half));
			line = CentreLine.even(moved);
		}
		return LineSmoothing.smooth(line, 8);
	}

	private List<Vec3> acrossSheet(final List<Vec3> given, final Across across, final boolean start, final boolean end) {
		List<Vec3> line = given;
		for (int round = 0; round < ROUNDS; round++) {
			turned = false;
			line = CentreLine.resample(CentreLine.pull(region, drawn(line, across, start, end, true), true), edge);
			line = TautLine.of(region, line, half);
			line = LineSmoothing.smooth(CentreLine.even(line), 8);
			if (!turned && round > 0) break;
			if (round < ROUNDS - 1) line = shortened(line, Math.min(CUT * half + edge, CentreLine.length(line) / 4), start, end);
		}
		return line;
	}

	private List<Vec3> alongTube(final List<Vec3> given, final boolean start, final boolean end) {
		final List<Vec3> line = new ArrayList<>(given);
		final Vec3 first = direction(line, false, false), last = direction(line, true, false);
		if (start) {
			Collections.reverse(line);
			march(line, first);
			Collections.reverse(line);
		}
		if (end) march(line, last);
		return LineSmoothing.smooth(CentreLine.resample(line, edge), 8);
	}

	/** Goes on from the last point in planes at right angles to one direction, so that a blunt end does not turn it aside. */
	private void march(final List<Vec3> line, final Vec3 t) {
		Vec3 p = line.get(line.size() - 1), step = t.times(edge);
		while (region.reachUm(p, t, most) > 1.5 * edge && line.size() < 100_000) {
			Vec3 next = p.plus(step);
			for (int i = 0; i < CentreLine.CENTRINGS; i++)
				next = centred(region, next, t, half);
			step = next.minus(p);
			if (!region.has(next.x(), next.y(), next.z())) return;
			line.add(p = next);
		}
	}

	/** Moves a point to the middle of the shape, at right angles to a line. */
	static Vec3 centred(final Region region, final Vec3 p, final Vec3 t, final double halfWidthUm) {
		final Vec3 move = Centroid.of(region, p, t, halfWidthUm).minus(p);
		return p.plus(move.minus(t.times(move.dot(t))));
	}

	/** Moves a point to the middle of a sheet, along its normal. */
	static Vec3 centredAlong(final Region region, final Vec3 p, final Vec3 t, final double halfWidthUm, final Vec3 normal) {
		final Vec3 flat = t.minus(normal.times(t.dot(normal)));
		final Vec3 move = Centroid.of(region, p, flat.norm() > 0.1 ? flat.unit() : t, halfWidthUm).minus(p);
		return p.plus(normal.times(move.dot(normal)));
	}

	private static List<Vec3> shortened(final List<Vec3> line, final double cut, final boolean start, final boolean end) {
		final List<Vec3> out = new ArrayList<>(line);
		if (start) shorten(out, cut, false);
		if (end) shorten(out, cut, true);
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

	/** Adds the tips; if the line goes on from them they lie a little inside, so that they see and are seen. */
	private List<Vec3> drawn(final List<Vec3> line, final Across across, final boolean start, final boolean end, final boolean inside) {
		final List<Vec3> out = new ArrayList<>(line);
		if (start) out.add(0, tip(line.get(0), direction(line, false, !across.slit()), across.normal(line.get(0)), across.slit(), inside));
		final Vec3 last = line.get(line.size() - 1);
		if (end) out.add(tip(last, direction(line, true, !across.slit()), across.normal(last), across.slit(), inside));
		return out;
	}

	/** Direction in which the line leaves: the chord of its last stretch, turned on by half of what it turned from the one before. */
	private static Vec3 direction(final List<Vec3> line, final boolean end, final boolean bent) {
		final int n = line.size(), step = end ? -1 : 1, last = end ? n - 1 : 0;
		final int back = Math.min(n - 1, CHORD);
		Vec3 d = line.get(last).minus(line.get(last + step * back));
		if (bent && n > 3 * CHORD) {
			final Vec3 before = line.get(last + step * back).minus(line.get(last + 2 * step * back));
			d = d.unit().times(1.5).minus(before.unit().times(0.5));
		}
		return d.norm() > 0 ? d.unit() : new Vec3(1, 0, 0);
	}

	private Vec3 tip(final Vec3 from, final Vec3 along, final Vec3 flat, final boolean slit, final boolean inside) {
		final Vec3 in = along.minus(flat.times(along.dot(flat)));
		final Vec3 t = slit && in.norm() > 0.5 ? in.unit() : along;
		final Vec3 across = t.cross(flat).norm() > 0.1 ? t.cross(flat).unit() : CrossSection.across(t);
		final Vec3 normal = across.cross(t);
		if (!slit) return at(from, t, bundle(from, t, across, normal), inside);
		double reach = inPlane(from, t, across, normal);
		if (!inside || !farthest) return at(from, t, reach, inside);
		Vec3 best = t;
		double most = reach;
		for (int i = -STEPS; i <= STEPS; i++) {
			if (i == 0) continue;
			final double c = Math.cos(i * TURN), s = Math.sin(i * TURN);
			final Vec3 d = t.times(c).plus(across.times(s));
			final double r = inPlane(from, d, across.times(c).minus(t.times(s)), normal);
			final double won = r * c - CLEARLY * edge;
			if (won <= most) continue;
			most = won;
			best = d;
			reach = r;
			turned = true;
		}
		return at(from, best, reach, true);
	}

	/**
	 * Reach in a slit: rays beside the line end earlier in a corner and as late at a rim, so a straight fall to both sides is fitted
	 * and the reach in the middle taken.
	 */
	private double inPlane(final Vec3 from, final Vec3 d, final Vec3 across, final Vec3 normal) {
		final double apart = INPLANE * region.edgeUm(across);
		final double back = BACK * edge;
		double n = 0, sy = 0, syy = 0, sr = 0, syr = 0;
		for (int i = -BESIDE; i <= BESIDE; i++) {
			final double r = stack(from.plus(across.times(apart * i)).minus(d.times(back)), d, normal) - back, y = Math.abs(i);
			if (Double.isNaN(r)) continue;
			n++;
			sy += y;
			syy += y * y;
			sr += r;
			syr += y * r;
		}
		if (n == 0) return region.insideUm(from, d, most);
		final double spread = n * syy - sy * sy, fall = spread > 0 ? Math.max(0, (sy * sr - n * syr) / spread) : 0;
		return (sr + fall * sy) / n;
	}

	/** Mean reach of rays above each other in a slit; NaN where none starts in the shape. */
	private double stack(final Vec3 from, final Vec3 d, final Vec3 normal) {
		final double b = Math.min(BUNDLE * edge, ROUND * half);
		double sum = 0;
		int n = 0;
		for (int j = -RAYS; j <= RAYS; j++) {
			final Vec3 p = from.plus(normal.times(b * j / RAYS));
			if (!region.has(p.x(), p.y(), p.z())) continue;
			sum += region.insideUm(p, d, most);
			n++;
		}
		return n == 0 ? Double.NaN : sum / n;
	}

	private Vec3 at(final Vec3 from, final Vec3 d, final double reach, final boolean inside) {
		return from.plus(d.times(inside ? Math.max(reach / 2, Math.min(reach, region.reachUm(from, d, most)) - edge / 2) : reach));
	}

	/** Mean reach of parallel rays in a tube, out to a part of the half-width. */
	private double bundle(final Vec3 from, final Vec3 d, final Vec3 across, final Vec3 normal) {
		final double apart = Math.min(BUNDLE * edge, ROUND * half) / RAYS;
		double sum = 0;
		int n = 0;
		for (int j = -RAYS; j <= RAYS; j++)
			for (int i = -RAYS; i <= RAYS; i++) {
				if (i * i + j * j > RAYS * RAYS + 1) continue;
				final Vec3 p = from.plus(across.times(apart * i)).plus(normal.times(apart * j));
				if (!region.has(p.x(), p.y(), p.z())) continue;
				sum += region.insideUm(p, d, most);
				n++;
			}
		return n == 0 ? region.insideUm(from, d, most) : sum / n;
	}
}
