// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;
import org.dendritej.io.Sidecar;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Reads a sample's document from a sidecar into the session. */
@Plugin(type = Command.class, label = "Load Microstructure", menuPath = "Plugins>DendriteJ>Load Microstructure",
	description = "Reads a sidecar file back, so that a prediction can be made without the images.")
public class LoadMicrostructure extends SuiteCommand {

	@Parameter(label = "Sidecar file", persist = false, required = false, description = "Path of a .dendritej.json file")
	private String file = "";

	@Parameter(type = ItemIO.OUTPUT)
	private String loaded;

	@Override
	protected void work(final Progress progress) {
		if (file == null || file.isBlank()) throw new IllegalArgumentException(
			"file= is empty; give the path of a " + Sidecar.SUFFIX + " file.");
		final Microstructure m = Sidecar.read(file);
		final String wanted = typedSample();
		if (!wanted.isEmpty() && !wanted.equals(m.sample())) throw new IllegalArgumentException("file=" + file + " holds sample \"" + m.sample()
			+ "\", not \"" + wanted + "\"; leave sample= out, or give the right file.");
		session().update(m.sample(), old -> m);
		loaded = m.sample();
	}
}
