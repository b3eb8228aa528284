// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;

/** The whole way from a map and its image to verdicts: tilt, registration, objects on the map's pixels, statistics. */
public final class MagnesiumStudy {

	private MagnesiumStudy() {}

	/**
	 * The images of a study; all of one slice.
	 *
	 * @param counts raw magnesium counts
	 * @param total what is registered in place of the map: all counts added up or its own BSE image; null = the map
	 * @param image SE or BSE image; null = none
	 * @param imageName the image's name in messages
	 * @param labels objects; 0 = none
	 * @param classes class image on the pixels of the labels, whose class 0 alone serves as background; null = not known
	 * @param onImage whether labels and classes lie on the pixels of the image, not of the map
	 */
	public record Inputs(FloatVolume counts, FloatVolume total, FloatVolume image, String imageName, IntVolume labels,
		ByteVolume classes, boolean onImage)
	{}

	/**
	 * How map and image are brought together.
	 *
	 * @param motion what may be moved; null = nothing, the pixels are the same
	 * @param landmarks pairs for an affine start; empty = none
	 * @param tiltDegrees angle between beam and face by which both are foreshortened; 0 = corrected already
	 */
	public record Placement(MapRegistration.Motion motion, List<double[]> landmarks, double tiltDegrees) {

		/** Same pixels, no tilt. */
		public static final Placement SAME = new Placement(null, List.of(), 0);

		/**
		 * Reads the way of registration.
		 *
		 * @param register none, translation or affine
		 * @param landmarks pairs; empty = none
		 * @param tiltDegrees angle, 0 = corrected already
		 * @return the placement
		 * @throws IllegalArgumentException for another word, or landmarks that would not be used
		 */
		public static Placement parse(final String register, final List<double[]> landmarks, final double tiltDegrees) {
			final String r = register == null ? "" : register.strip().toLowerCase(Locale.ROOT);
			if (!List.of("none", "translation", "affine").contains(r)) throw new IllegalArgumentException("register=" + register
				+ " is not known; use none, translation or affine.");
			if (!landmarks.isEmpty() && !r.equals("affine")) throw new IllegalArgumentException("landmarks are given with register="
				+ r + ", which does not use them; set register=affine, or leave them out.");
			return new Placement(r.equals("none") ? null : r.equals("affine") ? MapRegistration.Motion.AFFINE
				: MapRegistration.Motion.TRANSLATION, landmarks, tiltDegrees);
		}
	}

	/**
	 * What a study gives.
	 *
	 * @param result verdicts, summary and remarks, the registration and the image's frame steps included
	 * @param map grid of the map, stretched for tilt
	 * @param image grid of the image, stretched for tilt; null without an image
	 * @param transform map to image, um
	 * @param labels objects on the map's pixels
	 */
	public record Outcome(MagnesiumAnalysis.Result result, VoxelGrid map, VoxelGrid image, MapTransform transform,
		IntVolume labels)
	{}

	/**
	 * Runs a study.
	 *
	 * @param in the images
	 * @param placement how map and image are brought together
	 * @param options the analysis; a local background is narrowed to class 0 if there is a class image
	 * @param progress told how far it is; asked whether to stop
	 * @return the outcome
	 * @throws IllegalArgumentException if images do not fit, a registration is not clear of chance, or the analysis refuses
	 */
	public static Outcome run(final Inputs in, final Placement placement, final MagnesiumOptions options,
		final Progress progress)
	{
		CountsMap.requireCounts(options.section(), in.counts, 0);
		final FloatVolume counts = stretched(in.counts, placement.tiltDegrees);
		final FloatVolume image = in.image == null ? null : stretched(in.image, placement.tiltDegrees);
		final List<Quantity> how = new ArrayList<>();
		final MapTransform t = transform(in, placement, counts, image, how, progress.part(0, 0.4));
		final VoxelGrid map = counts.grid();
		final VoxelGrid of = in.onImage ? image.grid() : map;
		final IntVolume drawn = IntVolume.of(of, new int[][] { in.labels.plane(0) });
		final IntVolume labels = onMap(drawn, in.onImage, t, map);
		final MagnesiumOptions o = in.classes != null && options.background() instanceof Background.Local l ? options.with(
			new Background.Local(classes(in, of, t, map), l.gapUm(), l.reachUm(), l.factor())) : options;
		final MagnesiumAnalysis.Result r = MagnesiumAnalysis.analyse(counts, labels, o, progress.part(0.4, 1));
		final List<Quantity> summary = new ArrayList<>(r.summary());
		summary.addAll(how);
		final List<Flag> flags = new ArrayList<>(r.flags());
		if (image != null) {
			final IntVolume beside = in.onImage ? drawn : MapRegistration.labelsOnMap(labels, 0, t.inverse(), image.grid());
			flags.addAll(MagnesiumAnalysis.frameFlags(in.imageName, image, 0, beside.plane(0)));
		}
		lost(in, labels, flags);
		if (placement.motion != null && in.total == null) flags.add(Flag.warn("registered_on_magnesium",
			"The magnesium counts themselves were registered; objects without magnesium hardly show in them, so give total= the map of"
				+ " all counts or the map's own BSE image if there is one."));
		return new Outcome(new MagnesiumAnalysis.Result(r.regions(), summary, flags), map, image == null ? null : image.grid(),
			t, labels);
	}

	private static FloatVolume stretched(final FloatVolume v, final double tilt) {
		if (tilt == 0) return v;
		return FloatVolume.of(MapRegistration.stretchedForTilt(v.grid(), tilt), new float[][] { v.plane(0) });
	}

	private static MapTransform transform(final Inputs in, final Placement p, final FloatVolume counts,
		final FloatVolume image, final List<Quantity> how, final Progress progress)
	{
		if (p.motion == null) {
			if (image != null) requireSame(counts.grid(), image.grid(), in.imageName);
			how.add(Quantity.text("registration", "none", "map and image share their pixels"));
			return MapTransform.IDENTITY;
		}
		if (image == null) throw new IllegalArgumentException("register=" + p.motion.name().toLowerCase(Locale.ROOT)
			+ " needs an image to register to; give reference= the title of the SE or BSE image.");
		final FloatVolume moving = in.total == null ? counts : FloatVolume.of(counts.grid(), new float[][] { in.total.plane(
			0) });
		final MapRegistration.Result r = p.landmarks.isEmpty() ? MapRegistration.register(moving, image, p.motion, progress)
			: MapRegistration.register(moving, image, p.landmarks, progress);
		final MapTransform t = r.transform();
		final VoxelGrid g = counts.grid();
		final double x = g.extentUm(0) / 2, y = g.extentUm(1) / 2;
		how.add(Quantity.text("registration", p.motion.name().toLowerCase(Locale.ROOT), p.landmarks.isEmpty()
			? "phase correlation, refined by mutual information" : "landmarks, refined by mutual information"));
		how.add(Quantity.of("registration_residual", r.residualNm(), "nm",
			"root mean square of the shifts that quarters of the map would still make"));
		how.add(Quantity.of("landmark_residual", r.landmarkResidualNm(), "nm", "misfit of the landmarks"));
		how.add(Quantity.of("registration_shift_x", t.x(x, y) - x, "um", "at the middle of the map"));
		how.add(Quantity.of("registration_shift_y", t.y(x, y) - y, "um", "at the middle of the map"));
		how.add(Quantity.of("registration_rotation", t.rotationDegrees(), "deg", "from x towards y"));
		how.add(Quantity.of("registration_scale", t.scale(), "1", "beside the ratio of the pixel sizes"));
		how.add(Quantity.of("registration_score", r.score(), "1", "height over chance alignments, standard deviations"));
		return t;
	}

	private static void requireSame(final VoxelGrid map, final VoxelGrid image, final String name) {
		final boolean pixels = map.nx() == image.nx() && map.ny() == image.ny();
		final boolean edges = Math.abs(map.dxUm() / image.dxUm() - 1) < 1e-3 && Math.abs(map.dyUm() / image.dyUm() - 1) < 1e-3;
		if (pixels && edges) return;
		throw new IllegalArgumentException(String.format(Locale.ROOT, "The magnesium map is %d x %d pixels of %.4g um and %s %d x %d"
			+ " pixels of %.4g um; register them (register=translation or register=affine).", map.nx(), map.ny(), map.dxUm(), name,
			image.nx(), image.ny(), image.dxUm()));
	}

	private static IntVolume onMap(final IntVolume drawn, final boolean onImage, final MapTransform t, final VoxelGrid map) {
		return onImage && t != MapTransform.IDENTITY ? MapRegistration.labelsOnMap(drawn, 0, t, map) : IntVolume.of(map,
			new int[][] { drawn.plane(0) });
	}

	/** Classes on the map's pixels; outside the class image lies class 4, outside the sample. */
	private static Phase classes(final Inputs in, final VoxelGrid of, final MapTransform t, final VoxelGrid map) {
		final byte[] from = in.classes.plane(0);
		final int[] shifted = new int[from.length];
		for (int i = 0; i < shifted.length; i++)
			shifted[i] = 1 + (from[i] & 0xff);
		final int[] p = onMap(IntVolume.of(of, new int[][] { shifted }), in.onImage, t, map).plane(0);
		final byte[] to = new byte[p.length];
		for (int i = 0; i < to.length; i++)
			to[i] = (byte) (p[i] == 0 ? 4 : p[i] - 1);
		return new Phase(ByteVolume.of(map, new byte[][] { to }), 0);
	}

	/** Objects of the image that no pixel of the map hits are said, not dropped in silence. */
	private static void lost(final Inputs in, final IntVolume labels, final List<Flag> flags) {
		if (!in.onImage) return;
		final java.util.Set<Integer> gone = new java.util.TreeSet<>();
		for (final int l : in.labels.plane(0))
			if (l != 0) gone.add(l);
		for (final int l : labels.plane(0))
			gone.remove(l);
		if (!gone.isEmpty()) flags.add(Flag.warn("objects_off_map", gone.size() + " objects of the image, the first with label "
			+ gone.iterator().next() + ", cover no pixel centre of the map and have no row."));
	}
}
