// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.awt.Color;
import java.awt.Font;

import org.dendritej.ij.Pictures;
import org.dendritej.io.OutputFolder;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Sets one slice of every stage side by side, with a scale bar. */
final class DemoPictures {

	private static final int GAP = 8;
	private static final int HEAD = 26;

	private DemoPictures() {}

	static void write(final String folder, final String sample, final int z, final ImagePlus grey, final ImagePlus classes, final ImagePlus labels, final ImagePlus skeleton) {
		final ImagePlus[] images = { grey, classes, labels, skeleton };
		final String[] names = { "grey stack", "classes", "pore labels", "crack skeleton" };
		final int w = grey.getWidth(), h = grey.getHeight(), columns = w > 2 * h ? 1 : 2;
		final ColorProcessor sheet = new ColorProcessor(columns * (w + GAP) + GAP, (images.length / columns) * (h + HEAD + GAP) + GAP);
		sheet.setColor(Color.WHITE);
		sheet.fill();
		sheet.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
		sheet.setAntialiasedText(true);
		for (int i = 0; i < images.length; i++) {
			final int x = GAP + i % columns * (w + GAP), y = GAP + i / columns * (h + HEAD + GAP);
			sheet.setColor(Color.BLACK);
			sheet.drawString(names[i] + (i == 0 ? ", " + sample + ", slice " + (z + 1) : ""), x, y + HEAD - 4);
			sheet.insert(slice(images[i], z), x, y + HEAD);
		}
		scaleBar(sheet, grey, GAP + w, GAP + HEAD + h);
		try (OutputFolder out = new OutputFolder(folder, true)) {
			out.add("demo-" + sample + ".png", f -> Pictures.writePng(sheet, f));
			out.commit();
		}
	}

	private static ImageProcessor slice(final ImagePlus imp, final int z) {
		final ImageProcessor ip = imp.getStack().getProcessor(z + 1);
		ip.setLut(imp.getLuts().length > 0 ? imp.getLuts()[0] : null);
		ip.setMinAndMax(imp.getDisplayRangeMin(), imp.getDisplayRangeMax());
		return ip.convertToRGB();
	}

	private static void scaleBar(final ColorProcessor sheet, final ImagePlus imp, final int right, final int bottom) {
		final double um = imp.getWidth() * imp.getCalibration().pixelWidth > 10 ? 5 : 1;
		final int length = (int) Math.round(um / imp.getCalibration().pixelWidth);
		sheet.setColor(Color.WHITE);
		sheet.fillRect(right - length - 12, bottom - 14, length, 6);
		sheet.drawString((int) um + " \u00b5m", right - length - 12, bottom - 16);
	}
}
