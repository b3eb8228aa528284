// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import ij.process.ImageProcessor;

/** Writes images to files without a window and without touching the image (ImageJ's own savers rename it). */
public final class Pictures {

	private Pictures() {}

	/**
	 * Writes one slice as it is seen.
	 *
	 * @param ip the slice
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public static void writePng(final ImageProcessor ip, final Path file) throws IOException {
		// ImagePlus.getBufferedImage() gives a single pixel when there is no screen; the processor's does not.
		if (!ImageIO.write(ip.getBufferedImage(), "png", file.toFile())) throw new IOException("no PNG writer for " + file);
	}

	/**
	 * Writes a stack as an uncompressed TIFF with its calibration and properties.
	 *
	 * @param imp the stack
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public static void writeTiff(final ImagePlus imp, final Path file) throws IOException {
		final FileInfo fi = imp.getFileInfo();
		fi.fileName = file.getFileName().toString();
		fi.directory = "";
		fi.nImages = imp.getStackSize();
		fi.description = new ij.io.FileSaver(imp).getDescriptionString();
		fi.info = imp.getInfoProperty();
		fi.properties = imp.getPropertiesAsArray();
		if (imp.getStackSize() > 1) {
			fi.pixels = imp.getStack().getImageArray();
			if (imp.getStack().isVirtual()) fi.virtualStack = (ij.VirtualStack) imp.getStack();
		}
		try (java.io.DataOutputStream out = new java.io.DataOutputStream(new java.io.BufferedOutputStream(java.nio.file.Files.newOutputStream(file), 1 << 16))) {
			new TiffEncoder(fi).write(out);
		}
	}

	/**
	 * Writes an RGB stack as a film of JPEG frames, at the stack's own frame rate.
	 *
	 * @param imp the stack
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public static void writeAvi(final ImagePlus imp, final Path file) throws IOException {
		new ij.plugin.filter.AVI_Writer().writeImage(imp, file.toString(), ij.plugin.filter.AVI_Writer.JPEG_COMPRESSION, 90);
	}
}
