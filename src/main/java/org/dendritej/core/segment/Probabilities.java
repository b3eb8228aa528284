// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import java.util.List;

import org.apache.commons.math3.special.Erf;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Class probabilities: from maps that a trained classifier made, and from grey values and their noise. */
public final class Probabilities {

	private static final double TOLERANCE = 0.02;

	private Probabilities() {}

	/**
	 * The most probable class of every voxel.
	 *
	 * @param maps one map for each class, in the order of the codes; their sum is 1 everywhere (within 0.02)
	 * @param codes class of each map
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return the class image; the earlier map wins a tie
	 * @throws IllegalArgumentException if the maps do not fit each other, leave 0 to 1, or do not sum to one
	 */
	public static ByteVolume classes(final List<FloatVolume> maps, final int[] codes, final int threads, final Progress progress) {
		if (maps.size() < 2 || maps.size() != codes.length) throw new IllegalArgumentException("There are " + maps.size() + " probability maps for "
			+ codes.length + " classes; give one map for each of at least 2 classes.");
		final VoxelGrid g = maps.get(0).grid();
		for (final FloatVolume m : maps)
			if (m.grid().nx() != g.nx() || m.grid().ny() != g.ny() || m.grid().nz() != g.nz()) throw new IllegalArgumentException(
				"The probability maps have different sizes; give maps of one stack.");
		final byte[][] out = new byte[g.nz()][];
		Slabs.forEach(g.nz(), threads, progress, "Choosing classes", z -> {
			final float[] sum = new float[g.planeSize()], best = new float[g.planeSize()];
			out[z] = new byte[g.planeSize()];
			java.util.Arrays.fill(best, -1);
			for (int c = 0; c < codes.length; c++) {
				final float[] p = maps.get(c).plane(z);
				for (int i = 0; i < p.length; i++) {
					if (!(p[i] >= -TOLERANCE && p[i] <= 1 + TOLERANCE)) throw new IllegalArgumentException("A probability map holds " + p[i] + " in slice " + (z
						+ 1) + "; probabilities lie between 0 and 1 (divide 8-bit maps by 255 first).");
					sum[i] += p[i];
					if (p[i] > best[i]) {
						best[i] = p[i];
						out[z][i] = (byte) codes[c];
					}
				}
			}
			for (final float s : sum)
				if (Math.abs(s - 1) > TOLERANCE) throw new IllegalArgumentException("The probability maps sum to " + s + " in slice " + (z + 1)
					+ "; they must sum to 1 everywhere. Give the maps of all classes, each once.");
		});
		return ByteVolume.of(g, out);
	}

	/**
	 * Probability that the grey without noise lies below the threshold: the normal distribution of {@code (threshold - grey) /
	 * noise}. It covers noise, not blur nor a wrong threshold.
	 *
	 * @param grey the volume
	 * @param threshold grey level
	 * @param noise standard deviation of the noise, grey levels, above 0
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return 0 to 1, new planes of floats
	 */
	public static FloatVolume below(final FloatVolume grey, final double threshold, final double noise, final int threads, final Progress progress) {
		if (!(noise > 0)) throw new IllegalArgumentException("The noise is " + noise + " grey levels; without noise there is no probability to give.");
		final float[][] out = new float[grey.grid().nz()][];
		final float[] table = new float[1601];
		for (int k = 0; k < table.length; k++)
			table[k] = (float) (0.5 * Erf.erfc(-(k - 800) / 100.0 / Math.sqrt(2)));
		Slabs.forEach(out.length, threads, progress, "Finding probabilities", z -> {
			final float[] g = grey.plane(z), p = new float[g.length];
			for (int i = 0; i < p.length; i++)
				p[i] = table[(int) Math.max(0, Math.min(1600, Math.rint(800 + 100 * (threshold - g[i]) / noise)))];
			out[z] = p;
		});
		return FloatVolume.of(grey.grid(), out);
	}
}
