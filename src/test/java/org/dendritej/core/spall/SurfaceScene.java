// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Renders SE-like surface images with rims of known position, size, closure and contrast. */
final class SurfaceScene {

	/** What separates inside from outside. */
	enum Kind {
		/** Dark line. */
		DARK,
		/** Bright line. */
		BRIGHT,
		/** Disc brighter than its surroundings. */
		STEP,
		/** Bright on one half of the rim, dark on the other: side lighting. */
		LIT
	}

	/** A true rim. */
	record Truth(Ellipse ellipse, double closure, Kind kind) {}

	final int w;
	final int h;
	final double pixelUm;
	final float[] grey;
	final List<Truth> truths = new ArrayList<>();
	private final Random random;

	SurfaceScene(final int w, final int h, final double pixelUm, final long seed) {
		this.w = w;
		this.h = h;
		this.pixelUm = pixelUm;
		grey = new float[w * h];
		java.util.Arrays.fill(grey, 120);
		random = new Random(seed);
	}

	SurfaceImage image() {
		return SurfaceImage.of(w, h, pixelUm, pixelUm, (x, y, tw, th, out) -> {
			for (int r = 0; r < th; r++)
				System.arraycopy(grey, x + w * (y + r), out, r * tw, tw);
		});
	}

	/** White noise. */
	SurfaceScene noise(final double sd) {
		for (int i = 0; i < grey.length; i++)
			grey[i] += (float) (sd * random.nextGaussian());
		return this;
	}

	/** Noise with a correlation of about the given number of pixels. */
	SurfaceScene texture(final double sd, final int pixels) {
		final float[] t = new float[w * h], tmp = new float[w * h];
		for (int i = 0; i < t.length; i++)
			t[i] = (float) random.nextGaussian();
		for (int k = 0; k < pixels * pixels; k++)
			EdgePoints.smooth(t, w, h, tmp);
		double s = 0;
		for (final float v : t)
			s += v * v;
		final double f = sd / Math.sqrt(s / t.length);
		for (int i = 0; i < t.length; i++)
			grey[i] += (float) (f * t[i]);
		return this;
	}

	/** Dashes along x, as redeposition leaves beside a trench, on the left part of the image only. */
	SurfaceScene dashes(final double sd, final int length, final int thick, final double share) {
		final float[] t = new float[w * h], tmp = new float[w * h];
		for (int i = 0; i < t.length; i++)
			t[i] = (float) random.nextGaussian();
		for (int k = 0; k < thick * thick; k++)
			EdgePoints.smooth(t, w, h, tmp);
		double s = 0;
		for (int y = 0; y < h; y++) {
			double sum = 0;
			for (int x = 0; x < w; x++) {
				sum += t[y * w + x] - (x >= length ? t[y * w + x - length] : 0);
				tmp[y * w + x] = (float) sum;
				s += sum * sum;
			}
		}
		final double f = sd / Math.sqrt(s / t.length);
		for (int i = 0; i < t.length; i++)
			if (i % w < share * w) grey[i] += (float) (f * tmp[i]);
		return this;
	}

	/** Slow shading across the image, as charging gives. */
	SurfaceScene shading(final double amount) {
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				grey[y * w + x] += (float) (amount * Math.sin(2.2 * x / w + 1.3 * y / h));
		return this;
	}

	/** Straight scratches, one to two pixels wide. */
	SurfaceScene scratches(final int n, final double contrast) {
		for (int k = 0; k < n; k++) {
			final double a = Math.PI * random.nextDouble(), c = Math.cos(a), s = Math.sin(a);
			final double d = c * w * random.nextDouble() + s * h * random.nextDouble();
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final double t = c * x + s * y - d;
					if (Math.abs(t) < 4) grey[y * w + x] += (float) (contrast * Math.exp(-t * t / 1.5));
				}
		}
		return this;
	}

	/** One rim of a given width (2 standard deviations of its profile) with wavy serration. */
	SurfaceScene rim(final Ellipse e, final double closure, final Kind kind, final double contrast, final double widthUm,
		final double serration)
	{
		final double start = 2 * Math.PI * random.nextDouble();
		final double[] phase = new double[6];
		for (int i = 0; i < 6; i++)
			phase[i] = 2 * Math.PI * random.nextDouble();
		final int pieces = closure < 1 ? 3 : 1;
		final double reach = 4 * widthUm + 4 * serration * e.radiusUm() + 2 * pixelUm;
		final int x0 = (int) Math.max(0, (e.xUm() - e.aUm() - reach) / pixelUm), x1 = (int) Math.min(w - 1, (e.xUm() + e
			.aUm() + reach) / pixelUm);
		final int y0 = (int) Math.max(0, (e.yUm() - e.aUm() - reach) / pixelUm), y1 = (int) Math.min(h - 1, (e.yUm() + e
			.aUm() + reach) / pixelUm);
		for (int y = y0; y <= y1; y++)
			for (int x = x0; x <= x1; x++) {
				final double px = (x + 0.5) * pixelUm, py = (y + 0.5) * pixelUm;
				final double a = Math.atan2(py - e.yUm(), px - e.xUm());
				double wave = 0;
				for (int i = 0; i < 6; i++)
					wave += Math.cos((7 + 3 * i) * a + phase[i]) / Math.sqrt(3);
				final double d = e.distance(px, py) - serration * e.radiusUm() * wave;
				if (d > reach || kind != Kind.STEP && d < -reach) continue;
				final double turn = ((a - start) / (2 * Math.PI) % 1 + 1) % 1 * pieces;
				if (turn - Math.floor(turn) > closure) continue;
				final double line = Math.exp(-2 * d * d / (widthUm * widthUm));
				final double add = switch (kind) {
					case DARK -> -line;
					case BRIGHT -> line;
					case STEP -> 1 / (1 + Math.exp(4 * d / widthUm));
					case LIT -> line * Math.cos(a);
				};
				grey[y * w + x] += (float) (contrast * add);
			}
		truths.add(new Truth(e, closure, kind));
		return this;
	}
}
