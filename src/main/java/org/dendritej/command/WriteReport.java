// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.Sidecar;
import org.dendritej.report.SampleReport;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes everything that is known of a sample as one HTML file. */
@Plugin(type = Command.class, label = "Write Report", menuPath = "Plugins>DendriteJ>Write Report",
	description = "One self-contained HTML file with the sample's prediction, tables, remarks, provenance and citations.")
public class WriteReport extends SuiteCommand {

	@Parameter(label = "Sidecar file", persist = false, required = false,
		description = "A .dendritej.json file to report on; empty: the sample of this session")
	private String file = "";

	@Parameter(type = ItemIO.OUTPUT)
	private String report;

	@Override
	protected void work(final Progress progress) {
		final Microstructure m = file == null || file.isBlank() ? Documents.find(session(), typedSample(), "") : Sidecar.read(file);
		final OutputFolder folder = output();
		if (folder == null) throw new IllegalArgumentException("folder= is empty; give the folder to write " + m.sample() + "-report.html to.");
		try (folder) {
			folder.addText(m.sample() + "-report.html", SampleReport.html(m));
			folder.commit();
			report = folder.path().resolve(OutputFolder.fileName(m.sample() + "-report.html")).toString();
		}
	}
}
