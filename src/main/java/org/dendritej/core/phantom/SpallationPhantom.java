// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A specimen with spallations below its Y- face, and what is true of them.
 * <p>
 * The opening under the lid is that of a pressurised penny crack far from the surface, an ellipsoid (physics: deep limit
 * of the pressurised penny). The lid's own uplift is left out: the face stays flat.
 *
 * @param specimen the specimen; each spallation is one crack of it
 * @param spallations truth, by id
 * @param specs how each was built, in the same order
 */
public record SpallationPhantom(Specimen specimen, List<SpallationTruth> spallations, List<SpallationSpec> specs) {

	/** Keeps copies. */
	public SpallationPhantom {
		spallations = List.copyOf(spallations);
		specs = List.copyOf(specs);
	}

	/**
	 * Builds spallations at stated places.
	 *
	 * @param name name of the specimen
	 * @param grid geometry of its image
	 * @param specs the spallations
	 * @return specimen and truth
	 * @throws IllegalArgumentException if two of them touch or one leaves the image
	 */
	public static SpallationPhantom build(final String name, final VoxelGrid grid, final List<SpallationSpec> specs) {
		final SpecimenBuilder b = new SpecimenBuilder(name, grid, ElectrodeFace.Y_MINUS, 2 * grid.finestEdgeUm());
		for (final SpallationSpec s : specs) {
			final CrackShape shape = shape(s, grid);
			checkInside(s, shape.solid(), grid);
			b.crack(shape);
			if (s.lithiumFill() > 0) b.lithium(lithium(s, grid));
		}
		final Specimen specimen = b.build();
		final List<SpallationTruth> truth = new ArrayList<>();
		for (int i = 0; i < specs.size(); i++)
			truth.add(truth(i + 1, specs.get(i), grid, specimen.cracks().get(i).volumeUm3()));
		return new SpallationPhantom(specimen, truth, specs);
	}

	/**
	 * Random spallations of a stated radius: depth 0.3 to 0.5 radii, opening 0.08 radii, rim closure 0.4 to 1, lithium
	 * 20 to 100 %, tails of the stated crack length and width. Assumed proportions.
	 *
	 * @param o count, radius, tail length and width, seed
	 * @return specimen and truth
	 * @throws IllegalArgumentException if the volume has no room
	 */
	public static SpallationPhantom make(final SpecimenOptions o) {
		return make(o, 0);
	}

	/**
	 * The same with rims of a given closure.
	 *
	 * @param o as above
	 * @param closure share of each rim that reaches the surface, 0 to 1; 0 = between 0.4 and 1 by chance
	 * @return the specimen
	 * @throws IllegalArgumentException if the spallations do not fit
	 */
	public static SpallationPhantom make(final SpecimenOptions o, final double closure) {
		Lengths.within("The closure of the rims", closure, 0, 1);
		final Dice dice = new Dice(o.seed(), 300);
		final VoxelGrid g = o.grid();
		final List<SpallationSpec> specs = new ArrayList<>();
		for (int t = 0; t < 5000 && specs.size() < o.count(); t++) {
			final double c = o.radiusUm() * (specs.isEmpty() ? 1 : dice.uniform(0.4, 1)), depth = c * dice.uniform(0.3, 0.5);
			final double reach = 1.3 * c;
			final double x = dice.uniform(), z = dice.uniform();
			final SpallationSpec s = new SpallationSpec(reach + x * (g.extentUm(0) - 2 * reach), reach + z * (g.extentUm(2)
				- 2 * reach), c, depth, 0.08 * c, closed(dice.uniform(0.4, 1), closure), 1 + (int) (3 * dice.uniform()), 0.3 * depth, o.widthNm()
					/ 1000, dice.uniform(0.2, 1), Math.min(o.lengthUm(), 0.8 * (g.extentUm(1) - depth - 0.1 * c)), o.widthNm()
						/ 1000);
			if (2 * reach > Math.min(g.extentUm(0), g.extentUm(2)) || 1.2 * depth > g.extentUm(1)) break;
			if (specs.stream().allMatch(p -> Math.hypot(p.xUm() - s.xUm(), p.zUm() - s.zUm()) > 1.4 * (p.radiusUm() + s
				.radiusUm()))) specs.add(s);
		}
		if (specs.size() < o.count()) throw new IllegalArgumentException("Only " + specs.size() + " of " + o.count()
			+ " spallations of radius " + o.radiusUm()
			+ " um found room; make the volume larger or the spallations fewer or smaller.");
		return build(o.kind().key(), g, specs);
	}

	/** The draw is made either way, so that all else stays as it was. */
	private static double closed(final double drawn, final double asked) {
		return asked > 0 ? asked : drawn;
	}

	private static Vec3 centre(final SpallationSpec s, final VoxelGrid g) {
		return g.originUm().plus(new Vec3(s.xUm(), s.depthUm(), s.zUm()));
	}

	private static Ellipsoid lid(final SpallationSpec s, final VoxelGrid g) {
		return new Ellipsoid(centre(s, g), s.radiusUm(), s.openingUm() / 2, s.radiusUm(), Frame.IMAGE);
	}

	private static CrackShape shape(final SpallationSpec s, final VoxelGrid g) {
		final Vec3 c = centre(s, g);
		final List<Solid> parts = new ArrayList<>();
		final List<List<Vec3>> paths = new ArrayList<>();
		parts.add(lid(s, g));
		paths.add(List.of(c.minus(new Vec3(s.radiusUm(), 0, 0)), c.plus(new Vec3(s.radiusUm(), 0, 0))));
		if (s.rimClosure() > 0) {
			// the stroke is drawn on beyond the face, so that its round end lies outside the image
			final double over = 1 + s.rimOpeningUm() / s.depthUm();
			parts.add(new ConeShell(c, Frame.withNormal(new Vec3(0, -1, 0)), s.radiusUm(), s.radiusUm() + over * s
				.rimFlareUm(), over * s.depthUm(), s.rimOpeningUm(), s.rimClosure(), s.rimArcs(), 0));
			paths.add(List.of(c.plus(new Vec3(s.radiusUm(), 0, 0)), c.plus(new Vec3(s.radiusUm() + over * s.rimFlareUm(), -over
				* s.depthUm(), 0))));
		}
		if (s.tailUm() > 0) {
			final Vec3 end = c.plus(new Vec3(0, s.openingUm() / 2 + s.tailUm(), 0));
			parts.add(new Rod(c, end, s.tailWidthUm() / 2));
			paths.add(List.of(c, end));
		}
		return new CrackShape("spallation", new Combined.Union(parts), paths, s.openingUm(), s.openingUm(), true, 2 * s
			.radiusUm());
	}

	/** The part of the penny crack within a coaxial cylinder: 1 - (1 - (r/c)^2)^(3/2) of its volume. */
	private static Solid lithium(final SpallationSpec s, final VoxelGrid g) {
		final Ellipsoid e = lid(s, g);
		final double r = s.radiusUm() * Math.sqrt(1 - Math.pow(1 - s.lithiumFill(), 2.0 / 3));
		final Vec3 h = new Vec3(0, s.openingUm(), 0);
		return new Combined.Intersection(e, new Rod(e.centre().minus(h), e.centre().plus(h), r * (s.lithiumFill() == 1 ? 1.01
			: 1)), s.lithiumFill() * e.volumeUm3());
	}

	private static void checkInside(final SpallationSpec s, final Solid solid, final VoxelGrid g) {
		final Vec3 a = solid.low().minus(g.originUm()), b = solid.high().minus(g.originUm());
		if (a.x() < 0 || a.z() < 0 || b.x() > g.extentUm(0) || b.z() > g.extentUm(2) || b.y() > g.extentUm(1))
			throw new IllegalArgumentException("The spallation of radius " + s.radiusUm() + " um at x = " + s.xUm() + ", z = "
				+ s.zUm() + " um leaves the image of " + g.extentUm(0) + " x " + g.extentUm(1) + " x " + g.extentUm(2)
				+ " um; move it or enlarge the image.");
	}

	private static SpallationTruth truth(final int id, final SpallationSpec s, final VoxelGrid g, final double volume) {
		final double c = s.radiusUm(), lid = Math.PI * c * c;
		final double slant = Math.hypot(s.rimFlareUm(), s.depthUm()) / s.depthUm();
		final double atFace = c + s.rimFlareUm() + 0.5 * s.rimOpeningUm() * slant;
		final double outer = Math.max(atFace, c + 0.5 * s.rimOpeningUm());
		final double area = s.rimClosure() > 0 ? lid + s.rimClosure() * Math.PI * (outer * outer - c * c) : lid;
		final double penny = lid(s, g).volumeUm3();
		return new SpallationTruth(id, centre(s, g), 2 * c, 2 * Math.sqrt(area / Math.PI), area, s.depthUm(), s.depthUm() - s
			.openingUm() / 2, penny / lid, s.openingUm(), s.rimClosure(), s.rimClosure() > 0 ? c + s.rimFlareUm() : Double.NaN,
			volume, s.lithiumFill() * penny, s.tailUm(), s.tailWidthUm());
	}
}
