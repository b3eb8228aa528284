// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/** A rectangle of the image at full resolution. */
final class ImagePatch {

	final double px, py;
	private final int x0, y0, w, h;
	private final float[] grey;

	/**
	 * Reads what surrounds an outline.
	 *
	 * @param image the image
	 * @param box x0, y0, x1, y1, um
	 */
	ImagePatch(final SurfaceImage image, final double[] box) {
		px = image.pixelWidthUm();
		py = image.pixelHeightUm();
		x0 = Math.max(0, Math.min(image.width() - 1, (int) Math.floor(box[0] / px)));
		y0 = Math.max(0, Math.min(image.height() - 1, (int) Math.floor(box[1] / py)));
		w = Math.max(1, Math.min(image.width(), (int) Math.ceil(box[2] / px)) - x0);
		h = Math.max(1, Math.min(image.height(), (int) Math.ceil(box[3] / py)) - y0);
		grey = new float[w * h];
		image.read(x0, y0, w, h, grey);
	}

	boolean holds(final double x, final double y) {
		final double u = x / px - x0, v = y / py - y0;
		return u >= 0 && v >= 0 && u < w && v < h;
	}

	/** Bilinear grey; beyond the patch its border repeats. */
	double at(final double x, final double y) {
		final double u = Math.max(0, Math.min(w - 1.000001, x / px - x0 - 0.5)), v = Math.max(0, Math.min(h - 1.000001, y
			/ py - y0 - 0.5));
		final int i = (int) u, j = (int) v, right = i + 1 < w ? 1 : 0, down = j + 1 < h ? w : 0, o = j * w + i;
		final double a = u - i, b = v - j;
		return (1 - b) * ((1 - a) * grey[o] + a * grey[o + right]) + b * ((1 - a) * grey[o + down] + a * grey[o + down
			+ right]);
	}
}
