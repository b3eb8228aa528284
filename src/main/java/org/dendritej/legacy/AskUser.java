// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Label;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.stream.Stream;

import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * Asks for a command's inputs in an ImageJ dialog: the image, the command's own keys, then what all commands share. A
 * line at the bottom explains the field that has the focus (AWT has no tool tips) and says what is wrong with a value as
 * soon as it is typed; OK is grey until it is right.
 */
final class AskUser {

	private static final String NONE = "(none)";
	/** Characters of the line at the bottom; a longer explanation goes on in the second line. */
	private static final int LINE = 78;
	/** A command with more inputs has them side by side, so that the dialog stays lower than a laptop's screen. */
	private static final int ONE_COLUMN = 20;

	private AskUser() {}

	/** The values the user chose, or null if the dialog was cancelled. */
	static Map<String, Object> ask(final CommandInfo info) {
		final List<ModuleItem<?>> items = CommandKeys.inputs(info);
		final boolean wantsImage = items.stream().anyMatch(i -> i.getType() == ImagePlus.class);
		if (wantsImage && WindowManager.getImageCount() == 0) throw new IllegalArgumentException(
			"No image is open; open a stack first, or make one with Plugins > DendriteJ > Make Synthetic Specimen.");
		final GenericDialog gd = new GenericDialog(info.getLabel());
		final Label[] lines = { line(), line() };
		String group = null;
		boolean left = false;
		for (final ModuleItem<?> item : items) {
			final String own = CommandKeys.group(item);
			if (items.size() > ONE_COLUMN && left && own.equals(group) && narrow(item)) {
				gd.addToSameRow();
				left = false;
			}
			// A long text field on the left would push its neighbour out of the dialog.
			else left = narrow(item) && (item.getType() != String.class || choices(item) || CommandKeys.isImageTitle(item));
			if (!own.equals(group)) gd.addMessage(own.isEmpty() ? info.getLabel() : own, new Font(Font.SANS_SERIF, Font.BOLD, 13));
			group = own;
			explain(add(gd, item), item, lines);
			if (!narrow(item)) widen(gd);
		}
		gd.addMessage("");
		for (final Label line : lines) {
			final java.awt.Panel panel = new java.awt.Panel(new java.awt.BorderLayout());
			panel.add(line, java.awt.BorderLayout.WEST);
			gd.addPanel(panel);
			widen(gd);
		}
		gd.addDialogListener((dialog, event) -> right(dialog, items, lines));
		gd.addHelp(HelpText.of(info, items));
		// ImageJ would record the first word of each label, as often as a field is read; the keys are recorded by the door instead.
		final boolean recording = Recorder.record;
		Recorder.record = false;
		try {
			gd.showDialog();
			return gd.wasCanceled() ? null : read(gd, items);
		}
		finally {
			// Unless the recorder was closed meanwhile.
			Recorder.record = recording && Recorder.getInstance() != null;
		}
	}

	/** Lets the last component reach over all columns, so that a long one does not push the right column out. */
	private static void widen(final GenericDialog gd) {
		if (!(gd.getLayout() instanceof GridBagLayout)) return;
		final GridBagLayout layout = (GridBagLayout) gd.getLayout();
		final Component last = gd.getComponent(gd.getComponentCount() - 1);
		final GridBagConstraints c = layout.getConstraints(last);
		c.gridwidth = GridBagConstraints.REMAINDER;
		layout.setConstraints(last, c);
	}

	private static boolean right(final GenericDialog gd, final List<ModuleItem<?>> items, final Label... lines) {
		try {
			read(gd, items);
			if (lines[0].getForeground() == java.awt.Color.RED) say("", java.awt.Color.BLACK, lines);
			return true;
		}
		catch (final IllegalArgumentException e) {
			say(e.getMessage(), java.awt.Color.RED, lines);
			return false;
		}
	}

	/** The two lines together, broken at a word. */
	private static void say(final String text, final java.awt.Color colour, final Label... lines) {
		final int cut = text.length() <= LINE ? text.length() : Math.max(1, text.lastIndexOf(' ', LINE));
		lines[0].setText(text.substring(0, cut));
		lines[1].setText(text.substring(cut).strip());
		for (final Label line : lines)
			line.setForeground(colour);
	}

	/** Wide enough for any later text: AWT lays a dialog out once. */
	private static Label line() {
		return new Label() {

			private static final long serialVersionUID = 1L;

			@Override
			public Dimension getPreferredSize() {
				return new Dimension(getFontMetrics(getFont()).charWidth('n') * LINE, super.getPreferredSize().height);
			}
		};
	}

	private static void explain(final Component field, final ModuleItem<?> item, final Label... lines) {
		if (field == null || item.getDescription() == null) return;
		field.addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(final FocusEvent e) {
				if (lines[0].getForeground() != java.awt.Color.RED) say(CommandKeys.key(item) + ": " + item.getDescription(), java.awt.Color.BLACK, lines);
			}
		});
	}

	/** Whether a field leaves room for another one beside it. */
	private static boolean narrow(final ModuleItem<?> item) {
		return item.getType() != boolean.class && item.getType() != Boolean.class && !CommandKeys.isFile(item) && !List.of("folder", "image",
			"voxel").contains(CommandKeys.key(item));
	}

	/** Adds the field and returns its component, if ImageJ gives it out. */
	private static Component add(final GenericDialog gd, final ModuleItem<?> item) {
		final Class<?> type = item.getType();
		final Object value = item.getDefaultValue();
		if (type == ImagePlus.class) {
			final ImagePlus active = WindowManager.getCurrentImage();
			gd.addChoice(item.getLabel(), WindowManager.getImageTitles(), active == null ? null : active.getTitle());
		}
		else if (CommandKeys.isImageTitle(item)) gd.addChoice(item.getLabel(), Stream.concat(Stream.of(NONE), Stream.of(WindowManager.getImageTitles()))
			.toArray(String[]::new), NONE);
		else if (choices(item)) gd.addChoice(item.getLabel(), item.getChoices().stream().map(String::valueOf).toArray(String[]::new), String.valueOf(
			value));
		else if (type == boolean.class || type == Boolean.class) {
			gd.addCheckbox(item.getLabel(), Boolean.TRUE.equals(value));
			return last(gd.getCheckboxes());
		}
		else {
			final String text = shown(value);
			if (CommandKeys.key(item).equals("folder")) gd.addDirectoryField(item.getLabel(), text);
			else if (CommandKeys.isFile(item)) gd.addFileField(item.getLabel(), text);
			else gd.addStringField(item.getLabel(), text, value instanceof Number ? 8 : 14);
			return last(gd.getStringFields());
		}
		return last(gd.getChoices());
	}

	private static boolean choices(final ModuleItem<?> item) {
		return item.getChoices() != null && !item.getChoices().isEmpty();
	}

	private static Component last(final Vector<?> fields) {
		return fields == null || fields.isEmpty() ? null : (Component) fields.lastElement();
	}

	/** A whole number is shown without ".0". */
	static String shown(final Object value) {
		return value == null ? "" : value instanceof Double && (Double) value == Math.rint((Double) value) && Math.abs((Double) value) < 1e9 ? Long
			.toString(((Double) value).longValue()) : value.toString();
	}

	private static Map<String, Object> read(final GenericDialog gd, final List<ModuleItem<?>> items) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final ModuleItem<?> item : items) {
			final Class<?> type = item.getType();
			final Object value;
			if (type == boolean.class || type == Boolean.class) value = gd.getNextBoolean();
			else if (CommandKeys.isImageTitle(item)) {
				final String title = gd.getNextChoice();
				value = NONE.equals(title) ? "" : title;
			}
			else value = CommandKeys.convert(item, type == ImagePlus.class || choices(item) ? gd.getNextChoice() : gd.getNextString());
			CommandKeys.requireInRange(item, value);
			values.put(item.getName(), value);
		}
		return values;
	}
}
