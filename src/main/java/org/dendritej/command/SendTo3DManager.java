// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.awt.GraphicsEnvironment;
import java.util.Locale;

import org.dendritej.core.run.Progress;
import org.dendritej.ij.Images;
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
	description = "Each pore or crack of a label image becomes a named object of the 3D ImageJ Suite's 3D Manager.")
public class SendTo3DManager extends ColumnCommand {

	@Parameter(label = "Name of the objects", persist = false, required = false,
		description = "First word of each object's name; its label follows, then the value of the column if there is one")
	private String prefix = "pore";

	@Parameter(type = ItemIO.OUTPUT, label = "Objects in the 3D Manager")
	private int objects;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus labels = image(true);
		grid();
		Images.requireLabels(labels);
		try (OutputFolder unused = output()) {
			if (GraphicsEnvironment.isHeadless()) throw new IllegalArgumentException(
				"The 3D Manager needs a window; run Fiji with one, or use the tables that Label Pores writes.");
			final LabelColumn c = column();
			final double[] value = c == null ? new double[0] : c.byLabel();
			objects = new ThreeDSuite(Screen.plugins()).add(labels, label -> named(c, value, label));
		}
	}

	private String named(final LabelColumn c, final double[] value, final int label) {
		final String first = (prefix == null || prefix.isBlank() ? "" : prefix.strip() + " ") + label;
		return label >= value.length || Double.isNaN(value[label]) ? first : first + String.format(Locale.ROOT, " %s=%.4g", c.name(), value[label]);
	}
}
