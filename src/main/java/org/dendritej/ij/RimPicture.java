// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Spallation;

import ij.ImagePlus;

/** The found rims as a picture: the image in true proportions, rims coloured by stage with their ids, scale bar and key. */
public final class RimPicture {

	private static final int TYPE = 20;
	private static final int LONGEST = 1400;
	private static final int SHORTEST = 800;
	private static final int FOOT = 4 * TYPE;

	private RimPicture() {}

	/**
	 * Writes it as PNG.
	 *
	 * @param imp the image
	 * @param s its geometry
	 * @param rims records
	 * @param outlines their paths, um
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public static void write(final ImagePlus imp, final VoxelGrid s, final List<Spallation> rims,
		final List<Curve> outlines, final Path file) throws IOException
	{
		final double wUm = s.extentUm(0), hUm = s.extentUm(1);
		final double wished = Math.max(SHORTEST, Math.min(LONGEST, Math.max(s.nx(), s.ny())));
		final double scale = wished / Math.max(wUm, hUm);
		final int w = (int) Math.max(1, Math.round(wUm * scale)), h = (int) Math.max(1, Math.round(hUm * scale));
		final BufferedImage out = new BufferedImage(Math.max(w, 640), h + FOOT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = out.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, out.getWidth(), out.getHeight());
		g.drawImage(imp.getProcessor().convertToByteProcessor().getBufferedImage(), 0, 0, w, h, null);
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, TYPE));
		for (int k = 0; k < rims.size(); k++)
			rim(g, rims.get(k), outlines.get(k), scale, h);
		foot(g, wUm, scale, h);
		g.dispose();
		if (!ImageIO.write(out, "png", file.toFile())) throw new IOException("no PNG writer for " + file);
	}

	private static void rim(final Graphics2D g, final Spallation r, final Curve o, final double scale, final int h) {
		final Path2D path = new Path2D.Double();
		path.moveTo(o.x()[0] * scale, o.y()[0] * scale);
		for (int i = 1; i < o.x().length; i++)
			path.lineTo(o.x()[i] * scale, o.y()[i] * scale);
		path.closePath();
		final java.awt.Shape whole = g.getClip();
		g.clipRect(0, 0, Integer.MAX_VALUE / 2, h);
		// a dark seam keeps the line visible on bright ground
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(4.5f));
		g.draw(path);
		g.setColor(RimRegions.color(r));
		g.setStroke(new BasicStroke(2.5f));
		g.draw(path);
		final String id = String.valueOf(r.id());
		final float x = (float) (r.centreUm().x() * scale - g.getFontMetrics().stringWidth(id) / 2.0);
		final float y = (float) (r.centreUm().y() * scale + TYPE * 0.35);
		g.setColor(Color.BLACK);
		for (int i = -1; i <= 1; i++)
			for (int j = -1; j <= 1; j++)
				g.drawString(id, x + 1.5f * i, y + 1.5f * j);
		g.setColor(Color.WHITE);
		g.drawString(id, x, y);
		g.setClip(whole);
	}

	private static void foot(final Graphics2D g, final double wUm, final double scale, final int h) {
		final double decade = Math.pow(10, Math.floor(Math.log10(wUm / 4)));
		final double bar = wUm / 4 >= 5 * decade ? 5 * decade : wUm / 4 >= 2 * decade ? 2 * decade : decade;
		g.setColor(Color.BLACK);
		g.fillRect(14, h + 14, (int) Math.round(bar * scale), 7);
		g.drawString((bar >= 1 ? String.valueOf(Math.round(bar)) : String.valueOf(bar)) + " \u00b5m", 24 + (int) Math.round(bar * scale), h + 25);
		int x = 14;
		final int y = h + 50;
		final String[] names = { "sub-surface", "opened and joined", "fully developed", "stage not known" };
		final int[] colours = { 5, 2, 1, 4 };
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, TYPE - 4));
		for (int i = 0; i < names.length; i++) {
			g.setColor(Colours.line(colours[i]));
			g.fillOval(x, y, TYPE - 6, TYPE - 6);
			g.setColor(Color.BLACK);
			g.drawString(names[i], x + TYPE, y + TYPE - 8);
			x += TYPE + g.getFontMetrics().stringWidth(names[i]) + 16;
		}
	}
}
