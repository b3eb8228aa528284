// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Acquisition;
import org.dendritej.core.run.Progress;
import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Drift comes back as it was put in, and slanted structure stays slanted. */
class SliceAlignmentTest {

	/** A smooth pattern with no period, sampled anywhere. */
	private static float[] pattern(final int nx, final int ny, final double dx, final double dy, final long seed) {
		final Random r = new Random(seed);
		final float[] p = new float[nx * ny];
		for (int blob = 0; blob < 40; blob++) {
			final double cx = nx * r.nextDouble() + dx, cy = ny * r.nextDouble() + dy, s = 2 + 3 * r.nextDouble(), h = 60 * r.nextGaussian();
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++)
					p[y * nx + x] += (float) (h * Math.exp(-0.5 * ((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (s * s)));
		}
		return p;
	}

	@Test
	void theTransformIsTheSumItStandsFor() {
		final Random r = new Random(1);
		final int w = 16, h = 8;
		final double[] re = new double[w * h], im = new double[w * h];
		for (int i = 0; i < re.length; i++) {
			re[i] = r.nextGaussian();
			im[i] = r.nextGaussian();
		}
		final double[] a = re.clone(), b = im.clone();
		new Fourier(w, h).transform(a, b, false);
		for (int v = 0; v < h; v++)
			for (int u = 0; u < w; u++) {
				double sr = 0, si = 0;
				for (int y = 0; y < h; y++)
					for (int x = 0; x < w; x++) {
						final double t = -2 * Math.PI * (u * x / (double) w + v * y / (double) h);
						sr += re[y * w + x] * Math.cos(t) - im[y * w + x] * Math.sin(t);
						si += re[y * w + x] * Math.sin(t) + im[y * w + x] * Math.cos(t);
					}
				assertEquals(sr, a[v * w + u], 1e-11);
				assertEquals(si, b[v * w + u], 1e-11);
			}
		new Fourier(w, h).transform(a, b, true);
		for (int i = 0; i < re.length; i++)
			assertEquals(re[i] * w * h, a[i], 1e-10);
	}

	@Test
	void phaseCorrelationFindsFractionsOfAPixel() {
		final Random r = new Random(5);
		for (int k = 0; k < 40; k++) {
			final int nx = 90 + r.nextInt(40), ny = 80 + r.nextInt(40);
			final double dx = 6 * r.nextDouble() - 3, dy = 6 * r.nextDouble() - 3;
			final PhaseShift.Shift s = new PhaseShift(nx, ny).between(pattern(nx, ny, 0, 0, k), pattern(nx, ny, dx, dy, k));
			assertEquals(dx, s.dx(), 0.25);
			assertEquals(dy, s.dy(), 0.25);
			final PairShift pair = new PairShift(nx, ny, AlignOptions.content(0));
			final PairShift.Vote v = pair.between(pair.prepared(pattern(nx, ny, 0, 0, k), nx), pair.prepared(pattern(nx, ny, dx, dy, k), nx));
			assertEquals(dx, v.dx(), 0.03);
			assertEquals(dy, v.dy(), 0.03);
		}
	}

	@Test
	void theChainIsTheLeastSquaresSolution() {
		final Random r = new Random(3);
		final int n = 25;
		final double[] truth = new double[n];
		for (int k = 1; k < n; k++)
			truth[k] = truth[k - 1] + r.nextGaussian();
		final List<Chain.Link> links = new ArrayList<>();
		for (int k = 0; k < n; k++)
			for (final int d : new int[] { 1, 2, 4 })
				if (k + d < n) links.add(new Chain.Link(k, k + d, truth[k + d] - truth[k] + 0.01 * r.nextGaussian(), 0, 0.1));
		final double[][] a = new double[n][n];
		final double[] b = new double[n];
		for (final Chain.Link l : links) {
			a[l.i()][l.i()]++;
			a[l.j()][l.j()]++;
			a[l.i()][l.j()]--;
			a[l.j()][l.i()]--;
			b[l.i()] -= l.dx();
			b[l.j()] += l.dx();
		}
		a[0][0] += 1e6;
		final double[] x = new LUDecomposition(new Array2DRowRealMatrix(a)).getSolver().solve(new ArrayRealVector(b)).toArray();
		final double[][] p = Chain.places(n, links, 4);
		for (int k = 0; k < n; k++)
			assertEquals(x[k] - x[0], p[0][k], 2e-3, "weights near 1: robust weights change little");
		links.set(7, new Chain.Link(links.get(7).i(), links.get(7).j(), 30, -20, 0.1));
		final double[][] q = Chain.places(n, links, 4);
		for (int k = 0; k < n; k++)
			assertEquals(truth[k], q[0][k], 0.1, "one wrong motion");
	}

	@Test
	void straightPathsAreAllSlow() {
		final double[] p = new double[40];
		for (int k = 0; k < p.length; k++)
			p[k] = 3 - 0.7 * k;
		final double[] s = Chain.slow(p, 5);
		for (int k = 0; k < p.length; k++)
			assertEquals(p[k], s[k], 1e-9);
	}

	@Test
	void aMarkGivesAllDriftBackAndKeepsTheSlant() {
		for (long seed = 1; seed <= 3; seed++) {
			final Acquisition a = Recorded.acquisition(seed);
			final FloatVolume clean = PreparedStack.cleaned(Recorded.floats(a.stack()), new PreparedStack.Cleaning(40, true, 0));
			final List<SliceMove> m = SliceAlignment.measure(clean, Recorded.mark(), 2, Progress.NONE);
			final double[] left = Recorded.left(m, a.slices());
			final double sine = Math.sin(Math.toRadians(52));
			final int[] all = { 0, 0, clean.grid().nx(), clean.grid().ny() };
			final Object[] planes = PreparedStack.planes(clean, m, all, 0, 32, 2, Progress.NONE);
			final double slant = Recorded.slantDeg(FloatVolume.of(clean.grid(), java.util.Arrays.stream(planes).map(p -> (float[]) p).toArray(float[][]::new)), sine);
			System.out.printf("mark seed %d: left rms %.3f most %.3f step %.3f px; slant %.2f deg%n", seed, left[0], left[1], left[2], slant);
			assertTrue(left[0] < 0.5, "rms " + left[0]);
			assertEquals(20, slant, 1);
		}
	}

	@Test
	void contentTakesJitterOffAndLeavesTheTrend() {
		for (long seed = 1; seed <= 3; seed++) {
			final Acquisition a = Recorded.acquisition(seed);
			final FloatVolume clean = PreparedStack.cleaned(Recorded.floats(a.stack()), new PreparedStack.Cleaning(40, true, 0));
			final double[] before = Recorded.left(java.util.stream.IntStream.range(0, 60).mapToObj(SliceMove::none).toList(), a.slices());
			final List<SliceMove> m = SliceAlignment.measure(clean, AlignOptions.content(10), 2, Progress.NONE);
			final double[] left = Recorded.left(m, a.slices());
			final int[] all = { 0, 0, clean.grid().nx(), clean.grid().ny() };
			final Object[] planes = PreparedStack.planes(clean, m, all, 0, 32, 2, Progress.NONE);
			final double slant = Recorded.slantDeg(FloatVolume.of(clean.grid(), java.util.Arrays.stream(planes).map(p -> (float[]) p).toArray(float[][]::new)),
				Math.sin(Math.toRadians(52)));
			System.out.printf("content seed %d: step %.3f -> %.3f px, rms %.3f -> %.3f; slant %.2f%n", seed, before[2], left[2], before[0], left[0], slant);
			assertTrue(left[2] < 0.6 * before[2], before[2] + " -> " + left[2]);
		}
	}

	@Test
	void blankAndRepeatedSlicesAreFound() {
		final Acquisition a = Recorded.acquisition(2);
		final float[][] p = new float[60][];
		final FloatVolume f = Recorded.floats(a.stack());
		for (int z = 0; z < 60; z++)
			p[z] = z == 20 ? new float[f.grid().planeSize()] : z == 35 ? f.plane(34) : f.plane(z);
		final List<SliceMove> m = SliceAlignment.measure(FloatVolume.of(f.grid(), p), Recorded.mark(), 2, Progress.NONE);
		assertEquals("blank", m.get(20).fault());
		assertTrue(m.get(34).fault().contains("duplicate"), m.get(34).fault());
		assertTrue(Double.isFinite(m.get(20).dxPx()));
	}

	@Test
	void threadsChangeNothing() {
		final FloatVolume f = Recorded.floats(Recorded.acquisition(1).stack());
		assertEquals(SliceAlignment.measure(f, AlignOptions.content(10), 1, Progress.NONE), SliceAlignment.measure(f, AlignOptions.content(10), 3,
			Progress.NONE));
	}

	@Test
	void aRealUnregisteredStackComesIntoLine() throws Exception {
		final ij.ImagePlus imp = ij.IJ.openImage(SharedData.file("volumes/elastix_tutorial_fibsem_unregistered.tif").toString());
		final VoxelGrid g = VoxelGrid.of(imp.getWidth(), imp.getHeight(), imp.getStackSize(), 1, 1, 1);
		final float[][] p = new float[g.nz()][];
		for (int z = 0; z < p.length; z++)
			p[z] = (float[]) imp.getStack().getProcessor(z + 1).convertToFloatProcessor().getPixels();
		final FloatVolume f = FloatVolume.of(g, p);
		final List<SliceMove> m = SliceAlignment.measure(f, AlignOptions.content(0), 2, Progress.NONE);
		final FloatVolume out = FloatVolume.of(g, java.util.Arrays.stream(PreparedStack.planes(f, m, new int[] { 0, 0, g.nx(), g.ny() }, 0, 32, 2,
			Progress.NONE)).map(q -> (float[]) q).toArray(float[][]::new));
		final double before = rmsStep(SliceAlignment.measure(f, AlignOptions.content(0), 2, Progress.NONE)), after = rmsStep(SliceAlignment.measure(out,
			AlignOptions.content(0), 2, Progress.NONE));
		double residual = 0;
		for (final SliceMove s : m)
			residual += s.residualPx() / m.size();
		System.out.printf("real stack: motion per slice %.3f -> %.3f px, mean disagreement of distances %.3f px%n", before, after, residual);
		assertTrue(after < 0.5, "motion that is left " + after);
		final Alignment auto = SliceAlignment.align(f, AlignOptions.auto(), 2, Progress.NONE);
		System.out.println("real stack by itself: " + auto.note());
		assertTrue(!auto.basis().equals("bodies") || auto.errorPx() <= 1, auto.note());
	}

	private static double rmsStep(final List<SliceMove> m) {
		double s = 0;
		for (int k = 1; k < m.size(); k++)
			s += Math.pow(m.get(k).dxPx() - m.get(k - 1).dxPx(), 2) + Math.pow(m.get(k).dyPx() - m.get(k - 1).dyPx(), 2);
		return Math.sqrt(s / (m.size() - 1));
	}

	@Test
	void whatCannotBeAlignedIsRefused() {
		final VoxelGrid g = VoxelGrid.of(40, 40, 6, 1, 1, 1);
		final FloatVolume flat = FloatVolume.of(g, new float[6][1600]);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> SliceAlignment.measure(flat, AlignOptions.content(0), 1, Progress.NONE)).getMessage()
			.contains("constant"));
		assertThrows(IllegalArgumentException.class, () -> AlignOptions.content(-1));
		assertThrows(IllegalArgumentException.class, () -> AlignOptions.fiducial(0, 0, 5, 40));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> SliceAlignment.measure(Recorded.floats(Recorded.acquisition(1).stack()), AlignOptions
			.fiducial(150, 0, 60, 40), 1, Progress.NONE)).getMessage().contains("leaves the slices"));
		assertThrows(IllegalArgumentException.class, () -> new SliceMove(3, Double.NaN, 0, 1, 0, 1, 0, ""));
	}
}
