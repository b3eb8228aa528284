// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.ImageProcessor;

/** Finds images, refuses what is not a single-channel volume, and shows their pixels to the core without copying. */
public final class Images {

	/** The string property that ties an image to its sample's document; it survives duplication and saving. */
	public static final String SAMPLE = "dendritej.sample";

	/** The string property that says what an image holds, where its values alone do not; {@link #LABELS} for labels. */
	public static final String KIND = "dendritej.kind";

	/** Value of {@link #KIND} for class images that the suite made. */
	public static final String CLASSES = "classes";

	/** Value of {@link #KIND} for label images. */
	public static final String LABELS = "labels";

	private Images() {}

	/**
	 * The image to work on.
	 *
	 * @param given what the framework passed: null or an empty image if nothing fitted
	 * @return it, or the active image
	 */
	public static ImagePlus given(final ImagePlus given) {
		final ImagePlus imp = given != null ? given : WindowManager.getCurrentImage();
		if (imp == null) throw new IllegalArgumentException(
			"No image is open; open a stack first, or name one with image=[title].");
		if (imp.getWidth() == 0 || imp.getStackSize() == 0) throw new IllegalArgumentException(
			"The image named with image= is not open; give the title of an open image (see the Window menu).");
		return imp;
	}

	/**
	 * An optional second image.
	 *
	 * @param key the parameter's name, for the error
	 * @param title what the user typed; empty for none
	 * @return the image, or null for none
	 */
	public static ImagePlus named(final String key, final String title) {
		if (title == null || title.isBlank()) return null;
		final ImagePlus imp = WindowManager.getImage(title.strip());
		if (imp == null) throw new IllegalArgumentException(key + "=[" + title
			+ "] is not open; give the title of an open image (see the Window menu), or leave it out.");
		return imp;
	}

	/**
	 * Refuses RGB images, hyperstacks and, where a volume is due, single slices.
	 *
	 * @param imp the image
	 * @param volume whether more than one slice is needed
	 */
	public static void requireStack(final ImagePlus imp, final boolean volume) {
		final String title = "Image \"" + imp.getTitle() + "\"";
		if (imp.getType() == ImagePlus.COLOR_RGB) throw new IllegalArgumentException(title
			+ " is an RGB image; convert it to 8-bit, 16-bit or 32-bit grey first (Image > Type).");
		if (imp.getNChannels() > 1 || imp.getNFrames() > 1) throw new IllegalArgumentException(title + " has "
			+ imp.getNChannels() + " channels and " + imp.getNFrames()
			+ " frames; one of each is needed. " + (imp.getNSlices() == 1
				? "If these are its slices, set channels=1 frames=1 slices=" + imp.getStackSize() + " in Image > Properties."
				: "Split it with Image > Color > Split Channels or Image > Hyperstacks > Reduce Dimensionality."));
		if (volume && imp.getStackSize() < 2) throw new IllegalArgumentException(title
			+ " has 1 slice; a volume of at least 2 is needed. Open the whole stack.");
	}

	/**
	 * A class image or mask as a volume of bytes. An 8-bit image is not copied.
	 *
	 * @param imp 8-bit, or a 16- or 32-bit image that holds whole numbers from 0 to 255
	 * @param grid its geometry
	 * @return the volume
	 */
	public static ByteVolume classes(final ImagePlus imp, final VoxelGrid grid) {
		final ImageStack stack = imp.getStack();
		final String title = imp.getTitle();
		return ByteVolume.of(grid, z -> {
			final Object pixels = stack.getPixels(z + 1);
			return pixels instanceof byte[] ? (byte[]) pixels : narrowed(pixels, title, z);
		});
	}

	private static byte[] narrowed(final Object pixels, final String title, final int z) {
		final int n = pixels instanceof short[] ? ((short[]) pixels).length : ((float[]) pixels).length;
		final byte[] out = new byte[n];
		for (int i = 0; i < n; i++) {
			final float v = pixels instanceof short[] ? ((short[]) pixels)[i] & 0xffff : ((float[]) pixels)[i];
			if (!(v >= 0 && v <= 255) || v != (int) v) throw new IllegalArgumentException("Image \"" + title + "\" holds " + v
				+ " in slice " + (z + 1) + "; a class image or mask holds whole numbers from 0 to 255. Threshold it first or, if these are labels, give the class image or mask that they were made from.");
			out[i] = (byte) (int) v;
		}
		return out;
	}

	/**
	 * Picks the wanted class of a class image; an image that holds only 0 and 255 is taken as a mask of that class.
	 *
	 * @param imp class image or mask
	 * @param grid its geometry
	 * @param wanted class number
	 * @param what its name in words, for the error
	 * @return the phase
	 * @throws IllegalArgumentException if no voxel or every voxel belongs to it
	 */
	public static Phase phase(final ImagePlus imp, final VoxelGrid grid, final int wanted, final String what) {
		final ByteVolume volume = classes(imp, grid);
		final long[] histogram = ClassHistogram.of(volume);
		int distinct = 0;
		for (final long h : histogram)
			if (h > 0) distinct++;
		final boolean mask = histogram[255] > 0 && histogram[0] + histogram[255] == grid.voxels();
		// A label image that was thresholded since is a mask like any other.
		if (!mask && LABELS.equals(imp.getProp(KIND))) throw new IllegalArgumentException("Image \"" + imp.getTitle()
			+ "\" is a label image, whose numbers are objects and not classes; give the class image or mask that it was made from.");
		if (!mask && CLASSES.equals(imp.getProp(KIND))) requireClasses(imp.getTitle(), histogram);
		final int value = mask ? 255 : wanted;
		final String title = "Image \"" + imp.getTitle() + "\"";
		if (value < 0 || value > 255) throw new IllegalArgumentException("phase=" + wanted + " cannot occur in " + title
			+ "; give a class from 0 to 255.");
		if (histogram[value] == grid.voxels()) throw new IllegalArgumentException("Every voxel of " + title + " is " + what
			+ " (class " + value + "); the mask may be inverted or not yet made. Threshold it so that the rest is 0.");
		if (histogram[value] == 0) throw new IllegalArgumentException(title + " holds no voxel of class " + wanted + " (" + what
			+ "); it holds " + ClassHistogram.contents(histogram, distinct) + ". Set phase= to the right class, or threshold the image.");
		if (distinct > 16) throw new IllegalArgumentException(title + " holds " + distinct
			+ " different values; a class image has a few (0 electrolyte, 1 pore, 2 crack, 3 lithium, 4 outside). Segment the grey stack, or give the class image instead of labels.");
		return new Phase(volume, value);
	}

	/** What was painted into a class image by hand must be a class. */
	private static void requireClasses(final String title, final long[] histogram) {
		for (int v = 5; v < histogram.length; v++)
			if (histogram[v] > 0) throw new IllegalArgumentException("Image \"" + title + "\" holds the value " + v + " in " + histogram[v]
				+ " voxels, which is no class; paint 0 electrolyte, 1 pore, 2 crack, 3 lithium or 4 outside (Edit > Selection, then Process > Math > Set).");
	}

	/**
	 * The same for an image that need not hold the class: an earlier state of a specimen may have no crack yet.
	 *
	 * @param imp class image or mask
	 * @param grid its geometry
	 * @param wanted class number
	 * @param what its name in words, for the error
	 * @return the phase, perhaps without a voxel
	 * @throws IllegalArgumentException if every voxel belongs to it, or the image is no class image
	 */
	public static Phase phaseIfAny(final ImagePlus imp, final VoxelGrid grid, final int wanted, final String what) {
		final ByteVolume volume = classes(imp, grid);
		final long[] histogram = ClassHistogram.of(volume);
		final boolean mask = histogram[255] > 0 && histogram[0] + histogram[255] == grid.voxels();
		return !mask && wanted >= 0 && wanted <= 255 && histogram[wanted] == 0 ? new Phase(volume, wanted) : phase(imp, grid, wanted, what);
	}

	/**
	 * Label image as whole numbers.
	 *
	 * @param imp 8-, 16- or 32-bit labels
	 * @param grid its geometry
	 * @return the volume; a new array for each slice that is asked for
	 */
	public static IntVolume labels(final ImagePlus imp, final VoxelGrid grid) {
		final ImageStack stack = imp.getStack();
		final int n = grid.planeSize();
		return IntVolume.of(grid, z -> {
			final Object p = stack.getPixels(z + 1);
			final int[] out = new int[n];
			for (int i = 0; i < n; i++)
				out[i] = p instanceof byte[] ? ((byte[]) p)[i] & 0xff : p instanceof short[] ? ((short[]) p)[i] & 0xffff
					: (int) ((float[]) p)[i];
			return out;
		});
	}

	/**
	 * Demands that a 32-bit image holds labels: whole numbers, none negative. Images of 8 and 16 bits always do.
	 *
	 * @param imp the image; one pass
	 */
	public static void requireLabels(final ImagePlus imp) {
		if (imp.getBitDepth() != 32) return;
		for (int z = 1; z <= imp.getStackSize(); z++)
			for (final float v : (float[]) imp.getStack().getPixels(z))
				if (!(v >= 0 && v <= NewStack.EXACT) || v != (int) v) throw new IllegalArgumentException("Image \"" + imp.getTitle() + "\" holds " + v
					+ " in slice " + z + "; a label image holds whole numbers from 0. Give the label image that the values belong to.");
	}

	/**
	 * Grey values as floats.
	 *
	 * @param imp 8-, 16- or 32-bit grey image
	 * @param grid its geometry
	 * @return the volume; 32-bit slices are not copied
	 */
	public static FloatVolume grey(final ImagePlus imp, final VoxelGrid grid) {
		final ImageStack stack = imp.getStack();
		final String title = imp.getTitle();
		return FloatVolume.of(grid, z -> {
			final ImageProcessor ip = stack.getProcessor(z + 1);
			if (ip == null || ip.getWidth() != grid.nx() || ip.getHeight() != grid.ny()) throw new IllegalArgumentException("Slice " + (z + 1)
				+ " of image \"" + title + "\" " + (ip == null ? "cannot be read" : "is " + ip.getWidth() + " x " + ip.getHeight() + " pixels") + " where the stack is "
				+ grid.nx() + " x " + grid.ny() + "; leave it out, or bring it to the size of the others.");
			final float[] out = (float[]) ip.convertToFloatProcessor().getPixels();
			for (final float v : out)
				if (Float.isNaN(v) || Float.isInfinite(v)) throw new IllegalArgumentException("Image \"" + title
					+ "\" holds a value that is not a number in slice " + (z + 1)
					+ "; replace such values first (Process > Math > NaN Background marks them).");
			return out;
		});
	}

	/**
	 * Measured values as floats; NaN, where nothing was measured, stays.
	 *
	 * @param imp 8-, 16- or 32-bit image
	 * @param grid its geometry
	 * @return the volume; 32-bit slices are not copied
	 */
	public static FloatVolume values(final ImagePlus imp, final VoxelGrid grid) {
		final ImageStack stack = imp.getStack();
		return FloatVolume.of(grid, z -> (float[]) stack.getProcessor(z + 1).convertToFloatProcessor().getPixels());
	}

	/**
	 * The upper rows of a volume, such as slices without their data bar.
	 *
	 * @param whole the volume
	 * @param grid its geometry with fewer rows
	 * @return a view; slices are copied only if rows are left out
	 */
	public static FloatVolume rows(final FloatVolume whole, final VoxelGrid grid) {
		if (grid.ny() == whole.grid().ny()) return whole;
		return FloatVolume.of(grid, z -> java.util.Arrays.copyOf(whole.plane(z), grid.planeSize()));
	}

	/**
	 * Demands equal sizes of two images.
	 *
	 * @param a first
	 * @param b second
	 * @param key parameter that named the second
	 */
	public static void requireSameSize(final ImagePlus a, final ImagePlus b, final String key) {
		if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight() || a.getStackSize() != b.getStackSize())
			throw new IllegalArgumentException(key + "=[" + b.getTitle() + "] has " + b.getWidth() + " x " + b.getHeight() + " x "
				+ b.getStackSize() + " voxels where \"" + a.getTitle() + "\" has " + a.getWidth() + " x " + a.getHeight() + " x "
				+ a.getStackSize() + "; give an image of the same size.");
	}
}
