// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.function.IntFunction;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

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
		return imp;
	}

	/** Fills a plane of labels. */
	@FunctionalInterface
	public interface LabelPlane {

		/**
		 * Writes the labels of one slice.
		 *
		 * @param z slice, from 0
		 * @param out nx ny numbers to fill
		 */
		void fill(int z, int[] out);
	}

	/**
	 * A label image: 16-bit up to 65,535 labels, else 32-bit. Memory: the image and one slice of int.
	 *
	 * @param title its title
	 * @param grid its geometry
	 * @param count largest label
	 * @param labels writes one slice after the other
	 * @param progress asked whether to stop
	 * @return the image with the categorical colours of {@link Colours#labels()}, not shown
	 */
	public static ImagePlus labels(final String title, final VoxelGrid grid, final int count, final LabelPlane labels,
		final Progress progress)
	{
		final int n = grid.planeSize();
		final int[] line = new int[n];
		final ImagePlus imp = of(title, grid, z -> {
			progress.check();
			labels.fill(z, line);
			if (count > 65535) {
				final float[] p = new float[n];
				for (int i = 0; i < n; i++)
					p[i] = line[i];
				return p;
			}
			final short[] p = new short[n];
			for (int i = 0; i < n; i++)
				p[i] = (short) line[i];
			return p;
		});
		imp.setLut(Colours.labels());
		imp.setDisplayRange(0, count > 65535 ? count : Math.max(255, Math.min(65535, count)));
		return imp;
	}
}
