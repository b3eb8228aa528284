// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.dendritej.app.MacroRunner;
import org.scijava.Cancelable;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.module.event.ModuleFinishedEvent;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

/** Runs a command as Java does and as the recorded line does, each in a fresh session, and compares all that comes of it. */
final class Replay {

	private final CommandInfo command;
	private final Path a, b;
	private String said;
	private Map<String, String> files, outputs;

	Replay(final Path dir, final CommandInfo command, final String what) throws IOException {
		this.command = command;
		final String name = command.getLabel().replace(' ', '-') + "-" + what;
		a = Files.createDirectories(dir.resolve(name + " a 'q' [b] \u00b5"));
		b = Files.createDirectories(dir.resolve(name + " b 'q' [b] \u00b5"));
	}

	/** Hears of every module that ends in a session and keeps what it made. */
	static final class Ear {

		private Map<String, String> outputs = Map.of();

		@EventHandler
		public void onEvent(final ModuleFinishedEvent e) {
			outputs = digest(e.getModule());
		}
	}

	Replay compare(final String setup, final String image, final Map<String, Object> chosen) {
		final Map<String, Object> values = new HashMap<>(chosen);
		final Ear first = new Ear(), second = new Ear();
		said = MacroRunner.within(setup, () -> {
			SuiteContext.get().service(EventService.class).subscribe(first);
			return direct(image, values);
		});
		values.put("folder", b.toString());
		final String line = "run(\"" + command.getLabel() + "\", \"" + CommandKeys.recorded(command, values) + "\");";
		final String replayed = MacroRunner.within(setup, () -> {
			SuiteContext.get().service(EventService.class).subscribe(second);
			return String.valueOf(MacroRunner.inside(line));
		});
		assertEquals(said.replace(a.toString(), "FOLDER"), replayed.replaceFirst(" \\(called from line.*|\\s+in line \\d+.*", "").replace(b.toString(),
			"FOLDER"), line);
		files = files(a);
		assertEquals(files, files(b), line);
		outputs = first.outputs;
		assertEquals(outputs.toString().replace(a.toString(), "FOLDER"), second.outputs.toString().replace(b.toString(), "FOLDER"), line);
		return this;
	}

	/** The refusal, or "null". */
	String said() {
		return said;
	}

	Map<String, String> files() {
		return files;
	}

	Map<String, String> outputs() {
		return outputs;
	}

	private String direct(final String image, final Map<String, Object> values) {
		final Map<String, Object> inputs = new HashMap<>(values);
		inputs.put("folder", a.toString());
		if (command.getInput("image") != null && image != null) {
			inputs.put("image", WindowManager.getImage(image));
			values.put("image", inputs.get("image"));
		}
		try {
			final Object made = SuiteContext.get().service(CommandService.class).run(command, true, inputs).get().getDelegateObject();
			return ((Cancelable) made).isCanceled() ? ((Cancelable) made).getCancelReason() : "null";
		}
		catch (final InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Every output that was made: pixels, calibration and title of images, cells of tables, everything else as text. */
	private static Map<String, String> digest(final Module module) {
		final Map<String, String> all = new TreeMap<>();
		module.getOutputs().forEach((name, value) -> {
			if (value instanceof ImagePlus) all.put(name, image((ImagePlus) value));
			else if (value instanceof ResultsTable) all.put(name, table((ResultsTable) value));
			else if (value != null) all.put(name, value.toString());
		});
		return all;
	}

	private static String image(final ImagePlus imp) {
		final StringBuilder s = new StringBuilder(imp.getTitle()).append(' ').append(imp.getWidth()).append(' ').append(imp.getHeight()).append(' ').append(imp
			.getCalibration()).append(imp.getDisplayRangeMin()).append(' ').append(imp.getDisplayRangeMax());
		for (int z = 1; z <= imp.getStackSize(); z++) {
			final Object p = imp.getStack().getPixels(z);
			s.append(' ').append(p instanceof byte[] ? Arrays.hashCode((byte[]) p) : p instanceof short[] ? Arrays.hashCode((short[]) p)
				: p instanceof float[] ? Arrays.hashCode((float[]) p) : Arrays.hashCode((int[]) p));
		}
		return s.toString();
	}

	private static String table(final ResultsTable t) {
		final StringBuilder s = new StringBuilder(String.join(",", t.getHeadings()));
		for (int r = 0; r < t.size(); r++)
			for (final String h : t.getHeadings())
				s.append('|').append(t.getStringValue(h, r)).append(' ').append(t.getValue(h, r));
		return s.toString();
	}

	/** Name and content of every file; times in a document differ between runs and are left out. */
	private static Map<String, String> files(final Path folder) {
		final Map<String, String> found = new TreeMap<>();
		try (Stream<Path> s = Files.walk(folder)) {
			for (final Path p : new TreeSet<>(s.filter(Files::isRegularFile).toList())) {
				final byte[] bytes = Files.readAllBytes(p);
				final boolean timed = p.toString().endsWith(".json") || p.toString().endsWith(".html");
				final String text = new String(bytes, StandardCharsets.ISO_8859_1);
				found.put(folder.relativize(p).toString(), timed ? text.replaceAll("20\\d\\d-\\d\\d-\\d\\d.\\d\\d:\\d\\d(:\\d\\d)?Z?", "TIME") : bytes.length < 5000 ? text
					: bytes.length + " " + Arrays.hashCode(bytes));
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return found;
	}
}
