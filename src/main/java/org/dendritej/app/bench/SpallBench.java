// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;
import org.dendritej.core.spall.SurfaceImage;
import org.dendritej.core.spall.SurfaceOptions;
import org.dendritej.core.spall.SurfaceSurvey;

/** Times a survey of a whole generated surface, n x n pixels of 100 nm, with one rim in each 2000 x 2000 pixels. */
public final class SpallBench {

	private static final int CELL = 2000;

	private SpallBench() {}

	/**
	 * Runs the survey once with all processors.
	 *
	 * @param n edge of the image, pixels
	 * @return one line: size, seconds, rims found of rims drawn, memory in use
	 */
	public static String run(final int n) {
		final byte[] grey = surface(n);
		final SurfaceImage image = SurfaceImage.of(n, n, 0.1, grey);
		final long start = System.nanoTime();
		final SurfaceSurvey.Result r = SurfaceSurvey.measure(image, SurfaceOptions.DEFAULT, Progress.NONE);
		final double s = (System.nanoTime() - start) * 1e-9;
		final Runtime rt = Runtime.getRuntime();
		return String.format(Locale.ROOT,
			"spall survey %d x %d pixels: %.1f s with %d threads, %d rims found of %d drawn, heap %.2f of %.2f GB", n, n, s, Slabs
				.threads(0), r.rims().size(), (n / CELL) * (n / CELL), (rt.totalMemory() - rt.freeMemory()) * 1e-9, rt
					.maxMemory() * 1e-9);
	}

	/** Noise around grey 120 and rims of 6 to 90 um, dark and bright in turn. */
	private static byte[] surface(final int n) {
		final byte[] grey = new byte[n * n];
		Slabs.forEach((n + 63) / 64, 0, Progress.NONE, null, b -> {
			final SplittableRandom random = new SplittableRandom(b);
			for (int i = b * 64 * n; i < Math.min(n, (b + 1) * 64) * n; i++) {
				final long bits = random.nextLong();
				// four bytes make nearly normal noise, standard deviation 148 / 10
				final int sum = (int) (bits & 255) + (int) (bits >> 8 & 255) + (int) (bits >> 16 & 255) + (int) (bits >> 24 & 255);
				grey[i] = (byte) (120 + (sum - 510) / 10);
			}
		});
		for (int cy = 0, k = 0; cy + CELL <= n; cy += CELL)
			for (int cx = 0; cx + CELL <= n; cx += CELL, k++)
				ring(grey, n, cx + CELL / 2, cy + CELL / 2, 30 * Math.pow(15, k * 0.618 % 1), k % 2 == 0 ? 30 : -30);
		return grey;
	}

	private static void ring(final byte[] grey, final int n, final int x0, final int y0, final double r, final int add) {
		final int reach = (int) r + 6;
		for (int y = y0 - reach; y <= y0 + reach; y++)
			for (int x = x0 - reach; x <= x0 + reach; x++) {
				final double d = Math.hypot(x - x0, y - y0) - r;
				final int i = y * n + x;
				grey[i] = (byte) Math.max(0, Math.min(255, (grey[i] & 0xff) + add * Math.exp(-d * d / 8)));
			}
	}

	/**
	 * Runs from a command line.
	 *
	 * @param args edge of the image in pixels; default 20000
	 */
	public static void main(final String[] args) {
		List.of(run(args.length > 0 ? Integer.parseInt(args[0]) : 20000)).forEach(System.out::println);
	}
}
