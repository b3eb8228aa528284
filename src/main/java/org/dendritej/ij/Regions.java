// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

/** Regions that a user drew: on the image's overlay, in the ROI Manager, or as the image's one selection. */
public final class Regions {

	private Regions() {}

	/**
	 * One region.
	 *
	 * @param name its name; empty if it has none
	 * @param pixels pixels inside, x + nx y
	 */
	public record Region(String name, int[] pixels) {}

	/**
	 * The regions of an image: those of its overlay; without any, those of the ROI Manager; without any, its selection.
	 *
	 * @param imp the image
	 * @param manager whether the ROI Manager may be asked
	 * @return the regions in their order; empty if nothing was drawn
	 * @throws IllegalArgumentException for lines and points, which have no area, and for regions outside the image
	 */
	public static List<Region> of(final ImagePlus imp, final boolean manager) {
		final List<Roi> rois = new ArrayList<>();
		if (imp.getOverlay() != null) Collections.addAll(rois, imp.getOverlay().toArray());
		final RoiManager open = manager && rois.isEmpty() ? openManager() : null;
		if (open != null) Collections.addAll(rois, open.getRoisAsArray());
		if (rois.isEmpty() && imp.getRoi() != null) rois.add(imp.getRoi());
		final List<Region> regions = new ArrayList<>();
		for (final Roi r : rois)
			regions.add(region(r, regions.size() + 1, imp));
		return regions;
	}

	private static Region region(final Roi roi, final int number, final ImagePlus imp) {
		final String name = roi.getName() == null ? "" : roi.getName();
		final String what = "Region " + number + (name.isEmpty() ? "" : " (" + name + ")");
		if (!roi.isArea()) throw new IllegalArgumentException(what + " on \"" + imp.getTitle() + "\" is a " + roi.getTypeAsString()
			.toLowerCase(java.util.Locale.ROOT) + ", which has no area; draw objects as rectangles, ovals, polygons or freehand areas.");
		final Point[] points = roi.getContainedPoints();
		final int[] pixels = new int[points.length];
		for (int i = 0; i < pixels.length; i++) {
			if (points[i].x < 0 || points[i].y < 0 || points[i].x >= imp.getWidth() || points[i].y >= imp.getHeight())
				throw new IllegalArgumentException(what + " reaches outside \"" + imp.getTitle() + "\" (" + imp.getWidth() + " x " + imp.getHeight()
					+ " pixels); draw it inside.");
			pixels[i] = points[i].x + imp.getWidth() * points[i].y;
		}
		if (pixels.length == 0) throw new IllegalArgumentException(what + " on \"" + imp.getTitle() + "\" holds no pixel; draw it larger.");
		return new Region(name, pixels);
	}

	/** The ROI Manager if there is one. A plain ImageJ without a window cannot make the one that its batch mode wants. */
	static RoiManager openManager() {
		try {
			return RoiManager.getInstance2();
		}
		catch (final java.awt.HeadlessException e) {
			return null;
		}
	}
}
