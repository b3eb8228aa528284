// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.dendritej.core.current.CurrentAnalysis;
import org.dendritej.core.current.CurrentOptions;
import org.dendritej.core.current.CurrentResult;
import org.dendritej.core.current.Filling;
import org.dendritej.core.current.LabelledBodies;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;

/**
 * Times all that Map Current Distribution does on the block of the second paper, 20 x 30 x 50 um with a spallation: labels,
 * field, currents, both images and their files; and the longest time in which Cancel is not looked at.
 */
public final class CurrentBench {

	private static final double BLOCK_X_UM = 20, BLOCK_Y_UM = 30, BLOCK_Z_UM = 50;

	private CurrentBench() {}

	/**
	 * Runs the block once.
	 *
	 * @param n voxels along its shortest side, 20 to 400; 200 gives 30 million
	 * @return one line: seconds on the clock by stage, and between two looks at Cancel
	 */
	public static String run(final int n) {
		if (n < 20 || n > 400) throw new IllegalArgumentException("A block of " + n
			+ " voxels along its shortest side says nothing or does not fit; give 20 to 400 (200 is 30 million voxels).");
		final double edge = BLOCK_X_UM / n;
		final VoxelGrid g = VoxelGrid.of(n, (int) Math.round(BLOCK_Y_UM / edge), (int) Math.round(BLOCK_Z_UM / edge), edge, edge, edge);
		final SpecimenOptions plain = SpecimenOptions.of(SpecimenOptions.Kind.SPALLATION);
		final Specimen s = Specimens.make(plain.withGrid(g).withBodies(1, 6, plain.lengthUm(), plain.widthNm()));
		final ByteVolume classes = Rendering.classes(s, 0, Progress.NONE);
		final Looks looks = new Looks();
		final long t0 = System.nanoTime();
		final LabelledBodies pores = LabelledBodies.found(new Phase(classes, 1), 8, 0, looks), cracks = LabelledBodies.found(new Phase(classes, 2),
			8, 0, looks);
		final long t1 = System.nanoTime();
		final CurrentOptions o = new CurrentOptions(ElectrodeFace.Y_MINUS, 0.2, 0, true, 1e-6, 1, Filling.ALL, Map.of(), false, 0, 5, 0, 0);
		final CurrentResult r = CurrentAnalysis.map(classes, pores, cracks, null, CurrentAnalysis.NO_SPHERE, o, looks);
		final long t2 = System.nanoTime();
		final long bytes = write("potential", "V", r.potential(), looks) + write("density", "mA/cm2", r.currentDensity(), looks);
		final long t3 = System.nanoTime();
		return String.format(Locale.ROOT,
			"current %dx%dx%d: labels %.2f s, field and currents %.2f s, images and files (%.2f GB) %.2f s, together %.2f s; %.0f iterations; at most %.2f s between two looks at Cancel",
			g.nx(), g.ny(), g.nz(), (t1 - t0) / 1e9, (t2 - t1) / 1e9, bytes / 1e9, (t3 - t2) / 1e9, (t3 - t0) / 1e9, r.summary().stream().filter(q -> q
				.name().equals("iterations")).findFirst().orElseThrow().value(), looks.longestSeconds());
	}

	private static long write(final String what, final String unit, final FloatVolume values, final Progress progress) {
		try {
			final Path file = Files.createTempFile("bench-" + what, ".tif");
			try {
				Pictures.writeTiff(NewStack.values(what, unit, values, 0, progress), file);
				return Files.size(file);
			}
			finally {
				Files.delete(file);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Notes the longest time between two looks at Cancel. */
	private static final class Looks implements Progress {

		private long last = System.nanoTime(), longest;

		@Override
		public void report(final double fraction, final String stage) {
			cancelled();
		}

		@Override
		public synchronized boolean cancelled() {
			final long now = System.nanoTime();
			longest = Math.max(longest, now - last);
			last = now;
			return false;
		}

		synchronized double longestSeconds() {
			return longest / 1e9;
		}
	}
}
