// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.Vec3;
import org.junit.jupiter.api.Test;

/** Holds every body to its contract: distance bound, box, volume. */
class SolidTest {

	static Vec3 direction(final Random r) {
		return new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
	}

	static List<Solid> samples(final Random r) {
		final List<Solid> all = new ArrayList<>();
		final Vec3 o = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian());
		final Frame f = Frame.of(direction(r), direction(r));
		final double a = 0.5 + r.nextDouble(), b = 0.2 + r.nextDouble(), c = 0.05 + 0.5 * r.nextDouble();
		all.add(new Ball(o, a));
		all.add(new Ellipsoid(o, a, b, c, f));
		all.add(new PointedPore(o, a, f));
		all.add(new Rod(o, o.plus(f.u().times(a)), c));
		all.add(new Prism(o, a, b, c, c, f));
		all.add(new Prism(o, a, b, c, 0.2 * c, f));
		all.add(new Prism(o, a, b, 0, c, f));
		final Vec3 p1 = o.plus(f.u().times(a)), p2 = p1.plus(f.v().times(b));
		all.add(new BentPath(List.of(o, p1, p2), c));
		all.add(new BentPath(List.of(o, p1), c));
		all.add(new BentSheet(List.of(o, p1, p2), f.w(), c, b));
		all.add(new BentSheet(List.of(o, p1), f.w(), c, b));
		all.add(new Combined.Difference(new Ball(o, a), new Ball(p1, a)));
		all.add(new Combined.Union(List.of(new Ball(o, c), new Ball(p2, c))));
		all.add(new ConeShell(o, f, a, 0.6 * a, b, 0.5 * c, 0.7, 3, 0.4));
		return all;
	}

	@Test
	void distanceNeverChangesFasterThanThePosition() {
		final Random r = new Random(11);
		for (int trial = 0; trial < 20; trial++)
			for (final Solid s : samples(r))
				for (int i = 0; i < 300; i++) {
					final Vec3 p = s.low().plus(s.high()).times(0.5).plus(direction(r).times(2 * r.nextDouble()));
					final Vec3 q = p.plus(direction(r).times(r.nextDouble() * r.nextDouble()));
					assertTrue(Math.abs(s.distance(p) - s.distance(q)) <= p.distance(q) * (1 + 1e-7) + 1e-9, s + " at " + p);
				}
	}

	@Test
	void boxHoldsTheBody() {
		final Random r = new Random(12);
		for (int trial = 0; trial < 20; trial++)
			for (final Solid s : samples(r)) {
				final Vec3 a = s.low(), b = s.high();
				int inside = 0;
				for (int i = 0; i < 2000; i++) {
					final Vec3 m = a.plus(b).times(0.5), h = b.minus(a).times(0.7);
					final Vec3 p = m.plus(new Vec3(h.x() * (2 * r.nextDouble() - 1), h.y() * (2 * r.nextDouble() - 1), h.z()
						* (2 * r.nextDouble() - 1)));
					if (s.distance(p) > 0) continue;
					inside++;
					assertTrue(p.x() >= a.x() && p.y() >= a.y() && p.z() >= a.z() && p.x() <= b.x() && p.y() <= b.y() && p
						.z() <= b.z(), s + " at " + p);
				}
				assertTrue(inside > 0, s + " was never hit");
			}
	}

	@Test
	void closedVolumesAgreeWithFineIntegration() {
		final Random r = new Random(13);
		int closed = 0;
		for (int trial = 0; trial < 2; trial++)
			for (final Solid s : samples(r)) {
				if (Double.isNaN(s.volumeUm3())) continue;
				closed++;
				assertEquals(1, VolumeIntegral.ofBox(s, s.low(), s.high()) / s.volumeUm3(), 2e-3, s.toString());
			}
		assertTrue(closed >= 18);
	}

	@Test
	void integrationAgreesWithRandomPointsWhereThereIsNoClosedForm() {
		final Random r = new Random(14);
		for (final Solid s : samples(r)) {
			final Vec3 a = s.low(), d = s.high().minus(a);
			final int n = 200_000;
			int inside = 0;
			for (int i = 0; i < n; i++)
				if (s.distance(a.x() + d.x() * r.nextDouble(), a.y() + d.y() * r.nextDouble(), a.z() + d.z() * r
					.nextDouble()) <= 0) inside++;
			final double share = inside / (double) n, box = d.x() * d.y() * d.z();
			final double sd = Math.sqrt(share * (1 - share) / n) * box;
			assertEquals(share * box, VolumeIntegral.ofBox(s, s.low(), s.high()), 4 * sd + 2e-3 * share * box, s.toString());
		}
	}

	@Test
	void ellipsoidDistanceIsTheNearestOfManySurfacePoints() {
		final Random r = new Random(15);
		for (int trial = 0; trial < 16; trial++) {
			final double a = 0.3 + r.nextDouble(), b = 0.3 + r.nextDouble(), c = 0.1 + r.nextDouble();
			final Ellipsoid e = new Ellipsoid(Vec3.ZERO, a, b, c, Frame.IMAGE);
			Vec3 p = direction(r).times(1.5 * r.nextDouble());
			// points on the planes of symmetry are the hard ones
			if (trial % 3 == 0) p = new Vec3(p.x(), p.y(), 0);
			if (trial % 5 == 0) p = new Vec3(0, p.y(), 0);
			double best = Double.POSITIVE_INFINITY;
			final int n = 400;
			for (int i = 0; i <= n; i++)
				for (int k = 0; k < 2 * n; k++) {
					final double t = Math.PI * i / n, u = Math.PI * k / n;
					final double x = a * Math.sin(t) * Math.cos(u) - p.x(), y = b * Math.sin(t) * Math.sin(u) - p.y();
					final double z = c * Math.cos(t) - p.z();
					best = Math.min(best, x * x + y * y + z * z);
				}
			final double f = p.x() * p.x() / (a * a) + p.y() * p.y() / (b * b) + p.z() * p.z() / (c * c);
			assertEquals(Math.sqrt(best) * (f < 1 ? -1 : 1), e.distance(p), 4e-3, e + " at " + p);
		}
	}

	@Test
	void clearanceFindsTouchingAndFreePairs() {
		final Random r = new Random(16);
		int near = 0, far = 0;
		for (int trial = 0; trial < 12; trial++) {
			final List<Solid> one = samples(r), two = samples(r);
			for (int i = 0; i < one.size(); i++) {
				final Solid a = one.get(i), b = two.get((i + trial) % two.size());
				final boolean says = Clearance.tooNear(a, b, 0.1);
				boolean seen = false;
				for (int k = 0; k < 3000 && !seen; k++) {
					final Vec3 p = a.low().plus(new Vec3(r.nextDouble() * (a.high().x() - a.low().x()), r.nextDouble() * (a.high()
						.y() - a.low().y()), r.nextDouble() * (a.high().z() - a.low().z())));
					seen = a.distance(p) <= 0 && b.distance(p) <= 0;
				}
				if (seen) assertTrue(says, a + " and " + b);
				if (says) near++;
				else far++;
			}
		}
		assertTrue(near > 10 && far > 10);
		final Solid bar = new Prism(Vec3.ZERO, 1, 1, 0.2, 0.2, Frame.IMAGE);
		final Solid above = new Prism(new Vec3(0, 0, 0.35), 1, 1, 0.2, 0.2, Frame.IMAGE);
		assertTrue(Clearance.tooNear(bar, above, 0.16));
		assertFalse(Clearance.tooNear(bar, above, 0.14));
	}

	@Test
	void badShapesAreRefused() {
		for (final double bad : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) {
			assertThrows(IllegalArgumentException.class, () -> new Ball(Vec3.ZERO, bad));
			assertThrows(IllegalArgumentException.class, () -> new Ellipsoid(Vec3.ZERO, 1, bad, 1, Frame.IMAGE));
			assertThrows(IllegalArgumentException.class, () -> new PointedPore(Vec3.ZERO, bad, Frame.IMAGE));
			assertThrows(IllegalArgumentException.class, () -> new Rod(Vec3.ZERO, new Vec3(1, 0, 0), bad));
			assertThrows(IllegalArgumentException.class, () -> new Prism(Vec3.ZERO, bad, 1, 1, 1, Frame.IMAGE));
			assertThrows(IllegalArgumentException.class, () -> new BentPath(List.of(Vec3.ZERO, new Vec3(1, 0, 0)), bad));
		}
		assertThrows(IllegalArgumentException.class, () -> new BentSheet(List.of(Vec3.ZERO, new Vec3(1, 1, 0)), new Vec3(1,
			0, 0), 1, 1));
		assertThrows(IllegalArgumentException.class, () -> Frame.of(new Vec3(1, 2, 3), new Vec3(2, 4, 6)));
	}
}
