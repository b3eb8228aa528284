// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Laws that hold for every element, and formulas against brute-force integration. */
class FlowLawsTest {

	private static void near(final double expected, final double actual, final double relative) {
		assertEquals(expected, actual, relative * Math.abs(expected));
	}

	private static double log(final SplittableRandom r, final double low, final double high) {
		return low * Math.pow(high / low, r.nextDouble());
	}

	@Test
	void tubeIsTheIntegralOfItsVelocityProfile() {
		final SplittableRandom r = new SplittableRandom(1);
		for (int i = 0; i < 50; i++) {
			final Creep creep = new Creep(1 + 7 * r.nextDouble(), log(r, 1e-5, 1));
			final double a = log(r, 0.02, 2), length = log(r, 0.1, 50), drop = log(r, 1, 1000);
			final int n = 4000;
			double q = 0;
			// Q = Int pi s^2 gamma_dot(s) ds by parts of Int 2 pi s v ds, v = 0 at the wall
			for (int k = 0; k < n; k++) {
				final double s = (k + 0.5) * a / n;
				q += Math.PI * s * s * creep.shearRatePerS(drop * s / (2 * length)) * a / n;
			}
			final Tube t = new Tube(a, length);
			near(q, t.flowUm3PerS(creep, drop), 1e-5);
			near(creep.shearRatePerS(drop * a / (2 * length)), t.wallRatePerS(creep, t.flowUm3PerS(creep, drop)), 1e-9);
		}
	}

	@Test
	void slitIsTheIntegralOfItsVelocityProfile() {
		final SplittableRandom r = new SplittableRandom(2);
		for (int i = 0; i < 50; i++) {
			final Creep creep = new Creep(1 + 7 * r.nextDouble(), log(r, 1e-5, 1));
			final double h = log(r, 0.02, 2), breadth = 10 * h, length = log(r, 0.1, 50), drop = log(r, 1, 1000);
			final int n = 4000;
			double q = 0;
			for (int k = 0; k < n; k++) {
				final double y = (k + 0.5) * h / n;
				q += 2 * breadth * y * creep.shearRatePerS(drop * y / length) * h / n;
			}
			final Slit s = new Slit(2 * h, breadth, length);
			near(q, s.flowUm3PerS(creep, drop), 1e-5);
			near(creep.shearRatePerS(drop * h / length), s.wallRatePerS(creep, s.flowUm3PerS(creep, drop)), 1e-9);
		}
	}

	@Test
	void convergenceIsTheIntegralOfTheRadialStressGradient() {
		final Creep creep = new Creep(1 / 0.15, 0.0197);
		final double a = 0.08, radius = 2.3, q = 0.1;
		// dP = Int 2 sigma_eq / r dr with sigma_eq = (Q / (pi A r^3))^(1/m)
		double sum = 0;
		final int n = 200000;
		for (int k = 0; k < n; k++) {
			final double u = Math.log(a) + (k + 0.5) / n * Math.log(radius / a);
			sum += 2 * Math.pow(q / (Math.PI * creep.prefactor() * Math.exp(3 * u)), 1 / creep.exponent()) * Math.log(
				radius / a) / n;
		}
		near(sum, new Convergence(a, radius).dropMPa(creep, q), 1e-6);
	}

	@Test
	void everyElementGoesBothWays() {
		final SplittableRandom r = new SplittableRandom(3);
		for (int i = 0; i < 300; i++) {
			final Creep creep = new Creep(1 + 8 * r.nextDouble(), log(r, 1e-5, 10));
			final double a = log(r, 0.02, 0.5), length = log(r, 0.5, 20);
			final FlowElement[] all = { new Tube(a, length), new Slit(a, 7 * a, length), new Ellipse(a, 3 * a, length),
				new Convergence(a, 5), WidthProfile.taper(a, 2 * a, length).asTube(), WidthProfile.taper(a, 2 * a, length)
					.asSlit(9 * a), Series.of(new Tube(a, 1), new Slit(a, 3 * a, 2)), Parallel.of(new Tube(a, 1), new Slit(a,
						3 * a, 2)) };
			for (final FlowElement e : all) {
				final double drop = log(r, 0.1, 900);
				final double q = e.flowUm3PerS(creep, drop);
				near(drop, e.dropMPa(creep, q), 1e-10);
				assertEquals(-q, e.flowUm3PerS(creep, -drop));
				assertTrue(e.wallRatePerS(creep, q) > 0);
			}
		}
	}

	@Test
	void changingTheUnitOfLengthChangesNothing() {
		// the same crack in nm: lengths x 1000, flow x 1e9; pressures and rates stay
		final Creep creep = new Creep(1 / 0.15, 0.0197);
		near(new Tube(0.079, 2.5).dropMPa(creep, 0.1), new Tube(79, 2500).dropMPa(creep, 0.1e9), 1e-12);
		near(new Slit(0.158, 1, 2.5).dropMPa(creep, 0.1), new Slit(158, 1000, 2500).dropMPa(creep, 0.1e9), 1e-12);
		near(new Ellipse(0.08, 0.3, 2.5).dropMPa(creep, 0.1), new Ellipse(80, 300, 2500).dropMPa(creep, 0.1e9), 1e-12);
		near(new Convergence(0.08, 2).dropMPa(creep, 0.1), new Convergence(80, 2000).dropMPa(creep, 0.1e9), 1e-12);
		near(WidthProfile.taper(0.08, 0.05, 2).asTube().dropMPa(creep, 0.1), WidthProfile.taper(80, 50, 2000).asTube()
			.dropMPa(creep, 0.1e9), 1e-12);
	}

	@Test
	void changingTheUnitOfPressureChangesNothing() {
		// the same metal in Pa: A x (1e-6)^m, pressures x 1e6
		final double m = 5;
		final Creep mpa = new Creep(m, 4.376e-4), pa = new Creep(m, 4.376e-4 * Math.pow(1e-6, m));
		near(1e6 * new Tube(0.079, 2.5).dropMPa(mpa, 0.1), new Tube(0.079, 2.5).dropMPa(pa, 0.1), 1e-10);
	}

	@Test
	void profileEqualsManyShortTubesInSeries() {
		final SplittableRandom r = new SplittableRandom(4);
		final Creep creep = new Creep(1 / 0.15, 0.0197);
		for (int i = 0; i < 20; i++) {
			final int n = 2 + r.nextInt(6);
			final double[] x = new double[n], a = new double[n];
			for (int k = 0; k < n; k++) {
				x[k] = (k == 0 ? 0 : x[k - 1]) + log(r, 0.1, 2);
				a[k] = k > 0 && r.nextInt(4) == 0 ? a[k - 1] : log(r, 0.03, 0.3);
			}
			final WidthProfile p = new WidthProfile(x, a);
			double tubes = 0, slits = 0;
			final int fine = 3000;
			for (int k = 1; k < n; k++)
				for (int f = 0; f < fine; f++) {
					final double half = a[k - 1] + (a[k] - a[k - 1]) * (f + 0.5) / fine;
					tubes += new Tube(half, (x[k] - x[k - 1]) / fine).resistance(creep);
					slits += new Slit(2 * half, 3, (x[k] - x[k - 1]) / fine).resistance(creep);
				}
			near(tubes, p.asTube().resistance(creep), 1e-5);
			near(slits, p.asSlit(3).resistance(creep), 1e-5);
			double mean = 0;
			for (int k = 1; k < n; k++)
				mean += (x[k] - x[k - 1]) * (a[k] + a[k - 1]) / 2 / p.lengthUm();
			assertTrue(p.effectiveTubeUm(creep.exponent()) <= mean * (1 + 1e-12));
			assertTrue(p.effectiveTubeUm(creep.exponent()) >= p.narrowestUm() * (1 - 1e-12));
		}
	}

	@Test
	void nearlyUniformTaperKeepsItsDigits() {
		final double uniform = WidthProfile.taper(0.08, 0.08, 2).integral(1.45);
		near(uniform, WidthProfile.taper(0.08, 0.08 * (1 + 1e-9), 2).integral(1.45), 1e-8);
		near(WidthProfile.taper(0.08, 0.08 * (1 + 1.99e-4), 2).integral(1.45), WidthProfile.taper(0.08, 0.08 * (1 +
			2.01e-4), 2).integral(1.45), 2e-6);
	}

	@Test
	void mistakesAreOneSentence() {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Tube(-1, 2));
		assertTrue(e.getMessage().contains("radius of a tube is -1.0 um"), e.getMessage());
		assertThrows(IllegalArgumentException.class, () -> new Tube(1, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> new Slit(2, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new Ellipse(2, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new Convergence(2, 1));
		assertThrows(IllegalArgumentException.class, () -> new CreepLaw(0.5, 1, 37));
		assertThrows(IllegalArgumentException.class, () -> new CreepLaw(5, 0, 37));
		assertThrows(IllegalArgumentException.class, () -> new CreepLaw(5, 1, 37).at(500));
		assertThrows(IllegalArgumentException.class, () -> new WidthProfile(new double[] { 0, 0 }, new double[] { 1, 1 }));
		assertThrows(IllegalArgumentException.class, () -> Series.of());
	}
}
