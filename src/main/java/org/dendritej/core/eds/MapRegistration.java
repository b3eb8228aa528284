// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.List;
import java.util.Locale;

import org.apache.commons.math3.optim.PointValuePair;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * Lays a magnesium map on its SE or BSE image: pixel sizes from the calibrations, translation by phase correlation or an
 * affine start from landmarks, refinement by mutual information. An alignment that cannot be told from chance is refused.
 */
public final class MapRegistration {

	private MapRegistration() {}

	/** What may be moved. */
	public enum Motion {
		/** Shift only. */
		TRANSLATION,
		/** Shift, rotation, scale and shear. */
		AFFINE
	}

	/**
	 * A registration that was found.
	 *
	 * @param transform map to image, um
	 * @param residualNm root mean square of the shifts that quarters of the map would still make on their own, nm; NaN if
	 *          fewer than two quarters have a clear shift
	 * @param landmarkResidualNm misfit of the landmarks, nm; NaN without them or with just three
	 * @param score height of the measure over that at chance alignments, in standard deviations
	 */
	public record Result(MapTransform transform, double residualNm, double landmarkResidualNm, double score) {}

	/**
	 * Finds the translation, and from it the affine transform if wanted.
	 *
	 * @param map all counts of the map added up, or its own BSE image (z = 0 is used)
	 * @param image SE or BSE image (z = 0 is used), at any pixel size
	 * @param motion what may be moved; AFFINE without landmarks finds rotations up to some 5 degrees
	 * @param progress asked whether to stop
	 * @return the registration
	 * @throws IllegalArgumentException if an image is flat or no alignment stands clear of chance
	 */
	public static Result register(final FloatVolume map, final FloatVolume image, final Motion motion,
		final Progress progress)
	{
		final Pyramid pyramid = new Pyramid(map, image, progress);
		final MapTransform start = new CoarseSearch(map, image, motion, progress).best();
		return pyramid.refine(start, motion, null);
	}

	/**
	 * Refines an affine transform through landmarks.
	 *
	 * @param map as in {@link #register(FloatVolume, FloatVolume, Motion, Progress)}
	 * @param image as there
	 * @param pairs as in {@link LandmarkFit#of}
	 * @param progress asked whether to stop
	 * @return the registration
	 * @throws IllegalArgumentException for unusable landmarks, flat images, or an alignment not clear of chance
	 */
	public static Result register(final FloatVolume map, final FloatVolume image, final List<double[]> pairs,
		final Progress progress)
	{
		final LandmarkFit fit = LandmarkFit.of(pairs, map.grid(), image.grid());
		return new Pyramid(map, image, progress).refine(fit.transform(), Motion.AFFINE, fit);
	}

	/**
	 * Brings labels of the image onto the map's pixels, so that statistics use counts as they were recorded.
	 *
	 * @param labels label image on the image's grid
	 * @param z slice
	 * @param transform map to image, um
	 * @param map grid of the map
	 * @return for each map pixel the label at its centre; 0 outside the image
	 */
	public static IntVolume labelsOnMap(final IntVolume labels, final int z, final MapTransform transform,
		final VoxelGrid map)
	{
		final VoxelGrid g = labels.grid();
		final int[] from = labels.plane(z);
		final int[] to = new int[map.planeSize()];
		for (int i = 0; i < to.length; i++) {
			final double x = (i % map.nx() + 0.5) * map.dxUm();
			final double y = (i / map.nx() + 0.5) * map.dyUm();
			final int ix = (int) Math.floor(transform.x(x, y) / g.dxUm());
			final int iy = (int) Math.floor(transform.y(x, y) / g.dyUm());
			if (ix >= 0 && iy >= 0 && ix < g.nx() && iy < g.ny()) to[i] = from[ix + g.nx() * iy];
		}
		return IntVolume.of(VoxelGrid.of(map.nx(), map.ny(), 1, map.dxUm(), map.dyUm(), map.dzUm()), new int[][] { to });
	}

	/**
	 * The grid of an image whose vertical axis was foreshortened by the tilt, stretched once.
	 *
	 * @param g grid as recorded, square pixels
	 * @param tiltDegrees angle between the beam and the imaged face, 52 in the papers; 90 changes nothing
	 * @return the grid with pixel height / sin(tilt)
	 * @throws IllegalArgumentException for an impossible angle or a grid that was stretched before
	 */
	public static VoxelGrid stretchedForTilt(final VoxelGrid g, final double tiltDegrees) {
		if (!(tiltDegrees > 0 && tiltDegrees <= 90)) throw new IllegalArgumentException("tilt=" + tiltDegrees
			+ " degrees is not possible; give the angle between beam and face, above 0 and up to 90, such as 52.");
		final double factor = 1 / Math.sin(Math.toRadians(tiltDegrees));
		final double now = g.dyUm() / g.dxUm();
		if (factor > 1.005 && Math.abs(now / factor - 1) < 0.005) throw new IllegalArgumentException(String.format(Locale.ROOT,
			"The pixels are already %.4f times as high as wide, which is the correction for tilt=%.1f; it must be applied only"
				+ " once: give tilt=90.", now, tiltDegrees));
		return new VoxelGrid(g.nx(), g.ny(), g.nz(), g.dxUm(), g.dyUm() * factor, g.dzUm(), g.originUm());
	}

	/** Best measure over shifts of a quarter map. */
	static PointValuePair climbShift(final MutualInformation m, final MapTransform t, final double stepUm) {
		return m.climb(q -> t.then(MapTransform.shift(q[0], q[1])), 2, stepUm);
	}
}
