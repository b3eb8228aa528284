// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import java.util.List;

import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

/** The page behind a dialog's Help button: what each key means, its default and range, and the macro and Jython lines. */
final class HelpText {

	private HelpText() {}

	static String of(final CommandInfo info, final List<ModuleItem<?>> items) {
		final StringBuilder s = new StringBuilder("<html><h3>").append(escaped(info.getLabel())).append("</h3><p>").append(escaped(info
			.getDescription())).append("</p><table>");
		for (final ModuleItem<?> item : items) {
			final String shown = AskUser.shown(item.getDefaultValue());
			s.append("<tr><td valign=top><b>").append(CommandKeys.key(item)).append("</b></td><td valign=top>").append(escaped(shown)).append(
				"</td><td width=380>").append(escaped(item.getDescription() == null ? item.getLabel() : item.getDescription())).append(range(item)).append(
					"</td></tr>");
		}
		return s.append("</table><p>Macro: run(\"").append(escaped(info.getLabel())).append("\", \"key=value key=[value with spaces]\");</p><p>Jython: command.run(\"")
			.append(info.getClassName()).append("\", True, [\"key\", value]).get()</p></html>").toString();
	}

	private static String range(final ModuleItem<?> item) {
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return " (" + escaped(String.join(", ", item.getChoices().stream().map(
			String::valueOf).toList())) + ")";
		final Object least = item.getMinimumValue(), most = item.getMaximumValue();
		return least == null && most == null ? "" : " (" + (least == null ? "up to " + most : most == null ? "at least " + least : least + " to " + most)
			+ ")";
	}

	private static String escaped(final String text) {
		return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
