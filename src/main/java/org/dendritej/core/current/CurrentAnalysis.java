// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.field.CollectedCurrents;
import org.dendritej.core.field.FieldMemory;
import org.dendritej.core.field.FieldSolution;
import org.dendritej.core.field.FieldSolver;
import org.dendritej.core.field.LabelCurrent;
import org.dendritej.core.field.TipField;
import org.dendritej.core.field.TipReport;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.run.Progress;

/**
 * Solves the field in a class image and reads off how much current each pore and crack collects.
 * <p>
 * Cost: that of the solver (32 to 37 bytes per voxel, 13 of them kept with the result) plus a few passes over the labels.
 */
public final class CurrentAnalysis {

	/** Collecting area of an idealised sphere. */
	public interface Sphere {

		/**
		 * In an array.
		 *
		 * @param radiusUm radius, um
		 * @param depthUm depth of the centre, um
		 * @return um2, NaN if refused
		 */
		double inArrayUm2(double radiusUm, double depthUm);

		/**
		 * Alone.
		 *
		 * @param radiusUm radius, um
		 * @param depthUm depth of the centre, um
		 * @return um2, NaN if refused
		 */
		double aloneUm2(double radiusUm, double depthUm);

		/**
		 * Why the array's is refused.
		 *
		 * @param radiusUm radius, um
		 * @param depthUm depth of the centre, um
		 * @return a clause, or empty
		 */
		String refusal(double radiusUm, double depthUm);
	}

	/** No comparison with spheres. */
	public static final Sphere NO_SPHERE = new Sphere() {

		@Override
		public double inArrayUm2(final double radiusUm, final double depthUm) {
			return Double.NaN;
		}

		@Override
		public double aloneUm2(final double radiusUm, final double depthUm) {
			return Double.NaN;
		}

		@Override
		public String refusal(final double radiusUm, final double depthUm) {
			return "";
		}
	};

	private final ClassImage image;
	private final CurrentOptions o;
	private final Map<Integer, Pore> known = new HashMap<>();
	private final BodyCensus census;
	private final boolean[] filled;
	private final FieldSolution solution;
	private final CollectedCurrents currents;
	private final double scale;
	private final FieldTask task;
	private final boolean graph;

	private CurrentAnalysis(final ClassImage image, final Microstructure sample, final CurrentOptions o, final Progress progress) {
		this.image = image;
		this.o = o;
		task = new FieldTask(image, o);
		census = new BodyCensus(image, o.threads(), progress.part(0, 0.1));
		match(sample);
		graph = usableGraph(sample);
		filled = o.filling() == Filling.ALL ? JoinedBodies.all(image) : graph ? JoinedBodies.byGraph(image, sample.graph().rows(), known
			.values().stream().filter(Pore::opensAtFace).map(Pore::label).toList()) : JoinedBodies.byVoxels(image, o.threads(), progress.part(
				0.1, 0.2));
		solution = FieldSolver.solve(task.problem(filled, census.areaFactors()), progress.part(0.2, 0.9));
		currents = solution.currents(task.padding.labels(image.bodies()), progress.part(0.9, 0.95));
		scale = o.currentMaCm2() / currents.farCurrentMaCm2();
	}

	/**
	 * Maps the current.
	 *
	 * @param classes 0 electrolyte, 1 pore, 2 crack, 3 lithium, 4 outside, others as the options say
	 * @param pores labels of the pores
	 * @param cracks labels of the cracks
	 * @param sample the sample's document, for the pores' depths and the graph; or null
	 * @param sphere the idealised sphere
	 * @param o options
	 * @param progress told of progress; may cancel
	 * @return the distribution
	 * @throws IllegalArgumentException if the labels do not fit, the image is too large for the memory, no current can flow
	 *           or lithium touches the counter electrode
	 */
	public static CurrentResult map(final ByteVolume classes, final LabelledBodies pores, final LabelledBodies cracks,
		final Microstructure sample, final Sphere sphere, final CurrentOptions o, final Progress progress)
	{
		checkMemory(classes.grid(), o);
		final ClassImage image = new ClassImage(classes, pores, cracks, o.face());
		return new CurrentAnalysis(image, sample, o, progress).result(sphere, progress);
	}

	/**
	 * Refuses an image that is too large for the memory, before anything of it is read.
	 *
	 * @param grid the image
	 * @param o options: distance adds voxels
	 * @throws IllegalArgumentException with the memory needed, the memory there is, and the binning that would fit
	 */
	public static void checkMemory(final VoxelGrid grid, final CurrentOptions o) {
		final VoxelGrid padded = new Padding(grid, o.face(), o.distanceUm()).padded;
		FieldMemory.check(padded, FieldMemory.availableFor(padded));
	}

	/** The document's pores must be those of the label image: the tables are joined by label. */
	private void match(final Microstructure sample) {
		if (sample == null || sample.pores() == null) return;
		for (final Pore p : sample.pores().rows())
			known.put(p.label(), p);
		for (int l = 1; l <= image.poreCount; l++) {
			final long measured = known.containsKey(l) ? known.get(l).voxels() : 0;
			if (measured != census.voxels[l]) throw new IllegalArgumentException("Pore label " + l + " has " + census.voxels[l]
				+ " voxels in the label image but " + measured + " in the pore table of sample " + sample.sample()
				+ "; name that table's label image with pores=, run Label Pores again, or give another sample=.");
		}
	}

	private boolean usableGraph(final Microstructure sample) {
		return sample != null && sample.graph() != null && sample.pores() != null && !sample.graph().rows().isEmpty()
			&& sample.cracks() != null && sample.cracks().rows().size() == image.crackCount && sample.cracks().rows().stream().allMatch(c -> c
				.label() <= image.crackCount && c.voxels() == census.voxels[image.poreCount + c.label()]);
	}

	private CurrentResult result(final Sphere sphere, final Progress progress) {
		final LabelCurrent[] by = new LabelCurrent[image.electrode() + 1];
		for (final LabelCurrent c : currents.bodies())
			by[c.label()] = c;
		final double[] factor = census.areaFactors();
		final List<BodyCurrent> pores = new ArrayList<>(), cracks = new ArrayList<>();
		for (int b = 1; b < image.electrode(); b++)
			if (census.voxels[b] > 0) (image.isCrack(b) ? cracks : pores).add(body(b, by[b], factor[b], sphere));
		final List<CrackTip> tips = tips(cracks);
		final CurrentSummary summary = new CurrentSummary(pores, cracks, currents, by[image.electrode()], solution, o);
		final List<Flag> flags = summary.flags(task.counterSpread(solution), o.filling() == Filling.ALL ? "" : graph ? "the document's graph"
			: "touching voxels", image.grid.finestEdgeUm());
		progress.report(1, "Current distribution");
		return new CurrentResult(o.face(), pores, cracks, tips, summary.rows(), flags, task.padding.crop(solution.potential(), scale),
			task.padding.crop(solution.currentDensity(), scale));
	}

	private BodyCurrent body(final int b, final LabelCurrent c, final double factor, final Sphere sphere) {
		final boolean crack = image.isCrack(b);
		final int label = crack ? b - image.poreCount : b;
		final double r = census.radiusUm(b), none = Double.NaN;
		final double depth = crack ? census.reachUm(b) : known.containsKey(b) && known.get(b).depthUm() > 0 ? known.get(b).depthUm() : o.face()
			.depthUm(image.grid, census.centroidUm(b));
		final double array = crack ? none : sphere.inArrayUm2(r, depth), alone = crack ? none : sphere.aloneUm2(r, depth);
		final String refusal = crack ? "" : sphere.refusal(r, depth);
		final String refused = refusal.isEmpty() ? "" : "no equal sphere: " + refusal;
		if (!filled[b]) return new BodyCurrent(label, false, none, none, none, array, alone, depth, r, none, none, none, (refused + (refused
			.isEmpty() ? "" : "; ") + "no crack joins it to the electrode: taken as empty"));
		final double area = c.voxelAreaUm2() / factor, current = c.currentUa() * scale;
		return new BodyCurrent(label, true, area, c.share(), c.collectingAreaUm2(), array, alone, depth, r, 1e3 * current, area > 0 ? current
			/ area * 1e5 : none, c.collectingAreaUm2() / array, area > 0 ? refused : "no surface meets conducting electrolyte");
	}

	/** The deepest free tips; cracks whose deepest point is no tip come after them, with the reason. */
	private List<CrackTip> tips(final List<BodyCurrent> cracks) {
		final List<BodyCurrent> deepest = cracks.stream().filter(BodyCurrent::filled).sorted(Comparator.comparingDouble(BodyCurrent::depthUm)
			.reversed().thenComparingInt(BodyCurrent::label)).toList();
		if (deepest.isEmpty() || o.tips() == 0) return List.of();
		final Map<Integer, int[]> at = census.deepestVoxels(deepest.stream().map(c -> image.poreCount + c.label()).toList());
		final List<CrackTip> free = new ArrayList<>(), none = new ArrayList<>();
		for (final BodyCurrent c : deepest) {
			if (free.size() == o.tips()) break;
			final CrackTip t = tip(c, at.get(image.poreCount + c.label()));
			(Double.isNaN(t.report().meanFluxMaCm2()) ? none : free).add(t);
		}
		for (final CrackTip t : none)
			if (free.size() < o.tips()) free.add(t);
		return free;
	}

	private CrackTip tip(final BodyCurrent c, final int[] v) {
		final VoxelGrid g = image.grid;
		final int axis = o.face().axis();
		final double edge = g.edgeUm(axis), sign = o.face().isLow() ? 1 : -1;
		final Vec3 down = new Vec3(axis == 0 ? sign : 0, axis == 1 ? sign : 0, axis == 2 ? sign : 0);
		final Vec3 tip = g.centreUm(v[0], v[1], v[2]).plus(down.times(edge / 2));
		final double length = o.aheadUm() > 0 ? o.aheadUm() : TipField.LEAST_VOXELS * edge;
		final double none = Double.NaN;
		final String blocked = task.blocked(solution, v, length);
		if (!blocked.isEmpty()) return new CrackTip(c.label(), c.currentShare(), new TipReport(tip, length, none, none, none, none, none, none,
			""), blocked);
		final TipReport t = TipField.ahead(solution, tip, down, length, length >= TipField.FIT_VOXELS * edge);
		final String warning = TipField.warning(t.maxFluxMaCm2() * scale, o.currentMaCm2(), edge, length);
		return new CrackTip(c.label(), c.currentShare(), new TipReport(tip, length, t.meanFieldVPerUm() * scale, t.meanFluxMaCm2() * scale, t
			.focusing(), t.intensity() * scale, t.intensityError() * scale, t.maxFluxMaCm2() * scale, warning), warning);
	}
}
