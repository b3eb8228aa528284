// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The acceptance values of the physics reference that concern creep flow; the number of the row is in the name. */
class AcceptanceRowsTest {

	/** Preset A: Anand and Narayan's law, not hardened. */
	private static final CreepLaw A = new CreepLaw(1 / 0.15, 0.019711, 37);
	private static final double UM3_PER_M3 = 1e18;
	private static final double Q = 1e-19 * UM3_PER_M3;

	private static void near(final double expected, final double actual, final double relative) {
		assertEquals(expected, actual, relative * Math.abs(expected));
	}

	@Test
	@DisplayName("row 2: a Newtonian tube is Hagen-Poiseuille")
	void row2() {
		near(16.344504, new Tube(0.079, 2.5).dropMPa(CreepLaw.newtonian(1e3).at298(), Q), 1e-6);
	}

	@Test
	@DisplayName("row 3: a Newtonian slit is plane Poiseuille")
	void row3() {
		near(0.7605889, new Slit(0.158, 1, 2.5).dropMPa(CreepLaw.newtonian(1e3).at298(), Q), 1e-6);
	}

	@Test
	@DisplayName("row 4: tube, preset A")
	void row4() {
		near(159.2497, new Tube(0.079, 2.5).dropMPa(A.at298(), Q), 1e-4);
	}

	@Test
	@DisplayName("row 5: inverse of the tube at 155 MPa")
	void row5() {
		final Tube t = new Tube(0.079, 2.5);
		final double q = t.flowUm3PerS(A.at298(), 155);
		near(8.350000e-20 * UM3_PER_M3, q, 1e-4);
		near(155, t.dropMPa(A.at298(), q), 1e-12);
	}

	@Test
	@DisplayName("row 6: the 99 % crack at 155 MPa")
	void row6() {
		near(2.612902e-19 * UM3_PER_M3, new Tube(0.0625, 1.5).flowUm3PerS(A.at298(), 155), 1e-4);
	}

	@Test
	@DisplayName("row 7: slit, preset A")
	void row7() {
		near(57.2792, new Slit(0.158, 1, 2.5).dropMPa(A.at298(), Q), 1e-4);
	}

	@Test
	@DisplayName("row 8: taper from 79 to 50 nm")
	void row8() {
		final WidthProfile taper = WidthProfile.taper(0.079, 0.050, 2.5);
		near(220.3393, taper.asTube().dropMPa(A.at298(), Q), 1e-4);
		near(0.063150, taper.effectiveTubeUm(A.exponent()), 1e-4);
	}

	@Test
	@DisplayName("row 9: entrance from a pore of 2.3 um and exit")
	void row9() {
		near(11.6831, new Convergence(0.079, 2.3).dropMPa(A.at298(), Q), 1e-4);
		// the tabulated exit was computed for an outer radius of 1 m; to infinity it is 0.06 % more: 1/(1 - (a/R)^0.45)
		near(14.9565, new Convergence(0.079, 1e6).dropMPa(A.at298(), Q), 1e-4);
		near(11.6831 / (1 - Math.pow(0.079 / 2.3, 0.45)), Convergence.exit(0.079).dropMPa(A.at298(), Q), 1e-4);
	}

	@Test
	@DisplayName("row 10: von Mises factor B of preset A")
	void row10() {
		near(1.329454, A.at298().shearPrefactor(), 1e-4);
	}

	@Test
	@DisplayName("row 11: A(T) at 273.15 and 333.15 K")
	void row11() {
		near(0.0050293, A.at(273.15).prefactor(), 1e-3);
		near(0.0945749, A.at(333.15).prefactor(), 1e-3);
	}

	@Test
	@DisplayName("row 12: ellipse against finite elements")
	void row12() {
		final double[] ratios = { 1, 1.5, 2, 3, 5, 10 };
		final double[] exponents = { 1, 3, 5, 6.667 };
		// the finite elements' own error on the circle is 0.04, 0.07, 0.10, 0.29 %
		final double[] tolerance = { 0.002, 0.022, 0.036, 0.09 };
		final double[][] fem = { { 0.392699, 0.8153, 1.2562, 2.1198, 3.7746, 7.7735 }, { 0.0654498, 0.19394, 0.36305,
			0.75032, 1.5710, 3.6187 }, { 0.0122718, 0.05164, 0.11673, 0.29434, 0.73280, 1.9529 }, { 0.00319809, 0.01800,
				0.04752, 0.14109, 0.40605, 1.2311 } };
		for (int i = 0; i < exponents.length; i++)
			for (int k = 0; k < ratios.length; k++) {
				near(fem[i][k], Ellipse.shapeFactor(exponents[i], ratios[k]), tolerance[i]);
				final double q = new Ellipse(0.5, 0.5 * ratios[k], 2).flowUm3PerS(new Creep(exponents[i], 0.01), 4);
				final double unit = new Creep(exponents[i], 0.01).shearPrefactor() * Math.pow(2, exponents[i]) *
					Math.pow(0.5, exponents[i] + 3);
				near(Ellipse.shapeFactor(exponents[i], ratios[k]) * unit, q, 1e-12);
			}
	}
}
