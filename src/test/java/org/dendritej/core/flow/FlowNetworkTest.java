// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Networks against series and parallel formulas, and conservation of flow at every node of random networks. */
class FlowNetworkTest {

	private static final Creep LITHIUM = new Creep(1 / 0.15, 0.019711);

	private static void near(final double expected, final double actual, final double relative) {
		assertEquals(expected, actual, relative * Math.abs(expected));
	}

	@Test
	void chainEqualsSeries() {
		final Tube a = new Tube(0.08, 2), b = new Tube(0.05, 1), c = new Tube(0.2, 7);
		final FlowNetwork n = new FlowNetwork();
		for (int i = 0; i < 4; i++)
			n.node();
		n.connect(0, 1, a);
		n.connect(2, 1, b);
		n.connect(2, 3, c);
		final double nan = Double.NaN;
		final double[] p = n.solve(LITHIUM, new double[] { nan, nan, nan, 7 }, new double[] { 0.1, 0, 0, 0 });
		near(7 + Series.of(a, b, c).dropMPa(LITHIUM, 0.1), p[0], 1e-9);
		final double[] held = n.solve(LITHIUM, new double[] { 150, nan, nan, 7 }, new double[4]);
		final double q = Series.of(a, b, c).flowUm3PerS(LITHIUM, 143);
		near(150 - a.dropMPa(LITHIUM, q), held[1], 1e-9);
	}

	@Test
	void bundleEqualsParallel() {
		final Tube a = new Tube(0.08, 2), b = new Tube(0.05, 1), c = new Tube(0.2, 7);
		final FlowNetwork n = new FlowNetwork();
		n.node();
		n.node();
		n.connect(0, 1, a);
		n.connect(0, 1, b);
		n.connect(1, 0, c);
		final double[] p = n.solve(LITHIUM, new double[] { Double.NaN, 0 }, new double[] { 3.3, 0 });
		near(Parallel.of(a, b, c).dropMPa(LITHIUM, 3.3), p[0], 1e-9);
	}

	@Test
	void balancedBridgeCarriesNothing() {
		final Tube t = new Tube(0.1, 3);
		final FlowNetwork n = new FlowNetwork();
		for (int i = 0; i < 5; i++)
			n.node();
		n.connect(0, 1, t);
		n.connect(0, 2, t);
		n.connect(1, 3, t);
		n.connect(2, 3, t);
		n.connect(1, 2, new Tube(0.3, 1));
		n.connect(1, 4, t); // a dead end
		final double nan = Double.NaN;
		final double[] p = n.solve(LITHIUM, new double[] { nan, nan, nan, 0, nan }, new double[] { 1, 0, 0, 0, 0 });
		near(p[1], p[2], 1e-9);
		near(p[0], 2 * p[1], 1e-9);
		assertEquals(p[1], p[4], 0.02 * p[1]);
		assertTrue(Math.abs(t.flowUm3PerS(LITHIUM, p[1] - p[4])) < 1e-9);
	}

	@Test
	void flowIsConservedInRandomNetworks() {
		final SplittableRandom r = new SplittableRandom(7);
		for (int run = 0; run < 200; run++) {
			final Creep creep = new Creep(1 + 6 * r.nextDouble(), 0.01);
			final int nodes = 3 + r.nextInt(30);
			final FlowNetwork net = new FlowNetwork();
			for (int i = 0; i < nodes; i++)
				net.node();
			final List<int[]> ends = new ArrayList<>();
			final List<Tube> tubes = new ArrayList<>();
			for (int e = 0; e < nodes - 1 + r.nextInt(nodes); e++) {
				final int a = e < nodes - 1 ? e + 1 : r.nextInt(nodes);
				final int b = e < nodes - 1 ? r.nextInt(e + 1) : (a + 1 + r.nextInt(nodes - 1)) % nodes;
				final Tube t = new Tube(0.05 + 0.1 * r.nextDouble(), 1 + 5 * r.nextDouble());
				ends.add(new int[] { a, b });
				tubes.add(t);
				net.connect(a, b, t);
			}
			final double[] fixed = new double[nodes], in = new double[nodes];
			for (int i = 0; i < nodes; i++) {
				fixed[i] = i == 0 ? 7 : Double.NaN;
				in[i] = i > 0 && r.nextInt(3) == 0 ? r.nextDouble() : 0;
			}
			final double[] p = net.solve(creep, fixed, in);
			final double[] sum = in.clone();
			double total = 0;
			for (int e = 0; e < tubes.size(); e++) {
				final int a = ends.get(e)[0], b = ends.get(e)[1];
				final double q = tubes.get(e).flowUm3PerS(creep, p[a] - p[b]);
				sum[a] -= q;
				sum[b] += q;
			}
			for (final double q : in)
				total += q;
			for (int i = 1; i < nodes; i++)
				assertEquals(0, sum[i], 1e-8 * total, "run " + run + " node " + i);
			assertEquals(-total, -sum[0], 1e-7 * total + 1e-300);
			// a power law scales: flow x 10 means pressure drop x 10^(1/m)
			final double[] ten = in.clone();
			for (int i = 0; i < nodes; i++)
				ten[i] *= 10;
			final double[] p10 = net.solve(creep, fixed, ten);
			for (int i = 1; i < nodes; i++)
				if (p[i] - 7 > 1e-3 * (p[nodes - 1] - 7)) near((p[i] - 7) * Math.pow(10, 1 / creep.exponent()), p10[i] - 7,
					1e-5);
		}
	}

	@Test
	void widthsOverTwoDecadesAreSolved() {
		// conductances then span twenty decades; every pore with inflow must drain whatever its way looks like
		final SplittableRandom r = new SplittableRandom(9);
		for (int run = 0; run < 200; run++) {
			final int nodes = 3 + r.nextInt(20);
			final FlowNetwork net = new FlowNetwork();
			for (int i = 0; i < nodes; i++)
				net.node();
			final List<int[]> ends = new ArrayList<>();
			final List<Tube> tubes = new ArrayList<>();
			for (int e = 0; e < nodes - 1 + r.nextInt(5); e++) {
				final int a = e < nodes - 1 ? e + 1 : r.nextInt(nodes);
				final int b = e < nodes - 1 ? r.nextInt(e + 1) : (a + 1 + r.nextInt(nodes - 1)) % nodes;
				tubes.add(new Tube(0.01 * Math.pow(100, r.nextDouble()), 0.2 + 5 * r.nextDouble()));
				ends.add(new int[] { a, b });
				net.connect(a, b, tubes.get(e));
			}
			final double[] fixed = new double[nodes], in = new double[nodes];
			for (int i = 0; i < nodes; i++) {
				fixed[i] = i == 0 ? 0 : Double.NaN;
				in[i] = i > 0 ? 0.05 + r.nextDouble() : 0;
			}
			final double[] p = net.solve(LITHIUM, fixed, in);
			final double[] sum = in.clone();
			for (int e = 0; e < tubes.size(); e++) {
				final double q = tubes.get(e).flowUm3PerS(LITHIUM, p[ends.get(e)[0]] - p[ends.get(e)[1]]);
				sum[ends.get(e)[0]] -= q;
				sum[ends.get(e)[1]] += q;
			}
			for (int i = 1; i < nodes; i++)
				assertEquals(0, sum[i], 1e-5 * in[i], "run " + run + " node " + i);
		}
	}

	@Test
	void longChainIsSolved() {
		final FlowNetwork net = new FlowNetwork();
		final int nodes = 5000;
		for (int i = 0; i < nodes; i++)
			net.node();
		for (int i = nodes - 1; i > 0; i--)
			net.connect(i, i - 1, new Tube(0.1, 0.5));
		final double[] fixed = new double[nodes], in = new double[nodes];
		java.util.Arrays.fill(fixed, Double.NaN);
		fixed[0] = 0;
		in[nodes - 1] = 0.2;
		near(new Tube(0.1, 0.5 * (nodes - 1)).dropMPa(LITHIUM, 0.2), net.solve(LITHIUM, fixed, in)[nodes - 1], 1e-8);
	}

	@Test
	void inflowWithoutAWayOutIsRefused() {
		final FlowNetwork net = new FlowNetwork();
		for (int i = 0; i < 4; i++)
			net.node();
		net.connect(0, 1, new Tube(0.1, 1));
		net.connect(2, 3, new Tube(0.1, 1));
		final double nan = Double.NaN;
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> net.solve(LITHIUM,
			new double[] { 0, nan, nan, nan }, new double[] { 0, 0, 0, 1 }));
		assertTrue(e.getMessage().contains("occluded"), e.getMessage());
		assertTrue(Double.isNaN(net.solve(LITHIUM, new double[] { 0, nan, nan, nan }, new double[4])[3]));
	}
}
