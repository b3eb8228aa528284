// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Shows where the weak pores lie: a stack of fracture currents with the weakest named, and one slice as a picture. */
public final class FractureMap {

	private static final int NAMED = 10;
	private static final int HEAD = 54;
	private static final int WIDE = 800;
	private static final Color OTHER = new Color(120, 120, 120);

	private final IntVolume labels;
	private final VoxelGrid grid;
	private final Map<Integer, Double> currents;
	private final List<Integer> order;
	/** For each of the weakest pores: the slice that holds most of it, and its middle there. */
	private final int[][] at;

	/**
	 * Looks the pores up in the label image.
	 *
	 * @param labels pore labels
	 * @param order labels of the connected pores, weakest first, at least one
	 * @param currents fracture current of each, mA/cm2
	 * @throws IllegalArgumentException if the image does not hold the weakest pore
	 */
	public FractureMap(final IntVolume labels, final List<Integer> order, final Map<Integer, Double> currents) {
		this.labels = labels;
		this.order = order;
		this.currents = currents;
		grid = labels.grid();
		at = places(labels, order.subList(0, Math.min(NAMED, order.size())));
		if (at[0][0] == 0) throw new IllegalArgumentException("labels= holds no voxel of pore " + order.get(0)
			+ ", the weakest; give the label image of this sample's pores.");
	}

	/** Voxels, slice, x and y of each. */
	private static int[][] places(final IntVolume labels, final List<Integer> wanted) {
		final VoxelGrid g = labels.grid();
		final int[][] best = new int[wanted.size()][4];
		for (int z = 0; z < g.nz(); z++) {
			final int[] plane = labels.plane(z);
			final long[][] sum = new long[wanted.size()][3];
			for (int i = 0; i < plane.length; i++) {
				final int k = plane[i] == 0 ? -1 : wanted.indexOf(plane[i]);
				if (k < 0) continue;
				sum[k][0]++;
				sum[k][1] += i % g.nx();
				sum[k][2] += i / g.nx();
			}
			for (int k = 0; k < best.length; k++)
				if (sum[k][0] > best[k][0]) best[k] = new int[] { (int) sum[k][0], z, (int) (sum[k][1] / sum[k][0]), (int) (sum[k][2] / sum[k][0]) };
		}
		return best;
	}

	/**
	 * A stack in which every voxel of a connected pore holds its fracture current; the ten weakest are named in an overlay.
	 *
	 * @param title its title
	 * @return 32-bit, mA/cm2; 0 outside connected pores
	 */
	public ImagePlus stack(final String title) {
		final ImagePlus imp = NewStack.of(title, grid, z -> {
			final int[] plane = labels.plane(z);
			final float[] out = new float[plane.length];
			for (int i = 0; i < out.length; i++)
				if (plane[i] != 0) out[i] = currents.getOrDefault(plane[i], 0.0).floatValue();
			return out;
		});
		imp.setLut(Colours.values());
		imp.setDisplayRange(0, currents.get(order.get(Math.min(order.size(), 2 * NAMED) - 1)));
		final Overlay names = new Overlay();
		for (int k = 0; k < at.length; k++) {
			if (at[k][0] == 0) continue;
			final TextRoi t = new TextRoi(at[k][2], at[k][3], name(k), new Font(Font.SANS_SERIF, Font.BOLD, 14));
			t.setStrokeColor(Color.WHITE);
			t.setPosition(at[k][1] + 1);
			names.add(t);
		}
		imp.setOverlay(names);
		imp.setSlice(at[0][1] + 1);
		return imp;
	}

	private String name(final int k) {
		return String.format(Locale.ROOT, "%d: %.3g", k + 1, currents.get(order.get(k)));
	}

	/**
	 * The slice through the weakest pore as a picture: pores coloured over the grey image, the weakest numbered.
	 *
	 * @param title its title
	 * @param grey grey stack of the same size; null for a black ground
	 * @return RGB
	 */
	public ImagePlus picture(final String title, final ImagePlus grey) {
		final int z = at[0][1], scale = Math.max(1, WIDE / grid.nx()), w = grid.nx() * scale;
		// The slice is drawn at its true proportions: voxel edges within the slice may differ.
		final int h = (int) Math.max(1, Math.round(grid.ny() * scale * grid.dyUm() / grid.dxUm()));
		final ColorProcessor body = ground(grey, z);
		final int[] plane = labels.plane(z);
		for (int i = 0; i < plane.length; i++)
			if (plane[i] != 0) body.set(i, colour(plane[i]).getRGB());
		final ColorProcessor sheet = new ColorProcessor(Math.max(w, 640), h + HEAD);
		sheet.setColor(Color.WHITE);
		sheet.fill();
		body.setInterpolationMethod(ImageProcessor.NONE);
		sheet.insert(body.resize(w, h), 0, HEAD);
		sheet.setAntialiasedText(true);
		sheet.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
		final List<Rectangle> taken = new ArrayList<>();
		for (int k = 0; k < at.length; k++)
			if (at[k][0] > 0 && plane[at[k][2] + grid.nx() * at[k][3]] == order.get(k)) text(sheet, name(k), at[k][2] * scale, (int) (HEAD + at[k][3]
				* (double) h / grid.ny()), taken);
		head(sheet, z);
		bar(sheet, w, h + HEAD, scale);
		return new ImagePlus(title, sheet);
	}

	private ColorProcessor ground(final ImagePlus grey, final int z) {
		if (grey == null) return new ColorProcessor(grid.nx(), grid.ny());
		final ImageProcessor ip = grey.getStack().getProcessor(z + 1);
		ip.setMinAndMax(grey.getDisplayRangeMin(), grey.getDisplayRangeMax());
		return (ColorProcessor) ip.convertToRGB();
	}

	private Color colour(final int label) {
		final int rank = order.indexOf(label);
		return rank < 0 ? OTHER : rank == 0 ? Colours.line(1) : rank < NAMED ? Colours.line(4) : Colours.line(5);
	}

	/** A name beside its pore, moved down until it covers no other name. */
	private static void text(final ColorProcessor sheet, final String s, final int x, final int y, final List<Rectangle> taken) {
		final int w = sheet.getStringWidth(s) + 6;
		final Rectangle place = new Rectangle(Math.max(0, Math.min(sheet.getWidth() - w, x + 8)), y - 16, w, 20);
		while (taken.stream().anyMatch(place::intersects))
			place.y += 10;
		taken.add(place);
		sheet.setColor(Color.BLACK);
		sheet.setRoi(place);
		sheet.fill();
		sheet.resetRoi();
		sheet.setColor(Color.WHITE);
		sheet.drawString(s, place.x + 3, place.y + 18);
	}

	private void head(final ColorProcessor sheet, final int z) {
		sheet.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
		sheet.setColor(Color.BLACK);
		sheet.drawString("Fracture current of connected pores (rank: mA/cm\u00b2), slice " + (z + 1), 6, 21);
		final String[] names = { "weakest", "2 to " + NAMED, "other connected", "open or not connected" };
		final Color[] c = { Colours.line(1), Colours.line(4), Colours.line(5), OTHER };
		int x = 6;
		for (int i = 0; i < names.length; i++) {
			sheet.setColor(c[i]);
			sheet.setRoi(x, 32, 14, 14);
			sheet.fill();
			sheet.resetRoi();
			sheet.setColor(Color.BLACK);
			sheet.drawString(names[i], x + 20, 47);
			x += 36 + sheet.getStringWidth(names[i]);
		}
	}

	private void bar(final ColorProcessor sheet, final int right, final int bottom, final int scale) {
		final double um = grid.nx() * grid.dxUm() > 12 ? 5 : grid.nx() * grid.dxUm() > 3 ? 1 : 0.2;
		final int length = (int) Math.round(um / grid.dxUm() * scale);
		final String s = (um < 1 ? "0.2" : (int) um) + " \u00b5m";
		sheet.setColor(Color.BLACK);
		sheet.setRoi(right - length - 18, bottom - 38, length + 12, 34);
		sheet.fill();
		sheet.resetRoi();
		sheet.setColor(Color.WHITE);
		sheet.setRoi(right - length - 12, bottom - 12, length, 5);
		sheet.fill();
		sheet.resetRoi();
		sheet.drawString(s, right - length - 12, bottom - 15);
	}
}
