// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Assumptions;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Reads the public volumes beside the project; a test without them is skipped. */
public final class RealVolumes {

	private RealVolumes() {}

	private static Path file(final String name) {
		final Path p = Path.of("..", "shared", "data").resolve(name);
		Assumptions.assumeTrue(Files.isReadable(p), "no test data at " + p);
		return p;
	}

	/** A TIFF, or the first file of a zip, thresholded: values from low to high become class 1. */
	public static Phase tiff(final String name, final int low, final int high, final double edge) throws IOException {
		Path p = file(name);
		File copy = null;
		if (name.endsWith(".zip")) {
			copy = File.createTempFile("volume", ".tif");
			try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(p))) {
				ZipEntry e = zip.getNextEntry();
				while (!e.getName().endsWith(".tif"))
					e = zip.getNextEntry();
				Files.copy(zip, copy.toPath(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			}
			p = copy.toPath();
		}
		final ImagePlus imp = IJ.openImage(p.toString());
		if (copy != null) Files.delete(copy.toPath());
		final VoxelGrid g = VoxelGrid.of(imp.getWidth(), imp.getHeight(), imp.getStackSize(), edge, edge, edge);
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++) {
			final ImageProcessor ip = imp.getStack().getProcessor(z + 1);
			for (int i = 0; i < planes[z].length; i++)
				planes[z][i] = (byte) (ip.get(i) >= low && ip.get(i) <= high ? 1 : 0);
		}
		return new Phase(ByteVolume.of(g, planes), 1);
	}

	/** A raw NRRD of bytes, as class 255. */
	public static Phase nrrd(final String name, final double edge) throws IOException {
		try (InputStream in = Files.newInputStream(file(name))) {
			final StringBuilder line = new StringBuilder();
			int[] size = null;
			while (true) {
				final int c = in.read();
				if (c != '\n') {
					if (c != '\r') line.append((char) c);
					continue;
				}
				if (line.length() == 0) break;
				if (line.toString().startsWith("sizes:")) size = java.util.Arrays.stream(line.substring(6).trim().split(" +"))
					.mapToInt(Integer::parseInt).toArray();
				line.setLength(0);
			}
			final VoxelGrid g = VoxelGrid.of(size[0], size[1], size[2], edge, edge, edge);
			final byte[][] planes = new byte[g.nz()][];
			for (int z = 0; z < g.nz(); z++)
				planes[z] = in.readNBytes(g.planeSize());
			return new Phase(ByteVolume.of(g, planes), 255);
		}
	}
}
