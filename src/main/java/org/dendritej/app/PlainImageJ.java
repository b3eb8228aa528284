// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.WindowManager;
import ij.macro.Interpreter;

/**
 * Makes ImageJ's commands and ours known to {@code IJ.run} where no Fiji does it. Without a window ImageJ builds no menus,
 * so its command table is filled from the same property files that the menus are made of.
 */
final class PlainImageJ {

	private static final Pattern LINE = Pattern.compile("\"([^\"]+)\"\\s*,\\s*([\\w.$]+(?:\\(\".*\"\\))?)\\s*$");

	/** Commands that ImageJ's menus have without a line in its property file; unknown, they would end a macro with "Macro canceled". */
	private static final Map<String, String> OWN_CLASSES = Map.ofEntries(Map.entry("Fill", "ij.plugin.filter.Filler(\"fill\")"), Map.entry("Clear",
		"ij.plugin.filter.Filler(\"clear\")"), Map.entry("Clear Outside", "ij.plugin.filter.Filler(\"outside\")"), Map.entry("Draw",
			"ij.plugin.filter.Filler(\"draw\")"), Map.entry("Invert", "ij.plugin.filter.Filters(\"invert\")"), Map.entry("Smooth",
				"ij.plugin.filter.Filters(\"smooth\")"), Map.entry("Find Edges", "ij.plugin.filter.Filters(\"edge\")"), Map.entry("Crop",
					"ij.plugin.Resizer(\"crop\")"), Map.entry("8-bit", "ij.plugin.Converter(\"8-bit\")"), Map.entry("16-bit", "ij.plugin.Converter(\"16-bit\")"),
		Map.entry("32-bit", "ij.plugin.Converter(\"32-bit\")"), Map.entry("RGB Color", "ij.plugin.Converter(\"RGB Color\")"));
	/** Others of these, which have a dialog. */
	private static final List<String> WITH_DIALOG = List.of("Duplicate...", "Rename...", "Properties...", "Scale...", "Find Maxima...", "Enhance Contrast...",
		"Image Calculator...", "Subtract Background...", "Analyze Particles...", "Set Measurements...", "Set Scale...", "Calibrate...", "Distribution...",
		"Surface Plot...");

	private PlainImageJ() {}

	/** Lines of {@code plugins.config}: menu, label, class with its argument. */
	static List<String[]> menuLines() {
		final List<String[]> lines = new ArrayList<>();
		for (final String line : read("/plugins.config")) {
			if (line.isBlank() || line.startsWith("#")) continue;
			final Matcher m = LINE.matcher(line);
			if (!m.find()) throw new IllegalStateException("plugins.config: " + line);
			lines.add(new String[] { line.substring(0, line.indexOf(',')).strip(), m.group(1), m.group(2) });
		}
		return lines;
	}

	private static List<String> read(final String resource) {
		try (InputStream in = PlainImageJ.class.getResourceAsStream(resource);
				BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
		{
			return r.lines().toList();
		}
		catch (final IOException e) {
			throw new IllegalStateException(resource, e);
		}
	}

	/** Fills the command table for a run without a window. */
	@SuppressWarnings("unchecked")
	static void withoutWindow() {
		if (Menus.getCommands() == null) {
			try {
				// Makes the table, then fails at the first menu: there is no screen.
				IJ.run("About ImageJ...");
			}
			catch (final java.awt.HeadlessException | NoClassDefFoundError e) {
				// expected, see above
			}
		}
		final Map<String, String> table = Menus.getCommands();
		if (table == null) throw new IllegalStateException("ImageJ " + IJ.getVersion() + " made no command table.");
		for (final String line : ijProperties()) {
			final Matcher m = LINE.matcher(line);
			if (!m.find()) continue;
			final String label = m.group(1).replaceFirst("\\[[^\\]]*\\]$", "");
			if (asksForOptions(line, label)) table.put(label, NeedsWindow.class.getName() + "(\"" + label.strip() + "\")");
			else table.putIfAbsent(label, m.group(2));
		}
		OWN_CLASSES.forEach(table::putIfAbsent);
		for (final String label : WITH_DIALOG)
			table.put(label, NeedsWindow.class.getName() + "(\"" + label + "\")");
		for (final String[] own : menuLines())
			table.put(own[1], own[2]);
		// Without windows ImageJ keeps its list of open images only in batch mode; scripts find images by title in it.
		Interpreter.batchMode = true;
	}

	/** Whether one of ImageJ's commands has a dialog; files are read and written by their path without one. */
	private static boolean asksForOptions(final String line, final String label) {
		return label.strip().endsWith("...") && !line.startsWith("import") && !line.startsWith("save");
	}

	/** Forgets all images of a run without a window, so that the next run of this JVM starts with none. */
	static void end() {
		final int[] ids = Interpreter.getBatchModeImageIDs();
		for (final int id : ids == null ? new int[0] : ids)
			Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	private static List<String> ijProperties() {
		return read("/IJ_Props.txt");
	}

	/** Opens ImageJ's window and adds our menu where ImageJ has not found it itself (when run from classes, not from a jar). */
	@SuppressWarnings("unchecked")
	static ImageJ withWindow() {
		final ImageJ window = new ImageJ(ImageJ.STANDALONE);
		window.exitWhenQuitting(true);
		final Hashtable<String, String> table = Menus.getCommands();
		for (final String[] line : menuLines()) {
			if (table.containsKey(line[1])) continue;
			table.put(line[1], line[2]);
			final String[] path = line[0].split(">");
			java.awt.Menu menu = Menus.getImageJMenu(path[0]);
			for (int i = 1; i < path.length; i++)
				menu = child(menu, path[i].strip());
			final java.awt.MenuItem item = new java.awt.MenuItem(line[1]);
			item.addActionListener(window);
			menu.add(item);
		}
		return window;
	}

	private static java.awt.Menu child(final java.awt.Menu parent, final String label) {
		for (int i = 0; i < parent.getItemCount(); i++)
			if (parent.getItem(i) instanceof java.awt.Menu && parent.getItem(i).getLabel().equals(label)) return (java.awt.Menu) parent.getItem(i);
		final java.awt.Menu menu = new java.awt.Menu(label);
		parent.add(menu);
		return menu;
	}
}
