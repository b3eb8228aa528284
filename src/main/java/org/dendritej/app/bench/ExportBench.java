// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.dendritej.core.geom.ByteVolume;

/** Writes the benchmarks' volumes to raw files, so that other programs can be timed on the same voxels ({@code src/peers}). */
public final class ExportBench {

	private ExportBench() {}

	/**
	 * Writes {@code target/bench-N.raw} (random field) and {@code target/bench-N-sheets.raw} (thin sheets and tubes): bytes 0
	 * and 1, x fastest, then y, then z. Older files of these names are replaced.
	 *
	 * @param n side of the cubes, voxels
	 * @return for each file its name and how many voxels are set
	 */
	public static String run(final int n) {
		final ByteVolume field = RandomField.make(n, 0.15, 1);
		final ByteVolume sheets = ByteVolume.of(field.grid(), SkeletonBench.sheetsAndTubes(field.grid()));
		return write(field, "bench-" + n + ".raw") + write(sheets, "bench-" + n + "-sheets.raw");
	}

	private static String write(final ByteVolume volume, final String name) {
		final Path file = Path.of("target", name);
		long set = 0;
		try {
			Files.createDirectories(file.getParent());
			try (OutputStream out = Files.newOutputStream(file)) {
				for (int z = 0; z < volume.grid().nz(); z++) {
					final byte[] plane = volume.plane(z).clone();
					for (int i = 0; i < plane.length; i++)
						set += plane[i] = (byte) (plane[i] == 0 ? 0 : 1);
					out.write(plane);
				}
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return String.format(Locale.ROOT, "%s: %d^3 voxels, %d set%n", file, volume.grid().nx(), set);
	}
}
