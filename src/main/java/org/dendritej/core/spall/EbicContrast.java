// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Whether a spallation is joined to the counter electrode: does its EBIC signal differ from its surroundings by more than
 * the image differs from itself elsewhere?
 * <p>
 * Statistic: mean inside the outline less the mean of a ring from 1.2 to 1.8 radii. Null: the same outline with its ring
 * laid at up to 999 seeded places that touch no spallation; p = (1 + places with at least this difference) / (1 +
 * places), two-sided, because the sign of EBIC contrast depends on the wiring. Neighbouring pixels are correlated, so a
 * test on pixels would claim too much; whole places are the unit here. Not more than 2000 pixels of each region are read.
 * Only connected, not connected or undecided is reported: the size of the contrast depends on beam and amplifier.
 */
public final class EbicContrast {

	private static final int PLACES = 999;
	private static final int FEWEST = 19;
	private static final int PIXELS = 2000;

	private EbicContrast() {}

	/**
	 * Tests each spallation.
	 *
	 * @param ebic EBIC image, registered to the surface image: same um coordinates
	 * @param rims measured spallations
	 * @param outlines their outlines in the same order, um
	 * @param alpha probability of a false connection for each, such as 0.05
	 * @param leastContrast contrast (over the background's mean) that a connection is expected to make; if less than that
	 *          would have been seen in only a part of the cases, the verdict is undecided instead of not connected
	 * @param seed of the places
	 * @param threads threads; 0 means all
	 * @param progress progress and cancel
	 * @return copies with contrast, p and verdict; without enough free surface p is NaN and the verdict undecided
	 */
	public static List<Spallation> test(final SurfaceImage ebic, final List<Spallation> rims,
		final List<Outline> outlines, final double alpha, final double leastContrast, final long seed, final int threads,
		final Progress progress)
	{
		if (rims.size() != outlines.size()) throw new IllegalArgumentException(rims.size() + " spallations came with "
			+ outlines.size() + " outlines; give one outline for each.");
		if (!(alpha > 0 && alpha < 1)) throw new IllegalArgumentException("alpha=" + alpha
			+ " is not a probability; give a number between 0 and 1, such as 0.05.");
		final Spallation[] out = new Spallation[rims.size()];
		final float[] grey = new float[ebic.width() * ebic.height()];
		ebic.read(0, 0, ebic.width(), ebic.height(), grey);
		final int[] taken = taken(ebic, outlines);
		Slabs.forEach(out.length, threads, progress, "testing EBIC contrast", i -> out[i] = one(ebic, grey, taken, rims.get(
			i), i + 1, outlines.get(i), alpha, leastContrast, new SplittableRandom(seed + i), progress));
		return List.of(out);
	}

	/** Pixels of spallations, 1.2 times their size: number of the spallation, 0 = free. */
	private static int[] taken(final SurfaceImage image, final List<Outline> outlines) {
		final int[] t = new int[image.width() * image.height()];
		for (int k = 0; k < outlines.size(); k++) {
			final Outline o = outlines.get(k);
			final double[] c = o.centroidUm(), b = o.boxUm();
			for (int y = row(image, c[1] + 1.2 * (b[1] - c[1])); y <= row(image, c[1] + 1.2 * (b[3] - c[1])); y++)
				for (int x = column(image, c[0] + 1.2 * (b[0] - c[0])); x <= column(image, c[0] + 1.2 * (b[2] - c[0])); x++) {
					final double px = (x + 0.5) * image.pixelWidthUm(), py = (y + 0.5) * image.pixelHeightUm();
					if (o.contains(c[0] + (px - c[0]) / 1.2, c[1] + (py - c[1]) / 1.2)) t[y * image.width() + x] = k + 1;
				}
		}
		return t;
	}

	private static int column(final SurfaceImage image, final double x) {
		return Math.max(0, Math.min(image.width() - 1, (int) Math.floor(x / image.pixelWidthUm())));
	}

	private static int row(final SurfaceImage image, final double y) {
		return Math.max(0, Math.min(image.height() - 1, (int) Math.floor(y / image.pixelHeightUm())));
	}

	private static Spallation one(final SurfaceImage image, final float[] grey, final int[] taken, final Spallation s,
		final int id, final Outline o, final double alpha, final double least, final SplittableRandom random,
		final Progress progress)
	{
		final int[][] region = region(image, o);
		final int w = image.width(), h = image.height();
		final double[] c = o.centroidUm();
		final int cx = column(image, c[0]), cy = row(image, c[1]);
		final double[] own = difference(grey, taken, w, h, region, cx, cy, id);
		final SpallationDraft d = new SpallationDraft(s);
		d.ebicVerdict = "undecided";
		if (own == null) return d.done();
		d.ebicContrast = own[0] / own[1];
		final List<Double> elsewhere = new ArrayList<>();
		for (int tries = 0; tries < 20 * PLACES && elsewhere.size() < PLACES; tries++) {
			if ((tries & 63) == 0) progress.check();
			final int x = random.nextInt(w), y = random.nextInt(h);
			final double[] at = difference(grey, taken, w, h, region, x, y, 0);
			if (at != null) elsewhere.add(at[0]);
		}
		if (elsewhere.size() < FEWEST) return d.done();
		final double[] others = elsewhere.stream().mapToDouble(Math::abs).sorted().toArray();
		int more = 0;
		for (final double v : others)
			if (v >= Math.abs(own[0])) more++;
		d.ebicP = (1 + more) / (1.0 + others.length);
		final double seen = others[Math.min(others.length - 1, (int) Math.ceil((1 - alpha) * others.length))];
		if (d.ebicP <= alpha) d.ebicVerdict = "connected";
		else if (seen <= Math.abs(least * own[1])) d.ebicVerdict = "not connected";
		return d.done();
	}

	/** Offsets of the inside and of the ring from the centroid's pixel: dx, dy in turn. */
	private static int[][] region(final SurfaceImage image, final Outline o) {
		final double[] c = o.centroidUm(), b = o.boxUm();
		final double size = Math.max(b[2] - b[0], b[3] - b[1]);
		final double area = 4 * size * size / (image.pixelWidthUm() * image.pixelHeightUm());
		final int stride = Math.max(1, (int) Math.sqrt(area / (4 * PIXELS)));
		final int rx = (int) (1.8 * size / image.pixelWidthUm()), ry = (int) (1.8 * size / image.pixelHeightUm());
		final int[] in = new int[2 * ((2 * rx / stride + 2) * (2 * ry / stride + 2))], ring = new int[in.length];
		int n = 0, m = 0;
		for (int y = -ry; y <= ry; y += stride)
			for (int x = -rx; x <= rx; x += stride) {
				final double ux = x * image.pixelWidthUm(), uy = y * image.pixelHeightUm();
				if (o.contains(c[0] + ux, c[1] + uy)) {
					in[n++] = x;
					in[n++] = y;
				}
				else if (o.contains(c[0] + ux / 1.8, c[1] + uy / 1.8) && !o.contains(c[0] + ux / 1.2, c[1] + uy / 1.2)) {
					ring[m++] = x;
					ring[m++] = y;
				}
			}
		return new int[][] { Arrays.copyOf(in, n), Arrays.copyOf(ring, m) };
	}

	/** Mean inside less mean of the ring, and the ring's mean; null where the image or another spallation is in the way. */
	private static double[] difference(final float[] grey, final int[] taken, final int w, final int h,
		final int[][] region, final int cx, final int cy, final int id)
	{
		final double in = mean(grey, taken, w, h, region[0], cx, cy, id, 1);
		final double ring = mean(grey, taken, w, h, region[1], cx, cy, id, id == 0 ? 1 : 0.5);
		return Double.isNaN(in) || Double.isNaN(ring) ? null : new double[] { in - ring, ring };
	}

	/** Mean over the free (or own) pixels; NaN if fewer than the given share of them are. */
	private static double mean(final float[] grey, final int[] taken, final int w, final int h, final int[] at,
		final int cx, final int cy, final int id, final double share)
	{
		double sum = 0;
		int n = 0;
		for (int i = 0; i < at.length; i += 2) {
			final int x = cx + at[i], y = cy + at[i + 1];
			if (x < 0 || y < 0 || x >= w || y >= h) {
				if (share == 1 && id == 0) return Double.NaN;
				continue;
			}
			final int t = taken[y * w + x];
			if (t != 0 && t != id) {
				if (share == 1 && id == 0) return Double.NaN;
				continue;
			}
			sum += grey[y * w + x];
			n++;
		}
		return n == 0 || n < 0.5 * share * at.length / 2 ? Double.NaN : sum / n;
	}
}
