// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Spallation;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.plugin.frame.RoiManager;
import ij.process.FloatPolygon;

/** Turns rims into ImageJ regions whose names are the table's ids, and the user's own regions into outlines. */
public final class RimRegions {

	/** Marks regions that this suite put into the ROI Manager. */
	private static final String OURS = "dendritej.spallation";

	private RimRegions() {}

	/**
	 * Outlines that the user drew: on the image's overlay; without any, in the ROI Manager; without any, its selection.
	 *
	 * @param imp the image
	 * @param surface its geometry
	 * @param except title of a region that is no spallation, such as the electrode's outline
	 * @return outlines in their order, um on the surface
	 * @throws IllegalArgumentException if there is none, or for lines and points
	 */
	public static List<Curve> drawn(final ImagePlus imp, final VoxelGrid surface, final String except) {
		final List<Curve> out = new ArrayList<>();
		for (final Roi r : rois(imp))
			if (!r.isArea()) throw new IllegalArgumentException("The region \"" + (r.getName() == null ? r.getTypeAsString() : r
				.getName()) + "\" on \"" + imp.getTitle() + "\" has no area; draw spallations as ovals, polygons or freehand areas.");
			else if (!except.equals(r.getName())) out.add(outline(r, surface));
		if (out.isEmpty()) throw new IllegalArgumentException("rois=true, but no region is drawn on \"" + imp.getTitle()
			+ "\" or in the ROI Manager; draw each spallation and add it with Ctrl+T or Ctrl+B.");
		return out;
	}

	/**
	 * A region by its title.
	 *
	 * @param imp the image
	 * @param surface its geometry
	 * @param title name of a region on the overlay or in the ROI Manager
	 * @return its outline, um on the surface
	 * @throws IllegalArgumentException if there is no area of that name
	 */
	public static Curve named(final ImagePlus imp, final VoxelGrid surface, final String title) {
		for (final Roi r : rois(imp))
			if (title.equals(r.getName()) && r.isArea()) return outline(r, surface);
		throw new IllegalArgumentException("electrode=" + title + " is neither an area in mm2, nor an outline \"x,y;x,y;x,y\" in um, nor "
			+ "the name of an area on the overlay of \"" + imp.getTitle() + "\" or in the ROI Manager; give one of these.");
	}

	private static List<Roi> rois(final ImagePlus imp) {
		final List<Roi> rois = new ArrayList<>();
		if (imp.getOverlay() != null) Collections.addAll(rois, imp.getOverlay().toArray());
		final RoiManager open = rois.isEmpty() ? Regions.openManager() : null;
		if (open != null) Collections.addAll(rois, open.getRoisAsArray());
		if (rois.isEmpty() && imp.getRoi() != null) rois.add(imp.getRoi());
		return rois;
	}

	private static Curve outline(final Roi roi, final VoxelGrid s) {
		final FloatPolygon p = roi.getInterpolatedPolygon(1, false);
		final double[] x = new double[p.npoints], y = new double[p.npoints];
		for (int i = 0; i < x.length; i++) {
			x[i] = p.xpoints[i] * s.dxUm();
			y[i] = p.ypoints[i] * s.dyUm();
		}
		return new Curve(x, y);
	}

	/**
	 * Rims as regions in image pixels.
	 *
	 * @param rims records
	 * @param outlines their paths, um
	 * @param s geometry
	 * @return regions named by id
	 */
	public static List<Roi> of(final List<Spallation> rims, final List<Curve> outlines, final VoxelGrid s) {
		final List<Roi> rois = new ArrayList<>();
		for (int k = 0; k < rims.size(); k++) {
			final Curve o = outlines.get(k);
			final float[] x = new float[o.x().length], y = new float[x.length];
			for (int i = 0; i < x.length; i++) {
				x[i] = (float) (o.x()[i] / s.dxUm());
				y[i] = (float) (o.y()[i] / s.dyUm());
			}
			final Roi roi = new PolygonRoi(x, y, Roi.POLYGON);
			roi.setName(String.valueOf(rims.get(k).id()));
			roi.setStrokeColor(color(rims.get(k)));
			roi.setStrokeWidth(2);
			rois.add(roi);
		}
		return rois;
	}

	/** Colour by stage: blue 1, green 2, orange 3, yellow not known; dimmer than none, all told apart by colour-blind eyes. */
	static Color color(final Spallation s) {
		return s.stage() == 0 ? Colours.line(4) : Colours.line(s.stage() == 1 ? 5 : s.stage() == 2 ? 2 : 1);
	}

	/**
	 * A copy of the image with the regions on its overlay, labelled with their ids.
	 *
	 * @param imp the image
	 * @param title of the copy
	 * @param rois regions
	 * @return the copy, not shown
	 */
	public static ImagePlus overlaid(final ImagePlus imp, final String title, final List<Roi> rois) {
		final ImagePlus copy = new ImagePlus(title, imp.getProcessor().duplicate());
		copy.setCalibration(imp.getCalibration().copy());
		final Overlay overlay = new Overlay();
		for (final Roi r : rois)
			overlay.add(r, r.getName());
		overlay.drawLabels(true);
		overlay.drawNames(true);
		overlay.setLabelColor(Color.WHITE);
		copy.setOverlay(overlay);
		return copy;
	}

	/**
	 * Puts the regions into the ROI Manager in place of those of an earlier run; the user's own stay. Without a window there is none
	 * and nothing happens.
	 *
	 * @param rois regions
	 */
	public static void manage(final List<Roi> rois) {
		if (GraphicsEnvironment.isHeadless()) return;
		final RoiManager open = Regions.openManager();
		if (open == null && rois.isEmpty()) return;
		final RoiManager manager = open == null ? RoiManager.getRoiManager() : open;
		final Roi[] there = manager.getRoisAsArray();
		final List<Roi> own = new ArrayList<>();
		for (final Roi r : there)
			if (r.getProperty(OURS) == null) own.add(r);
		if (own.size() < there.length) {
			manager.reset();
			own.forEach(manager::addRoi);
		}
		for (final Roi r : rois) {
			final Roi copy = (Roi) r.clone();
			copy.setProperty(OURS, "true");
			manager.addRoi(copy);
		}
	}

	/**
	 * Writes the regions as a file that the ROI Manager opens.
	 *
	 * @param rois regions
	 * @param file zip file
	 * @throws IOException if it cannot be written
	 */
	public static void write(final List<Roi> rois, final Path file) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (final Roi r : rois) {
				final ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "%04d.roi", Integer.parseInt(r.getName())));
				// a fixed time, so that equal runs give equal bytes
				entry.setTime(0);
				zip.putNextEntry(entry);
				zip.write(RoiEncoder.saveAsByteArray(r));
				zip.closeEntry();
			}
		}
	}
}
