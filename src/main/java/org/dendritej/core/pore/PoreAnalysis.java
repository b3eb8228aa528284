// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.Labels;
import org.dendritej.core.label.RunSource;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;

/**
 * Finds the pores of an image and measures each of them and their population.
 * <p>
 * How the numbers are meant:
 * <ul>
 * <li>equivalent radius: of the ball of the same volume; its standard deviation takes every exposed voxel face for one
 * independent, evenly filled surface voxel, v^2 / 12, and adds the end layers' common error; a wrong threshold is not in
 * it;
 * <li>inscribed radius: largest distance from a voxel centre of the pore to the centre of a voxel outside it, with nothing
 * taken off: for a rounded pore half a voxel less would be biased low (see the trust tables). The image's border ends a
 * pore, so that a cut pore's value is a lower limit;
 * <li>surface: Crofton with 13 directions, cuts by the image's border left out; sphericity: with the cuts, so that it
 * describes the visible piece;
 * <li>Euler number: for 6 neighbours by faces, otherwise by faces, edges and corners;
 * <li>a pore that touches the border has weight 0; the others stand for those of their size that the border hides.
 * </ul>
 * Time: about that of ten passes over the image; memory: 8 bytes per run, 4 bytes per voxel of up to 2^27 voxels for the
 * distance transform, a few hundred bytes per pore and thread. A volume larger than the memory is possible as long as
 * {@code split} is off.
 */
public final class PoreAnalysis {

	private static final int PAIR_BINS = 30;

	private PoreAnalysis() {}

	/**
	 * Labels and measures all pores.
	 *
	 * @param phase the pores
	 * @param options how
	 * @param progress progress and cancelling
	 * @return pores, summary and remarks; no pores give empty rows and a flag
	 */
	public static PoreResult measure(final Phase phase, final PoreOptions options, final Progress progress) {
		if (options.outside() == phase.value()) throw new IllegalArgumentException("phase=" + phase.value()
			+ " is also the class of voxels outside the sample; give two different classes.");
		final Labels labels = Components.label(phase, options.connectivity(), options.minVoxels(), options.threads(),
			progress.part(0, 0.1));
		if (options.split()) {
			final PoreSplit split = new PoreSplit(labels, options.minVoxels(), options.threads(), progress.part(0.1, 0.4));
			final RunSource parts = RunSource.of(split.volume, split.count);
			return measure(phase, parts, split.volume, LabelSums.gather(parts, options.threads(), progress.part(0.4,
				0.4)), split.dropped,
				split.droppedVoxels, options, progress.part(0.4, 1));
		}
		return measure(phase, labels, labels.volume(), labels.sums(), labels.dropped(), labels.droppedVoxels(), options,
			progress.part(0.1, 1));
	}

	/**
	 * Measures pores that are labelled already, by another program for instance. They are numbered anew without gaps, in the
	 * order of their labels; {@code connectivity} only decides how Euler numbers are counted, {@code split} is of no effect.
	 *
	 * @param labels labels, 0 = none
	 * @param classes class image of the same volume whose class {@code options.outside()} lies outside the sample, or null
	 * @param options how
	 * @param progress progress and cancelling
	 * @return pores, summary and remarks
	 */
	public static PoreResult measure(final IntVolume labels, final ByteVolume classes, final PoreOptions options, final Progress progress) {
		final GivenPores given = new GivenPores(labels, classes, options.outside(), options.minVoxels(), progress.part(0, 0.1));
		final RunSource source = RunSource.of(given.volume, given.count);
		return measure(given.phase, source, given.volume, LabelSums.gather(source, options.threads(), progress.part(0.1, 0.1)), given.dropped,
			given.droppedVoxels, options, progress.part(0.1, 1));
	}

	static PoreResult measure(final Phase phase, final RunSource source, final IntVolume volume, final LabelSums sums,
		final long dropped, final long droppedVoxels, final PoreOptions options, final Progress progress)
	{
		final SampleRegion region = new SampleRegion(phase, options.face(), options.outside(), options.threads(), progress
			.part(0, 0.1));
		if (region.voxels() == 0) throw new IllegalArgumentException("Every voxel is of the class outside=" + options
			.outside() + ", so that there is no sample; check the classes of the image.");
		final List<Pore> pores = new PoreRows(phase, source, sums, region, options, progress.part(0.1, 0.9)).rows();
		final SizeDistribution sizes = SizeDistribution.of(pores);
		final List<Quantity> summary = new Population(source.grid(), pores, region, options, sizes).quantities(
			droppedVoxels, PoreFlags.throughShare(pores, sums));
		final List<Flag> flags = PoreFlags.of(pores, sums, source.grid(), region, options, dropped);
		final List<Vec3> centres = new ArrayList<>();
		for (final Pore p : pores)
			centres.add(p.centroidUm());
		progress.report(1, "Pores measured");
		return new PoreResult(volume, pores, summary, flags, sizes, PairCorrelation.of(centres.stream().map(c -> c.minus(
			source.grid().originUm())).toList(), source.grid(), Double.POSITIVE_INFINITY, PAIR_BINS));
	}
}
