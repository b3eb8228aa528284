// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.process.ByteProcessor;

/**
 * Times Measure Spallations on a whole generated surface, n x n pixels of 100 nm with one rim in each 2000 x 2000: white
 * noise on the left half, noise and grains on the right. Everything the command does is in the time: search, measurement, copy with
 * regions, checksum of the input.
 */
public final class SpallBench {

	private static final int CELL = 2000;

	private SpallBench() {}

	/**
	 * Runs the command once with all processors.
	 *
	 * @param n edge of the image, pixels
	 * @return one line: size, seconds, processor seconds, rims found of rims drawn, memory
	 */
	public static String run(final int n) {
		final ImagePlus imp = new ImagePlus("survey", new ByteProcessor(n, n, surface(n)));
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 0.1;
		System.gc();
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
		final long start = System.nanoTime(), before = processor();
		final int found;
		try (Context context = new Context()) {
			final Module m = context.service(CommandService.class).run("org.dendritej.command.MeasureSpallations", true, Map.of("image", imp, "mode",
				"surface")).get();
			found = (Integer) m.getOutput("count");
		}
		catch (final InterruptedException | ExecutionException e) {
			throw new IllegalStateException("the command failed: " + e.getMessage(), e);
		}
		final double s = (System.nanoTime() - start) * 1e-9, cpu = (processor() - before) * 1e-9;
		final int cells = n / CELL;
		return String.format(Locale.ROOT,
			"Measure Spallations on %d x %d pixels: %.1f s with %d threads, %.1f s of processor time (%.0f ns per pixel), %d rims found of %d drawn,"
				+ " heap at most %.2f of %.2f GB, whole process %s%n", n, n, s, Slabs.threads(0), cpu, cpu * 1e9 / ((double) n * n), found, cells
					* cells, heap() * 1e-9, Runtime.getRuntime().maxMemory() * 1e-9, resident());
	}

	private static long processor() {
		return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os ? os.getProcessCpuTime() : 0;
	}

	/** Sum of the heap pools' peaks: never less than what was used at once. */
	private static long heap() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP).mapToLong(p -> p.getPeakUsage()
			.getUsed()).sum();
	}

	/** Most memory that the system saw in use, where it says so. */
	private static String resident() {
		try {
			for (final String line : Files.readAllLines(Path.of("/proc/self/status")))
				if (line.startsWith("VmHWM:")) return String.format(Locale.ROOT, "%.2f GB", Long.parseLong(line.replaceAll("\\D", "")) * 1024e-9);
		}
		catch (final IOException e) {
			// other systems have no such file
		}
		return "not known";
	}

	private static byte[] surface(final int n) {
		final byte[] grey = new byte[n * n];
		final float[] grains = grains(n);
		final int gw = n / 8 + 2;
		Slabs.forEach((n + 63) / 64, 0, Progress.NONE, null, b -> {
			final SplittableRandom random = new SplittableRandom(b);
			for (int y = b * 64; y < Math.min(n, (b + 1) * 64); y++)
				for (int x = 0; x < n; x++) {
					final long bits = random.nextLong();
					// four bytes make nearly normal noise, standard deviation 148 / 10
					final int sum = (int) (bits & 255) + (int) (bits >> 8 & 255) + (int) (bits >> 16 & 255) + (int) (bits >> 24 & 255);
					final float u = x % 8 / 8f, v = y % 8 / 8f;
					final int i = y / 8 * gw + x / 8;
					final float blob = x < n / 2 ? 0 : (1 - v) * ((1 - u) * grains[i] + u * grains[i + 1]) + v * ((1 - u) * grains[i + gw] + u * grains[i
						+ gw + 1]);
					grey[y * n + x] = (byte) (120 + (sum - 510) / 10 + Math.round(blob));
				}
		});
		for (int cy = 0, k = 0; cy + CELL <= n; cy += CELL)
			for (int cx = 0; cx + CELL <= n; cx += CELL, k++)
				ring(grey, n, cx + CELL / 2, cy + CELL / 2, 30 * Math.pow(15, k * 0.618 % 1), k % 2 == 0 ? 30 : -30);
		return grey;
	}

	/** Grey of grains of about eight pixels, uniform in +-17. */
	private static float[] grains(final int n) {
		final int w = n / 8 + 2;
		final float[] g = new float[w * w];
		final SplittableRandom random = new SplittableRandom(7);
		for (int i = 0; i < g.length; i++)
			g[i] = (float) (34 * random.nextDouble() - 17);
		return g;
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
}
