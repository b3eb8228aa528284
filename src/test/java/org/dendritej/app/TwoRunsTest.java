// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Two runs at once in one JVM, each with its own context and its own specimen, give what they give one after the other. */
class TwoRunsTest {

	@Test
	void twoRunsAtOnceDoNotTouchEachOther(@TempDir final Path dir) throws Exception {
		final Path[] alone = { dir.resolve("alone0"), dir.resolve("alone1") }, together = { dir.resolve("together0"), dir.resolve("together1") };
		for (int k = 0; k < 2; k++)
			path(k, alone[k]);
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			final List<Callable<Void>> both = List.of(() -> path(0, together[0]), () -> path(1, together[1]));
			for (final Future<Void> f : threads.invokeAll(both))
				f.get();
		}
		finally {
			threads.shutdown();
		}
		for (int k = 0; k < 2; k++)
			assertEquals(files(alone[k]), files(together[k]));
		assertNotEquals(files(alone[0]), files(alone[1]), "the two specimens are the same; the test would prove nothing");
	}

	/** Specimen, pores, cracks and prediction in a context of their own; the images are handed over, not found by title. */
	private static Void path(final int k, final Path folder) throws Exception {
		try (Context context = new Context()) {
			// The same sample name on purpose: a document that leaked from the other run would be found under it.
			final Map<String, Object> made = call(context, "MakeSpecimen", folder, Map.of("kind", "ending", "size", "96,96,40", "count", 2, "poreradius", 0.3 + 0.1 * k));
			call(context, "LabelPores", folder, Map.of("image", made.get("classes")));
			call(context, "SkeletonizeCracks", folder, Map.of("image", made.get("classes")));
			call(context, "PredictInitiation", folder, Map.of("poreseparation", 3.0, "samples", 50));
		}
		return null;
	}

	private static Map<String, Object> call(final Context context, final String name, final Path folder, final Map<String, Object> keys) throws Exception {
		final Map<String, Object> inputs = new HashMap<>(keys);
		inputs.put("folder", folder.toString());
		inputs.put("sample", "same");
		final Module m = context.service(CommandService.class).run("org.dendritej.command." + name, true, inputs).get();
		assertEquals(null, ((Cancelable) m.getDelegateObject()).getCancelReason());
		return m.getOutputs();
	}

	private static Map<String, String> files(final Path folder) throws Exception {
		final Map<String, String> found = new TreeMap<>();
		try (Stream<Path> s = Files.list(folder)) {
			for (final Path p : s.toList())
				if (!p.toString().endsWith(".json")) found.put(p.getFileName().toString(), new String(Files.readAllBytes(p), StandardCharsets.ISO_8859_1));
		}
		return found;
	}
}
