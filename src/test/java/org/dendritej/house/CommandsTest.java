// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** Commands are found, menus agree, keys cannot be misread, and nothing that changes a number is remembered. */
class CommandsTest {

	private static final Pattern LINE = Pattern.compile("^([^,#]+),\\s*\"([^\"]+)\",\\s*([\\w.]+)\\(\"([\\w.]+)( [^\"]+)?\"\\)$");

	private static Map<String, CommandInfo> commands(final Context context) {
		final Map<String, CommandInfo> found = new TreeMap<>();
		for (final CommandInfo c : context.service(CommandService.class).getCommands())
			if (c.getClassName().startsWith("org.dendritej.")) found.put(c.getClassName(), c);
		return found;
	}

	@Test
	void everyCommandClassIsFound() throws IOException {
		try (Context context = new Context(); Stream<Path> s = Files.list(Path.of("src/main/java/org/dendritej/command"))) {
			final List<String> written = new ArrayList<>();
			for (final Path p : s.sorted().toList())
				if (Files.readString(p).contains("@Plugin(type = Command.class")) written.add("org.dendritej.command." + p.getFileName().toString().replace(".java", ""));
			assertEquals(written, new ArrayList<>(commands(context).keySet()));
			assertFalse(written.isEmpty());
		}
	}

	@Test
	void menuLinesEqualTheAnnotations() throws IOException {
		try (Context context = new Context()) {
			final Map<String, CommandInfo> left = commands(context);
			final Set<String> labels = new HashSet<>();
			for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
				if (line.isBlank() || line.startsWith("#")) continue;
				final Matcher m = LINE.matcher(line.strip());
				assertTrue(m.matches(), line);
				// ImageJ takes the class from behind the last comma.
				assertEquals(line.strip().lastIndexOf(','), m.end(2) + 1, "a comma in the options of " + line);
				assertEquals("org.dendritej.legacy.Ij1Door", m.group(3));
				assertTrue(labels.add(m.group(2)), "ImageJ's table holds a label once: " + m.group(2));
				if (m.group(1).equals("File>Open Samples")) {
					assertNotNull(context.service(CommandService.class).getCommand(m.group(4)), line);
					assertNotNull(m.group(5), line);
					continue;
				}
				assertEquals(null, m.group(5), line);
				final CommandInfo c = left.remove(m.group(4));
				assertNotNull(c, line);
				assertEquals(c.getMenuPath().getMenuString(), m.group(1).strip() .replace(">", " > ") + " > " + m.group(2), line);
				assertEquals(c.getLabel(), m.group(2));
			}
			assertEquals(List.of(), new ArrayList<>(left.keySet()), "commands without a menu line");
		}
	}

	@Test
	void noKeyIsTheTailOfAnother() {
		try (Context context = new Context()) {
			for (final CommandInfo c : commands(context).values()) {
				final List<String> keys = new ArrayList<>();
				for (final ModuleItem<?> i : c.inputs())
					keys.add(i.getName().toLowerCase(Locale.ROOT));
				for (final String k : keys) {
					assertFalse(k.contains("_"), c.getLabel() + ": " + k);
					for (final String other : keys)
						assertTrue(k == other || !other.endsWith(k) || k.equals("session") || other.equals("session"), c.getLabel() + ": " + k + " ends " + other);
				}
			}
		}
	}

	@Test
	void nothingIsRememberedAndEverythingIsExplained() {
		try (Context context = new Context()) {
			for (final CommandInfo c : commands(context).values()) {
				assertNotNull(c.getDescription(), c.getLabel());
				for (final ModuleItem<?> i : c.inputs()) {
					if (i.getName().equals("session") || i.getName().equals("context")) continue;
					assertFalse(i.isPersisted(), c.getLabel() + " remembers " + i.getName());
					assertTrue(i.getDescription() != null && i.getDescription().length() > 5, c.getLabel() + " does not explain " + i.getName());
					assertFalse(i.isRequired(), c.getLabel() + " has no default for " + i.getName());
				}
			}
		}
	}
}
