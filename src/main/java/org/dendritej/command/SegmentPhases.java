// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.segment.HalfContrast;
import org.dendritej.core.segment.ShapeClasses;
import org.dendritej.core.segment.Thresholded;
import org.dendritej.ij.Colours;
import org.dendritej.ij.Images;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.Screen;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Turns a grey stack with dark voids into a class image of pores and cracks. */
@Plugin(type = Command.class, label = "Segment Pores and Cracks", menuPath = "Plugins>DendriteJ>Segment Pores and Cracks",
	description = "Threshold at half contrast, then pores and cracks told apart by the 3:1 rule, piece by piece.")
public class SegmentPhases extends ImageCommand {

	@Parameter(label = "Threshold (grey)", persist = false, required = false,
		description = "Voxels below it are void; 0: half-way between the greys of solid and voids")
	private double threshold = 0;

	@Parameter(label = "Least aspect of a crack", persist = false, required = false, description = "Length:width from which a void is a crack")
	private double aspect = 3;

	@Parameter(type = ItemIO.OUTPUT, label = "Classes")
	private ImagePlus classes;

	@Parameter(type = ItemIO.OUTPUT, label = "Threshold used")
	private double used;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final String name = sample();
		try (OutputFolder out = output()) {
			if (out != null) out.target(name + "-phases.tif");
			final FloatVolume grey = Images.grey(imp, grid);
			used = threshold == 0 ? HalfContrast.of(grey, threads(), progress.part(0, 0.1)).threshold() : threshold;
			final Phase voids = Thresholded.below(grey, used, threads(), progress.part(0.1, 0.2));
			final ByteVolume c = ShapeClasses.of(voids, aspect, threads(), progress.part(0.2, 1));
			classes = tied(NewStack.of(name + "-phases", grid, c::plane), name);
			classes.setLut(Colours.classes());
			classes.setDisplayRange(0, 255);
			if (out != null) {
				out.add(name + "-phases.tif", f -> Pictures.writeTiff(classes, f));
				out.commit();
			}
		}
		Screen.publish(classes);
	}
}
