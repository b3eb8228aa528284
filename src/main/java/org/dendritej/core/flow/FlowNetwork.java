// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pores and cracks joined at nodes: solves {@code sum Q = inflow} at every node with {@code Q = C sign(dP) |dP|^m}.
 * <p>
 * The pressures minimise the convex function {@code sum C |dP|^(m+1)/(m+1) - sum inflow P}; Newton's method with a
 * backtracking line search finds them from any start. Cost of a step: one sparse elimination, close to linear in the
 * number of nodes for crack graphs, which are nearly trees.
 */
public final class FlowNetwork {

	private static final int MAX_STEPS = 400;
	private static final double TOLERANCE = 1e-11;

	private record Edge(int a, int b, FlowElement element) {}

	private final List<Edge> edges = new ArrayList<>();
	private int nodes;

	/**
	 * Adds a node.
	 *
	 * @return its number, from 0
	 */
	public int node() {
		return nodes++;
	}

	/**
	 * Joins two nodes.
	 *
	 * @param a one node
	 * @param b another node
	 * @param element what lies between them
	 */
	public void connect(final int a, final int b, final FlowElement element) {
		if (a < 0 || b < 0 || a >= nodes || b >= nodes || a == b) throw new IllegalArgumentException("A crack joins nodes "
			+ a + " and " + b + "; give two different nodes from 0 to " + (nodes - 1) + ".");
		edges.add(new Edge(a, b, element));
	}

	/**
	 * Solves for the pressures.
	 *
	 * @param creep the metal at its temperature
	 * @param fixedMPa pressure of each node that is held, MPa; NaN for a free node
	 * @param inflowUm3PerS metal deposited at each free node, um3/s; 0 for none
	 * @return pressure of every node, MPa; NaN for a part without inflow and without a held node
	 * @throws IllegalArgumentException if a node with inflow has no way to a held node
	 */
	public double[] solve(final Creep creep, final double[] fixedMPa, final double[] inflowUm3PerS) {
		if (fixedMPa.length != nodes || inflowUm3PerS.length != nodes) throw new IllegalArgumentException(
			"The network has " + nodes + " nodes, but " + fixedMPa.length + " pressures and " + inflowUm3PerS.length
				+ " inflows were given; give one of each per node.");
		final boolean[] reached = reachable(fixedMPa);
		for (int i = 0; i < nodes; i++)
			if (!reached[i] && inflowUm3PerS[i] != 0) throw new IllegalArgumentException("Node " + i
				+ " receives metal but has no way to a node with a held pressure; treat it as an occluded pore.");
		final double m = creep.exponent();
		final double[] c = new double[edges.size()];
		for (int e = 0; e < c.length; e++)
			c[e] = Math.pow(edges.get(e).element.resistance(creep), -m);
		final double[] p = start(m, c, fixedMPa, inflowUm3PerS, reached);
		newton(m, c, fixedMPa, inflowUm3PerS, reached, p);
		for (int i = 0; i < nodes; i++)
			if (!reached[i]) p[i] = Double.NaN;
		return p;
	}

	private boolean[] reachable(final double[] fixed) {
		final boolean[] r = new boolean[nodes];
		for (int i = 0; i < nodes; i++)
			r[i] = !Double.isNaN(fixed[i]);
		boolean grown = true;
		while (grown) {
			grown = false;
			for (final Edge e : edges)
				if (r[e.a] != r[e.b]) {
					r[e.a] = true;
					r[e.b] = true;
					grown = true;
				}
		}
		return r;
	}

	/** Pressures of the linear network whose conductances are the secants at the total inflow or the total drop. */
	private double[] start(final double m, final double[] c, final double[] fixed, final double[] inflow,
		final boolean[] reached)
	{
		double total = 0, low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < nodes; i++) {
			if (Double.isNaN(fixed[i])) total += Math.abs(inflow[i]);
			else {
				low = Math.min(low, fixed[i]);
				high = Math.max(high, fixed[i]);
			}
		}
		final double[] g = new double[c.length];
		for (int e = 0; e < g.length; e++) {
			final double byFlow = total > 0 ? Math.pow(total / c[e], 1 / m) : 0;
			final double drop = Math.max(byFlow, high - low);
			g[e] = c[e] * Math.pow(drop > 0 ? drop : 1, m - 1);
		}
		final double[] p = new double[nodes];
		for (int i = 0; i < nodes; i++)
			p[i] = Double.isNaN(fixed[i]) ? low : fixed[i];
		final double[] rhs = new double[nodes];
		for (int i = 0; i < nodes; i++)
			if (Double.isNaN(fixed[i])) rhs[i] = inflow[i];
		for (int e = 0; e < g.length; e++) {
			final Edge edge = edges.get(e);
			final double q = g[e] * (p[edge.a] - p[edge.b]);
			rhs[edge.a] -= q;
			rhs[edge.b] += q;
		}
		add(p, 1, direction(g, fixed, reached, rhs));
		return p;
	}

	private void newton(final double m, final double[] c, final double[] fixed, final double[] inflow,
		final boolean[] reached, final double[] p)
	{
		final double[] h = new double[c.length];
		double energy = energy(m, c, fixed, inflow, p);
		for (int step = 0; step < MAX_STEPS; step++) {
			final double[] residual = new double[nodes];
			double scale = 0, stiffest = 0;
			for (int i = 0; i < nodes; i++)
				if (Double.isNaN(fixed[i])) {
					residual[i] = inflow[i];
					scale = Math.max(scale, Math.abs(inflow[i]));
				}
			for (int e = 0; e < c.length; e++) {
				final Edge edge = edges.get(e);
				final double dp = p[edge.a] - p[edge.b];
				h[e] = m * c[e] * Math.pow(Math.abs(dp), m - 1);
				final double q = h[e] * dp / m;
				residual[edge.a] -= q;
				residual[edge.b] += q;
				scale = Math.max(scale, Math.abs(q));
				stiffest = Math.max(stiffest, h[e]);
			}
			double worst = 0;
			for (int i = 0; i < nodes; i++)
				if (Double.isNaN(fixed[i]) && reached[i]) worst = Math.max(worst, Math.abs(residual[i]));
			if (worst <= TOLERANCE * scale) return;
			// A crack without flow has no slope; a tiny one keeps the matrix regular and costs only steps.
			for (int e = 0; e < h.length; e++)
				h[e] = Math.max(h[e], 1e-13 * stiffest);
			final double[] d = direction(h, fixed, reached, residual);
			double slope = 0;
			for (int i = 0; i < nodes; i++)
				slope += residual[i] * d[i];
			double t = 1;
			final double[] tried = p.clone();
			for (int halving = 0; halving < 60; halving++, t /= 2) {
				System.arraycopy(p, 0, tried, 0, nodes);
				add(tried, t, d);
				final double e = energy(m, c, fixed, inflow, tried);
				if (e <= energy - 1e-4 * t * slope || e <= energy && slope <= 1e-14 * Math.abs(energy)) {
					energy = e;
					break;
				}
			}
			if (Arrays.equals(tried, p)) {
				converged(worst, scale);
				return;
			}
			System.arraycopy(tried, 0, p, 0, nodes);
			if (step == MAX_STEPS - 1) converged(worst, scale);
		}
	}

	/** Rounding may end the search before the strict tolerance; a wrong answer must not pass for one. */
	private static void converged(final double worst, final double scale) {
		if (worst > 1e-6 * scale) throw new IllegalStateException("the crack network did not converge: flow is off by " +
			worst + " of " + scale + " um3/s");
	}

	private double energy(final double m, final double[] c, final double[] fixed, final double[] inflow,
		final double[] p)
	{
		double sum = 0;
		for (int e = 0; e < c.length; e++)
			sum += c[e] * Math.pow(Math.abs(p[edges.get(e).a] - p[edges.get(e).b]), m + 1) / (m + 1);
		for (int i = 0; i < nodes; i++)
			if (Double.isNaN(fixed[i])) sum -= inflow[i] * p[i];
		return sum;
	}

	private double[] direction(final double[] conductance, final double[] fixed, final boolean[] reached,
		final double[] rhs)
	{
		final SparseElimination matrix = new SparseElimination(nodes);
		for (int i = 0; i < nodes; i++)
			if (!Double.isNaN(fixed[i]) || !reached[i]) matrix.pin(i);
		for (int e = 0; e < conductance.length; e++)
			matrix.join(edges.get(e).a, edges.get(e).b, conductance[e]);
		return matrix.solve(rhs);
	}

	private static void add(final double[] p, final double t, final double[] d) {
		for (int i = 0; i < p.length; i++)
			p[i] += t * d[i];
	}
}
