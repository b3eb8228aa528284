// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.view.LargestBody;
import org.dendritej.core.view.Sections;
import org.dendritej.ij.Images;
import org.dendritej.ij.OrthoWindow;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.ScenePicture;
import org.dendritej.ij.Screen;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Shows the three sections through a point of a label or class image, over the grey stack; a click moves the point. */
@Plugin(type = Command.class, label = "Orthogonal Label Views", menuPath = "Plugins>DendriteJ>Orthogonal Label Views",
	description = "Sections x-y, z-y and x-z through one point at true proportions, with labels or values in colour; a click moves the point in all three.")
public class OrthoViews extends LabelCommand {

	@Parameter(label = "Grey stack", persist = false, required = false, description = "Title of the grey stack shown below the colours; empty: none")
	private String grey = "";

	@Parameter(label = "Classes shown", persist = false, required = false, description = "Of a class image, such as 1,2,3; of no effect for labels")
	private String phases = "1,2,3";

	@Parameter(label = "Cursor (voxels)", persist = false, required = false,
		description = "x,y,z of the voxel in which the sections meet, counted from 0; empty: inside the largest object")
	private String cursor = "";

	@Parameter(label = "Opacity of the colours", min = "0", max = "1", persist = false, required = false,
		description = "Over the grey stack: 0 shows only grey, 1 only colours")
	private double opacity = 0.6;

	@Parameter(label = "Size (px)", min = "200", max = "4096", persist = false, required = false, description = "Longest edge of the picture")
	private int size = 800;

	@Parameter(type = ItemIO.OUTPUT, label = "Sections")
	private ImagePlus sections;

	@Parameter(type = ItemIO.OUTPUT, label = "Label at the cursor")
	private int label;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		if (!(opacity >= 0 && opacity <= 1)) throw new IllegalArgumentException("opacity=" + opacity + " is not possible; give 0 to 1.");
		if (size < 200 || size > 4096) throw new IllegalArgumentException("size=" + size + " px is not possible; give 200 to 4096.");
		final int[] typed = at(grid);
		try (OutputFolder out = output()) {
			final ImagePlus stack = Images.named("grey", grey);
			if (stack != null) {
				Images.requireStack(stack, true);
				Images.requireSameSize(imp, stack, "grey");
			}
			final Bodies b = bodies(imp, grid, phases, progress);
			final int[] at = typed == null ? LargestBody.middle(b.labels(), progress) : typed;
			final String name = sample();
			if (out != null) out.target(name + "-sections.png");
			final Sections layout = new Sections(grid, size);
			final FloatVolume levels = stack == null ? null : Images.grey(stack, grid);
			final double dark = stack == null ? 0 : stack.getDisplayRangeMin(), bright = stack == null ? 1 : stack.getDisplayRangeMax();
			final OrthoWindow.Painter painter = c -> ScenePicture.sections(layout.picture(b.labels(), levels, dark, bright, b.paint(), opacity, c), layout
				.width(), layout.height(), layout.pxPerUm(), layout.freeCorner(), b.legend(), words(grid, b, c));
			sections = tied(OrthoWindow.image(name + "-sections", painter, layout.pxPerUm(), at), name);
			label = labelAt(grid, b, at);
			if (out != null) {
				out.add(name + "-sections.png", f -> Pictures.writePng(sections.getProcessor(), f));
				out.commit();
			}
			OrthoWindow.listen(sections, painter, layout::moved, at, imp, stack);
		}
		Screen.publish(sections);
	}

	/** The typed voxel, or null. */
	private int[] at(final VoxelGrid g) {
		if (cursor == null || cursor.isBlank()) return null;
		final int[] c = new int[3];
		final String[] parts = cursor.split(",", -1);
		for (int a = 0; a < 3; a++) {
			try {
				c[a] = parts.length == 3 ? Integer.parseInt(parts[a].strip()) : -1;
			}
			catch (final NumberFormatException e) {
				c[a] = -1;
			}
			if (c[a] < 0 || c[a] >= g.size(a)) throw new IllegalArgumentException("cursor=" + cursor + " is no voxel of this image; give x,y,z from 0,0,0 to "
				+ (g.nx() - 1) + "," + (g.ny() - 1) + "," + (g.nz() - 1) + ".");
		}
		return c;
	}

	private static int labelAt(final VoxelGrid g, final Bodies b, final int... c) {
		return b.labels().plane(c[2])[c[0] + g.nx() * c[1]];
	}

	private static List<String> words(final VoxelGrid g, final Bodies b, final int... c) {
		final List<String> lines = new ArrayList<>();
		final Vec3 p = g.centreUm(c[0], c[1], c[2]);
		lines.add("voxel " + c[0] + ", " + c[1] + ", " + c[2]);
		lines.add(String.format(Locale.ROOT, "%.3f, %.3f, %.3f um", p.x(), p.y(), p.z()));
		final int label = labelAt(g, b, c);
		final double[] value = b.column() == null ? new double[0] : b.column().byLabel();
		lines.add(label == 0 ? "no object" : b.column() == null ? "label or class " + label : "label " + label + ": " + (label < value.length && !Double
			.isNaN(value[label]) ? String.format(Locale.ROOT, "%.4g", value[label]) : "not measured"));
		return lines;
	}
}
