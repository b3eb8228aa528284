// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.MgRegion;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * What a magnesium overlay shows, independent of where it is drawn: the image, coloured counts, outlines by verdict,
 * paths.
 *
 * @param base the SE or BSE image, or the map itself
 * @param grid its geometry, um
 * @param counts counts per pixel on the image's pixels; NaN outside the map
 * @param labels objects on the image's pixels
 * @param regions verdicts
 * @param electrode label of the reference region; 0 = none
 * @param paths ways to the electrode
 * @param opacity of the counts, 0 to 1
 */
public record MagnesiumScene(ImageProcessor base, VoxelGrid grid, float[] counts, int[] labels, List<MgRegion> regions,
	int electrode, List<Line> paths, double opacity)
{

	/** Colour of the electrode's outline. */
	static final Color ELECTRODE = new Color(240, 228, 66);

	/** Checks the opacity. */
	public MagnesiumScene {
		if (!(opacity >= 0 && opacity <= 1)) throw new IllegalArgumentException("opacity=" + Math.round(100 * opacity)
			+ " % is not possible; give 0 to 100.");
	}

	/**
	 * A way to the electrode.
	 *
	 * @param id label of its object
	 * @param bearing whether magnesium could have come along it
	 * @param x columns, pixels
	 * @param y rows, pixels
	 */
	public record Line(int id, boolean bearing, double[] x, double[] y) {

		BasicStroke stroke(final double width) {
			final float w = (float) width;
			return bearing ? new BasicStroke(w) : new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { 3 * w,
				2 * w }, 0);
		}
	}

	/**
	 * An outline.
	 *
	 * @param name such as {@code object 7: LI isolated}
	 * @param colour by verdict
	 * @param isolated drawn thicker
	 * @param roi area in pixels of the image
	 */
	record Outline(String name, Color colour, boolean isolated, Roi roi) {

		Shape shape(final double zoom) {
			final ShapeRoi s = new ShapeRoi(roi);
			final AffineTransform at = AffineTransform.getScaleInstance(zoom, zoom);
			at.translate(s.getXBase(), s.getYBase());
			return at.createTransformedShape(s.getShape());
		}
	}

	/** Colour of a verdict: blue, vermilion, white (Okabe and Ito 2008). */
	static Color colour(final MgRegion.Verdict v) {
		return switch (v) {
			case LI -> Colours.line(5);
			case LI_MG -> Colours.line(1);
			default -> Color.WHITE;
		};
	}

	/** Upper end of the colour bar: 99.5 % of the counts lie below it; at least 1. */
	double largest() {
		final float[] sorted = new float[counts.length];
		int n = 0;
		for (final float c : counts)
			if (c >= 0) sorted[n++] = c;
		Arrays.sort(sorted, 0, n);
		return n == 0 ? 1 : Math.max(1, Math.ceil(sorted[(int) (0.995 * (n - 1))]));
	}

	/** Counts in the colours of the bar; no counts are clear, and colour is full from a fifth of the bar on. */
	BufferedImage colours() {
		final BufferedImage image = new BufferedImage(grid.nx(), grid.ny(), BufferedImage.TYPE_INT_ARGB);
		final LUT lut = Colours.values();
		final double top = largest();
		for (int i = 0; i < counts.length; i++) {
			if (!(counts[i] > 0)) continue;
			final double share = Math.min(1, counts[i] / top);
			final int alpha = (int) Math.round(255 * Math.min(1, 5 * share));
			image.setRGB(i % grid.nx(), i / grid.nx(), alpha << 24 | lut.getRGB((int) Math.round(1 + 254 * share)) & 0xffffff);
		}
		return image;
	}

	/** Outlines of the judged objects in the order of their labels, then of the electrode. */
	List<Outline> outlines() {
		final Map<Integer, MgRegion> by = new LinkedHashMap<>();
		for (final MgRegion r : regions)
			by.put(r.id(), r);
		final List<Outline> out = new ArrayList<>();
		boxes().forEach((label, box) -> {
			final MgRegion r = by.get(label);
			if (r == null && label != electrode) return;
			final String name = r == null ? "electrode" : "object " + label + ": " + r.verdict() + (r.isolated() ? " isolated" : "");
			out.add(new Outline(name, r == null ? ELECTRODE : colour(r.verdict()), r != null && r.isolated(), area(label, box)));
		});
		return out;
	}

	private Map<Integer, Rectangle> boxes() {
		final Map<Integer, Rectangle> boxes = new TreeMap<>();
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0) continue;
			final Rectangle here = new Rectangle(i % grid.nx(), i / grid.nx(), 1, 1);
			final Rectangle box = boxes.putIfAbsent(labels[i], here);
			if (box != null) box.add(here);
		}
		return boxes;
	}

	private Roi area(final int label, final Rectangle box) {
		final ByteProcessor mask = new ByteProcessor(box.width, box.height);
		for (int y = 0; y < box.height; y++)
			for (int x = 0; x < box.width; x++)
				if (labels[(box.y + y) * grid.nx() + box.x + x] == label) mask.set(x, y, 255);
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(mask);
		roi.setLocation(box.x + roi.getXBase(), box.y + roi.getYBase());
		return roi;
	}

	/** A round length of about a fifth of the image's width, um. */
	double scaleBarUm() {
		final double wished = grid.extentUm(0) / 5;
		final double decade = Math.pow(10, Math.floor(Math.log10(wished)));
		return wished >= 5 * decade ? 5 * decade : wished >= 2 * decade ? 2 * decade : decade;
	}

	/** The scale bar's length in words. */
	String scaleText() {
		final double um = scaleBarUm();
		return um >= 1 ? Math.round(um) + " \u00b5m" : Math.round(1000 * um) + " nm";
	}

	/** The colour of a path: that of its object's verdict. */
	Color colour(final Line line) {
		for (final MgRegion r : regions)
			if (r.id() == line.id()) return colour(r.verdict());
		return Color.WHITE;
	}
}
