// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * A crack before it is placed in a specimen: its body, its middle line and its opening along that line.
 * <p>
 * Lengths may run beyond the image or into a pore; {@link SpecimenBuilder} counts only what lies between.
 *
 * @param name tube, sheet, wedge, penny, bent tube, bent sheet or branching
 * @param solid the body
 * @param paths middle lines as chains of points, um; the first is the main one
 * @param openingFromUm opening at the start of the main line, um
 * @param openingToUm opening at its end, um; between the two it changes evenly
 * @param elliptic true for an elastic penny: the opening is {@code openingFromUm sqrt(1 - (2s - 1)^2)} along the line
 * @param breadthUm extent across the middle line, um
 */
public record CrackShape(String name, Solid solid, List<List<Vec3>> paths, double openingFromUm, double openingToUm,
	boolean elliptic, double breadthUm)
{

	/** Keeps copies. */
	public CrackShape {
		final List<List<Vec3>> copy = new ArrayList<>();
		for (final List<Vec3> p : paths)
			copy.add(List.copyOf(p));
		paths = List.copyOf(copy);
	}

	/**
	 * A straight cylinder, the crack of the published model.
	 *
	 * @param from one end, um
	 * @param to other end, um
	 * @param diameterUm diameter, um
	 * @return the crack
	 */
	public static CrackShape tube(final Vec3 from, final Vec3 to, final double diameterUm) {
		return new CrackShape("tube", new Rod(from, to, diameterUm / 2), List.of(List.of(from, to)), diameterUm, diameterUm,
			false, diameterUm);
	}

	/**
	 * A flat sheet of constant opening.
	 *
	 * @param from middle of its first edge, um
	 * @param to middle of its last edge, um
	 * @param across direction near that of its breadth
	 * @param breadthUm breadth, um
	 * @param openingUm opening, um
	 * @return the crack
	 */
	public static CrackShape sheet(final Vec3 from, final Vec3 to, final Vec3 across, final double breadthUm,
		final double openingUm)
	{
		final CrackShape w = wedge(from, to, across, breadthUm, openingUm, openingUm);
		return new CrackShape("sheet", w.solid, w.paths, openingUm, openingUm, false, breadthUm);
	}

	/**
	 * A flat crack whose opening changes evenly.
	 *
	 * @param from middle of its first edge, um
	 * @param to middle of its last edge, um
	 * @param across direction near that of its breadth
	 * @param breadthUm breadth, um
	 * @param openingFromUm opening at the first edge, um
	 * @param openingToUm opening at the last edge, um
	 * @return the crack
	 */
	public static CrackShape wedge(final Vec3 from, final Vec3 to, final Vec3 across, final double breadthUm,
		final double openingFromUm, final double openingToUm)
	{
		final Frame f = Frame.of(to.minus(from), across);
		return new CrackShape("wedge", new Prism(from, from.distance(to), breadthUm, openingFromUm, openingToUm, f), List.of(
			List.of(from, to)), openingFromUm, openingToUm, false, breadthUm);
	}

	/**
	 * A circular crack that was opened elastically: an oblate ellipsoid.
	 *
	 * @param centre centre, um
	 * @param normal normal of its plane
	 * @param radiusUm radius, um
	 * @param openingUm opening in the middle, um
	 * @return the crack; its main line is a diameter
	 */
	public static CrackShape penny(final Vec3 centre, final Vec3 normal, final double radiusUm, final double openingUm) {
		final Frame f = Frame.withNormal(normal);
		final Vec3 r = f.u().times(radiusUm);
		return new CrackShape("penny", new Ellipsoid(centre, radiusUm, radiusUm, openingUm / 2, f), List.of(List.of(centre
			.minus(r), centre.plus(r))), openingUm, openingUm, true, 2 * radiusUm);
	}

	/**
	 * A circular crack of constant opening: a flat disc.
	 *
	 * @param centre centre, um
	 * @param normal normal of its plane
	 * @param radiusUm radius, um
	 * @param openingUm opening, um
	 * @return the crack; its main line is a diameter
	 */
	public static CrackShape disc(final Vec3 centre, final Vec3 normal, final double radiusUm, final double openingUm) {
		final Frame f = Frame.withNormal(normal);
		final Vec3 r = f.u().times(radiusUm), h = f.w().times(openingUm / 2);
		return new CrackShape("disc", new Rod(centre.minus(h), centre.plus(h), radiusUm), List.of(List.of(centre.minus(r),
			centre.plus(r))), openingUm, openingUm, false, 2 * radiusUm);
	}

	/**
	 * A bent tube with round ends.
	 *
	 * @param points corners of its middle line, um
	 * @param diameterUm diameter, um
	 * @return the crack
	 */
	public static CrackShape bentTube(final List<Vec3> points, final double diameterUm) {
		return new CrackShape("bent tube", new BentPath(points, diameterUm / 2), List.of(points), diameterUm, diameterUm,
			false, diameterUm);
	}

	/**
	 * A bent sheet with round ends.
	 *
	 * @param points corners of its middle line, in one plane, um
	 * @param across normal of that plane
	 * @param breadthUm breadth, um
	 * @param openingUm opening, um
	 * @return the crack
	 */
	public static CrackShape bentSheet(final List<Vec3> points, final Vec3 across, final double breadthUm,
		final double openingUm)
	{
		return new CrackShape("bent sheet", new BentSheet(points, across, openingUm, breadthUm), List.of(points), openingUm,
			openingUm, false, breadthUm);
	}

	/**
	 * Tubes of one diameter that share points.
	 *
	 * @param paths chains of points, um; the first is the main one
	 * @param diameterUm diameter, um
	 * @return the crack
	 */
	public static CrackShape branching(final List<List<Vec3>> paths, final double diameterUm) {
		final List<Solid> parts = new ArrayList<>();
		for (final List<Vec3> p : paths)
			parts.add(new BentPath(p, diameterUm / 2));
		return new CrackShape("branching", new Combined.Union(parts), paths, diameterUm, diameterUm, false, diameterUm);
	}

	/**
	 * Opening at a place along the main line.
	 *
	 * @param s 0 at its start to 1 at its end
	 * @return um
	 */
	public double openingUm(final double s) {
		if (elliptic) return openingFromUm * Math.sqrt(Math.max(0, 1 - (2 * s - 1) * (2 * s - 1)));
		return openingFromUm + s * (openingToUm - openingFromUm);
	}
}
