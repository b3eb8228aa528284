// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** Makes the specimen that the options ask for; every body is put at a random place where it has room. */
public final class Specimens {

	/** Attempts for one body before the volume is called too small. */
	private static final int TRIES = 3000;

	private final SpecimenOptions o;
	private final VoxelGrid grid;
	private final Dice dice;
	private final SpecimenBuilder builder;

	private Specimens(final SpecimenOptions o) {
		this.o = o;
		this.grid = o.grid();
		this.dice = new Dice(o.seed(), o.kind().ordinal());
		this.builder = new SpecimenBuilder(o.kind().key(), grid, ElectrodeFace.Y_MINUS, 2 * Math.max(grid.dxUm(), Math.max(
			grid.dyUm(), grid.dzUm())));
	}

	/**
	 * Makes a specimen.
	 *
	 * @param options what to make
	 * @return the specimen with its truth
	 * @throws IllegalArgumentException if the volume has no room for the bodies
	 */
	public static Specimen make(final SpecimenOptions options) {
		switch (options.kind()) {
			case DENSE83:
				return PaperSpecimens.dense83(options.seed());
			case DENSE99:
				return PaperSpecimens.dense99(options.seed());
			case SPALLATION:
				return SpallationPhantom.make(options).specimen();
			default:
				return new Specimens(options).build();
		}
	}

	private Specimen build() {
		final double w = o.widthNm() / 1000, l = o.lengthUm();
		switch (o.kind()) {
			case SPHERES:
			case ELLIPSOIDS:
			case POINTED:
				for (int i = 0; i < o.count(); i++)
					pore(i);
				break;
			case TUBES:
				cracks(o.count(), i -> tube(direction(), w));
				break;
			case PLATES:
				cracks(o.count(), i -> plate(direction(), l, w, w));
				break;
			case WEDGE:
				cracks(o.count(), i -> plate(direction(), l, w, w / 3));
				break;
			case PENNY:
				cracks(o.count(), i -> CrackShape.penny(anywhere(), direction(), l / 2, w));
				break;
			case BENT:
				cracks(o.count(), i -> bent(i % 2 == 0, w));
				break;
			case BRANCHING:
				cracks(o.count(), i -> branching(w));
				break;
			case ENDING:
			case MAGNESIUM:
				for (int i = 0; i < o.count(); i++)
					ending(i % 2 == 0, w);
				if (o.kind() == SpecimenOptions.Kind.MAGNESIUM) occluded(w);
				break;
			default:
				fibsem(w);
		}
		return builder.build();
	}

	private Vec3 direction() {
		Vec3 v = new Vec3(dice.gauss(), dice.gauss(), dice.gauss());
		while (v.norm() < 1e-3)
			v = new Vec3(dice.gauss(), dice.gauss(), dice.gauss());
		return v.unit();
	}

	private Vec3 anywhere() {
		return grid.originUm().plus(new Vec3(dice.uniform() * grid.extentUm(0), dice.uniform() * grid.extentUm(1), dice
			.uniform() * grid.extentUm(2)));
	}

	private boolean inside(final Solid s) {
		final Vec3 a = s.low().minus(grid.originUm()), b = s.high().minus(grid.originUm());
		return a.x() >= grid.dxUm() && a.y() >= grid.dyUm() && a.z() >= grid.dzUm() && b.x() <= grid.extentUm(0) - grid
			.dxUm() && b.y() <= grid.extentUm(1) - grid.dyUm() && b.z() <= grid.extentUm(2) - grid.dzUm();
	}

	private IllegalArgumentException full(final String what, final int done) {
		return new IllegalArgumentException("Only " + done + " of " + o.count() + " " + what + " found room in " + String
			.format(java.util.Locale.ROOT, "%.3g x %.3g x %.3g", grid.extentUm(0), grid.extentUm(1), grid.extentUm(2))
			+ " um; make the volume larger or the bodies fewer or smaller.");
	}

	/** The first pore has the full radius, the others 0.4 to 1 of it. */
	private void pore(final int i) {
		for (int t = 0; t < TRIES; t++) {
			final double r = o.radiusUm() * (i == 0 ? 1 : dice.uniform(0.4, 1));
			final Vec3 at = anywhere();
			final Frame f = Frame.withNormal(direction());
			final Solid s = o.kind() == SpecimenOptions.Kind.SPHERES || o.kind() == SpecimenOptions.Kind.FIBSEM ? new Ball(at,
				r) : o.kind() == SpecimenOptions.Kind.ELLIPSOIDS ? new Ellipsoid(at, r, 0.7 * r, 0.5 * r, f)
					: new PointedPore(at, r, f);
			if (!inside(s) || !builder.free(s)) continue;
			if (s instanceof Ball b) builder.sphere(at, b.radius());
			else if (s instanceof Ellipsoid e) builder.ellipsoid(e);
			else builder.pointed((PointedPore) s);
			return;
		}
		throw full("pores", i);
	}

	private void cracks(final int n, final IntFunction<CrackShape> make) {
		for (int i = 0; i < n; i++) {
			int t = 0;
			while (t < TRIES) {
				final CrackShape c = make.apply(i);
				if (inside(c.solid()) && builder.offerCrack(c)) break;
				t++;
			}
			if (t == TRIES) throw full("cracks", i);
		}
	}

	private CrackShape tube(final Vec3 along, final double w) {
		final Vec3 at = anywhere(), half = along.times(o.lengthUm() / 2);
		return CrackShape.tube(at.minus(half), at.plus(half), w);
	}

	private CrackShape plate(final Vec3 along, final double l, final double from, final double to) {
		final Vec3 at = anywhere(), half = along.times(l / 2), across = Frame.withNormal(along).u();
		final Vec3 a = at.minus(half), b = at.plus(half);
		return from == to ? CrackShape.sheet(a, b, across, 0.6 * l, from) : CrackShape.wedge(a, b, across, 0.6 * l, from,
			to);
	}

	/** Two equal legs at 130 degrees. */
	private CrackShape bent(final boolean sheet, final double w) {
		final Frame f = Frame.withNormal(direction());
		final Vec3 knee = anywhere();
		final double half = o.lengthUm() / 2, turn = Math.toRadians(50);
		final List<Vec3> path = List.of(knee.minus(f.u().times(half)), knee, knee.plus(f.u().times(half * Math.cos(turn)))
			.plus(f.v().times(half * Math.sin(turn))));
		return sheet ? CrackShape.bentSheet(path, f.w(), 0.5 * o.lengthUm(), w) : CrackShape.bentTube(path, w);
	}

	/** A trunk of 0.6 of the length that forks into two arms at +-35 degrees; one arm is shorter. */
	private CrackShape branching(final double w) {
		final Frame f = Frame.withNormal(direction());
		final Vec3 foot = anywhere(), fork = foot.plus(f.u().times(0.6 * o.lengthUm()));
		final double c = Math.cos(Math.toRadians(35)), s = Math.sin(Math.toRadians(35));
		final Vec3 left = fork.plus(f.u().times(c).plus(f.v().times(s)).times(0.4 * o.lengthUm()));
		final Vec3 right = fork.plus(f.u().times(c).minus(f.v().times(s)).times(0.3 * o.lengthUm()));
		return CrackShape.branching(List.of(List.of(foot, fork, left), List.of(fork, right)), w);
	}

	/** A pore whose top lies at the crack's length below the face, and the crack that joins the two. */
	private void ending(final boolean tube, final double w) {
		final double r = o.radiusUm() * dice.uniform(0.6, 1), l = o.lengthUm();
		for (int t = 0; t < TRIES; t++) {
			final Vec3 p = anywhere();
			final double top = grid.originUm().y();
			final Vec3 from = new Vec3(p.x(), top - 0.2 * l, p.z()), centre = new Vec3(p.x(), top + l + r, p.z());
			final Vec3 to = new Vec3(p.x(), top + l + 0.3 * r, p.z());
			final double turn = dice.uniform(0, Math.PI);
			final CrackShape c = tube ? CrackShape.tube(from, to, w) : CrackShape.sheet(from, to, new Vec3(Math.cos(turn), 0,
				Math.sin(turn)), Math.min(0.6 * l, r), w);
			final Ball b = new Ball(centre, r);
			if (!inside(b) || !builder.free(b) || !builder.free(c.solid())) continue;
			final int id = builder.sphere(centre, r);
			builder.crack(c, id);
			return;
		}
		throw full("pores with a crack", builder.pores());
	}

	/** As many occluded pores and tubes beside the joined ones, as far as there is room. */
	private void occluded(final double w) {
		final List<CrackShape> offered = new ArrayList<>();
		for (int t = 0; t < TRIES && offered.size() < o.count(); t++) {
			final CrackShape c = tube(direction(), w);
			if (inside(c.solid()) && builder.offerCrack(c)) offered.add(c);
			final Ball b = new Ball(anywhere(), o.radiusUm() * dice.uniform(0.3, 0.8));
			if (inside(b)) builder.offerSphere(b.centre(), b.radius());
		}
	}

	/** Pores, cylinders that slant by 20 degrees against the milling direction, and sheets. */
	private void fibsem(final double w) {
		final double slant = Math.toRadians(20), half = 0.3 * grid.extentUm(2);
		cracks(2, i -> {
			final Vec3 at = anywhere(), along = new Vec3(Math.sin(slant), 0, Math.cos(slant)).times(half);
			return CrackShape.tube(at.minus(along), at.plus(along), 3 * w);
		});
		cracks(Math.max(1, o.count() / 2), i -> plate(direction(), 0.7 * o.lengthUm(), w, w));
		for (int i = 0; i < o.count(); i++)
			pore(i);
	}
}
