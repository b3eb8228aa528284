// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Finds and measures the spallation rims on an SE image of a surface, or measures regions that the user drew.
 * <p>
 * Positions are um from the image's upper left corner, tilt corrected. Rims are numbered from the top down. Results do
 * not depend on the number of threads.
 */
public final class SurfaceSurvey {

	private SurfaceSurvey() {}

	/**
	 * What a survey found.
	 *
	 * @param rims one record for each rim
	 * @param outlines the rims' paths in the same order, um
	 * @param areaUm2 area that was looked at, within the electrode if one was given, um2
	 * @param falseAlarms rims expected by chance in the whole image
	 * @param flags remarks
	 */
	public record Result(List<Spallation> rims, List<Outline> outlines, double areaUm2, double falseAlarms,
		List<Flag> flags)
	{

		/** Keeps copies. */
		public Result {
			rims = List.copyOf(rims);
			outlines = List.copyOf(outlines);
			flags = List.copyOf(flags);
		}
	}

	/**
	 * Finds the rims and measures them.
	 *
	 * @param image the surface; rims should be 20 pixels or more across
	 * @param options what to look for
	 * @param progress progress and cancel
	 * @return the rims
	 * @throws IllegalArgumentException if the smallest diameter has fewer than 16 pixels or the electrode misses the image
	 */
	public static Result measure(final SurfaceImage image, final SurfaceOptions options, final Progress progress) {
		final double pixel = Math.max(image.pixelWidthUm(), image.pixelHeightUm());
		if (options.minDiameterUm() < 16 * pixel) throw new IllegalArgumentException("The smallest diameter looked for, "
			+ options.minDiameterUm() + " um, is " + options.minDiameterUm() / pixel
			+ " pixels; a rim needs at least 16 pixels across, so raise it to " + 16 * pixel + " um or more.");
		final double area = area(image, options.electrode());
		final List<RimFinder.Found> found = new RimSearch(image, options).run(progress.part(0, 0.8));
		final RimMeasure.Rim[] rims = new RimMeasure.Rim[found.size()];
		final RimMeasure measure = new RimMeasure(image, options);
		Slabs.forEach(rims.length, options.threads(), progress.part(0.8, 1), "measuring rims", i -> {
			progress.check();
			final RimMeasure.Rim r = measure.near(found.get(i).ellipse());
			r.draft().falseAlarmsLog10 = found.get(i).verdict().log10Alarms();
			if (holds(r, options) && measure.standsOut(r) && measure.again(r)) rims[i] = r;
		});
		final List<RimMeasure.Rim> kept = new ArrayList<>();
		for (final RimMeasure.Rim r : rims)
			if (r != null && kept.stream().noneMatch(k -> RimSearch.same(k.ellipse(), r.ellipse()))) kept.add(r);
		return result(image, options, kept, area, flags(image, kept));
	}

	/** What full resolution must confirm. */
	private static boolean holds(final RimMeasure.Rim r, final SurfaceOptions o) {
		final SpallationDraft d = r.draft();
		if (o.electrode() != null && !o.electrode().contains(r.ellipse().xUm(), r.ellipse().yUm())) return false;
		// The less of a rim remains the rounder it must be: an ellipse bends to any curved edge that covers half of it, a circle
		// does not, and a spallation is a circle until something distorts it.
		final double elongation = Math.pow(o.maxAspect(), d.rimClosure);
		return d.rimClosure >= o.minClosure() && r.ellipse().aspect() <= elongation && d.diameterUm >= o.minDiameterUm()
			&& d.diameterUm <= o.maxDiameterUm() && d.serration <= o.maxSerration() && r.turning() >= RimTurning.LEAST;
	}

	/**
	 * Measures the user's own regions: area, Feret diameter and circularity of the drawn outline; ellipse, closure,
	 * serration and contrast of the rim that the image shows next to it.
	 *
	 * @param image the surface
	 * @param regions outlines, um on the surface
	 * @param options electrode and threads are used
	 * @param progress progress and cancel
	 * @return one record for each region, in the user's order
	 * @throws IllegalArgumentException for a region outside the image
	 */
	public static Result measureRegions(final SurfaceImage image, final List<Outline> regions,
		final SurfaceOptions options, final Progress progress)
	{
		final double area = area(image, options.electrode());
		for (int i = 0; i < regions.size(); i++)
			if (misses(image, regions.get(i))) throw new IllegalArgumentException("Region " + (i + 1)
				+ " lies outside the image; draw it on this image.");
		final RimMeasure measure = new RimMeasure(image, options);
		final RimMeasure.Rim[] rims = new RimMeasure.Rim[regions.size()];
		Slabs.forEach(rims.length, options.threads(), progress, "measuring regions", i -> {
			final Outline o = regions.get(i);
			final double[][] p = o.resampled(256);
			final EllipseFit drawn = EllipseFit.of(p[0], p[1], 256);
			final RimMeasure.Rim seen = measure.of(drawn.ellipse());
			final boolean near = seen.draft().rimClosure > 0.25;
			final SpallationDraft d = seen.draft();
			measure.shape(d, o, near ? seen.ellipse() : drawn.ellipse());
			if (!near) {
				d.diameterSdUm = Double.NaN;
				d.serration = drawn.rmsUm() / drawn.ellipse().radiusUm();
			}
			d.rim = near ? "drawn by the user; " + d.rim : "drawn by the user; no rim stands out there";
			rims[i] = new RimMeasure.Rim(d, o, near ? seen.ellipse() : drawn.ellipse(), seen.look(), seen.turning());
		});
		final List<Spallation> rows = new ArrayList<>();
		for (int i = 0; i < rims.length; i++) {
			rims[i].draft().id = i + 1;
			rows.add(rims[i].draft().done());
		}
		return new Result(rows, regions, area, Double.NaN, flags(image, List.of(rims)));
	}

	private static Result result(final SurfaceImage image, final SurfaceOptions options,
		final List<RimMeasure.Rim> rims, final double area, final List<Flag> flags)
	{
		rims.sort(Comparator.comparingDouble((RimMeasure.Rim r) -> r.ellipse().yUm()).thenComparingDouble(r -> r.ellipse()
			.xUm()));
		final List<Spallation> rows = new ArrayList<>();
		final List<Outline> outlines = new ArrayList<>();
		for (final RimMeasure.Rim r : rims) {
			r.draft().id = rows.size() + 1;
			rows.add(r.draft().done());
			outlines.add(r.outline());
		}
		return new Result(rows, outlines, area, options.falseAlarmsPerMm2() * image.areaUm2() * 1e-6, flags);
	}

	private static List<Flag> flags(final SurfaceImage image, final List<RimMeasure.Rim> rims) {
		final List<Flag> flags = new ArrayList<>();
		final long cut = rims.stream().filter(r -> r.draft().touchesBorder).count();
		if (cut > 0) flags.add(Flag.note("border_rims", cut + " of " + rims.size()
			+ " rims are cut by the image border; they have weight 0 in the density and the others are weighted up."));
		flags.add(Flag.note("tilt", "Vertical lengths: " + image.tilt().reason() + "; factor " + image.tilt()
			.verticalFactor() + "."));
		return flags;
	}

	private static boolean misses(final SurfaceImage image, final Outline o) {
		final double[] b = o.boxUm();
		return b[2] <= 0 || b[3] <= 0 || b[0] >= image.width() * image.pixelWidthUm() || b[1] >= image.height() * image
			.pixelHeightUm();
	}

	/** Area of the image inside the electrode's outline, counted on a grid of 512 points along the longer side. */
	private static double area(final SurfaceImage image, final Outline electrode) {
		if (electrode == null) return image.areaUm2();
		if (misses(image, electrode)) throw new IllegalArgumentException(
			"The electrode's outline lies outside the image; give it in um from the image's upper left corner.");
		final double w = image.width() * image.pixelWidthUm(), h = image.height() * image.pixelHeightUm();
		final double step = Math.max(w, h) / 512;
		final int nx = Math.max(1, (int) Math.round(w / step)), ny = Math.max(1, (int) Math.round(h / step));
		int n = 0;
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				if (electrode.contains((x + 0.5) * w / nx, (y + 0.5) * h / ny)) n++;
		if (n == 0) throw new IllegalArgumentException(
			"The electrode's outline encloses none of the image; give it in um from the image's upper left corner.");
		return w * h * n / (nx * (double) ny);
	}
}
