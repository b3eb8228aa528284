// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.ImagePlus;

/** A drawn plot that gives pixels for the screen and PNG or SVG for a file, from one description. */
public abstract class Graphic {

	private final String title;
	private final int width;
	private final int height;

	/**
	 * A plot of a size.
	 *
	 * @param title window title
	 * @param width in points
	 * @param height in points
	 */
	Graphic(final String title, final int width, final int height) {
		this.title = title;
		this.width = width;
		this.height = height;
	}

	abstract void draw(Drawing d);

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/**
	 * The plot as an RGB image at screen size.
	 *
	 * @return a new image
	 */
	public ImagePlus image() {
		return new ImagePlus(title, pixels(1));
	}

	private ij.process.ColorProcessor pixels(final double scale) {
		final PixelDrawing d = new PixelDrawing(width, height, scale);
		draw(d);
		return d.image();
	}

	/**
	 * Writes the plot as PNG at twice the screen's resolution.
	 *
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public void writePng(final Path file) throws IOException {
		Pictures.writePng(pixels(2), file);
	}

	/**
	 * Writes the plot as SVG.
	 *
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public void writeSvg(final Path file) throws IOException {
		final SvgDrawing d = new SvgDrawing(width, height);
		draw(d);
		Files.write(file, d.text().getBytes(StandardCharsets.UTF_8));
	}
}
