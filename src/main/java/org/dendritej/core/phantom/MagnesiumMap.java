// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * A map of magnesium X-ray counts of a section through a specimen whose pores and cracks hold lithium, with its labels
 * and truth.
 * <p>
 * Expected counts: each pixel is filled by sub-samples over its area and over the X-ray range below the section; the
 * probe's blur acts on magnesium and overlap alike; the counts are Poisson numbers of that mean. Row y has its own random
 * stream, so threads change nothing.
 *
 * @param grid geometry of the map: one slice
 * @param counts counts per pixel, index x + nx y
 * @param mean expected counts per pixel
 * @param labels object whose metal covers the pixel's centre at the section; 0 = none
 * @param truth one row per object that covers a pixel's centre, by label
 */
public record MagnesiumMap(VoxelGrid grid, int[] counts, float[] mean, int[] labels, List<MagnesiumTruth> truth) {

	/**
	 * Records a map.
	 *
	 * @param specimen the specimen
	 * @param o how it is recorded
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return map, labels and truth
	 * @throws IllegalArgumentException if the section misses the specimen
	 */
	public static MagnesiumMap record(final Specimen specimen, final MagnesiumOptions o, final int threads,
		final Progress progress)
	{
		final VoxelGrid g = specimen.grid();
		if (o.sectionUm() > g.extentUm(2)) throw new IllegalArgumentException("The section lies at " + o.sectionUm()
			+ " um, but the specimen ends at " + g.extentUm(2) + " um along z; choose a section within it.");
		return new MagnesiumRecorder(specimen, o).run(threads, progress);
	}

	/**
	 * Where a slice of the specimen's image lies.
	 *
	 * @param specimen the specimen
	 * @param slice slice, from 0
	 * @return middle of the slice, um from the low side along z
	 */
	public static double sectionUm(final Specimen specimen, final int slice) {
		return (slice + 0.5) * specimen.grid().dzUm();
	}

	/**
	 * The slice of the specimen's image that cuts most pores and cracks at its middle; the nearest to the image's middle
	 * among equals.
	 *
	 * @param specimen the specimen
	 * @return slice, from 0
	 */
	public static int busiestSlice(final Specimen specimen) {
		final VoxelGrid g = specimen.grid();
		int best = 0;
		long most = -1;
		for (int z = 0; z < g.nz(); z++) {
			final double at = g.centreUm(0, 0, z).z();
			final long cut = specimen.bodies().stream().filter(b -> b.value() == Specimen.PORE || b.value() == Specimen.CRACK).filter(
				b -> b.solid().low().z() <= at && b.solid().high().z() >= at).count();
			if (cut < most || cut == most && Math.abs(z - g.nz() / 2) >= Math.abs(best - g.nz() / 2)) continue;
			most = cut;
			best = z;
		}
		return best;
	}
}
