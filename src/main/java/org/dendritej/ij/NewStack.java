// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.Locale;
import java.util.function.IntFunction;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

import ij.ImagePlus;
import ij.ImageStack;

/** Makes output images out of planes; the planes become the image's own memory. */
public final class NewStack {

	/** Largest whole number that a 32-bit image shows exactly. */
	public static final int EXACT = 1 << 24;

	private NewStack() {}

	/**
	 * An image over given planes.
	 *
	 * @param title its title
	 * @param grid its geometry
	 * @param planes byte[], short[] or float[] of each slice
	 * @return the image, not shown
	 */
	public static ImagePlus of(final String title, final VoxelGrid grid, final IntFunction<?> planes) {
		final ImageStack stack = new ImageStack(grid.nx(), grid.ny());
		for (int z = 0; z < grid.nz(); z++)
			stack.addSlice(null, planes.apply(z));
		final ImagePlus imp = new ImagePlus(title, stack);
		Geometry.apply(imp, grid);
		// The first slice of a volume often shows nothing.
		imp.setSlice(1 + grid.nz() / 2);
		return imp;
	}

	/**
	 * Why a label image cannot be made, if it cannot.
	 *
	 * @param grid its geometry
	 * @param count largest label
	 * @return one sentence, or empty if it can be made
	 */
	public static String noLabels(final VoxelGrid grid, final int count) {
		final Runtime r = Runtime.getRuntime();
		return noLabels(grid, count, r.maxMemory() - r.totalMemory() + r.freeMemory());
	}

	/** The same for a given number of free bytes. What is free before a collection is the least that there is. */
	static String noLabels(final VoxelGrid grid, final int count, final long free) {
		if (count > EXACT) return "No label image was made: " + count + " labels are more than the " + EXACT
			+ " that a 32-bit image shows exactly; the tables hold all of them. Crop the image or raise minvoxels= to get one.";
		final double need = grid.voxels() * (count > 65535 ? 4.0 : 2.0);
		return need < 0.9 * free ? "" : String.format(Locale.ROOT,
			"No label image was made: it needs %.1f GB of memory and %.1f GB are free; the tables hold all %d labels. "
				+ "Give ImageJ more memory (Edit > Options > Memory & Threads) or crop the image to get one.", need / 1e9, free / 1e9, count);
	}

	/**
	 * A label image: 16-bit up to 65,535 labels, else 32-bit. Needs the memory of the image and one slice for each thread.
	 *
	 * @param title its title
	 * @param grid its geometry
	 * @param count largest label
	 * @param labels the labels
	 * @param threads threads to use, 0 for all
	 * @param progress asked whether to stop
	 * @return the image with the categorical colours of {@link Colours#labels()}, not shown
	 */
	public static ImagePlus labels(final String title, final VoxelGrid grid, final int count, final IntVolume labels, final int threads,
		final Progress progress)
	{
		final Object[] planes = new Object[grid.nz()];
		Slabs.forEach(grid.nz(), threads, progress, "Painting labels", z -> {
			final int[] line = labels.plane(z);
			if (count > 65535) {
				final float[] p = new float[line.length];
				for (int i = 0; i < p.length; i++)
					p[i] = line[i];
				planes[z] = p;
			}
			else {
				final short[] p = new short[line.length];
				for (int i = 0; i < p.length; i++)
					p[i] = (short) line[i];
				planes[z] = p;
			}
		});
		final ImagePlus imp = of(title, grid, z -> planes[z]);
		imp.setProp(Images.KIND, Images.LABELS);
		imp.setLut(Colours.labels());
		imp.setDisplayRange(0, Math.max(255, count));
		return imp;
	}

	/**
	 * A 32-bit image of lengths in nanometres; the display range is that of the values.
	 *
	 * @param title its title
	 * @param grid its geometry
	 * @param um lengths in um, [z][x + nx y]; they are turned into nm in place and become the image's memory
	 * @return the image, not shown
	 */
	public static ImagePlus nanometres(final String title, final VoxelGrid grid, final float[][] um) {
		float largest = 0;
		for (final float[] p : um) {
			for (int i = 0; i < p.length; i++) {
				p[i] *= 1000;
				if (p[i] > largest) largest = p[i];
			}
		}
		final ImagePlus imp = of(title, grid, z -> um[z]);
		imp.getCalibration().setValueUnit("nm");
		imp.setDisplayRange(0, largest);
		return imp;
	}

	/**
	 * A 32-bit image of a computed quantity; the display range is that of its values.
	 *
	 * @param title its title
	 * @param unit unit of the values
	 * @param values read slice by slice; each slice becomes the image's own memory
	 * @param threads threads to use, 0 for all
	 * @param progress asked whether to stop
	 * @return the image with the colours of {@link Colours#values()}, not shown
	 */
	public static ImagePlus values(final String title, final String unit, final FloatVolume values, final int threads,
		final Progress progress)
	{
		final VoxelGrid grid = values.grid();
		final float[][] planes = new float[grid.nz()][];
		final float[] largest = new float[grid.nz()];
		Slabs.forEach(grid.nz(), threads, progress, "Painting " + title, z -> {
			planes[z] = values.plane(z);
			for (final float v : planes[z])
				if (v > largest[z]) largest[z] = v;
		});
		final ImagePlus imp = of(title, grid, z -> planes[z]);
		imp.getCalibration().setValueUnit(unit);
		imp.setLut(Colours.values());
		float most = 0;
		for (final float v : largest)
			most = Math.max(most, v);
		imp.setDisplayRange(0, most);
		return imp;
	}

	/**
	 * Gives every slice the same label: it stands below the window's title and is saved with the image.
	 *
	 * @param imp the image
	 * @param text a short remark
	 */
	public static void label(final ImagePlus imp, final String text) {
		for (int s = 1; s <= imp.getStackSize(); s++)
			imp.getStack().setSliceLabel(text, s);
	}
}
