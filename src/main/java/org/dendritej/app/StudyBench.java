// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dendritej.ij.Geometry;
import org.dendritej.ij.Images;
import org.dendritej.legacy.SuiteContext;
import org.scijava.Context;

import ij.ImagePlus;

/**
 * Times a whole study of one specimen through the commands that a user calls, from grey stack to critical current:
 * cracks from the electrode that end in pores, cubic voxels of 40 nm. Nothing is written to disk.
 */
final class StudyBench {

	/** Edge of the electrode that holds one crack with its pore, voxels. */
	private static final int CELL = 64;
	private static final String SAMPLE = "study";

	private final CommandCalls calls;
	private final Map<String, Double> seconds = new LinkedHashMap<>();

	private StudyBench(final Context context) {
		calls = new CommandCalls(context);
	}

	/**
	 * Runs the study once, with all processors; needs about 60 n^3 bytes of heap.
	 *
	 * @param n side of the cube, voxels
	 * @return a line for each step: seconds, million voxels per second, passes over the bytes
	 */
	static String run(final int n) {
		PlainImageJ.withoutWindow();
		return new StudyBench(SuiteContext.get()).study(n);
	}

	private String study(final int n) {
		final int count = Math.max(4, (n / CELL) * (n / CELL));
		final var made = timed("MakeSpecimen", Map.of("kind", "ending", "size", n + "," + n + "," + n, "voxel", "0.04,0.04,0.04", "count", count,
			"poreradius", 0.4, "sample", SAMPLE));
		final ImagePlus grey = (ImagePlus) made.get("grey");
		final ImagePlus classes = (ImagePlus) timed("SegmentPhases", Map.of("image", grey)).get("classes");
		final ImagePlus labels = (ImagePlus) timed("LabelPores", Map.of("image", classes)).get("labels");
		timed("SkeletonizeCracks", Map.of("image", classes, "labels", labels.getTitle(), "grey", grey.getTitle()));
		timed("MapCurrent", Map.of("image", classes, "pores", labels.getTitle()));
		final Object ccd = timed("PredictInitiation", Map.of("sample", SAMPLE)).get("ccd");
		return text(n, onePass(classes), ccd);
	}

	private Map<String, Object> timed(final String command, final Map<String, Object> inputs) {
		final long start = System.nanoTime();
		final Map<String, Object> out = calls.run(command, inputs);
		seconds.put(command, (System.nanoTime() - start) * 1e-9);
		return out;
	}

	/** Seconds to add up all voxels of the class image once, one thread. */
	private static double onePass(final ImagePlus classes) {
		final var volume = Images.classes(classes, Geometry.grid(classes, ""));
		double best = Double.POSITIVE_INFINITY;
		for (int run = 0; run < 3; run++) {
			final long start = System.nanoTime();
			long sum = 0;
			for (int z = 0; z < volume.grid().nz(); z++)
				for (final byte b : volume.plane(z))
					sum += b;
			if (sum == 0) throw new IllegalStateException("The class image of the study is empty.");
			best = Math.min(best, (System.nanoTime() - start) * 1e-9);
		}
		return best;
	}

	private String text(final int n, final double pass, final Object ccd) {
		final double voxels = Math.pow(n, 3);
		final StringBuilder s = new StringBuilder(String.format(Locale.ROOT, "%d^3 voxels; one pass over the bytes: %.4f s%n", n, pass));
		double sum = 0;
		for (final Map.Entry<String, Double> e : seconds.entrySet()) {
			if (!List.of("MakeSpecimen", "SegmentPhases").contains(e.getKey())) sum += e.getValue();
			s.append(line(e.getKey(), e.getValue(), voxels, pass));
		}
		return s.append(line("label to current", sum, voxels, pass)).append("critical current density ").append(ccd).append(" mA/cm2").append(System
			.lineSeparator()).toString();
	}

	private static String line(final String what, final double s, final double voxels, final double pass) {
		return String.format(Locale.ROOT, "%-18s %8.2f s %8.1f Mvoxel/s %8.1f passes%n", what, s, voxels / s / 1e6, s / pass);
	}
}
