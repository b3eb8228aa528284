// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.awt.GraphicsEnvironment;

import org.dendritej.core.run.Progress;
import org.dendritej.ij.Screen;
import org.dendritej.ij.ThreeDSuite;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Hands a label image to the 3D ImageJ Suite's 3D Manager; where the suite is absent it says how to install it. */
@Plugin(type = Command.class, label = "Send Labels to 3D Manager", menuPath = "Plugins>DendriteJ>Send Labels to 3D Manager",
	description = "Each pore or crack of a label image becomes an object of the 3D ImageJ Suite's 3D Manager.")
public class SendTo3DManager extends ImageCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Objects in the 3D Manager")
	private int objects;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus labels = image(true);
		grid();
		try (OutputFolder unused = output()) {
			if (GraphicsEnvironment.isHeadless()) throw new IllegalArgumentException(
				"The 3D Manager needs a window; run Fiji with one, or use the tables that Label Pores writes.");
			objects = new ThreeDSuite(Screen.plugins()).add(labels);
		}
	}
}
