// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;

/**
 * Decides for each object of a map whether it is lithium, lithium-magnesium, or cannot be told.
 * <p>
 * LI_MG: the exact test against the background, corrected for the number of objects (false-discovery rate at most
 * alpha). LI: not LI_MG, and lithium-magnesium of the reference's content in an object of this size, width and
 * background would have been called LI_MG with at least the wanted power. UNDECIDED: everything else, and objects whose
 * counts lithium-magnesium nearby can explain. Statistics always use raw counts.
 */
public final class MagnesiumAnalysis {

	private MagnesiumAnalysis() {}

	/**
	 * What an analysis gives.
	 *
	 * @param regions one for each object, in the order of labels; the reference region is not among them
	 * @param summary numbers of the whole map
	 * @param flags remarks on validity
	 */
	public record Result(List<MgRegion> regions, List<Quantity> summary, List<Flag> flags) {

		/** Keeps copies. */
		public Result {
			regions = List.copyOf(regions);
			summary = List.copyOf(summary);
			flags = List.copyOf(flags);
		}

		/**
		 * The magnesium section of a document.
		 *
		 * @param grid grid of the map
		 * @param face where the electrode lies
		 * @param provenance how it was made
		 * @return the section
		 */
		public Section<MgRegion> section(final VoxelGrid grid, final ElectrodeFace face, final Provenance provenance) {
			return new Section<>(grid, face, regions, summary, flags, provenance);
		}
	}

	/**
	 * Analyses one map.
	 *
	 * @param counts raw magnesium counts
	 * @param labels objects on the same grid; 0 = no object
	 * @param options all choices
	 * @param progress told how far it is; asked whether to stop
	 * @return verdicts, summary and remarks; the same for any number of threads
	 * @throws IllegalArgumentException if the map is not one of raw counts, sizes differ, there is no object or no
	 *           background pixel
	 */
	public static Result analyse(final FloatVolume counts, final IntVolume labels, final MagnesiumOptions options,
		final Progress progress)
	{
		options.check(counts, labels);
		final int z = options.mapSlice(counts);
		CountsMap.requireCounts(options.section(), counts, z);
		if (options.background() instanceof Background.Window w) CountsMap.requireCounts("of the background window",
			w.counts(), options.mapSlice(w.counts()));
		if (options.background() instanceof Background.Expected e) checkExpected(e, options);
		final List<ObjectPixels> objects = ObjectPixels.of(labels, options.labelSlice(labels));
		final ObjectTally[] tallies = new Tallying(counts, labels, options).all(objects, progress.part(0, 0.5));
		final List<ObjectFinding> findings = new ArrayList<>();
		ObjectFinding reference = null;
		for (int i = 0; i < tallies.length; i++) {
			final ObjectFinding f = new ObjectFinding(objects.get(i), tallies[i]);
			if (tallies[i].label() == options.reference().label()) reference = f;
			else findings.add(f);
		}
		requireObjects(options, reference, findings);
		final ReferenceRate rate = ReferenceRate.of(options, reference);
		new Verdicts(findings, rate, options).decide(progress.part(0.5, 0.8));
		new Bloom(findings, reference, rate, counts.grid(), options).apply();
		new Isolation(findings, reference, counts.grid(), options).apply(progress.part(0.8, 1));
		final MagnesiumSummary summary = new MagnesiumSummary(findings, rate, options);
		final List<Flag> flags = new ArrayList<>(CountsMap.remarks(options.section(), counts, z));
		final double halo = options.background() instanceof Background.Local ring ? options.gapUm(ring, counts.grid()) : options
			.gapUm((Background.Local) Background.local(null), counts.grid());
		flags.addAll(frameFlags(options.section(), counts, z, grown(labels.plane(options.labelSlice(labels)), counts.grid(), halo)));
		flags.addAll(summary.flags());
		final List<MgRegion> regions = new ArrayList<>();
		for (final ObjectFinding f : findings)
			regions.add(f.toRegion(options.section(), options.levels()));
		return new Result(regions, summary.quantities(), flags);
	}

	/**
	 * Remarks on rows at which a map or an image jumps as a whole; ask it for the BSE or SE image too.
	 *
	 * @param name the image's name in messages
	 * @param image the image or map
	 * @param z slice
	 * @param labels pixels to leave out wherever this is not 0 (objects and electrode); null = none
	 * @return a {@code frame_step} warning for each step
	 */
	public static List<Flag> frameFlags(final String name, final FloatVolume image, final int z,
		final int[] labels)
	{
		final List<Flag> flags = new ArrayList<>();
		for (final FrameStep s : FrameStep.find(image, z, labels))
			flags.add(Flag.warn("frame_step", String.format(java.util.Locale.ROOT, "From row %d on, %s jumps by %.3g in %.0f %%"
				+ " of the columns at once: the beam, gain or frame changed there (or an electrode without a label ends), so do not"
				+ " compare objects across it.", s.row(),
				name, s.change(), 100 * s.columnShare())));
		return flags;
	}

	/** Objects with the margin into which their signal spreads: the edge of an electrode is no frame step. */
	private static int[] grown(final int[] labels, final VoxelGrid g, final double haloUm) {
		final double[] d = PlaneDistance.of(g.nx(), g.ny(), g.dxUm(), g.dyUm(), (x, y) -> labels[y * g.nx() + x] != 0);
		final int[] wide = new int[labels.length];
		for (int i = 0; i < wide.length; i++)
			wide[i] = d[i] <= haloUm ? 1 : 0;
		return wide;
	}

	private static void checkExpected(final Background.Expected e, final MagnesiumOptions options) {
		for (final float v : e.expected().plane(options.mapSlice(e.expected())))
			if (!(v >= 0) || Float.isInfinite(v)) throw new IllegalArgumentException("The background map holds " + v
				+ "; expected counts must be finite and 0 or more in every pixel.");
	}

	private static void requireObjects(final MagnesiumOptions options, final ObjectFinding reference,
		final List<ObjectFinding> findings)
	{
		if (options.reference().label() > 0 && reference == null) throw new IllegalArgumentException("The reference label "
			+ options.reference().label() + " does not occur in the label image; give the electrode's label, or 0 for none.");
		if (findings.isEmpty()) throw new IllegalArgumentException("The label image holds only the reference region "
			+ options.reference().label() + "; label the objects that are to be judged.");
		if (findings.stream().noneMatch(f -> f.tally.hasBackground())) throw new IllegalArgumentException(
			"No object has a background pixel within reach: the objects or the class image leave none free; give a larger"
				+ " reach, another background class, or a background map.");
	}
}
