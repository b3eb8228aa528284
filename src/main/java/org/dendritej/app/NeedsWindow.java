// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import org.dendritej.ij.Screen;

import ij.plugin.PlugIn;

/**
 * Stands in a run without a window for those of ImageJ's own commands that read their options through a dialog.
 * <p>
 * There plain ImageJ 1.54 can make no dialog, even if a macro gives all options: some commands then stop without a word ("Macro canceled"),
 * others go on with their built-in defaults, so that {@code run("Set...", "value=1")} sets 25. Wrong numbers are worse than none.
 */
public final class NeedsWindow implements PlugIn {

	@Override
	public void run(final String label) {
		final String sentence = "ImageJ's own command \"" + label
			+ "\" takes its options from a dialog, which plain ImageJ cannot make without a window; run the macro in Fiji (also with --headless) or with --gui.";
		if (!Screen.stopMacro(sentence)) throw new IllegalArgumentException(sentence);
	}
}
