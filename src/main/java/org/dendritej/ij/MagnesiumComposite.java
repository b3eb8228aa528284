// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;

/**
 * The overlay as an ordinary image: the SE image's own pixels, and above them an ImageJ overlay whose parts can be
 * hidden, moved and restyled. Nothing is burnt in.
 */
public final class MagnesiumComposite {

	private MagnesiumComposite() {}

	/**
	 * Makes it.
	 *
	 * @param title its title
	 * @param scene what it shows
	 * @return the image, not shown
	 */
	public static ImagePlus of(final String title, final MagnesiumScene scene) {
		final ImagePlus imp = new ImagePlus(title, scene.base().duplicate());
		Geometry.apply(imp, scene.grid());
		imp.setOverlay(overlay(scene));
		return imp;
	}

	private static Overlay overlay(final MagnesiumScene scene) {
		final Overlay o = new Overlay();
		final ImageRoi counts = new ImageRoi(0, 0, scene.colours());
		counts.setOpacity(scene.opacity());
		o.add(counts, "magnesium counts");
		final double thin = Math.max(1, scene.grid().nx() / 500.0);
		for (final MagnesiumScene.Outline line : scene.outlines()) {
			final Roi r = (Roi) line.roi().clone();
			r.setStrokeColor(line.colour());
			r.setStrokeWidth(line.isolated() ? 2 * thin : thin);
			o.add(r, line.name());
		}
		for (final MagnesiumScene.Line p : scene.paths()) {
			final PolygonRoi r = new PolygonRoi(floats(p.x()), floats(p.y()), Roi.POLYLINE);
			r.setStrokeColor(scene.colour(p));
			r.setStroke((BasicStroke) p.stroke(thin));
			o.add(r, "path of object " + p.id() + (p.bearing() ? "" : " (blocked)"));
		}
		bars(o, scene);
		return o;
	}

	private static float[] floats(final double[] v) {
		final float[] f = new float[v.length];
		for (int i = 0; i < f.length; i++)
			f[i] = (float) v[i];
		return f;
	}

	/** Scale bar at the lower left, colour bar at the lower right, both inside the image. */
	private static void bars(final Overlay o, final MagnesiumScene scene) {
		final int nx = scene.grid().nx(), ny = scene.grid().ny();
		final int type = Math.max(5, Math.min(nx, ny) / 24);
		final Font font = new Font(Font.SANS_SERIF, Font.BOLD, type);
		final int thick = Math.max(1, type / 3), edge = Math.max(1, type / 2);
		final Roi bar = new Roi(edge, ny - edge - thick, Math.max(1, scene.scaleBarUm() / scene.grid().dxUm()), thick);
		bar.setFillColor(Color.WHITE);
		o.add(bar, "scale bar");
		o.add(text(scene.scaleText(), edge, ny - edge - thick - 1.3 * type, font), "scale bar text");
		final int height = Math.max(8, ny / 3), x = nx - edge - 2 * type, y = ny - edge - height;
		o.add(new ImageRoi(x, y, bar(type, height)), "colour bar");
		o.add(text(top(scene), nx - edge - 5.5 * type, y - 1.4 * type, font), "colour bar top");
		o.add(text("0", x + type + 2, y + height - type, font), "colour bar bottom");
	}

	private static String top(final MagnesiumScene scene) {
		return Math.round(scene.largest()) + " counts";
	}

	private static TextRoi text(final String s, final double x, final double y, final Font font) {
		final TextRoi t = new TextRoi(s, x, y, font);
		t.setStrokeColor(Color.WHITE);
		return t;
	}

	/** The colours of the counts from 0 at the bottom to the largest at the top. */
	static BufferedImage bar(final int width, final int height) {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		final Graphics2D g = image.createGraphics();
		for (int y = 0; y < height; y++) {
			g.setColor(new Color(Colours.values().getRGB(1 + Math.round(254f * (height - 1 - y) / Math.max(1, height - 1)))));
			g.fillRect(0, y, width, 1);
		}
		g.dispose();
		return image;
	}
}
