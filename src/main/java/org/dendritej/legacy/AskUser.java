// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/** Asks for a command's inputs in an ImageJ dialog: the image, the command's own keys, then what all commands share. */
final class AskUser {

	private AskUser() {}

	/** The values the user chose, or null if the dialog was cancelled. */
	static Map<String, Object> ask(final CommandInfo info) {
		final List<ModuleItem<?>> items = CommandKeys.inputs(info);
		final boolean wantsImage = items.stream().anyMatch(i -> i.getType() == ImagePlus.class);
		if (wantsImage && WindowManager.getImageCount() == 0) throw new IllegalArgumentException(
			"No image is open; open a stack first, or make one with Plugins > DendriteJ > Make Synthetic Specimen.");
		final GenericDialog gd = new GenericDialog(info.getLabel());
		for (final ModuleItem<?> item : items)
			add(gd, item);
		gd.addHelp(help(info, items));
		// ImageJ would record the first word of each label; the keys are recorded by the door instead.
		Recorder.suspendRecording();
		try {
			gd.showDialog();
			return gd.wasCanceled() ? null : read(gd, items);
		}
		finally {
			Recorder.resumeRecording();
		}
	}

	private static void add(final GenericDialog gd, final ModuleItem<?> item) {
		final Class<?> type = item.getType();
		final Object value = item.getDefaultValue();
		if (type == ImagePlus.class) {
			final ImagePlus active = WindowManager.getCurrentImage();
			gd.addChoice(item.getLabel(), WindowManager.getImageTitles(), active == null ? null : active.getTitle());
		}
		else if (type == boolean.class || type == Boolean.class) gd.addCheckbox(item.getLabel(), Boolean.TRUE.equals(value));
		else if (item.getChoices() != null && !item.getChoices().isEmpty()) gd.addChoice(item.getLabel(), item.getChoices().stream().map(
			String::valueOf).toArray(String[]::new), String.valueOf(value));
		else if (CommandKeys.key(item).equals("folder")) gd.addDirectoryField(item.getLabel(), value == null ? "" : value.toString());
		else gd.addStringField(item.getLabel(), shown(value), value instanceof Number ? 8 : 14);
	}

	/** A whole number is shown without ".0". */
	private static String shown(final Object value) {
		return value == null ? "" : value instanceof Double && (Double) value == Math.rint((Double) value) && Math.abs((Double) value) < 1e9 ? Long
			.toString(((Double) value).longValue()) : value.toString();
	}

	private static Map<String, Object> read(final GenericDialog gd, final List<ModuleItem<?>> items) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final ModuleItem<?> item : items) {
			final Class<?> type = item.getType();
			if (type == boolean.class || type == Boolean.class) values.put(item.getName(), gd.getNextBoolean());
			else {
				final boolean choice = type == ImagePlus.class || item.getChoices() != null && !item.getChoices().isEmpty();
				values.put(item.getName(), CommandKeys.convert(item, choice ? gd.getNextChoice() : gd.getNextString()));
			}
		}
		return values;
	}

	private static String help(final CommandInfo info, final List<ModuleItem<?>> items) {
		final StringBuilder s = new StringBuilder("<html><h3>").append(info.getLabel()).append("</h3><p>").append(info.getDescription() == null
			? "" : info.getDescription()).append("</p><table>");
		for (final ModuleItem<?> item : items)
			s.append("<tr><td valign=top><b>").append(CommandKeys.key(item)).append("</b></td><td width=380>").append(item.getDescription() == null
				? item.getLabel() : item.getDescription().replace("<", "&lt;")).append("</td></tr>");
		return s.append("</table><p>Macro: run(\"").append(info.getLabel()).append("\", \"key=value ...\");</p><p>ImageJ ").append(IJ
			.getVersion()).append("</p></html>").toString();
	}
}
