// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.dendritej.app.MacroRunner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;

/**
 * Whatever is recorded can be replayed: for every command that SciJava finds, with default and with other values, the
 * recorded line read back gives equal inputs, and run in a fresh session it gives the same files or the same refusal.
 */
class RecordReplayTest {

	private static final String SETUP = "run('Make Synthetic Specimen', 'kind=ending size=96,96,32 count=2 poreradius=0.4 sample=[s 1]');"
		+ "selectImage('s 1-classes'); run('Label Pores'); selectImage('s 1-classes');";

	/** They write no file by default, whatever the folder. */
	private static final Set<String> NO_FILES = Set.of("Cite DendriteJ", "Load Microstructure");

	/** In place of a large default specimen. */
	private static final Map<String, Object> SMALL = Map.of("kind", "ending", "size", "96,96,32", "count", 2);

	/** In place of a whole turn at full size. */
	private static final Map<String, Object> FEW = Map.of("frames", 3, "size", 128);

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
			final Map<String, Object> values = new HashMap<>(chosen);
			if (c.getInput("kind") != null) SMALL.forEach(values::putIfAbsent);
			if (c.getInput("frames") != null) FEW.forEach(values::putIfAbsent);
			final Replay r = new Replay(dir, c, what).compare(SETUP, "s 1-classes", values);
			if (what.equals("defaults") && r.said().equals("null")) assertTrue(!r.files().isEmpty() || NO_FILES.contains(c.getLabel()), "nothing was written");
		});
	}

	/** What each command needs to be run through, beyond its defaults: every text key and what stands for a file. */
	@TestFactory
	Stream<DynamicTest> everyCommandRunsThroughAndReplaysToTheSameBytes(@TempDir final Path dir) throws IOException {
		final Path kept = Files.createDirectories(dir.resolve("kept \u00b5 'q'"));
		final List<Scene> scenes = Scene.all(kept);
		final Set<String> covered = new TreeSet<>();
		scenes.forEach(s -> covered.add(s.label()));
		for (final CommandInfo c : commands())
			assertTrue(covered.contains(c.getLabel()), c.getLabel() + " has no scene in which it runs through");
		return scenes.stream().map(s -> DynamicTest.dynamicTest(s.label() + ": " + s.values(), () -> {
			final CommandInfo c = commands().stream().filter(i -> i.getLabel().equals(s.label())).findFirst().orElseThrow();
			final Replay r = new Replay(dir, c, "scene" + scenes.indexOf(s)).compare(s.setup(), s.image(), s.values());
			// What needs a window refuses without one, in the same words.
			assertEquals(s.refusal(), r.said().equals("null") ? "" : s.refusal().isEmpty() ? r.said() : r.said().contains(s.refusal()) ? s.refusal() : r.said());
			if (s.refusal().isEmpty()) assertTrue(!r.outputs().isEmpty(), "no output came");
		}));
	}
}
