// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** A grey stack with dark voids, turned into classes: once, and for the two ends of the interval of thresholds if wanted. */
public final class Segmentation {

	private final FloatVolume grey;
	private final SegmentOptions o;
	private final int threads;
	private final HalfContrast levels;
	private final MultiLevel several;
	private final double used;
	private final double[] ends;

	/**
	 * Finds the thresholds.
	 *
	 * @param grey the volume
	 * @param options how
	 * @param interval whether the ends of the interval are needed
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @throws IllegalArgumentException if the greys allow no threshold; the sentence says why
	 */
	public Segmentation(final FloatVolume grey, final SegmentOptions options, final boolean interval, final int threads, final Progress progress) {
		this.grey = grey;
		this.threads = threads;
		o = options;
		if (o.method().equals("multi")) {
			several = MultiLevel.of(grey, o.order().length, threads, progress);
			int solid = 0;
			while (o.order()[solid] != 0)
				solid++;
			levels = new HalfContrast(several.thresholds()[0], several.levels()[solid], several.levels()[0], several.noise());
			used = levels.threshold();
			ends = new double[] { used - several.reach(), used + several.reach() };
			return;
		}
		several = null;
		final boolean local = o.method().equals("local"), both = interval || o.method().equals("hysteresis");
		final boolean needed = o.poreback() != 0 || !local && (o.threshold() == 0 || both);
		levels = needed ? HalfContrast.of(grey, threads, progress) : null;
		used = local ? Double.NaN : o.threshold() == 0 ? levels.threshold() : o.threshold();
		if (!both) ends = null;
		else if (local) {
			final double reach = LocalThreshold.reach(grey, threads, progress);
			ends = new double[] { -reach, reach };
		}
		else {
			final ThresholdRange r = ThresholdRange.of(levels), typed = new ThresholdRange(o.low() == 0 ? Math.min(r.low(), used - (r.mid() - r.low())) : o.low(),
				used, o.high() == 0 ? Math.max(r.high(), used + (r.high() - r.mid())) : o.high());
			ends = new double[] { typed.low(), typed.high() };
		}
	}

	/**
	 * The threshold between voids and the next brighter class.
	 *
	 * @return grey level; NaN if every pixel has its own
	 */
	public double threshold() {
		return used;
	}

	/**
	 * Classes of the middle threshold.
	 *
	 * @param progress told how far the work is
	 * @return new planes
	 */
	public byte[][] middle(final Progress progress) {
		switch (o.method()) {
			case "multi":
				return ranked(0, progress);
			case "local":
				return divided(LocalThreshold.below(grey, o.radius(), o.weight(), 0, threads, progress.part(0, 0.2)), null, progress.part(0.2, 1));
			case "hysteresis":
				return divided(Hysteresis.below(grey, ends[0], ends[1], threads, progress.part(0, 0.3)), null, progress.part(0.3, 1));
			default:
				return divided(Thresholded.below(grey, used, threads, progress.part(0, 0.1)), null, progress.part(0.1, 1));
		}
	}

	/**
	 * Classes of one end of the interval.
	 *
	 * @param most true: most void, false: least
	 * @param progress told how far the work is
	 * @return new planes
	 * @throws IllegalArgumentException if no voxel is void there; the sentence names the key
	 */
	public byte[][] end(final boolean most, final Progress progress) {
		final double t = ends[most ? 1 : 0];
		if (several != null) return ranked(t - used, progress);
		if (o.method().equals("local")) return divided(LocalThreshold.below(grey, o.radius(), o.weight(), t, threads, progress.part(0, 0.2)), null, progress
			.part(0.2, 1));
		return divided(Thresholded.below(grey, t, most ? "high" : "low", threads, progress.part(0, 0.1)), null, progress.part(0.1, 1));
	}

	/**
	 * Chance that a voxel is void, from its grey and the noise; with local thresholds from the votes of the three sets.
	 *
	 * @param least classes of the lowest threshold
	 * @param mid classes of the middle threshold
	 * @param most classes of the highest threshold
	 * @param progress told how far the work is
	 * @return 0 to 1
	 */
	public FloatVolume chance(final ByteVolume least, final ByteVolume mid, final ByteVolume most, final Progress progress) {
		if (!Double.isNaN(used)) return Probabilities.below(grey, used, Math.max(1e-3, levels.noise()), threads, progress);
		final float[][] out = new float[grey.grid().nz()][];
		Slabs.forEach(out.length, threads, progress, "Finding probabilities", z -> {
			final byte[] a = least.plane(z), b = mid.plane(z), c = most.plane(z);
			out[z] = new float[a.length];
			for (int i = 0; i < a.length; i++)
				out[z][i] = ((isVoid(a[i]) ? 1 : 0) + (isVoid(b[i]) ? 1 : 0) + (isVoid(c[i]) ? 1 : 0)) / 3f;
		});
		return FloatVolume.of(grey.grid(), out);
	}

	private static boolean isVoid(final byte c) {
		return c == ShapeClasses.PORE || c == ShapeClasses.CRACK;
	}

	private byte[][] ranked(final double shift, final Progress progress) {
		final ByteVolume ranks = several.ranks(grey, shift, threads, progress.part(0, 0.1));
		final byte[][] codes = new byte[grey.grid().nz()][], voids = new byte[codes.length][];
		long count = 0;
		for (int z = 0; z < codes.length; z++) {
			final byte[] r = ranks.plane(z);
			codes[z] = new byte[r.length];
			voids[z] = new byte[r.length];
			for (int i = 0; i < r.length; i++) {
				codes[z][i] = (byte) o.order()[r[i]];
				if (codes[z][i] == 1) {
					voids[z][i] = 1;
					count++;
				}
			}
		}
		if (count == 0 || count == grey.grid().voxels()) throw new IllegalArgumentException("The darkest of the classes of order= holds " + (count == 0
			? "no voxel" : "every voxel") + " at this end of the interval; name other classes, or give one threshold with method=half.");
		return divided(new Phase(ByteVolume.of(grey.grid(), voids), 1), codes, progress.part(0.1, 1));
	}

	/** Voids with their grey ends, told apart by shape, over the other classes if there are any, with cap and trench marked. */
	private byte[][] divided(final Phase voids, final byte[][] others, final Progress progress) {
		final Phase whole = o.poreback() == 0 ? voids : PoreBacks.filled(grey, voids, levels, o.poreback(), o.towardsHigherZ(), progress.part(0, 0.1));
		// The voids were made for this and are not needed after it: a second volume would not fit beside a large stack.
		final byte[][] planes = new byte[grey.grid().nz()][];
		for (int z = 0; z < planes.length; z++)
			planes[z] = whole.volume().plane(z);
		ShapeClasses.inPlace(grey.grid(), planes, o.aspect(), threads, progress.part(0.1, 0.95));
		for (int z = 0; others != null && z < planes.length; z++) {
			for (int i = 0; i < planes[z].length; i++)
				if (planes[z][i] == 0) planes[z][i] = others[z][i] == 1 ? 0 : others[z][i];
		}
		if (o.cap() != 0) OutsideSample.mark(grey, o.cap(), planes, threads, progress.part(0.95, 1));
		if (o.trench() != 0) OutsideSample.trench(grey, o.trench(), planes, threads, progress.part(0.95, 1));
		return planes;
	}
}
