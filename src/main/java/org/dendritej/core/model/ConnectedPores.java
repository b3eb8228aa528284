// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

import org.dendritej.core.flow.Creep;
import org.dendritej.core.flow.FlowNetwork;
import org.dendritej.core.flow.Parallel;
import org.dendritej.core.flow.Tube;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.PoreCurrent;

/**
 * Image mode: every pore that is joined to the electrode, with its own cracks from the graph and its own collecting area,
 * weakest first; and the pores that are not.
 * <p>
 * All pores of one crack network plate at once. The law being a power law, pressures scale as {@code j^(1/m)}: one
 * network solution at 1 mA/cm2 gives the fracture current of each pore, {@code j = ((P_f - P_s)/p)^m}.
 *
 * @param pores connected pores, weakest first
 * @param occluded labels of the pores without a way to the electrode
 * @param open labels of the pores that open at the electrode: nothing holds their pressure
 */
public record ConnectedPores(List<PoreFracture> pores, List<Integer> occluded, List<Integer> open) {

	/**
	 * Computes.
	 *
	 * @param sample pores, cracks and graph; the current section is used for collecting areas where it is present
	 * @param model the conditions
	 * @param separationUm pitch for the closed form of the collecting area, um; not used for pores in the current section
	 * @return the pores; cost close to linear in their number
	 * @throws IllegalArgumentException if pores or cracks were not measured
	 */
	public static ConnectedPores of(final Microstructure sample, final CriticalCurrent model, final double separationUm) {
		return of(sample, model, separationUm, r -> model.conditions().strengthMPa());
	}

	/**
	 * Computes with a strength that depends on the pore's radius (toughness criterion).
	 *
	 * @param sample pores, cracks and graph
	 * @param model the conditions; their strength is not used
	 * @param separationUm pitch for the closed form of the collecting area, um
	 * @param strengthMPa radius in um to strength in MPa
	 * @return the pores
	 * @throws IllegalArgumentException if pores or cracks were not measured
	 */
	public static ConnectedPores of(final Microstructure sample, final CriticalCurrent model, final double separationUm,
		final DoubleUnaryOperator strengthMPa)
	{
		if (sample.pores() == null) throw new IllegalArgumentException("Sample " + sample.sample() +
			" has no pore table; run Label Pores first.");
		final CrackGraph graph = CrackGraph.of(sample);
		final CrackGraph.Channel[] first = new CrackGraph.Channel[graph.size()];
		final double[] distance = graph.distances(first);
		final int[] group = graph.groups();
		final Map<Integer, CollectingArea> measured = measuredAreas(sample);
		final List<Integer> occluded = new ArrayList<>(), open = new ArrayList<>();
		final Map<Integer, List<Pore>> groups = new TreeMap<>();
		for (final Pore p : sample.pores().rows()) {
			final int joint = graph.pore(p.label());
			if (p.opensAtFace()) open.add(p.label());
			else if (joint < 0 || Double.isInfinite(distance[joint])) occluded.add(p.label());
			else if (distance[joint] == 0) open.add(p.label());
			else groups.computeIfAbsent(group[joint], k -> new ArrayList<>()).add(p);
		}
		final Map<Integer, List<CrackGraph.Channel>> channels = new HashMap<>();
		for (final CrackGraph.Channel c : graph.channels)
			channels.computeIfAbsent(group[c.a() == graph.face() ? c.b() : c.a()], k -> new ArrayList<>()).add(c);
		final List<PoreFracture> all = new ArrayList<>();
		for (final Map.Entry<Integer, List<Pore>> e : groups.entrySet())
			solve(e.getValue(), channels.get(e.getKey()), graph, distance, first, measured, model, separationUm, strengthMPa, all);
		all.sort(Comparator.comparingDouble(PoreFracture::fractureMaCm2).thenComparingInt(PoreFracture::pore));
		return new ConnectedPores(List.copyOf(all), List.copyOf(occluded), List.copyOf(open));
	}

	private static Map<Integer, CollectingArea> measuredAreas(final Microstructure sample) {
		final Map<Integer, CollectingArea> areas = new HashMap<>();
		if (sample.current() != null) for (final PoreCurrent c : sample.current().rows())
			if (c.collectingAreaUm2() > 0) areas.put(c.pore(), new CollectingArea(c.collectingAreaUm2(), Double.NaN,
				"field in the image"));
		return areas;
	}

	private static void solve(final List<Pore> pores, final List<CrackGraph.Channel> channels, final CrackGraph graph,
		final double[] distance, final CrackGraph.Channel[] first, final Map<Integer, CollectingArea> measured,
		final CriticalCurrent model, final double separationUm, final DoubleUnaryOperator strength,
		final List<PoreFracture> all)
	{
		final Conditions c = model.conditions();
		final Creep creep = c.creepNow();
		if (pores.size() == 1 && channels.stream().allMatch(x -> x.a() == graph.face() || x.b() == graph.face())) {
			// the usual case, one pore with cracks of its own, needs no network
			final Pore p = pores.get(0);
			final CollectingArea area = area(p, distance[graph.pore(p.label())], measured, c, separationUm);
			final double flow = area.alphaUm2() * PhysicalConstants.NA_UM2_PER_MA_CM2 / c.chargeNcUm3();
			final double pressure = new Parallel(channels.stream().map(x -> element(x, graph.face(), p.radiusEqUm(), model))
				.toList()).dropMPa(creep, flow);
			all.add(pore(p, area, pressure, graph, distance, first, model, strength.applyAsDouble(p.radiusEqUm()), false));
			return;
		}
		final Map<Integer, Integer> nodes = new HashMap<>();
		final FlowNetwork net = new FlowNetwork();
		nodes.put(graph.face(), net.node());
		final double poreRadius = pores.stream().mapToDouble(Pore::radiusEqUm).max().getAsDouble();
		for (final CrackGraph.Channel x : channels)
			net.connect(nodes.computeIfAbsent(x.a(), k -> net.node()), nodes.computeIfAbsent(x.b(), k -> net.node()), element(
				x, graph.face(), poreRadius, model));
		final double[] fixed = new double[nodes.size()], inflow = new double[nodes.size()];
		Arrays.fill(fixed, Double.NaN);
		fixed[0] = 0;
		final CollectingArea[] areas = new CollectingArea[pores.size()];
		for (int i = 0; i < areas.length; i++) {
			areas[i] = area(pores.get(i), distance[graph.pore(pores.get(i).label())], measured, c, separationUm);
			inflow[nodes.get(graph.pore(pores.get(i).label()))] += areas[i].alphaUm2() *
				PhysicalConstants.NA_UM2_PER_MA_CM2 / c.chargeNcUm3();
		}
		final double[] pressure = net.solve(creep, fixed, inflow);
		for (int i = 0; i < areas.length; i++)
			all.add(pore(pores.get(i), areas[i], pressure[nodes.get(graph.pore(pores.get(i).label()))], graph, distance,
				first, model, strength.applyAsDouble(pores.get(i).radiusEqUm()), pores.size() > 1));
	}

	/** A channel with the ends that the conditions ask for: the exit only where it meets the electrode. */
	private static org.dendritej.core.flow.FlowElement element(final CrackGraph.Channel x, final int face,
		final double poreRadius, final CriticalCurrent model)
	{
		final Conditions c = model.conditions();
		final Tube tube = new Tube(c.reading().radiusUm(x.widthNm()), x.lengthUm());
		final boolean atFace = x.a() == face || x.b() == face;
		final boolean entrance = c.entrance() && poreRadius > tube.radiusUm();
		if (entrance == c.entrance() && atFace == c.exit()) return model.channel(poreRadius, tube);
		return new CriticalCurrent(c.with(c.reading(), entrance, c.exit() && atFace)).channel(poreRadius, tube);
	}

	/** Measured if there is one, else the closed form at the pore's own depth, held inside its limits. */
	private static CollectingArea area(final Pore p, final double path, final Map<Integer, CollectingArea> measured,
		final Conditions c, final double separationUm)
	{
		final CollectingArea m = measured.get(p.label());
		if (m != null) return m;
		final double r = p.radiusEqUm();
		final double depth = p.depthUm() > r ? p.depthUm() : r + path;
		final double pitch = Math.max(separationUm, r / CollectingArea.LARGEST_RADIUS_OVER_PITCH);
		final CollectingArea a = CollectingArea.squareArray(r, depth, pitch, c.kineticLengthUm());
		return pitch == separationUm ? a : new CollectingArea(a.alphaUm2(), a.betaUm(), a.source() +
			", pitch raised to its limit");
	}

	private static PoreFracture pore(final Pore p, final CollectingArea area, final double pressure,
		final CrackGraph graph, final double[] distance, final CrackGraph.Channel[] first, final CriticalCurrent model,
		final double strengthMPa, final boolean shares)
	{
		final Conditions c = model.conditions();
		final double m = c.creep().exponent(), over = strengthMPa - c.stackMPa();
		final int joint = graph.pore(p.label());
		final double path = distance[joint], depth = p.depthUm() > p.radiusEqUm() ? p.depthUm() : p.radiusEqUm() + path;
		double current = Math.pow(over / pressure, m);
		if (c.kinetics() == Kinetics.PRESSURE) {
			final double beta = Double.isNaN(area.betaUm()) ? area.alphaUm2() / (depth + c.kineticLengthUm()) : area.betaUm();
			current += beta * c.conductivitySPerM() * over / PhysicalConstants.pressurePerVoltMPa(c.molarVolumeCm3PerMol()) *
				1e3 / area.alphaUm2() / PhysicalConstants.NA_UM2_PER_MA_CM2;
		}
		// the uniform tube of the shortest path that has the pore's pressure at the pore's own inflow
		final double flow = area.alphaUm2() * PhysicalConstants.NA_UM2_PER_MA_CM2 / c.chargeNcUm3();
		final double unit = new Tube(1, path).dropMPa(c.creepNow(), flow);
		final double radius = Math.pow(pressure / unit, -1 / (1 + 3 / m));
		final double atFracture = flow * Math.pow(over / pressure, m);
		final CrackGraph.Channel x = first[joint];
		final boolean known = x.crack() != null;
		return new PoreFracture(p.label(), p.radiusEqUm(), depth, area.alphaUm2(), area.source(), path, radius / c.reading()
			.radiusUm(1), known ? zero(x.crack().widthSdNm()) : 0, known ? zero(x.crack().lengthSdUm()) : 0, zero(p
				.radiusEqSdUm()), pressure, current, new Tube(radius, path).wallRatePerS(c.creepNow(), atFracture), !known || x
					.crack().widthResolved(), shares);
	}

	private static double zero(final double sd) {
		return sd > 0 ? sd : 0;
	}

	/**
	 * The pore that cracks first.
	 *
	 * @return the weakest
	 * @throws IllegalArgumentException if no pore is connected
	 */
	public PoreFracture weakest() {
		if (pores.isEmpty()) throw new IllegalArgumentException("No pore is joined to the electrode by a crack (" + occluded
			.size() + " are occluded, " + open.size() + " open at the face); use the leakage branch for occluded pores.");
		return pores.get(0);
	}

	/**
	 * Fracture currents of all connected pores.
	 *
	 * @return mA/cm2, rising
	 */
	public double[] fractureMaCm2() {
		return pores.stream().mapToDouble(PoreFracture::fractureMaCm2).toArray();
	}
}
