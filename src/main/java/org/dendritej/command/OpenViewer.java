// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.awt.GraphicsEnvironment;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Screen;
import org.dendritej.ij.ThreeDViewers;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Colours labels or classes and opens them in Fiji's 3D Viewer or in BigDataViewer; where it is absent it says so. */
@Plugin(type = Command.class, label = "Show Labels in 3D Viewer", menuPath = "Plugins>DendriteJ>Show Labels in 3D Viewer",
	description = "Labels or classes in colour, opened in Fiji's 3D Viewer or in BigDataViewer where it is installed.")
public class OpenViewer extends LabelCommand {

	@Parameter(label = "Viewer", choices = { "3D Viewer", "BigDataViewer" }, persist = false, required = false,
		description = "Both come with Fiji; without one Render Turntable makes the pictures")
	private String viewer = "3D Viewer";

	@Parameter(label = "Classes shown", persist = false, required = false, description = "Of a class image, such as 1,2,3; of no effect for labels")
	private String phases = "1,2,3";

	@Parameter(type = ItemIO.OUTPUT, label = "Coloured volume")
	private ImagePlus coloured;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		if (!viewer.equals("3D Viewer") && !viewer.equals("BigDataViewer")) throw new IllegalArgumentException("viewer=" + viewer
			+ " is not known; use 3D Viewer or BigDataViewer.");
		try (OutputFolder unused = output()) {
			if (GraphicsEnvironment.isHeadless()) throw new IllegalArgumentException(viewer
				+ " needs a window; run Fiji with one, or use Render Turntable, which needs none.");
			final Bodies b = bodies(imp, grid, phases, progress);
			final ImagePlus volume = tied(ThreeDViewers.coloured(sample() + "-coloured", grid, z -> {
				final int[] l = b.labels().plane(z), rgb = new int[l.length];
				for (int i = 0; i < l.length; i++)
					rgb[i] = l[i] > 0 ? b.paint().rgb(l[i], Float.NaN) : 0;
				return rgb;
			}), sample());
			if (viewer.equals("BigDataViewer")) volume.show();
			new ThreeDViewers(Screen.plugins()).open(viewer, volume);
			coloured = volume;
		}
	}
}
