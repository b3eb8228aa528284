// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Acquisition;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without a typed mark: what stands is found, many bodies tell slow drift, and few say that they do not. */
class SlowDriftTest {

	private static FloatVolume clean(final Acquisition a) {
		final FloatVolume view = PreparedStack.cleaned(Recorded.floats(a.stack()), new PreparedStack.Cleaning(40, true, 0));
		final float[][] p = new float[view.grid().nz()][];
		for (int z = 0; z < p.length; z++)
			p[z] = view.plane(z).clone();
		return FloatVolume.of(view.grid(), p);
	}

	/** Root mean square left over, and the slant of the 20 degree cylinder. */
	private static double[] judged(final FloatVolume v, final Alignment al, final Acquisition a) {
		final int[] all = { 0, 0, v.grid().nx(), v.grid().ny() };
		final FloatVolume placed = FloatVolume.of(v.grid(), Arrays.stream(PreparedStack.planes(v, al.moves(), all, 0, 32, 2, Progress.NONE)).map(
			p -> (float[]) p).toArray(float[][]::new));
		final double[] left = Recorded.left(al.moves(), a.slices());
		return new double[] { left[0], Recorded.slantDeg(placed, Math.sin(Math.toRadians(52))), left[1] };
	}

	private static Acquisition record(final Specimen s, final long seed) {
		return Acquisition.record(s, Recorded.faults(seed, 0.5), 2, Progress.NONE);
	}

	@Test
	void whatStandsIsFoundAndUsedAsAMark() {
		for (long seed = 1; seed <= 3; seed++) {
			final Acquisition a = Recorded.acquisition(seed);
			final FloatVolume v = clean(a);
			final Alignment al = SliceAlignment.align(v, AlignOptions.auto(), 2, Progress.NONE);
			final double[] j = judged(v, al, a);
			System.out.printf(Locale.ROOT, "standing seed %d: left rms %.3f most %.3f px, stated %.3f; slant %.2f; box %s%n", seed, j[0], j[2], al.errorPx(), j[1],
				Arrays.toString(al.region()));
			assertEquals("standing", al.basis());
			assertTrue(al.region()[0] + al.region()[2] <= 64 && al.region()[1] + al.region()[3] <= 64, "the mark's tiles " + Arrays.toString(al.region()));
			assertTrue(j[0] < 0.5, "rms " + j[0]);
			assertEquals(20, j[1], 1);
			assertTrue(al.note().contains("0,0,"), al.note());
		}
	}

	@Test
	void bodiesWithoutSlantTellTheSlowDrift() {
		for (long seed = 1; seed <= 3; seed++) {
			final Acquisition a = record(Recorded.unmarked(seed, 30, false), seed);
			final FloatVolume v = clean(a);
			final Alignment al = SliceAlignment.align(v, AlignOptions.auto(), 2, Progress.NONE);
			final double[] j = judged(v, al, a), content = judged(v, SliceAlignment.align(v, AlignOptions.content(10), 2, Progress.NONE), a);
			System.out.printf(Locale.ROOT, "bodies seed %d: %s, left rms %.3f px, stated %.3f (%d bodies); slant %.2f; content %.3f%n", seed, al.basis(), j[0], al
				.errorPx(), al.bodies(), j[1], content[0]);
			assertEquals("bodies", al.basis());
			assertTrue(j[0] < 0.5, "rms " + j[0]);
			assertEquals(20, j[1], 1);
			assertTrue(j[0] < content[0], j[0] + " against " + content[0]);
			assertTrue(j[0] < 2 * al.errorPx(), "stated " + al.errorPx());
		}
	}

	/** Few slanted bodies: the error says so, and what is not asked for stays as the content has it. */
	@Test
	@Tag("long")
	void fewSlantedBodiesAreNotBelievedUnasked() {
		for (long seed = 1; seed <= 3; seed++) {
			final Acquisition a = record(Recorded.unmarked(seed, 30, true), seed);
			final FloatVolume v = clean(a);
			final Alignment asked = SliceAlignment.align(v, AlignOptions.bodies(), 2, Progress.NONE), auto = SliceAlignment.align(v, AlignOptions.auto(), 2,
				Progress.NONE), content = SliceAlignment.align(v, AlignOptions.content(10), 2, Progress.NONE);
			final double left = judged(v, asked, a)[0];
			System.out.printf(Locale.ROOT, "slanted seed %d: bodies left %.3f px, stated %.3f; auto %s%n", seed, left, asked.errorPx(), auto.basis());
			assertTrue(asked.errorPx() > 1, "stated " + asked.errorPx());
			assertTrue(left < 2.5 * asked.errorPx(), left + " where " + asked.errorPx() + " is stated");
			assertTrue(asked.note().contains("more than 0.5 pixel"), asked.note());
			final double[] own = Recorded.left(auto.moves(), a.slices()), other = Recorded.left(content.moves(), a.slices());
			System.out.printf(Locale.ROOT, "slanted seed %d: auto left %.3f, step %.3f; content %.3f, step %.3f; slant %.2f%n", seed, own[0], own[2], other[0], other[2],
				judged(v, auto, a)[1]);
			assertEquals("fast", auto.basis());
			assertTrue(auto.note().contains("slants may be wrong"), auto.note());
			assertTrue(own[0] < 1.05 * other[0] && own[2] < other[2], "never worse than content");
		}
	}

	/** More slanted bodies know the drift better, and say so. */
	@Test
	@Tag("long")
	void theErrorFallsWithTheNumberOfBodies() {
		double last = Double.POSITIVE_INFINITY;
		for (final int[] field : new int[][] { { 60, 180 }, { 300, 440 } }) {
			double stated = 0;
			for (long seed = 1; seed <= 3; seed++) {
				final Acquisition a = record(Recorded.unmarked(seed, field[0], true, field[1]), seed);
				final FloatVolume v = clean(a);
				final Alignment al = SliceAlignment.align(v, AlignOptions.bodies(), 2, Progress.NONE);
				final double[] j = judged(v, al, a);
				System.out.printf(Locale.ROOT, "%d ellipsoids seed %d: left %.3f px, stated %.3f (%d bodies); slant %.2f%n", field[0], seed, j[0], al.errorPx(), al
					.bodies(), j[1]);
				assertTrue(j[0] < 2.5 * al.errorPx(), j[0] + " where " + al.errorPx() + " is stated");
				stated += al.errorPx() / 3;
			}
			assertTrue(stated < 0.7 * last, stated + " after " + last);
			last = stated;
		}
	}

	/** Ways drawn from the model itself: the stated error is the error that is made, over 200 stacks. */
	@Test
	void theStatedErrorIsTheErrorThatIsMade() {
		final int n = 60, runs = 200;
		double made = 0, stated = 0;
		for (int run = 0; run < runs; run++) {
			final Random r = new Random(run);
			final double slant = 0.05 + 0.3 * r.nextDouble();
			final double[][] d = new double[2][n];
			for (int k = 1; k < n; k++)
				for (int axis = 0; axis < 2; axis++)
					d[axis][k] = d[axis][k - 1] + 0.6 * r.nextGaussian();
			final List<BodyTracks.Track> tracks = new ArrayList<>();
			for (int b = 0; b < 60; b++) {
				final int m = 6 + r.nextInt(8), first = r.nextInt(n - m);
				final double[][] u = new double[2][m];
				for (int axis = 0; axis < 2; axis++) {
					final double c = 100 * r.nextDouble(), s = slant * r.nextGaussian();
					for (int i = 0; i < m; i++)
						u[axis][i] = c + s * i + d[axis][first + i] + 0.05 * r.nextGaussian();
				}
				tracks.add(new BodyTracks.Track(first, u[0], u[1]));
			}
			final SlowPath.Result f = SlowPath.of(n, tracks, d);
			stated += f.errorPx() * f.errorPx() / runs;
			for (int axis = 0; axis < 2; axis++) {
				double mean = 0;
				for (int k = 0; k < n; k++)
					mean += (f.path()[axis][k] - d[axis][k]) / n;
				for (int k = 0; k < n; k++)
					made += Math.pow(f.path()[axis][k] - d[axis][k] - mean, 2) / n / runs;
			}
		}
		System.out.printf(Locale.ROOT, "slow drift: made %.3f px, stated %.3f px%n", Math.sqrt(made), Math.sqrt(stated));
		assertEquals(1, Math.sqrt(stated / made), 0.3);
	}

	@Test
	void theBandedSolverIsTheFullOne() {
		final Random r = new Random(4);
		for (int run = 0; run < 100; run++) {
			final int n = 3 + r.nextInt(12), band = 1 + r.nextInt(n - 1);
			final double[][] a = new double[n][n], full = new double[n][n];
			for (int i = 0; i < n; i++)
				for (int j = Math.max(0, i - band); j <= i; j++) {
					a[i][j] = i == j ? 3 * n : r.nextGaussian();
					full[i][j] = a[i][j];
					full[j][i] = a[i][j];
				}
			final RealMatrix inverse = new LUDecomposition(new Array2DRowRealMatrix(full)).getSolver().getInverse();
			final double[] b = r.doubles(n).toArray(), x = inverse.operate(b);
			Dense.factor(a, band);
			Dense.substitute(a, band, b);
			double own = 0, all = 0;
			for (int i = 0; i < n; i++) {
				assertEquals(x[i], b[i], 1e-10);
				own += inverse.getEntry(i, i);
				for (int j = 0; j < n; j++)
					all += inverse.getEntry(i, j);
			}
			assertEquals((own - all / n) / n, Dense.varianceAboutMean(a, band), 1e-12);
		}
	}

	@Test
	void turnedSlicesAreMendedAndOthersLeftAlone() {
		int stretched = 0;
		for (long seed = 1; seed <= 2; seed++) {
			final Acquisition q = Recorded.acquisition(seed);
			final FloatVolume whole = clean(q);
			final int nx = whole.grid().nx(), ny = whole.grid().ny();
			final float[][] p = new float[60][];
			for (int z = 0; z < 60; z++)
				p[z] = whole.plane(z);
			final double r = Math.toRadians(4);
			final Linear turn = new Linear(Math.cos(r) - 1, -Math.sin(r), Math.sin(r), Math.cos(r) - 1), stretch = new Linear(0.03, 0.01, 0, -0.02);
			p[30] = turn.restored(p[30], nx, ny, 0, 0);
			p[44] = stretch.restored(p[44], nx, ny, 0, 0);
			final FloatVolume v = FloatVolume.of(whole.grid(), p);
			final Alignment plain = SliceAlignment.align(v, Recorded.mark(), 2, Progress.NONE), mended = SliceAlignment.align(v, Recorded.mark().withAffine(true), 2,
				Progress.NONE);
			for (final SliceMove m : mended.moves())
				assertTrue(m.slice() == 30 || m.slice() == 44 || m.linear().isNone(), "slice " + m.slice() + " is " + m.linear());
			final double[] left = turn.then(mended.moves().get(30).linear()).reachPx(nx, ny);
			System.out.printf(Locale.ROOT, "turned seed %d: corners off by %.2f, %.2f px after a turn of 4 degrees; drift %.3f -> %.3f px rms; stretched slice %s%n", seed,
				left[0], left[1], Recorded.left(plain.moves(), q.slices())[0], Recorded.left(mended.moves(), q.slices())[0], mended.moves().get(44).linear());
			assertTrue(Math.max(left[0], left[1]) < 1, Arrays.toString(left));
			assertTrue(mended.moves().get(30).fault().contains("turned"));
			if (!mended.moves().get(44).linear().isNone()) stretched++;
		}
		assertTrue(stretched >= 1, "stretched slices found: " + stretched);
	}

	/** Slices of three million pixels are aligned on averages over squares of them. */
	@Test
	void largeSlicesComeOutAsSmallOnes() {
		final int n = 24, nx = 1100, ny = 700;
		final Random r = new Random(2);
		final double[] dx = new double[n], dy = new double[n];
		for (int k = 1; k < n; k++) {
			dx[k] = dx[k - 1] + 1.5 * r.nextGaussian();
			dy[k] = dy[k - 1] + 1.5 * r.nextGaussian();
		}
		final double[][] blobs = new double[80][];
		for (int b = 0; b < blobs.length; b++)
			blobs[b] = new double[] { nx * r.nextDouble(), ny * r.nextDouble(), 8 + 10 * r.nextDouble() };
		final float[][] p = new float[n][nx * ny];
		for (int k = 0; k < n; k++) {
			Arrays.fill(p[k], 170);
			for (final double[] b : blobs)
				for (int y = (int) Math.max(0, b[1] + dy[k] - 30); y < Math.min(ny, b[1] + dy[k] + 30); y++)
					for (int x = (int) Math.max(0, b[0] + dx[k] - 30); x < Math.min(nx, b[0] + dx[k] + 30); x++)
						if (Math.hypot(x - b[0] - dx[k], y - b[1] - dy[k]) < b[2]) p[k][y * nx + x] = 40;
			for (int i = 0; i < p[k].length; i++)
				p[k][i] += (float) (5 * r.nextGaussian());
		}
		final FloatVolume v = FloatVolume.of(VoxelGrid.of(nx, ny, n, 0.04, 0.04, 0.1), p);
		assertEquals(2, Binned.edge(v.grid()));
		final Alignment a = PreparedStack.aligned(v, new PreparedStack.Cleaning(175, true, 0), AlignOptions.content(0), 2, Progress.NONE);
		for (int k = 0; k < n; k++) {
			assertEquals(dx[k] - dx[0], a.moves().get(k).dxPx(), 0.2, "slice " + k);
			assertEquals(dy[k] - dy[0], a.moves().get(k).dyPx(), 0.2, "slice " + k);
		}
	}
}
