// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.prepare.Stripes;
import org.dendritej.core.run.Progress;
import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Real slices: a ceramic with its authors' masks, and a FIB slice with curtains and long cracks. */
class RealSlicesTest {

	private static float[] pixels(final String file, final int[] size) {
		final ij.ImagePlus imp = ij.IJ.openImage(SharedData.file("semslices/" + file).toString());
		size[0] = imp.getWidth();
		size[1] = imp.getHeight();
		return (float[]) imp.getProcessor().convertToByte(false).convertToFloat().getPixels();
	}

	/** The authors' black also holds a darker second phase, which no threshold for voids can find. */
	@Test
	void voidsLieInsideTheAuthorsMasks() {
		for (final String sample : new String[] { "001", "002" }) {
			final int[] n = new int[2];
			final float[] sem = pixels("yamamoto_sample_" + sample + "_sem.bmp", n), mask = pixels("yamamoto_sample_" + sample + "_mask.bmp", n);
			final FloatVolume v = FloatVolume.of(VoxelGrid.of(n[0], n[1], 1, 1, 1, 1), new float[][] { sem });
			double best = 0, at = 0;
			for (int t = 10; t < 240; t += 2)
				if (dice(sem, mask, t)[0] > best) {
					best = dice(sem, mask, t)[0];
					at = t;
				}
			double half = Double.NaN;
			try {
				half = HalfContrast.of(v, 1, Progress.NONE).threshold();
			}
			catch (final IllegalArgumentException e) {
				System.out.println("half contrast of " + sample + ": " + e.getMessage());
			}
			final double[] mine = dice(sem, mask, Double.isNaN(half) ? at : half);
			System.out.printf(Locale.ROOT, "sample %s: half %.1f dice %.3f agreement %.3f precision %.3f; best threshold %.0f dice %.3f agreement %.3f%n", sample,
				half, mine[0], mine[1], mine[2], at, best, dice(sem, mask, at)[1]);
			assertTrue(dice(sem, mask, at)[1] > 0.85, "agreement " + dice(sem, mask, at)[1]);
			// Local thresholds know nothing of the mask and come as near to it.
			final byte[] local = LocalThreshold.below(v, 50, 0.2, 0, 1, Progress.NONE).volume().plane(0);
			final float[] as = new float[local.length];
			for (int i = 0; i < as.length; i++)
				as[i] = local[i] == 1 ? 0 : 255;
			final double[] near = dice(as, mask, 128);
			System.out.printf(Locale.ROOT, "sample %s: local thresholds dice %.3f agreement %.3f precision %.3f%n", sample, near[0], near[1], near[2]);
			assertTrue(near[1] > 0.85 && near[0] > best - 0.05, "local " + near[0] + " against " + best);
		}
	}

	/** Dice, share of equal pixels, share of found voids that the mask holds too. */
	private static double[] dice(final float[] sem, final float[] mask, final double t) {
		double both = 0, a = 0, b = 0, same = 0;
		for (int i = 0; i < sem.length; i++) {
			final boolean p = sem[i] < t, q = mask[i] < 128;
			if (p) a++;
			if (q) b++;
			if (p && q) both++;
			if (p == q) same++;
		}
		return new double[] { 2 * both / (a + b), same / sem.length, a == 0 ? Double.NaN : both / a };
	}

	/** Roughness between columns falls inside the specimen, while dark pixels (pores and cracks) stay what they are. */
	@Test
	void curtainsGoAndCracksStay() throws Exception {
		final int[] n = new int[2];
		final float[] p = pixels("kleiner_FIB_SliceImage_002.tif", n);
		final float[] s = Stripes.of(p, n[0], n[1], n[1] / 4.0, 32);
		final float[] q = new float[p.length];
		for (int i = 0; i < p.length; i++)
			q[i] = p[i] - s[i];
		final double before = columns(p, n), after = columns(q, n);
		double most = 0;
		for (final float v : s)
			most = Math.max(most, Math.abs(v));
		System.out.printf(Locale.ROOT, "FIB slice: column roughness %.3f -> %.3f, largest change %.1f%n", before, after, most);
		final ij.process.FloatProcessor f = new ij.process.FloatProcessor(n[0], n[1], q);
		f.setMinAndMax(0, 255);
		final String folder = System.getProperty("dendritej.look");
		if (folder != null) ij.IJ.save(new ij.ImagePlus("q", f.convertToByte(true)), folder + "/destriped.png");
		assertTrue(after < 0.8 * before, before + " -> " + after);
		// Cracks and pores: what is darker than half of the solid's commonest grey, away from the trench.
		final double t = 0.5 * common(p, n);
		double both = 0, sum = 0;
		for (int y = n[1] / 4; y < 3 * n[1] / 4; y++)
			for (int x = n[0] / 4; x < 3 * n[0] / 4; x++) {
				final boolean a = p[y * n[0] + x] < t, b = q[y * n[0] + x] < t;
				if (a && b) both++;
				sum += (a ? 1 : 0) + (b ? 1 : 0);
			}
		System.out.printf(Locale.ROOT, "FIB slice: dark pixels before and after, dice %.4f of %.0f (below %.0f)%n", 2 * both / sum, sum / 2, t);
		assertTrue(sum > 2000 && 2 * both / sum > 0.95, "dark pixels kept " + 2 * both / sum);
		assertEquals(p.length, q.length);
	}

	/** Commonest grey of the middle of the slice. */
	private static double common(final float[] p, final int[] n) {
		final int[] h = new int[256];
		for (int y = n[1] / 4; y < 3 * n[1] / 4; y++)
			for (int x = n[0] / 4; x < 3 * n[0] / 4; x++)
				h[(int) p[y * n[0] + x]]++;
		int at = 1;
		for (int v = 1; v < 256; v++)
			if (h[v] > h[at]) at = v;
		return at;
	}

	/** Root mean square of the difference between means of neighbouring columns, over the middle of the slice. */
	private static double columns(final float[] p, final int[] n) {
		double sum = 0;
		int count = 0;
		double last = Double.NaN;
		for (int x = n[0] / 4; x < 3 * n[0] / 4; x++) {
			double m = 0;
			for (int y = n[1] / 4; y < 3 * n[1] / 4; y++)
				m += p[y * n[0] + x] / (n[1] / 2.0);
			if (!Double.isNaN(last)) {
				sum += (m - last) * (m - last);
				count++;
			}
			last = m;
		}
		return Math.sqrt(sum / count);
	}
}
