// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.dendritej.core.spall.EbicContrast;
import org.dendritej.core.spall.Outline;
import org.dendritej.core.spall.SurfaceImage;
import org.dendritej.core.spall.SurfaceOptions;
import org.dendritej.core.spall.SurfaceSurvey;
import org.dendritej.core.spall.Tilt;
import org.dendritej.core.spall.VolumeOptions;
import org.dendritej.core.spall.VolumeSurvey;
import org.dendritej.ij.Curve;
import org.dendritej.ij.Images;
import org.dendritej.ij.RimRegions;
import org.dendritej.ij.SurfacePixels;

import ij.ImagePlus;

/** Finds the spallations of a class volume or a surface image, and gives both in one form. */
final class SpallationSource {

	/** Contrast that a connection is expected to make at least, and the level of its test: assumed. */
	private static final double EBIC_LEAST = 0.05;
	private static final double EBIC_ALPHA = 0.05;

	private final ImagePlus imp;
	private final VoxelGrid grid;
	private final Tilt tilt;
	private final int threads;

	/** What was found. Curves is null in a volume; labels is null and shapes empty on a surface. */
	record Found(VoxelGrid grid, ElectrodeFace face, List<Spallation> rows, List<Curve> curves, IntVolume labels,
		List<VolumeSurvey.Shape> shapes, double areaUm2, List<Flag> flags, boolean lithium, Outline electrode)
	{}

	SpallationSource(final ImagePlus imp, final VoxelGrid grid, final Tilt tilt, final int threads) {
		SurfacePixels.refuseSecond(imp, tilt.angleDeg());
		this.imp = imp;
		this.grid = grid;
		this.tilt = tilt;
		this.threads = threads;
	}

	static boolean surface(final String mode) {
		final String m = mode == null ? "" : mode.strip().toLowerCase(Locale.ROOT);
		if (!m.equals("surface") && !m.equals("volume")) throw new IllegalArgumentException("mode=" + mode
			+ " is not known; use volume (class image) or surface (electron image of the surface).");
		return m.equals("surface");
	}

	static Tilt tilt(final double degrees, final String view) {
		final String v = view == null ? "" : view.strip().toLowerCase(Locale.ROOT);
		if (!v.equals("section") && !v.equals("surface")) throw new IllegalArgumentException("view=" + view
			+ " is not known; use section (image vertical / sin(tilt)) or surface (image vertical / cos(tilt)).");
		return degrees == 0 ? Tilt.NONE : v.equals("section") ? Tilt.ofSection(degrees) : Tilt.ofSurface(degrees);
	}

	/** The area of the electrode if the key holds a number, else NaN. */
	static double electrodeMm2(final String electrode) {
		try {
			final double mm2 = electrode.isBlank() ? Double.NaN : Double.parseDouble(electrode.strip());
			if (mm2 <= 0 || Double.isInfinite(mm2)) throw new IllegalArgumentException("electrode=" + electrode
				+ " mm2 is no area; give a number above 0.");
			return mm2;
		}
		catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}

	private Outline electrode(final String text, final VoxelGrid g) {
		if (text.isBlank() || !Double.isNaN(electrodeMm2(text))) return null;
		if (text.indexOf(';') < 0) return outline(RimRegions.named(imp, g, text.strip()));
		final String[] points = text.strip().split("\\s*;\\s*");
		final double[] x = new double[points.length], y = new double[points.length];
		for (int i = 0; i < points.length; i++) {
			final String[] p = points[i].split("\\s*,\\s*");
			try {
				if (p.length != 2) throw new NumberFormatException();
				x[i] = Double.parseDouble(p[0]);
				y[i] = Double.parseDouble(p[1]);
			}
			catch (final NumberFormatException e) {
				throw new IllegalArgumentException("electrode=" + text + " has the vertex \"" + points[i]
					+ "\"; write the outline as x,y;x,y;x,y in um from the image's upper left corner.", e);
			}
		}
		return new Outline(x, y);
	}

	private SurfaceImage pixels(final ImagePlus of) {
		final SurfacePixels p = SurfacePixels.of(of);
		final SurfaceImage raw = SurfaceImage.of(of.getWidth(), of.getHeight(), grid.dxUm(), grid.dyUm(), p::read);
		return tilt.corrects() ? raw.corrected(tilt) : raw;
	}

	private static Outline outline(final Curve c) {
		return new Outline(c.x(), c.y());
	}

	private static Curve curve(final Outline o) {
		final double[] x = new double[o.size()], y = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = o.x(i);
			y[i] = o.y(i);
		}
		return new Curve(x, y);
	}

	Found surface(final SurfaceOptions o, final String electrode, final boolean rois, final ImagePlus ebic, final long seed,
		final Progress progress)
	{
		final SurfaceImage s = pixels(imp);
		final VoxelGrid g = VoxelGrid.of(grid.nx(), grid.ny(), 1, s.pixelWidthUm(), s.pixelHeightUm(), grid.dzUm());
		final Outline edge = electrode(electrode, g);
		final SurfaceOptions options = o.withElectrode(edge).withThreads(threads);
		final SurfaceSurvey.Result r = rois ? SurfaceSurvey.measureRegions(s, RimRegions.drawn(imp, g, electrode).stream().map(SpallationSource::outline)
			.toList(), options, progress.part(0, 0.8))
			: SurfaceSurvey.measure(s, options, progress.part(0, 0.8));
		List<Spallation> rows = r.rims();
		if (ebic != null) {
			Images.requireSameSize(imp, ebic, "ebic");
			rows = EbicContrast.test(pixels(ebic), rows, r.outlines(), EBIC_ALPHA, EBIC_LEAST, seed, threads, progress.part(
				0.8, 1));
		}
		return new Found(g, ElectrodeFace.NONE, rows, r.outlines().stream().map(SpallationSource::curve).toList(), null, List.of(), r.areaUm2(), r.flags(), false, edge);
	}

	Found volume(final ElectrodeFace face, final int crack, final int lithium, final double minUm, final String pores, final Progress progress) {
		final ByteVolume classes = Images.classes(imp, grid);
		final boolean filled = holds(classes, lithium), open = holds(classes, crack);
		// a crack that is full of lithium has no voxel of its own class
		final int value = Images.phase(imp, grid, filled && !open ? lithium : crack, "crack").value();
		final ImagePlus poreLabels = Images.named("pores", pores);
		if (poreLabels != null) Images.requireSameSize(imp, poreLabels, "pores");
		final int used = filled && !open ? crack : value;
		final VolumeOptions o = new VolumeOptions(face, used, lithium, VolumeOptions.DEFAULT.outside(), minUm, Connectivity.TWENTYSIX, tilt, threads);
		final VolumeSurvey.Result r = VolumeSurvey.measure(classes, poreLabels == null ? null : Images.labels(poreLabels, grid), o, progress);
		final List<Flag> flags = new java.util.ArrayList<>(r.flags());
		if (!filled) flags.add(Flag.note("no_lithium", "No voxel has class " + lithium
			+ " (lithium): lithium volumes, fill and the charge ratio are not known; segment lithium apart from empty cracks to get them."));
		return new Found(r.labels().grid(), face, r.spallations(), null, r.labels(), r.shapes(), r.areaUm2(), flags, filled, null);
	}

	private static boolean holds(final ByteVolume v, final int wanted) {
		for (int z = 0; z < v.grid().nz(); z++)
			for (final byte b : v.plane(z))
				if ((b & 0xff) == wanted) return true;
		return false;
	}
}
