// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

import org.dendritej.app.bench.CrackBench;
import org.dendritej.app.bench.CurrentBench;
import org.dendritej.app.bench.DistanceBench;
import org.dendritej.app.bench.ExportBench;
import org.dendritej.app.bench.FieldBench;
import org.dendritej.app.bench.LabelBench;
import org.dendritej.app.bench.PrepareBench;
import org.dendritej.app.bench.SkeletonBench;
import org.dendritej.app.bench.SpallBench;
import org.dendritej.app.bench.ViewBench;

/** Names the benchmarks; each prints ratios measured in one run, not promises. */
final class Bench {

	private static final Map<String, IntFunction<String>> KERNELS = new TreeMap<>(Map.ofEntries(
		Map.entry("cracks", CrackBench::run),
		Map.entry("current", CurrentBench::run),
		Map.entry("edt", DistanceBench::run),
		Map.entry("export", ExportBench::run),
		Map.entry("thickness", DistanceBench::run),
		Map.entry("thin", SkeletonBench::run),
		Map.entry("graph", SkeletonBench::run),
		Map.entry("label", LabelBench::run),
		Map.entry("stats", LabelBench::statistics),
		Map.entry("laplace", FieldBench::run),
		Map.entry("prepare", PrepareBench::run),
		Map.entry("study", StudyBench::run),
		Map.entry("spall", SpallBench::run),
		Map.entry("survey", SpallBench::run),
		Map.entry("view", ViewBench::run)));

	private Bench() {}

	static String names() {
		return String.join(", ", KERNELS.keySet());
	}

	static String run(final String kernel, final int n) {
		final IntFunction<String> k = KERNELS.get(kernel);
		if (k == null) throw new IllegalArgumentException("--bench " + kernel + " is not known; there are " + names() + ".");
		// a surface is one plane, and one plane of a survey is large
		final int most = kernel.equals("spall") || kernel.equals("survey") ? 40000 : 4096;
		if (n < 8 || n > most) throw new IllegalArgumentException("--bench " + kernel + " " + n + " is out of range; give a side of 8 to " + most + " pixels.");
		return k.apply(n);
	}
}
