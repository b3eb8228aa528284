// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Screen;
import org.dendritej.io.OutputFolder;
import org.dendritej.report.Citations;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Prints the papers behind what was used on a sample. */
@Plugin(type = Command.class, label = "Cite DendriteJ", menuPath = "Plugins>DendriteJ>Cite DendriteJ",
	description = "The papers behind what was measured and predicted of a sample, one in each line.")
public class Cite extends SuiteCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Citations")
	private String citations;

	@Override
	protected void work(final Progress progress) {
		final Microstructure m = Documents.find(session(), typedSample(), "");
		final List<String> lines = Citations.of(m);
		citations = String.join("\n", lines);
		try (OutputFolder out = output()) {
			if (out != null) {
				out.addText(m.sample() + "-citations.txt", citations + "\n");
				out.commit();
			}
		}
		Screen.log(citations);
	}
}
