// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;

import org.dendritej.core.field.Counter;
import org.dendritej.core.field.FieldProblem;
import org.dendritej.core.field.FieldSolution;
import org.dendritej.core.field.FieldSolver;
import org.dendritej.core.field.SphereArray;
import org.dendritej.core.field.SphereShares;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The path from a class image to currents, against the reference tables, direct solutions and the laws of the field. */
class CurrentAnalysisTest {

	private static final ElectrodeFace Z = ElectrodeFace.Z_MINUS;

	private static int paper(final double u, final double v, final double d) {
		return Blocks.ball(u, v, d, 5, 5, 4.8, 2.3) ? 1 : 0;
	}

	private static double value(final CurrentResult r, final String name) {
		return r.summary().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow().value();
	}

	private static boolean flagged(final CurrentResult r, final String code) {
		return r.flags().stream().anyMatch(f -> f.code().equals(code));
	}

	/** Table of physics 3b.3 through the image: 85.728 without kinetics, 49.67 at lambda = 10 um (r_int = 0.5 ohm cm2). */
	@Test
	void sphereArrayOfThePaperWithAndWithoutKinetics() {
		final ByteVolume image = Blocks.draw(Z, 40, 40, 32, .25, CurrentAnalysisTest::paper);
		final CurrentResult r = Blocks.map(image, null, Blocks.options(Z, Filling.ALL, 0, 12, 1e-7));
		assertEquals(85.728, r.pores().get(0).collectingAreaUm2(), .004 * 85.728);
		assertEquals(1, value(r, "electrode_share") + value(r, "pores_share"), 1e-6);
		assertEquals(4.8, r.pores().get(0).depthUm(), .01);
		assertEquals(2.3, r.pores().get(0).radiusUm(), .01);
		assertFalse(flagged(r, "counter_near"));
		final CurrentResult k = Blocks.map(image, null, Blocks.options(Z, Filling.ALL, .5, 12, 1e-7));
		assertEquals(49.67, k.pores().get(0).collectingAreaUm2(), .01 * 49.67);
		assertEquals(10, value(k, "kinetic_length"), 1e-12);
		// true area of the lithium, not the 1.5 times larger one of the voxel faces
		assertEquals(4 * Math.PI * 2.3 * 2.3, k.pores().get(0).areaUm2(), .02 * 66.5);
	}

	/** Row 20: a pore of a third of the radius takes 9.8 % of what both take. */
	@Test
	void smallBesideLarge() {
		final double r = 2.3 / 3, d = 2.5 + r;
		final ByteVolume image = Blocks.draw(Z, 60, 60, 48, 1 / 6., (u, v, z) -> Blocks.ball(u, v, z, 5, 5, 4.8, 2.3) || Blocks.ball((u + 5) % 10, (v
			+ 5) % 10, z, 5, 5, d, r * .999) ? 1 : 0);
		// the small sphere lies across the corners; periodic sides make it whole, its four quarters have labels of their own
		final CurrentResult c = Blocks.map(image, null, Blocks.options(Z, Filling.ALL, 0, 12, 1e-6));
		assertEquals(5, c.pores().size());
		final double large = c.pores().stream().mapToDouble(BodyCurrent::collectingAreaUm2).max().getAsDouble();
		final double all = c.pores().stream().mapToDouble(BodyCurrent::collectingAreaUm2).sum();
		assertEquals(.0976, (all - large) / all, .02 * .0976);
		assertEquals((all - large) / all, value(c, "small_pores_share"), 1e-9);
		assertEquals(4, value(c, "small_pores"));
		assertTrue(flagged(c, "small_pores"));
	}

	/**
	 * A population whose truth is known: a cell of one large and one small pore (0.3 of the radius, tops aligned) twice
	 * over, against the idealised mode on finer voxels. Where no crack joins the small ones they take nothing.
	 */
	@Test
	void populationOfPairs() {
		final double r = .3 * 2.3, d = 2.5 + r;
		final SphereShares truth = SphereArray.of(10, 2.3, 4.8, 0).withCentre(r).solve(8, 0, Progress.NONE);
		final Blocks.At pores = (u, v, z) -> Blocks.ball(u % 10, v % 10, z, 2.5, 2.5, 4.8, 2.3) || Blocks.ball(u % 10, v % 10, z, 7.5, 7.5, d, r)
			? 1 : 0;
		final CurrentResult all = Blocks.map(Blocks.draw(Z, 120, 60, 48, 1 / 6., pores), null, Blocks.options(Z, Filling.ALL, 0, 12, 1e-6));
		assertEquals(4, all.pores().size());
		assertEquals(2, value(all, "small_pores"), 0);
		// a radius of four voxels: 4 %
		assertEquals(truth.centreOfBoth(), value(all, "one_small_of_both"), .04 * truth.centreOfBoth());
		assertEquals(value(all, "one_small_of_both"), value(all, "small_pores_share"), 1e-9);
		assertTrue(value(all, "one_small_of_both") < .1, "the paper's claim");
		for (final BodyCurrent p : all.pores()) {
			final double area = p.radiusUm() > 1 ? truth.collectingAreaUm2() : truth.centreCollectingAreaUm2();
			assertEquals(area, p.collectingAreaUm2(), (p.radiusUm() > 1 ? .02 : .04) * area);
		}
		final Blocks.At joined = (u, v, z) -> pores.of(u, v, z) == 1 ? 1 : z < 3 && Math.abs(u % 10 - 2.5) < .34 && Math.abs(v % 10 - 2.5) < .34 ? 2 : 0;
		final CurrentResult some = Blocks.map(Blocks.draw(Z, 60, 30, 24, 1 / 3., joined), null, Blocks.options(Z, Filling.JOINED, 0, 12, 1e-6));
		assertEquals(2, some.pores().stream().filter(BodyCurrent::filled).count());
		assertEquals(0, value(some, "small_pores"), 0);
		assertTrue(Double.isNaN(value(some, "one_small_of_both")) && !flagged(some, "small_pores"));
	}

	/** Many small pores take most of the current although each takes little beside a large one: what the remark says. */
	@Test
	void manySmallPoresTakeMuchTogether() {
		final Blocks.At pores = (u, v, z) -> Blocks.ball(u, v, z, 6, 6, 5, 2.4) || Blocks.ball(u % 2, v % 2, z, 1, 1, 9.5, .7) ? 1 : 0;
		final CurrentResult r = Blocks.map(Blocks.draw(Z, 48, 48, 48, .25, pores), null, Blocks.options(Z, Filling.ALL, 0, 12, 1e-6));
		assertEquals(36, value(r, "small_pores"), 0);
		final double one = value(r, "small_over_large");
		assertEquals(36 * one / (1 + 36 * one), value(r, "small_pores_share"), 1e-9);
		assertEquals(one / (1 + one), value(r, "one_small_of_both"), 1e-9);
		assertTrue(value(r, "small_pores_share") > .9);
		final String said = r.flags().stream().filter(f -> f.code().equals("small_pores")).findFirst().orElseThrow().reason();
		assertTrue(said.contains("one small pore beside one large one") && said.contains("metal=all"), said);
	}

	@Test
	void addedElectrolyteIsTheSameAsImagedElectrolyte() {
		for (final ElectrodeFace face : ElectrodeFace.values()) {
			if (face == ElectrodeFace.NONE) continue;
			final Blocks.At at = (u, v, d) -> Blocks.ball(u, v, d, 2, 3, 3, 1.6) ? 1 : u < 1.1 && d < 2 ? 2 : 0;
			final CurrentResult whole = Blocks.map(Blocks.draw(face, 8, 12, 20, .5, at), null, Blocks.options(face, Filling.ALL, .1, 0, 1e-9));
			final CurrentResult part = Blocks.map(Blocks.draw(face, 8, 12, 14, .5, at), null, Blocks.options(face, Filling.ALL, .1, 3, 1e-9));
			assertEquals(whole.pores().get(0).currentShare(), part.pores().get(0).currentShare(), 1e-7, face.key());
			assertEquals(whole.cracks().get(0).currentNa(), part.cracks().get(0).currentNa(), 1e-6 * part.cracks().get(0).currentNa());
			final int[] v = { 3, 3, 3 };
			v[face.axis()] = face.isLow() ? 11 : 2;
			final int shift = face.isLow() ? 0 : 6, a = face.axis();
			final var g = part.potential().grid();
			final var h = whole.potential().grid();
			final float near = part.potential().plane(v[2])[v[0] + g.nx() * v[1]];
			final float same = whole.potential().plane(v[2] + (a == 2 ? shift : 0))[v[0] + (a == 0 ? shift : 0) + h.nx() * (v[1] + (a == 1 ? shift : 0))];
			assertEquals(same, near, 1e-6 * same);
			assertEquals(part.currentDensity().grid(), part.potential().grid());
		}
	}

	@Test
	void rotatingTheVolumeRotatesTheAnswer() {
		final Blocks.At at = (u, v, d) -> Blocks.ball(u, v, d, 2, 3, 3, 1.6) ? 1 : u < 1.1 && d < 2 ? 2 : d < .6 ? 4 : 0;
		final CurrentResult first = Blocks.map(Blocks.draw(Z, 8, 12, 16, .5, at), null, Blocks.options(Z, Filling.JOINED, .1, 2, 1e-10));
		for (final ElectrodeFace face : ElectrodeFace.values()) {
			if (face == ElectrodeFace.NONE) continue;
			final CurrentResult r = Blocks.map(Blocks.draw(face, 8, 12, 16, .5, at), null, Blocks.options(face, Filling.JOINED, .1, 2, 1e-10));
			for (final String name : new String[] { "electrode_share", "cracks_share", "pores_share", "other_lithium_share" })
				assertEquals(value(first, name), value(r, name), 1e-8, face.key() + " " + name);
			assertEquals(first.cracks().get(0).areaUm2(), r.cracks().get(0).areaUm2(), 1e-9);
			assertEquals(first.pores().get(0).filled(), r.pores().get(0).filled());
		}
	}

	/** A cap of class 4 is the electrode: shifting everything down by a cap changes nothing but depths. */
	@Test
	void outsideOnTheElectrodesSideIsTheElectrode() {
		final Blocks.At at = (u, v, d) -> Blocks.ball(u, v, d, 2, 2, 3, 1.6) ? 1 : 0;
		final CurrentResult flat = Blocks.map(Blocks.draw(Z, 8, 8, 16, .5, at), null, Blocks.options(Z, Filling.ALL, 0, 2, 1e-9));
		final CurrentResult capped = Blocks.map(Blocks.draw(Z, 8, 8, 19, .5, (u, v, d) -> d < 1.5 ? 4 : at.of(u, v, d - 1.5)), null, Blocks
			.options(Z, Filling.ALL, 0, 2, 1e-9));
		assertEquals(flat.pores().get(0).collectingAreaUm2(), capped.pores().get(0).collectingAreaUm2(), 1e-6);
		assertEquals(value(flat, "electrode_share"), value(capped, "electrode_share"), 1e-8);
		// outside elsewhere blocks
		final CurrentResult milled = Blocks.map(Blocks.draw(Z, 8, 8, 16, .5, (u, v, d) -> d > 5 && d < 6 && u < 2 ? 4 : at.of(u, v, d)), null, Blocks
			.options(Z, Filling.ALL, 0, 2, 1e-9));
		assertTrue(Float.isNaN(milled.potential().plane(11)[0]));
	}

	/** Pores that no crack joins are voids: the same currents as a direct solution with an insulator there. */
	@Test
	void onlyJoinedPoresAreFilled() {
		final ByteVolume image = Blocks.draw(Z, 16, 16, 20, .5, (u, v, d) -> Blocks.ball(u, v, d, 2, 4, 4, 1.5) || Blocks.ball(u, v, d, 6, 4, 4, 1.5)
			? 1 : Math.abs(u - 2) < .6 && Math.abs(v - 4) < .6 && d < 3.1 ? 2 : 0);
		final CurrentResult r = Blocks.map(image, null, Blocks.options(Z, Filling.JOINED, 0, 0, 1e-9));
		final BodyCurrent filled = r.pores().get(0), empty = r.pores().get(1);
		assertTrue(filled.filled() && !empty.filled());
		assertTrue(Double.isNaN(empty.collectingAreaUm2()) && empty.remark().contains("no crack joins"));
		final byte[][] planes = new byte[20][];
		for (int k = 0; k < 20; k++) {
			planes[k] = image.plane(k).clone();
			for (int p = 0; p < planes[k].length; p++)
				if (planes[k][p] == 1 && p % 16 >= 8) planes[k][p] = 5;
		}
		final FieldSolution s = FieldSolver.solve(FieldProblem.on(ByteVolume.of(image.grid(), planes)).conductor(0, .2).insulator(5).metal(1).metal(2)
			.electrode(Z, 0).counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)).periodic(true, true, false).tolerance(1e-9), Progress.NONE);
		assertEquals(1 - s.currents(null).electrodeShare(), filled.currentShare() + r.cracks().get(0).currentShare(), 1e-7);
		final CurrentResult all = Blocks.map(image, null, Blocks.options(Z, Filling.ALL, 0, 0, 1e-9));
		assertTrue(all.pores().get(1).filled() && all.pores().get(0).collectingAreaUm2() < filled.collectingAreaUm2());
	}

	/** Far enough, a plane and a uniform flux cannot be told apart; near, the warning says so. */
	@Test
	void theCounterElectrodeMattersOnlyWhenNear() {
		final ByteVolume image = Blocks.draw(Z, 20, 20, 16, .5, CurrentAnalysisTest::paper);
		final CurrentOptions flux = Blocks.options(Z, Filling.ALL, 0, 12, 1e-8);
		final CurrentOptions plane = new CurrentOptions(Z, .2, 0, true, 1e-8, 1, Filling.ALL, Map.of(), true, 30, 5, 0, 1);
		final CurrentResult a = Blocks.map(image, null, flux), b = Blocks.map(image, null, plane);
		assertEquals(a.pores().get(0).collectingAreaUm2(), b.pores().get(0).collectingAreaUm2(), 1e-3 * 86);
		assertEquals(a.currentDensity().plane(14)[0], b.currentDensity().plane(14)[0], 2e-3);
		assertEquals(a.potential().plane(14)[0], b.potential().plane(14)[0], 1e-3 * a.potential().plane(14)[0]);
		final CurrentResult near = Blocks.map(image, null, Blocks.options(Z, Filling.ALL, 0, 0, 1e-8));
		assertTrue(flagged(near, "counter_near"), near.flags().toString());
	}

	/** Currents scale with the current density, shares and areas do not; classes can block and conduct badly. */
	@Test
	void lawsOfTheField() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int n = 0; n < 20; n++) {
			final int[] drawn = random.ints(9 * 7 * 12, 0, 12).toArray();
			final int[] next = { 0 };
			final ByteVolume image = Blocks.draw(Z, 9, 7, 12, .3, (u, v, d) -> d > 3 ? 0 : (drawn[next[0]++] + 5) % 12 > 8 ? drawn[next[0]] % 3 + 1 : drawn[next[0]] == 5
				? 5 : drawn[next[0]] == 6 ? 6 : 0);
			final Map<Integer, Double> classes = CurrentOptions.parse("5", "6:0.01");
			final CurrentOptions one = new CurrentOptions(Z, .2, .02, n % 2 == 0, 1e-8, 1, Filling.ALL, classes, n % 3 == 0, 1, 2, 0, 1);
			final CurrentOptions three = new CurrentOptions(Z, .2, .02, n % 2 == 0, 1e-8, 3, Filling.ALL, classes, n % 3 == 0, 1, 2, 0, 2);
			final CurrentResult a = Blocks.map(image, null, one), b = Blocks.map(image, null, three);
			assertEquals(1, value(a, "electrode_share") + value(a, "pores_share") + value(a, "cracks_share") + value(a, "other_lithium_share"), 1e-6);
			assertEquals(0, value(a, "imbalance"), 1e-6);
			for (int i = 0; i < a.pores().size(); i++) {
				assertEquals(a.pores().get(i).currentShare(), b.pores().get(i).currentShare(), 1e-6);
				assertEquals(3 * a.pores().get(i).currentNa(), b.pores().get(i).currentNa(), 1e-6 * b.pores().get(i).currentNa() + 1e-12);
			}
		}
	}
}
