// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Keeps the house standing: who may import whom, how large a room may grow, and what the core may never touch. */
class ImportRulesTest {

	private static final Path SOURCES = Path.of("src/main/java");
	private static final String HOME = "org.dendritej.";
	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);
	private static final Pattern NAMED = Pattern.compile("(?<![\\w.\"/])(java\\.awt|javax\\.swing|org\\.scijava|ij)\\.[A-Za-z]");

	/** Room to the rooms it may use. */
	private static final Map<String, Set<String>> MAY = new TreeMap<>();

	static {
		final Set<String> ground = Set.of("core.geom", "core.run");
		MAY.put("core.geom", Set.of());
		MAY.put("core.run", Set.of());
		MAY.put("core.record", Set.of("core.geom"));
		for (final String kernel : List.of("label", "distance", "skeleton", "prepare", "flow", "mesh"))
			MAY.put("core." + kernel, ground);
		MAY.put("core.view", plus(ground, "core.mesh"));
		MAY.put("core.field", plus(ground, "core.distance"));
		final Set<String> analyser = plus(ground, "core.record", "core.label", "core.distance", "core.skeleton", "core.field", "core.prepare",
			"core.flow");
		for (final String a : List.of("segment", "pore", "crack", "spall", "eds", "phantom", "current"))
			MAY.put("core." + a, analyser);
		MAY.put("core.model", Set.of("core.geom", "core.run", "core.record", "core.flow", "core.field"));
		MAY.put("io", Set.of("core.mesh", "core.record", "core.geom", "core.model", "core.eds", "core.spall"));
		MAY.put("ij", Set.of("core.record", "core.geom", "core.run"));
		MAY.put("session", Set.of("core.record"));
		MAY.put("legacy", Set.of("ij"));
	}

	private static Set<String> plus(final Set<String> a, final String... more) {
		final Set<String> s = new TreeSet<>(a);
		s.addAll(List.of(more));
		return s;
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> s = Files.walk(SOURCES)) {
			return s.filter(p -> p.toString().endsWith(".java")).sorted().toList();
		}
	}

	/** Package below org.dendritej, with core rooms cut to two levels. */
	private static String room(final String qualified) {
		final String[] parts = qualified.substring(HOME.length()).split("\\.");
		return parts[0].equals("core") ? "core." + parts[1] : parts[0];
	}

	private static List<String> imports(final Path file) throws IOException {
		final List<String> found = new ArrayList<>();
		final Matcher m = IMPORT.matcher(Files.readString(file));
		while (m.find())
			found.add(m.group(1));
		return found;
	}

	@Test
	void roomsUseOnlyTheRoomsBelowThem() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : files()) {
			final String own = room(SOURCES.relativize(file).toString().replace('/', '.').replace(".java", ""));
			for (final String target : imports(file)) {
				if (!target.startsWith(HOME)) continue;
				final String other = room(target);
				final boolean allowed = other.equals(own) || (MAY.containsKey(own) ? MAY.get(own).contains(other) : roof(own, other));
				if (!allowed) wrong.add(file + " imports " + target);
			}
		}
		assertEquals(List.of(), wrong);
	}

	/** Commands and report use everything below, never each other's roof; the app may use commands by name. */
	private static boolean roof(final String own, final String other) {
		if (own.equals("command")) return !other.equals("legacy") && !other.equals("app") && !other.equals("report") || other.equals("report");
		if (own.equals("report")) return !Set.of("legacy", "app", "command", "session").contains(other);
		return own.equals("app");
	}

	@Test
	void commandsDoNotKnowEachOther() throws IOException {
		final Set<String> commands = new TreeSet<>();
		for (final Path f : files())
			if (f.toString().contains("/command/") && Files.readString(f).contains("@Plugin(")) commands.add(f.getFileName().toString().replace(".java", ""));
		for (final Path f : files()) {
			if (!f.toString().contains("/command/")) continue;
			final String own = f.getFileName().toString().replace(".java", "");
			final String text = Files.readString(f).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\"[^\"]*\"", "");
			for (final String c : commands)
				assertTrue(c.equals(own) || !Pattern.compile("\\b" + c + "\\b").matcher(text).find(), own + " uses the command " + c);
		}
	}

	@Test
	void onlyTheWindowRoomsKnowImageJAndScijava() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : files()) {
			final String own = room(SOURCES.relativize(file).toString().replace('/', '.').replace(".java", ""));
			for (final String t : imports(file)) {
				final boolean ij = t.startsWith("ij.");
				final boolean scijava = t.startsWith("org.scijava.");
				final boolean ok = own.equals("legacy") || own.equals("app") || own.equals("command") || ij && own.equals("ij") || scijava && own.equals("session");
				if ((ij || scijava) && !ok) wrong.add(file + " imports " + t);
				if (own.equals("command") && ij && !Set.of("ij.ImagePlus", "ij.WindowManager", "ij.measure.ResultsTable").contains(t)) wrong.add(file
					+ " imports " + t + "; commands know images and tables only");
			}
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void theCoreTouchesNeitherScreenNorDisk() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : files()) {
			if (!file.toString().contains("/core/")) continue;
			final String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
			if (NAMED.matcher(code).find()) wrong.add(file + " names a window class");
			for (final String never : List.of("System.out", "System.err", "java.io.File;", "java.nio.file", "printStackTrace"))
				if (code.contains(never)) wrong.add(file + " uses " + never);
			for (final String t : imports(file))
				if (t.startsWith("com.google.gson")) wrong.add(file + " imports " + t);
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void filesStaySmallAndSayWhatTheyAreFor() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : files()) {
			final List<String> lines = Files.readAllLines(file);
			if (lines.size() > 320) wrong.add(file + " has " + lines.size() + " lines");
			if (!lines.get(0).equals("// SPDX-License-Identifier: BSD-2-Clause")) wrong.add(file + " has no licence line");
			if (!Files.readString(file).contains("/**")) wrong.add(file + " does not say what it is for");
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void noMutableStatics() throws IOException {
		final Pattern field = Pattern.compile("^\\s*(?:public |private |protected )?static (?!final|class|record|enum|interface|abstract)[\\w<>\\[\\], ?]+ \\w+ *(=|;)",
			Pattern.MULTILINE);
		final List<String> wrong = new ArrayList<>();
		for (final Path file : files())
			if (field.matcher(Files.readString(file)).find()) wrong.add(file.toString());
		assertEquals(List.of(), wrong);
	}
}
