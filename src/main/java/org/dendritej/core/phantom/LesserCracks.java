// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;
import java.util.function.DoubleFunction;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.phantom.PaperSpecimens.Plan;

/**
 * The eight shorter cracks of the two paper specimens: two hang on large pores, one joins a small pore to the electrode,
 * four open at the electrode without reaching a pore, one is buried. All are shorter than two thirds of the longest.
 */
final class LesserCracks {

	private static final int TRIES = 5000;

	private final SpecimenBuilder builder;
	private final Dice dice;
	private final Plan plan;
	private final double length;
	private final double width;

	LesserCracks(final SpecimenBuilder builder, final Dice dice, final Plan plan) {
		this.builder = builder;
		this.dice = dice;
		this.plan = plan;
		this.length = plan.lengthUm();
		this.width = plan.widthUm();
	}

	/** A sheet on the flank of the first large pore and a tube on that of the second, both inwards and level. */
	void fromPores(final Vec3[] centres) {
		final Vec3 middle = new Vec3(plan.sideUm() / 2, 0, plan.sideUm() / 2);
		final Vec3 a = level(middle.minus(centres[0])), b = level(middle.minus(centres[1]));
		final double r0 = plan.radiusUm(), r1 = 0.97 * plan.radiusUm();
		builder.crack(CrackShape.sheet(centres[0].plus(a.times(0.7 * r0)), centres[0].plus(a.times(r0 + 0.45 * length)),
			new Vec3(0, 1, 0), 0.25 * length, 1.1 * width), 1);
		builder.crack(CrackShape.tube(centres[1].plus(b.times(0.7 * r1)), centres[1].plus(b.times(r1 + 0.4 * length)), 0.9
			* width), 2);
	}

	private static Vec3 level(final Vec3 v) {
		return new Vec3(v.x(), 0, v.z()).unit();
	}

	/** The six that stand alone. */
	void others() {
		joinedSmallPore();
		atFace(turn -> CrackShape.sheet(start(), down(0.55), across(turn), 0.25 * length, 0.8 * width));
		atFace(turn -> CrackShape.sheet(start(), down(0.4), across(turn), 0.35 * length, width));
		atFace(turn -> CrackShape.wedge(start(), down(0.45), across(turn), 0.3 * length, 1.4 * width, 0.7 * width));
		atFace(turn -> CrackShape.bentTube(List.of(start(), down(0.3), down(0.3).plus(new Vec3(Math.cos(turn), 1, Math.sin(
			turn)).unit().times(0.28 * length))), 0.8 * width));
		atFace(turn -> {
			final Vec3 half = across(turn).times(0.25 * length);
			final Vec3 at = new Vec3(x, 0.75 * plan.depthUm(), z);
			return CrackShape.sheet(at.minus(half), at.plus(half), new Vec3(0, 1, 0), 0.3 * length, width);
		});
	}

	private double x;
	private double z;

	private void place() {
		x = dice.uniform(0.08, 0.92) * plan.sideUm();
		z = dice.uniform(0.08, 0.92) * plan.sideUm();
	}

	private Vec3 start() {
		return new Vec3(x, -0.5, z);
	}

	private Vec3 down(final double share) {
		return new Vec3(x, share * length, z);
	}

	private static Vec3 across(final double turn) {
		return new Vec3(Math.cos(turn), 0, Math.sin(turn));
	}

	private void atFace(final DoubleFunction<CrackShape> make) {
		for (int i = 0; i < TRIES; i++) {
			place();
			if (builder.offerCrack(make.apply(dice.uniform(0, Math.PI)))) return;
		}
		throw new IllegalStateException("no room for a crack in " + plan.name());
	}

	private void joinedSmallPore() {
		final double r = 0.9 * plan.smallLargest() * plan.radiusUm();
		for (int i = 0; i < TRIES; i++) {
			place();
			final Vec3 centre = down(0.4).plus(new Vec3(0, r, 0));
			final CrackShape tube = CrackShape.tube(start(), centre, 0.75 * width);
			if (!builder.free(tube.solid()) || !builder.offerSphere(centre, r)) continue;
			builder.crack(tube, 5);
			return;
		}
		throw new IllegalStateException("no room for a joined small pore in " + plan.name());
	}
}
