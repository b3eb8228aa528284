// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Colours;
import org.dendritej.ij.LegendOverlay;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.Screen;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** Gives each voxel of a labelled object a number of that object, such as its radius, in even colours. */
@Plugin(type = Command.class, label = "Color Labels by Value", menuPath = "Plugins>DendriteJ>Color Labels by Value",
	description = "Each object of a label image in the colour of one of its numbers: radius, depth, width, collecting area.")
public class ColorLabels extends LabelCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Values")
	private ImagePlus values;

	@Parameter(type = ItemIO.OUTPUT, label = "Value of the darkest colour")
	private double darkest;

	@Parameter(type = ItemIO.OUTPUT, label = "Value of the lightest colour")
	private double lightest;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		try (OutputFolder out = output()) {
			final Bodies b = bodies(imp, grid, "1", progress);
			if (b.column() == null) throw new IllegalArgumentException(
				"column= is empty; name the column whose values give the colours, such as column=radius_eq_um.");
			final String name = sample(), stem = name + "-" + b.column().name();
			if (out != null) out.target(stem + ".tif");
			values = tied(NewStack.values(stem, unit(b.column().name()), painted(b.labels(), b.column().byLabel()), threads(), progress), name);
			// Black stays what has no value: the smallest one gets the first colour that is none.
			values.setDisplayRange(b.low() - (b.high() > b.low() ? (b.high() - b.low()) / 254 : Math.abs(b.high()) + 1), b.high());
			values.setLut(Colours.values());
			LegendOverlay.lay(values, b.legend());
			darkest = b.low();
			lightest = b.high();
			if (out != null) {
				out.add(stem + ".tif", f -> Pictures.writeTiff(values, f));
				out.commit();
			}
		}
		Screen.publish(values);
	}

	private static FloatVolume painted(final IntVolume labels, final double[] value) {
		return FloatVolume.of(labels.grid(), z -> {
			final int[] l = labels.plane(z);
			final float[] out = new float[l.length];
			for (int i = 0; i < l.length; i++)
				out[i] = l[i] > 0 && l[i] < value.length ? (float) value[l[i]] : Float.NaN;
			return out;
		});
	}

	/** The unit at the end of a column's name, as an image shows it. */
	private static String unit(final String column) {
		final String last = column.substring(column.lastIndexOf('_') + 1);
		return last.matches("um|um2|um3|nm|MPa|deg") ? last : "";
	}
}
