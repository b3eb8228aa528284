// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.dendritej.core.distance.EuclideanDistance;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.HeapNeed;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Labels;
import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Link;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;
import org.dendritej.core.skeleton.Core;
import org.dendritej.core.skeleton.Pruning;
import org.dendritej.core.skeleton.Region;
import org.dendritej.core.skeleton.SheetPatches;
import org.dendritej.core.skeleton.Thinning;

/**
 * Measures every crack of a volume: how long, how open, where from and where to.
 * <p>
 * <b>Length</b> is geodesic, through the middle of the crack: from the electrode face (from the farthest tip if the crack
 * does not open there) to the tip that lies farthest along the crack. <b>Width</b> is the opening at right angles to that
 * line, averaged along it. <b>Aspect</b> is length over mean width, for the crack and for each branch of its medial
 * surface; Melvin et al. (Nature Energy 2025, doi:10.1038/s41560-025-01847-0) call 3:1 and more a crack and define
 * neither length nor width in three dimensions. <b>Flow width</b> is the opening of the uniform crack of equal resistance.
 * <p>
 * The border of the volume is no wall for the distance: a crack that is cut by it is taken to go on. Cost: labelling,
 * distance and thinning of the volume, then work on the medial surface only. Memory beyond the image: 4 bytes per voxel
 * for the distance, 6 for marks, surfaces and lines. Surface and lines are thinned side by side, and several cracks measured at a time.
 */
public final class CrackAnalysis {

	/** Memory for distances, marks and surfaces, bytes per voxel: one after the other, and surfaces and curves side by side. */
	private static final long BYTES = 8, BYTES_SIDE_BY_SIDE = 10;
	/** Part of the length that the straightening may be wrong, from the tests on lines, arcs and helices. */
	private static final double LENGTH_ERROR = 0.005;
	/** Breadth over opening below which a crack is narrow. */
	private static final double NARROW = 5;

	/** Points at which void level and blur are looked for. */
	private static final int LEVEL_POINTS = 400;

	private final Labels labels;
	private final CrackOptions options;
	private final Openings openings;
	private final CrackGrey grey;
	private final VoxelGrid grid;
	private final Contacts contacts;
	private final CrackExtents extents;
	private final CrackWays ways;
	private final byte[][] surface;
	private final SheetPatches sheets;
	/** By crack, as several are measured at the same time. */
	private final List<PoreLinks> pores = new ArrayList<>();
	private final List<List<ProfilePoint>> profile = new ArrayList<>();
	private final MaskLength[] byMask;

	private CrackAnalysis(final Phase phase, final Labels labels, final Contacts contacts, final byte[][] surface,
		final float[][] squared, final FloatVolume map, final CrackGrey grey, final CrackOptions options, final int threads,
		final Progress progress)
	{
		this.labels = labels;
		this.contacts = contacts;
		this.options = options;
		grid = phase.grid();
		extents = new CrackExtents(labels, progress);
		final Region region = new Region(phase);
		this.surface = surface;
		ways = new CrackWays(region, Core.of(region, surface), squared, labels);
		this.grey = grey == null ? null : grey.completed(ways.someMiddles(LEVEL_POINTS), ways.widestUm(), threads, progress);
		openings = new Openings(region, map, this.grey != null && this.grey.usable() ? this.grey : null);
		byMask = new MaskLength[labels.count()];
		for (int l = 0; l <= labels.count(); l++) {
			pores.add(new PoreLinks(ways, contacts, openings, options));
			profile.add(new ArrayList<>());
		}
		sheets = SheetPatches.of(grid, surface, squared, options.prune(), threads, progress);
	}

	/**
	 * Measures the cracks of a volume.
	 *
	 * @param cracks the class of the cracks
	 * @param poreLabels labelled pores on the same grid, 0 = none; null if there are none
	 * @param widthUm openings in um measured otherwise (from grey values), NaN or 0 = none, on the same grid; null = from the
	 *          mask
	 * @param options what the user chose
	 * @param threads threads; 0 or less = all
	 * @param progress progress and cancelling
	 * @return records, graph, summary and flags
	 * @throws IllegalArgumentException if the volumes differ in size or no voxel is a crack
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static CrackResult analyse(final Phase cracks, final IntVolume poreLabels, final FloatVolume widthUm,
		final CrackOptions options, final int threads, final Progress progress)
	{
		return analyse(cracks, poreLabels, widthUm, null, options, threads, progress);
	}

	/**
	 * Measures the cracks of a volume, with widths from grey values.
	 *
	 * @param cracks the class of the cracks
	 * @param poreLabels labelled pores on the same grid, 0 = none; null if there are none
	 * @param widthUm openings in um for what the grey values cannot measure; null = from the mask
	 * @param grey the grey stack; null = none
	 * @param options what the user chose
	 * @param threads threads; 0 or less = all
	 * @param progress progress and cancelling
	 * @return records, graph, summary and flags
	 * @throws IllegalArgumentException if the volumes differ in size or no voxel is a crack
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static CrackResult analyse(final Phase cracks, final IntVolume poreLabels, final FloatVolume widthUm,
		final CrackGrey grey, final CrackOptions options, final int threads, final Progress progress)
	{
		if (poreLabels != null) checkGrid("pore labels", cracks.grid(), poreLabels.grid());
		if (widthUm != null) checkGrid("width map", cracks.grid(), widthUm.grid());
		HeapNeed.check("The skeleton", cracks.grid(), g -> BYTES * g.voxels());
		final Labels labels = Components.label(cracks, options.connectivity(), options.minVoxels(), threads, progress.part(0,
			0.1));
		if (labels.count() == 0) throw new IllegalArgumentException("No object of at least " + options.minVoxels()
			+ " voxels has the class " + cracks.value() + "; choose the class of the cracks with phase= (2 in class images, 255 in"
			+ " masks).");
		final float[][] squared = EuclideanDistance.squared(cracks, false, threads, progress.part(0.1, 0.3));
		final CrackAnalysis[] a = new CrackAnalysis[1];
		final Pruning[] curves = new Pruning[1];
		progress.report(0.3, "Thinning");
		final Progress quiet = progress.muted();
		// What comes from the medial surface and what comes from the curves have nothing to do with each other.
		final long both = BYTES_SIDE_BY_SIDE * cracks.grid().voxels();
		Slabs.forEach(2, HeapNeed.availableFor(both) > both ? threads : 1, quiet, null, i -> {
			final byte[][] thin = Thinning.thin(cracks, squared, i == 0 ? Thinning.Mode.SURFACE : Thinning.Mode.CURVE, quiet);
			if (i == 1) {
				curves[0] = Pruning.of(cracks.grid(), thin, squared, options.prune(), quiet);
				return;
			}
			final Contacts contacts = new Contacts(cracks, labels, poreLabels, options.face(), quiet);
			a[0] = new CrackAnalysis(cracks, labels, contacts, thin, squared, widthUm, grey, options, threads, quiet);
		});
		return a[0].run(curves[0], threads, progress.part(0.75, 1));
	}

	private static void checkGrid(final String what, final VoxelGrid a, final VoxelGrid b) {
		if (a.nx() != b.nx() || a.ny() != b.ny() || a.nz() != b.nz()) throw new IllegalArgumentException("The " + what + " are "
			+ b.nx() + " x " + b.ny() + " x " + b.nz() + " voxels and the crack image " + a.nx() + " x " + a.ny() + " x " + a.nz()
			+ "; give volumes of the same size.");
	}

	private CrackResult run(final Pruning curves, final int threads, final Progress progress) {
		final Map<Integer, TreeMap<Integer, List<Integer>>> touched = contactsByCrack();
		final int n = labels.count();
		final Crack[] crack = new Crack[n];
		final Vec3[] axis = new Vec3[n + 1];
		final MeasuredLine[] main = new MeasuredLine[n];
		final int[] order = Slabs.largestFirst(n, i -> ways.nodesOf(i + 1).length);
		Slabs.forEach(n, threads, progress.part(0, 0.6), "Measuring cracks", i -> {
			final int l = order[i] + 1;
			axis[l] = extents.axis(l, 0);
			crack[l - 1] = measure(l, touched.getOrDefault(l, new TreeMap<>()), main);
		});
		final List<Crack> cracks = List.of(crack);
		final CrackBranches b = new CrackBranches(ways, curves, sheets, options, openings, axis, threads, progress.part(0.6, 1));
		final List<Branch> branches = withUnbranched(b.branches, cracks, main);
		final List<Link> links = pores.stream().flatMap(p -> p.links.stream()).toList();
		final List<Integer> occluded = CrackNetwork.occluded(links, contacts.pores, contacts.openPores);
		final CrackSummary s = new CrackSummary(grid, options, cracks, branches, contacts.pores.size(), occluded.size(), curves.spurs(),
			labels);
		final List<Flag> flags = new ArrayList<>(s.flags());
		if (grey != null) flags.addAll(grey.flags(openings));
		return new CrackResult(grid, options.face(), cracks, branches, links, occluded, List.copyOf(contacts.openPores), s.quantities(), flags, labels,
			surface, profile.stream().flatMap(List::stream).toList(), grey == null ? List.of() : List.of(byMask));
	}

	/** For each crack and each pore (or the face) the contacts' numbers. */
	private Map<Integer, TreeMap<Integer, List<Integer>>> contactsByCrack() {
		final Map<Integer, TreeMap<Integer, List<Integer>>> touched = new TreeMap<>();
		for (int i = 0; i < contacts.size; i++)
			touched.computeIfAbsent(contacts.crack[i], k -> new TreeMap<>()).computeIfAbsent(contacts.pore[i],
				k -> new ArrayList<>()).add(i);
		return touched;
	}

	private Crack measure(final int l, final TreeMap<Integer, List<Integer>> touched, final MeasuredLine[] main) {
		final boolean opens = contacts.opens[l];
		if (opens) searchFromFace(l, touched.get(Contacts.FACE));
		else ways.searchFromTip(l);
		final CrackWays.Way way = ways.longest(l, extents.axis(l, 0));
		final MeasuredLine line = openings.line(way.line().points(), way.halfWidthUm(), !opens, true, !opens);
		main[l - 1] = line;
		final WidthProfile w = line.whole();
		profile.get(l).addAll(w.points(l, line.points()));
		final TreeSet<Integer> at = new TreeSet<>(touched.keySet());
		at.remove(Contacts.FACE);
		final double length = line.lengthUm();
		final PoreLinks own = pores.get(l);
		if (opens) own.links.add(new Link(CrackNetwork.FACE, CrackNetwork.crack(l), length, 1000 * w.flowUm(options), l));
		for (final int pore : at)
			own.link(l, pore, touched.get(pore), extents.axis(l, 0));
		if (!opens && at.size() > 1) own.linkPores(l, at, touched, extents.axis(l, 0));
		final double aspect = length / w.meanUm();
		if (grey != null) byMask[l - 1] = new MaskLength(way.line().lengthUm(), lengthSd(MeasuredLine.of(new CrackLine(way.line().points()), line.measured())));
		return new Crack(l, labels.sums().voxels(l), labels.sums().voxels(l) * grid.voxelVolumeUm3(), length, lengthSd(line),
			1000 * w.meanUm(), 1000 * w.meanSdUm(), 1000 * line.measured().minUm(), 1000 * w.flowUm(options), aspect,
			aspect >= options.aspect(), contacts.depthUm[l], opens, length / line.straightUm(), List.copyOf(at), w
				.resolved(), opens && contacts.opposite[l], extents.extentUm(l, 0), extents.extentUm(l, 1), extents.extentUm(l, 2));
	}

	/** Errors of both ends and of the straightening. */
	private double lengthSd(final MeasuredLine line) {
		final List<Vec3> p = line.points();
		final double start = endVariance(line.start(), p.get(1).minus(p.get(0)), line.measured());
		final double end = endVariance(line.end(), p.get(p.size() - 1).minus(p.get(p.size() - 2)), line.measured());
		return Math.sqrt(start + end + Math.pow(LENGTH_ERROR * line.lengthUm(), 2) + Math.pow(cornersUm(line), 2));
	}

	/** A crack a few times as broad as open has its length along its axis or from corner to corner: half the difference, um. */
	private static double cornersUm(final MeasuredLine line) {
		final double ratio = line.measured().ratio(), length = line.lengthUm();
		return ratio > 1 && ratio < NARROW ? (Math.hypot(length, ratio * line.measured().meanUm()) - length) / 2 : 0;
	}

	/**
	 * Variance of a tip from grey values; else half a voxel of rounding (of a sheet twice as much, from the tests: corners are rounded
	 * off), and what the mask says of the walls: where the grey values find them farther out, tips may lie as much farther out.
	 */
	private double endVariance(final GreyTips.Tip tip, final Vec3 along, final WidthProfile w) {
		if (tip != null) return tip.sdUm() * tip.sdUm();
		final double n = Math.max(along.norm(), 1e-300);
		final double edge = new Vec3(along.x() / n * grid.dxUm(), along.y() / n * grid.dyUm(), along.z() / n * grid.dzUm()).norm();
		final double walls = Double.isFinite(w.maskUm()) ? (w.meanUm() - w.maskUm()) / 2 : 0;
		return edge * edge / (w.sheet() ? 4 : 12) + walls * walls / 2;
	}

	private void searchFromFace(final int l, final List<Integer> at) {
		final TreeMap<Integer, Double> offset = new TreeMap<>();
		final double half = options.face() == ElectrodeFace.NONE ? 0 : grid.edgeUm(options.face().axis()) / 2;
		for (final int i : at) {
			final int node = ways.nodeOf(l, contacts.slice[i], contacts.pixel[i]);
			offset.merge(node, ways.graph.centreUm(node).distance(pores.get(l).centreOf(i)) + half, Math::min);
		}
		final int[] sources = offset.keySet().stream().mapToInt(Integer::intValue).toArray();
		ways.searchFrom(l, sources, offset.values().stream().mapToDouble(Double::doubleValue).toArray());
	}

	/** A crack whose medial surface is all junction has one branch: its own line. */
	private List<Branch> withUnbranched(final List<Branch> branches, final List<Crack> cracks, final MeasuredLine[] main) {
		final TreeMap<Integer, List<Branch>> of = new TreeMap<>();
		for (final Branch b : branches)
			of.computeIfAbsent(b.crack(), k -> new ArrayList<>()).add(b);
		for (int i = 0; i < cracks.size(); i++) {
			final Crack c = cracks.get(i);
			final List<Vec3> p = main[i].points();
			of.computeIfAbsent(c.label(), k -> List.of(new Branch(k, 1, false, c.lengthUm(), c.widthMeanNm(), c.widthMinNm(), p.get(0),
				p.get(p.size() - 1), c.aspect(), c.isCrack())));
		}
		return of.values().stream().flatMap(List::stream).toList();
	}
}
