// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.Vec3;

/**
 * The cut through a shape at right angles to a line: its area, its shape, and its opening.
 * <p>
 * The ratio is that of the principal second moments' roots, so the ratio of the axes for an ellipse and of the sides for a
 * rectangle. Up to 1.5 the cut is taken for an ellipse, and the opening is the short axis of the ellipse of equal area and
 * ratio, sqrt(4 A / (pi ratio)); for a round tube that is the diameter of the circle of equal area. From 2 on, or where the cut
 * goes on beyond its surroundings, it is a slit, and the opening is the mean length of chords along the short principal
 * axis, averaged over half the breadth to both sides. In between the two are mixed evenly. Both are averages over a boundary
 * of voxels and so carry no odd-even bias: a plate of k voxels reads k edges. Derived.
 *
 * @param areaUm2 area within reach, um2
 * @param ratio long over short; infinite where the cut goes on
 * @param chordUm mean chord along the short axis, um
 * @param normal direction of the opening; for a round tube any direction across
 */
public record CrossSection(double areaUm2, double ratio, double chordUm, Vec3 normal) {

	/** Ratios up to which a cut is an ellipse, and from which it is a slit. */
	private static final double ELLIPSE = 1.5, SLIT = 2;
	/** Directions in which the shortest chord is looked for: it is at most 2 % too long in a slit. */
	private static final int CHORDS = 8;

	/**
	 * Cuts the shape.
	 *
	 * @param region the shape
	 * @param p a point in its middle, um
	 * @param along direction of the line, of length one
	 * @param halfWidthUm distance to the background in the middle, um: the scale of the cut
	 * @return the cut; width NaN if the point is outside the shape
	 */
	public static CrossSection at(final Region region, final Vec3 p, final Vec3 along, final double halfWidthUm) {
		final Vec3 a = across(along);
		final Vec3 b = along.cross(a);
		final double edge = region.grid().finestEdgeUm();
		final double coarse = Math.max(region.grid().dxUm(), Math.max(region.grid().dyUm(), region.grid().dzUm()));
		if (!region.has(p.x(), p.y(), p.z())) return new CrossSection(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, a);
		final double radius = 2.2 * halfWidthUm + 1.5 * coarse;
		final Cut cut = new Cut(region, p, a, b, radius, Math.max(edge / 2, radius / 40));
		final double angle = 0.5 * Math.atan2(2 * cut.xy, cut.xx - cut.yy);
		final Vec3 major = a.times(Math.cos(angle)).plus(b.times(Math.sin(angle)));
		final Vec3 minor = along.cross(major);
		final double mean = (cut.xx + cut.yy) / 2;
		final double spread = Math.hypot((cut.xx - cut.yy) / 2, cut.xy);
		final double ratio = cut.open ? Double.POSITIVE_INFINITY : Math.sqrt((mean + spread) / Math.max(1e-300, mean - spread));
		final double most = 4 * halfWidthUm + 2 * coarse;
		final double chord = chords(region, p, major, minor, Math.max(halfWidthUm / 2, edge), edge / 2, most);
		return new CrossSection(cut.areaUm2, ratio, chord, minor);
	}

	/**
	 * Whether it is nearer to a slit than to an ellipse.
	 *
	 * @return false for tubes
	 */
	public boolean slit() {
		return ratio > (ELLIPSE + SLIT) / 2;
	}

	/**
	 * The opening.
	 *
	 * @return um; NaN if the point is outside the shape
	 */
	public double widthUm() {
		return widthUm(areaUm2, ratio, chordUm);
	}

	/**
	 * Diameter of the circle of equal area.
	 *
	 * @return um
	 */
	public double roundUm() {
		return 2 * Math.sqrt(areaUm2 / Math.PI);
	}

	/**
	 * The opening of a cut from its area and ratio and, the more it is a slit, from its chord.
	 *
	 * @param areaUm2 area, um2
	 * @param ratio long over short axis; infinite for a sheet
	 * @param chordUm chord along the short axis, um
	 * @return um
	 */
	public static double widthUm(final double areaUm2, final double ratio, final double chordUm) {
		final double slit = Math.max(0, Math.min(1, (ratio - ELLIPSE) / (SLIT - ELLIPSE)));
		if (slit == 1) return chordUm;
		final double ellipse = Math.sqrt(4 * areaUm2 / (Math.PI * ratio));
		return slit == 0 ? ellipse : (1 - slit) * ellipse + slit * chordUm;
	}

	/**
	 * Half the shortest of the chords through a point at right angles to a line.
	 *
	 * @param region the shape
	 * @param p a point in its middle, um
	 * @param along direction of the line, of length one
	 * @param mostUm where to stop looking, um
	 * @return um; 0 if the point is outside the shape
	 */
	public static double halfWidthUm(final Region region, final Vec3 p, final Vec3 along, final double mostUm) {
		final Vec3 a = across(along), b = along.cross(a);
		double least = mostUm;
		for (int i = 0; i < CHORDS; i++) {
			final Vec3 d = a.times(Math.cos(Math.PI * i / CHORDS)).plus(b.times(Math.sin(Math.PI * i / CHORDS)));
			least = Math.min(least, (region.reachUm(p, d, mostUm) + region.reachUm(p, d.times(-1), mostUm)) / 2);
		}
		return least;
	}

	/** Some direction at right angles to the given one. */
	static Vec3 across(final Vec3 t) {
		final double x = Math.abs(t.x());
		final double y = Math.abs(t.y());
		final double z = Math.abs(t.z());
		final Vec3 least = x <= y && x <= z ? new Vec3(1, 0, 0) : y <= z ? new Vec3(0, 1, 0) : new Vec3(0, 0, 1);
		return t.cross(least).unit();
	}

	private static double chords(final Region region, final Vec3 p, final Vec3 major, final Vec3 minor, final double reach,
		final double step, final double most)
	{
		double sum = 0;
		int n = 0;
		for (int side = -1; side <= 1; side += 2) {
			double middle = 0;
			for (double u = side < 0 ? -step : 0; Math.abs(u) <= reach; u += side * step) {
				final Vec3 q = p.plus(major.times(u)).plus(minor.times(middle));
				if (!region.has(q.x(), q.y(), q.z())) break;
				final double up = region.reachUm(q, minor, most);
				final double down = region.reachUm(q, minor.times(-1), most);
				middle += (up - down) / 2;
				sum += up + down;
				n++;
			}
		}
		return n == 0 ? Double.NaN : sum / n;
	}

	/** The connected part of the cut around the point, sampled on a square net inside a disc. */
	private static final class Cut {

		double xx;
		double yy;
		double xy;
		double areaUm2;
		boolean open;

		Cut(final Region region, final Vec3 p, final Vec3 a, final Vec3 b, final double radius, final double step) {
			final int r = (int) Math.ceil(radius / step);
			final int side = 2 * r + 1;
			final boolean[] seen = new boolean[side * side];
			final int[] stack = new int[side * side];
			int top = 0;
			stack[top++] = r * side + r;
			seen[r * side + r] = true;
			double sx = 0;
			double sy = 0;
			long n = 0;
			while (top > 0) {
				final int c = stack[--top];
				final double u = (c % side - r) * step;
				final double v = (c / side - r) * step;
				n++;
				sx += u;
				sy += v;
				xx += u * u;
				yy += v * v;
				xy += u * v;
				for (int d = 0; d < 9; d++) {
					final int i = c % side + d % 3 - 1;
					final int j = c / side + d / 3 - 1;
					final double x = (i - r) * step;
					final double y = (j - r) * step;
					final boolean beyond = i < 0 || j < 0 || i >= side || j >= side || x * x + y * y > radius * radius;
					if (!beyond && seen[j * side + i]) continue;
					final boolean in = region.has(p.x() + x * a.x() + y * b.x(), p.y() + x * a.y() + y * b.y(), p.z() + x * a.z() + y * b
						.z());
					if (!in) continue;
					if (beyond) open = true;
					else {
						seen[j * side + i] = true;
						stack[top++] = j * side + i;
					}
				}
			}
			xx = xx / n - sx / n * (sx / n);
			yy = yy / n - sy / n * (sy / n);
			xy = xy / n - sx / n * (sy / n);
			areaUm2 = n * step * step;
		}
	}
}
