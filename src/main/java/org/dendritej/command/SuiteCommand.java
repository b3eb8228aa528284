// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Screen;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.Sidecar;
import org.dendritej.session.MicrostructureService;
import org.scijava.ItemVisibility;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/**
 * What all commands share: the keys that every one has, and the only way a command can fail. A user's mistake becomes
 * one sentence that cancels the command and stops a running macro; a defect travels up with its trace.
 */
public abstract class SuiteCommand extends ContextCommand {

	@Parameter
	private MicrostructureService session;

	/** Fiji's dialog shows the inputs of this class first, then those of its heirs; headings tell them apart. */
	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false, description = "What all commands share")
	private final String sharedheading = "<html><b>Sample and output</b></html>";

	@Parameter(label = "Sample name", persist = false, required = false,
		description = "Name of the specimen; empty: the one the image belongs to, else its title")
	private String sample = "";

	@Parameter(label = "Folder for results", persist = false, required = false,
		description = "Sidecar, CSV tables and images are written there; empty: nothing is written")
	private String folder = "";

	@Parameter(label = "Overwrite existing files", persist = false, required = false,
		description = "Replace files of the same name in the folder; off: the command stops instead")
	private boolean overwrite = false;

	@Parameter(label = "Threads", min = "0", persist = false, required = false,
		description = "Processor threads to use; 0 means all. Results do not depend on it")
	private int threads = 0;

	@Override
	public final void run() {
		try {
			work(progress());
		}
		catch (IllegalArgumentException | CancellationException e) {
			Screen.stopMacro(e.getMessage());
			cancel(e.getMessage());
		}
	}

	/**
	 * Does the work.
	 *
	 * @param progress where to report, and whether to stop
	 */
	protected abstract void work(Progress progress);

	private Progress progress() {
		final Progress screen = Screen.progress();
		return new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				screen.report(fraction, stage);
			}

			@Override
			public boolean cancelled() {
				return isCanceled() || screen.cancelled();
			}
		};
	}

	/**
	 * The documents of this session.
	 *
	 * @return the service
	 */
	protected MicrostructureService session() {
		return session;
	}

	/**
	 * The sample's name as typed.
	 *
	 * @return it, or empty
	 */
	protected String typedSample() {
		return sample == null ? "" : sample.strip();
	}

	/**
	 * Threads to use.
	 *
	 * @return 0 for all
	 */
	protected int threads() {
		if (threads < 0 || threads > 1024) throw new IllegalArgumentException("threads=" + threads
			+ " is not possible; give 1 to 1024, or 0 for all processors.");
		return threads;
	}

	/**
	 * Opens the folder for results before any work is done, so that a wrong one costs no time.
	 *
	 * @return the folder, or null if none is wanted
	 */
	protected OutputFolder output() {
		return folder == null || folder.isBlank() ? null : new OutputFolder(folder, overwrite);
	}

	/**
	 * All that is known of a sample: its document of this session, completed by the sidecar in the folder.
	 *
	 * @param name the sample
	 * @param out folder or null
	 * @return the document; empty if there is none
	 */
	protected Microstructure known(final String name, final OutputFolder out) {
		final Microstructure current = session.find(name).orElse(Microstructure.empty(name));
		final Path file = out == null ? null : out.path().resolve(OutputFolder.fileName(name + Sidecar.SUFFIX));
		// What earlier sessions measured of this sample stays: a command replaces its own section only.
		return file != null && Files.exists(file) ? current.completedBy(Sidecar.read(file.toString())) : current;
	}

	/**
	 * Puts a section into the sample's document and, if a folder is open, stages the sidecar.
	 *
	 * @param name the sample
	 * @param change replaces the command's own section
	 * @param out folder or null
	 */
	protected void publish(final String name, final UnaryOperator<Microstructure> change, final OutputFolder out) {
		final Microstructure known = known(name, out);
		final Microstructure changed = change.apply(known);
		if (out != null) {
			out.replace(name + Sidecar.SUFFIX, Sidecar.text(changed));
			out.commit();
		}
		session.update(name, old -> change.apply(old.completedBy(known)));
	}

	/**
	 * How this run was called.
	 *
	 * @param inputs image title to checksum
	 * @return the provenance of its section
	 */
	protected Provenance provenance(final Map<String, String> inputs) {
		return Keys.provenance(this, inputs);
	}
}
