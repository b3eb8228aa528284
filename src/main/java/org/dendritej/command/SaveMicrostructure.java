// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.Sidecar;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes a sample's document to {@code <sample>.dendritej.json}. */
@Plugin(type = Command.class, label = "Save Microstructure", menuPath = "Plugins>DendriteJ>Save Microstructure",
	description = "Writes everything that was measured of one sample into a sidecar file.")
public class SaveMicrostructure extends SuiteCommand {

	@Parameter(type = ItemIO.OUTPUT)
	private String saved;

	@Override
	protected void work(final Progress progress) {
		final Microstructure m = Documents.find(session(), typedSample(), "");
		final OutputFolder folder = output();
		if (folder == null) throw new IllegalArgumentException("folder= is empty; give the folder to write " + m.sample()
			+ Sidecar.SUFFIX + " to.");
		try (folder) {
			folder.addText(m.sample() + Sidecar.SUFFIX, Sidecar.text(m));
			folder.commit();
			saved = folder.path().resolve(OutputFolder.fileName(m.sample() + Sidecar.SUFFIX)).toString();
		}
	}
}
