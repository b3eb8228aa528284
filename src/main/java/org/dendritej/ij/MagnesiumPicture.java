// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.dendritej.core.record.MgRegion;

/** The overlay as a picture for a paper: the image enlarged, colour bar, scale bar and legend beside it in legible type. */
public final class MagnesiumPicture {

	private static final int TYPE = 22;
	private static final int MARGIN = 28;
	private static final int BAR = 34;

	private final MagnesiumScene scene;
	private final double zoom;
	private final int width;
	private final int height;

	private MagnesiumPicture(final MagnesiumScene scene) {
		this.scene = scene;
		// whole factors keep pixels square and equal; large images are shrunk instead
		final double wished = 1000.0 / scene.grid().nx();
		zoom = wished >= 1 ? Math.round(wished) : wished;
		width = (int) Math.round(zoom * scene.grid().nx());
		// foreshortened images were stretched by their pixel height, which the picture shows
		height = (int) Math.round(zoom * scene.grid().ny() * scene.grid().dyUm() / scene.grid().dxUm());
	}

	/**
	 * Writes it as PNG.
	 *
	 * @param scene what it shows
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public static void write(final MagnesiumScene scene, final Path file) throws IOException {
		if (!ImageIO.write(new MagnesiumPicture(scene).draw(), "png", file.toFile())) throw new IOException("no PNG writer for " + file);
	}

	private BufferedImage draw() {
		final int w = Math.max(760, width + 2 * MARGIN + BAR + 110), h = Math.max(320, height) + 2 * MARGIN + 3 * TYPE + 20;
		final BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = out.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, w, h);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, TYPE));
		g.translate(MARGIN, MARGIN);
		final Shape whole = g.getClip();
		g.clipRect(0, 0, width, height);
		g.drawImage(scene.base().convertToByteProcessor().getBufferedImage(), 0, 0, width, height, null);
		g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) scene.opacity()));
		g.drawImage(scene.colours(), 0, 0, width, height, null);
		g.setComposite(AlphaComposite.SrcOver);
		lines(g);
		g.setClip(whole);
		colourBar(g);
		below(g);
		g.dispose();
		return out;
	}

	private double stretch() {
		return height / (zoom * scene.grid().ny());
	}

	private void lines(final Graphics2D g) {
		for (final MagnesiumScene.Outline o : scene.outlines()) {
			final Shape s = java.awt.geom.AffineTransform.getScaleInstance(1, stretch()).createTransformedShape(o.shape(zoom));
			haloed(g, s, o.colour(), new BasicStroke(o.isolated() ? 5 : 2.5f), o.isolated() ? 8 : 5);
		}
		for (final MagnesiumScene.Line l : scene.paths()) {
			final Path2D p = new Path2D.Double();
			for (int i = 0; i < l.x().length; i++) {
				final double x = l.x()[i] * zoom, y = l.y()[i] * zoom * stretch();
				if (i == 0) p.moveTo(x, y);
				else p.lineTo(x, y);
			}
			haloed(g, p, scene.colour(l), l.stroke(2.5), 5);
		}
	}

	/** A dark line below makes any colour stand out on any grey. */
	private static void haloed(final Graphics2D g, final Shape s, final Color c, final BasicStroke stroke, final float halo) {
		g.setStroke(new BasicStroke(halo, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, stroke.getDashArray(), 0));
		g.setColor(Color.BLACK);
		g.draw(s);
		g.setStroke(stroke);
		g.setColor(c);
		g.draw(s);
	}

	private void colourBar(final Graphics2D g) {
		final int x = width + MARGIN, top = TYPE * 2 + 12, tall = Math.max(200, Math.min(height, 700)) - top;
		g.drawImage(MagnesiumComposite.bar(BAR, tall), x, top, null);
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(1.5f));
		g.drawRect(x, top, BAR, tall);
		g.drawString("Mg counts", x - 8, TYPE - 4);
		g.drawString("per pixel", x - 8, 2 * TYPE - 2);
		final double most = scene.largest();
		for (int k = 0; k <= 4; k++) {
			final int y = top + tall - tall * k / 4;
			g.drawLine(x + BAR, y, x + BAR + 6, y);
			final double v = most * k / 4;
			g.drawString(v == Math.rint(v) ? String.valueOf(Math.round(v)) : String.format(Locale.ROOT, "%.1f", v), x + BAR + 10, y + TYPE / 3);
		}
	}

	private void below(final Graphics2D g) {
		final int y = Math.max(320, height) + 18;
		final int length = (int) Math.round(scene.scaleBarUm() / scene.grid().dxUm() * zoom);
		g.setColor(Color.BLACK);
		g.fillRect(0, y, length, 8);
		g.drawString(scene.scaleText(), 0, y + 10 + TYPE);
		int x = Math.max(length, 90) + 40;
		for (final MgRegion.Verdict v : MgRegion.Verdict.values())
			x = legend(g, x, y + 2, MagnesiumScene.colour(v), v.name() + " (" + scene.regions().stream().filter(r -> r.verdict() == v).count() + ")", 2.5f);
		if (scene.electrode() > 0) x = legend(g, x, y + 2, MagnesiumScene.ELECTRODE, "electrode", 2.5f);
		final long isolated = scene.regions().stream().filter(MgRegion::isolated).count();
		int second = Math.max(length, 90) + 40;
		if (isolated > 0) second = legend(g, second, y + 2 + TYPE + 10, MagnesiumScene.colour(MgRegion.Verdict.LI), "isolated (" + isolated + ")", 5);
		g.setColor(Color.BLACK);
		final boolean blocked = scene.paths().stream().anyMatch(l -> !l.bearing());
		if (!scene.paths().isEmpty()) g.drawString("lines: paths to the electrode" + (blocked ? ", dashed: blocked by an object without Mg" : ""), second,
			y + 2 * TYPE + 6);
	}

	private static int legend(final Graphics2D g, final int x, final int y, final Color c, final String text, final float stroke) {
		haloed(g, new java.awt.Rectangle(x, y, 22, 16), c, new BasicStroke(stroke), stroke + 2.5f);
		g.setColor(Color.BLACK);
		g.drawString(text, x + 32, y + TYPE - 6);
		return x + 32 + g.getFontMetrics().stringWidth(text) + 26;
	}
}
