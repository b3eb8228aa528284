// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Adds up the counts of each object and of its background. Objects are independent, so they are shared among threads;
 * cost: one distance transform over the box of each object and its ring.
 */
final class Tallying {

	private static final int FEWEST_RING_PIXELS = 100;
	private final VoxelGrid grid;
	private final float[] counts;
	private final int[] labels;
	private final MagnesiumOptions options;
	private double[] toAnyObject;

	Tallying(final FloatVolume counts, final IntVolume labels, final MagnesiumOptions options) {
		grid = counts.grid();
		this.counts = counts.plane(options.mapSlice(counts));
		this.labels = labels.plane(options.labelSlice(labels));
		this.options = options;
	}

	ObjectTally[] all(final List<ObjectPixels> objects, final Progress progress) {
		if (options.background() instanceof Background.Local) toAnyObject = PlaneDistance.of(grid.nx(), grid.ny(),
			grid.dxUm(), grid.dyUm(), (x, y) -> labels[y * grid.nx() + x] != 0);
		final ObjectTally[] tallies = new ObjectTally[objects.size()];
		Slabs.forEach(tallies.length, options.threads(), progress, "Counting magnesium in objects",
			i -> tallies[i] = one(objects.get(i)));
		return tallies;
	}

	private ObjectTally one(final ObjectPixels o) {
		final long n = sum(counts, o.index());
		final Double given = options.measurement().widthUm().get(o.label());
		final double width = given != null ? given : o.inscribedWidthUm(labels, grid);
		final Background background = options.background();
		long nb = 0;
		double scale = Double.NaN;
		double dispersion = 1;
		double expected = Double.NaN;
		if (background instanceof Background.Window w) {
			nb = sum(w.counts().plane(options.mapSlice(w.counts())), o.index());
			scale = w.scale();
			expected = scale * nb;
		}
		else if (background instanceof Background.Expected e) {
			final float[] p = e.expected().plane(options.mapSlice(e.expected()));
			expected = 0;
			for (final int i : o.index())
				expected += p[i];
			scale = 0;
		}
		else {
			final int[] ring = ring(o, (Background.Local) background);
			if (ring.length > 0) {
				nb = sum(counts, ring);
				scale = o.size() / (double) ring.length;
				expected = scale * nb;
				dispersion = dispersion(ring, nb);
			}
		}
		return new ObjectTally(o.label(), o.size(), n, nb, scale, expected, dispersion, width, given != null,
			o.atBorder(grid));
	}

	/** The nearest allowed pixels, whole distances at a time, until there are enough. */
	private int[] ring(final ObjectPixels o, final Background.Local ring) {
		final double gap = options.gapUm(ring, grid);
		final double reach = Double.isNaN(ring.reachUm()) ? gap + 16 * Math.max(grid.dxUm(), grid.dyUm()) : ring.reachUm();
		final int[] b = o.box((int) Math.ceil(reach / grid.dxUm()), (int) Math.ceil(reach / grid.dyUm()), grid);
		final int nx = grid.nx();
		final double[] own = PlaneDistance.of(b[2], b[3], grid.dxUm(), grid.dyUm(),
			(x, y) -> labels[(b[1] + y) * nx + b[0] + x] == o.label());
		final byte[] classes = ring.phase() == null ? null
			: ring.phase().volume().plane(options.phaseSlice(ring.phase().volume()));
		final int[] index = new int[own.length];
		final double[] distance = new double[own.length];
		int n = 0;
		for (int i = 0; i < own.length; i++) {
			final int at = (b[1] + i / b[2]) * nx + b[0] + i % b[2];
			if (own[i] > reach || toAnyObject[at] <= gap || classes != null && classes[at] != ring.phase().code()) continue;
			index[n] = at;
			distance[n++] = own[i];
		}
		final int wanted = (int) Math.max(FEWEST_RING_PIXELS, Math.min(n, Math.ceil(ring.factor() * o.size())));
		if (n <= wanted) return Arrays.copyOf(index, n);
		final double[] sorted = Arrays.copyOf(distance, n);
		Arrays.sort(sorted);
		final double last = sorted[wanted - 1];
		int kept = 0;
		for (int i = 0; i < n; i++)
			if (distance[i] <= last) index[kept++] = index[i];
		return Arrays.copyOf(index, kept);
	}

	/** Variance over mean of the ring's pixels, if it is clearly (5 standard errors and by half) above that of Poisson. */
	private double dispersion(final int[] ring, final long sum) {
		if (ring.length < 20 || sum == 0) return 1;
		final double mean = sum / (double) ring.length;
		double squares = 0;
		for (final int i : ring)
			squares += (counts[i] - mean) * (counts[i] - mean);
		final double ratio = squares / mean / (ring.length - 1);
		final double standardError = Math.sqrt((2 + 1 / mean) / (ring.length - 1));
		return ratio > 1.5 && ratio > 1 + 5 * standardError ? ratio : 1;
	}

	private static long sum(final float[] plane, final int[] index) {
		double s = 0;
		for (final int i : index)
			s += plane[i];
		return Math.round(s);
	}
}
