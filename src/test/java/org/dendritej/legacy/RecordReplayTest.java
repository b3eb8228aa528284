// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.dendritej.app.MacroRunner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * Whatever is recorded can be replayed: for every command that SciJava finds, with default and with other values, the
 * recorded line read back gives equal inputs, and run in a fresh session it gives the same files or the same refusal.
 */
class RecordReplayTest {

	private static final String SETUP = "run('Make Synthetic Specimen', 'kind=ending size=96,96,32 count=2 poreradius=0.4 sample=[s 1]');"
		+ "selectImage('s 1-classes'); run('Label Pores'); selectImage('s 1-classes');";

	/** In place of a large default specimen. */
	private static final Map<String, Object> SMALL = Map.of("kind", "ending", "size", "96,96,32", "count", 2);

	private static List<CommandInfo> commands() {
		try (Context context = new Context()) {
			return context.service(CommandService.class).getCommands().stream().filter(c -> c.getClassName().startsWith("org.dendritej.")).toList();
		}
	}

	/** A value other than the default: the next choice, one more, the opposite, a text with everything that is awkward. */
	private static Object other(final ModuleItem<?> item) {
		final Object value = item.getDefaultValue();
		final Class<?> type = item.getType();
		if (item.getChoices() != null && !item.getChoices().isEmpty()) {
			final int k = item.getChoices().indexOf(value);
			return item.getChoices().get((k + 1) % item.getChoices().size());
		}
		if (type == boolean.class) return !Boolean.TRUE.equals(value);
		if (type == int.class) return value == null ? 2 : (Integer) value + 1;
		if (type == long.class) return value == null ? 2L : (Long) value + 1;
		if (type == double.class) return value == null ? 1.25 : (Double) value + 1.25e-7;
		return "/a folder/µ é 'q' \"d\" \\back\\ [b] x=1, 猫";
	}

	@Test
	void whatIsRecordedIsReadBackEqualForEveryCommandAndKey() {
		final List<CommandInfo> all = commands();
		assertTrue(all.size() >= 8, "only " + all.size() + " commands were found");
		for (final CommandInfo c : all) {
			final Map<String, Object> defaults = new LinkedHashMap<>(), others = new LinkedHashMap<>();
			for (final ModuleItem<?> item : CommandKeys.inputs(c)) {
				if (item.getType() == ImagePlus.class) continue;
				defaults.put(item.getName(), item.getDefaultValue());
				others.put(item.getName(), other(item));
			}
			assertEquals("", CommandKeys.recorded(c, defaults), c.getLabel());
			assertEquals(others, CommandKeys.parse(c, CommandKeys.recorded(c, others)), c.getLabel());
			others.forEach((key, value) -> assertEquals(Map.of(key, value), CommandKeys.parse(c, CommandKeys.recorded(c, Map.of(key, value))), key));
		}
	}

	@Test
	void aMisspeltKeyIsNamedWithTheNearestOneInEveryCommand() {
		for (final CommandInfo c : commands())
			for (final ModuleItem<?> item : CommandKeys.inputs(c)) {
				final String key = CommandKeys.key(item);
				final String said = org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> CommandKeys.parse(c, key.charAt(0) + key + "=1"))
					.getMessage();
				assertTrue(said.contains(" no key " + key.charAt(0) + key + ";") && said.contains("did you mean " + key + "?"), said);
			}
	}

	@Test
	void aMissingImageIsNamedInEveryCommandThatTakesOne() {
		for (final CommandInfo c : commands()) {
			if (c.getInput("image") == null) continue;
			final String said = MacroRunner.failure("run('" + c.getLabel() + "', 'image=[no such µ]');");
			assertTrue(said != null && said.contains("image=[no such µ] is not open; give the title of an open image"), c.getLabel() + ": " + said);
		}
	}

	@TestFactory
	Stream<DynamicTest> aReplayGivesTheSameBytes(@TempDir final Path dir) {
		final List<DynamicTest> tests = new ArrayList<>();
		for (final CommandInfo c : commands()) {
			tests.add(test(c, "defaults", Map.of(), dir));
			// One key at a time: two odd values at once would often only be refused.
			for (final ModuleItem<?> item : CommandKeys.inputs(c)) {
				final boolean steers = List.of("folder", "overwrite", "threads", "file", "voxel", "sample", "size", "kind", "material", "preset").contains(CommandKeys.key(item));
				if (item.getType() == String.class && (item.getChoices() == null || item.getChoices().isEmpty())) continue;
				if (!steers && item.getType() != ImagePlus.class) tests.add(test(c, CommandKeys.key(item), Map.of(item.getName(), other(item)), dir));
			}
		}
		return tests.stream();
	}

	private static DynamicTest test(final CommandInfo c, final String what, final Map<String, Object> chosen, final Path dir) {
		return DynamicTest.dynamicTest(c.getLabel() + ": " + what, () -> {
			final String name = c.getLabel().replace(' ', '-') + "-" + what;
			final Path a = Files.createDirectories(dir.resolve(name + " a 'q' [b] µ")), b = Files.createDirectories(dir.resolve(name + " b 'q' [b] µ"));
			final Map<String, Object> values = new HashMap<>(chosen);
			if (c.getInput("kind") != null) SMALL.forEach(values::putIfAbsent);
			final String said = MacroRunner.within(SETUP, () -> direct(c, values, a));
			values.put("folder", b.toString());
			final String line = "run(\"" + c.getLabel() + "\", \"" + CommandKeys.recorded(c, values) + "\");";
			final String replayed = MacroRunner.within(SETUP, () -> String.valueOf(MacroRunner.inside(line)));
			assertEquals(said.replace(a.toString(), "FOLDER"), replayed.replaceFirst(" \\(called from line.*|\\s+in line \\d+.*", "").replace(b.toString(), "FOLDER"), line);
			assertEquals(files(a), files(b), line);
			if (what.equals("defaults") && said.equals("null")) assertTrue(!files(a).isEmpty() || c.getLabel().startsWith("Cite") || c.getLabel().startsWith("Hand"), "nothing was written");
		});
	}

	/** Runs the command as Java does, and gives the refusal or "null". */
	private static String direct(final CommandInfo c, final Map<String, Object> values, final Path folder) {
		final Map<String, Object> inputs = new HashMap<>(values);
		inputs.put("folder", folder.toString());
		final ModuleItem<?> image = c.getInput("image");
		if (image != null) {
			inputs.put("image", WindowManager.getImage("s 1-classes"));
			values.put("image", inputs.get("image"));
		}
		try {
			final Object command = SuiteContext.get().service(CommandService.class).run(c, true, inputs).get().getDelegateObject();
			return ((Cancelable) command).isCanceled() ? ((Cancelable) command).getCancelReason() : "null";
		}
		catch (final InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Name and content of every file; times in a document differ between runs and are left out. */
	private static Map<String, String> files(final Path folder) {
		final Map<String, String> found = new TreeMap<>();
		try (Stream<Path> s = Files.walk(folder)) {
			for (final Path p : new TreeSet<>(s.filter(Files::isRegularFile).toList())) {
				final byte[] bytes = Files.readAllBytes(p);
				final String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("20\\d\\d-\\d\\d-\\d\\d.\\d\\d:\\d\\d(:\\d\\d)?Z?", "TIME");
				found.put(folder.relativize(p).toString(), p.toString().endsWith(".json") || text.length() < 5000 ? text : text.length() + " " + text.hashCode());
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return found;
	}
}
