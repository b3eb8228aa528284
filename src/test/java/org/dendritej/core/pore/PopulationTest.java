// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Whether the corrected numbers of random populations come out right on the average. */
class PopulationTest {

	/** Cubes of 3 and 10 voxels are thrown on a torus larger than the window, apart by 1 voxel or more: no place is special. */
	@Test
	void bordersDoNotBiasDensityAndSize() {
		final int windows = 500, n = 24, margin = 14;
		double sum = 0, sum2 = 0, mean = 0, naive = 0, trueMean = 0;
		long boxes = 0;
		final Random r = new Random(3);
		final VoxelGrid g = VoxelGrid.of(n, n, n, 0.5, 1, 2);
		for (int k = 0; k < windows; k++) {
			final byte[][] planes = new byte[n][n * n];
			final List<int[]> placed = new ArrayList<>();
			for (int tries = 0; tries < 60; tries++) {
				final int a = r.nextInt(4) == 0 ? 10 : 3;
				final int[] b = new int[4];
				for (int i = 0; i < 3; i++)
					b[i] = r.nextInt(n + 2 * margin) - margin;
				b[3] = a;
				if (placed.stream().allMatch(q -> apart(b, q, n + 2 * margin))) placed.add(b);
			}
			for (final int[] b : placed) {
				// the reference corner tells whether the box belongs to the window
				if (inside(b, n)) {
					boxes++;
					trueMean += radius(b[3], g);
				}
				for (int z = Math.max(0, b[2]); z < Math.min(n, b[2] + b[3]); z++)
					for (int y = Math.max(0, b[1]); y < Math.min(n, b[1] + b[3]); y++)
						for (int x = Math.max(0, b[0]); x < Math.min(n, b[0] + b[3]); x++)
							planes[z][x + n * y] = 1;
			}
			final PoreResult p = PoreAnalysis.measure(new Phase(ByteVolume.of(g, planes), 1), new PoreOptions(
				PoreOptions.DEFAULT.connectivity(), ElectrodeFace.Z_MINUS, 1, false, -1, 10, 1, 1), Progress.NONE);
			final double w = p.sizes().total();
			sum += w;
			sum2 += w * w;
			for (int i = 0; i < p.sizes().radiusUm().length; i++) {
				mean += p.sizes().radiusUm()[i] * p.sizes().weight()[i];
				naive += p.sizes().radiusUm()[i];
			}
			assertEquals(w / g.volumeUm3() * 1e9, value(p, "number_density_per_mm3"), 1e-3 * w / g.volumeUm3() * 1e9);
			assertEquals(w / (n * 0.5 * n) * 1e6, value(p, "areal_density_per_mm2"), 1e-6 * w / (n * 0.5 * n) * 1e6);
		}
		final double se = Math.sqrt((sum2 / windows - Math.pow(sum / windows, 2)) / windows);
		assertEquals(boxes / (double) windows, sum / windows, 3 * se, "density");
		assertEquals(trueMean / boxes, mean / sum, 0.03 * trueMean / boxes, "mean radius");
		assertTrue(naive > 0);
	}

	private static boolean inside(final int[] b, final int n) {
		for (int i = 0; i < 3; i++)
			if (b[i] < 0 || b[i] >= n) return false;
		return true;
	}

	private static boolean apart(final int[] p, final int[] q, final int period) {
		for (int i = 0; i < 3; i++)
			if (Math.floorMod(q[i] - p[i], period) > p[3] && Math.floorMod(p[i] - q[i], period) > q[3]) return true;
		return false;
	}

	private static double radius(final int a, final VoxelGrid g) {
		return Math.cbrt(3 * Math.pow(a, 3) * g.voxelVolumeUm3() / (4 * Math.PI));
	}

	private static double value(final PoreResult r, final String name) {
		return r.summary().stream().filter(q -> q.name().equals(name)).mapToDouble(Quantity::value).findFirst().getAsDouble();
	}

	/** No pore is lost at the ends of the histogram, and the rows of the pair table are those of the estimate. */
	@Test
	void histogramsHoldAllPores() {
		for (int seed = 0; seed < 200; seed++) {
			final Random r = new Random(seed);
			final double[] radius = new double[1 + r.nextInt(300)], weight = new double[radius.length];
			for (int i = 0; i < radius.length; i++) {
				radius[i] = seed % 5 == 0 ? 0.7 : Math.exp(2 * r.nextGaussian());
				weight[i] = 1 + r.nextDouble();
			}
			java.util.Arrays.sort(radius);
			final SizeDistribution d = new SizeDistribution(radius, weight);
			final double[] e = d.edgesUm();
			assertEquals(d.total(), java.util.Arrays.stream(d.histogram(e)).sum(), 1e-9 * d.total());
			assertEquals(radius.length, java.util.Arrays.stream(d.counts(e)).sum());
			for (int i = 1; i < e.length; i++)
				assertTrue(e[i] > e[i - 1]);
		}
		assertEquals(0, new SizeDistribution(new double[0], new double[0]).edgesUm().length);
		final PairCorrelation c = new PairCorrelation(new double[] { 1, 2 }, new double[] { 0.5, Double.NaN }, new long[] { 3, 0 });
		assertEquals(new PairCorrelation.Bin(1, 0.5, 3), c.bins().get(0));
		assertEquals(2, c.bins().size());
	}

	@Test
	void pointsAtRandomHavePairCorrelationOne() {
		final VoxelGrid g = VoxelGrid.of(100, 50, 80, 0.1, 0.2, 0.1);
		final Random r = new Random(5);
		final double[] mean = new double[10];
		for (int k = 0; k < 40; k++) {
			final List<Vec3> p = new ArrayList<>();
			for (int i = 0; i < 300; i++)
				p.add(new Vec3(10 * r.nextDouble(), 10 * r.nextDouble(), 8 * r.nextDouble()));
			final PairCorrelation c = PairCorrelation.of(p, g, 4, 10);
			for (int b = 0; b < 10; b++)
				mean[b] += c.value()[b] / 40;
		}
		// pairs expected in bin b, all draws: 40 x 300^2 / 2 x shell / volume
		for (int b = 1; b < 10; b++) {
			final double reach = 5 * Math.cbrt(800 / 300.0) > 4 ? 4 : 5 * Math.cbrt(800 / 300.0), w = reach / 10;
			final double pairs = 40 * 45000 * 4 / 3.0 * Math.PI * (Math.pow((b + 1) * w, 3) - Math.pow(b * w, 3)) / 800;
			assertEquals(1, mean[b], 4 / Math.sqrt(pairs) + 0.01, "bin " + b);
		}
	}

	/** Poisson points: the mean distance to the nearest neighbour is 0.55396 n^(-1/3) (Hertz, Chandrasekhar). */
	@Test
	void nearestNeighboursBeyondTheBorderAreCorrectedFor() {
		final VoxelGrid g = VoxelGrid.of(100, 100, 100, 0.1, 0.1, 0.1);
		final Random r = new Random(9);
		double mean = 0, plain = 0;
		final int draws = 150, n = 60;
		for (int k = 0; k < draws; k++) {
			final List<Pore> pores = new ArrayList<>();
			for (int i = 0; i < n; i++)
				pores.add(pore(i + 1, new Vec3(10 * r.nextDouble(), 10 * r.nextDouble(), 10 * r.nextDouble())));
			final PoreOptions o = new PoreOptions(PoreOptions.DEFAULT.connectivity(), ElectrodeFace.NONE, 1, false, -1, 20, 1,
				1);
			final SampleRegion region = new SampleRegion(new Phase(ByteVolume.of(g, new byte[100][10000]), 1),
				ElectrodeFace.NONE, -1, 1, Progress.NONE);
			final List<Quantity> q = new Separation(pores, org.dendritej.core.record.LargeRule.THIRD, g, region, o)
				.quantities();
			mean += q.get(0).value() / draws;
			assertEquals(q.get(0).value() - 0.02, q.get(1).value(), 1e-9);
			final NearestPoint near = new NearestPoint(pores.stream().map(Pore::centroidUm).toList());
			for (int i = 0; i < n; i++)
				plain += pores.get(i).centroidUm().distance(pores.get(near.find(pores.get(i).centroidUm(), i)).centroidUm())
					/ draws / n;
		}
		final double truth = 0.55396 * Math.cbrt(1000.0 / n);
		assertEquals(truth, mean, 0.02 * truth);
		assertTrue(plain > 1.04 * truth, "without correction the border biases: " + plain + " against " + truth);
	}

	private static Pore pore(final int label, final Vec3 c) {
		return new Pore(label, 1, 1, 0.01, 0, 0, 0, 0, c, 0, 0, false, 1, 0, true, true, false, 0, Vec3.ZERO, Vec3.ZERO, 1,
			Double.NaN);
	}

	@Test
	void nearestPointEqualsLookingAtAll() {
		for (int seed = 0; seed < 300; seed++) {
			final Random r = new Random(seed);
			final List<Vec3> p = new ArrayList<>();
			for (int i = r.nextInt(40); i >= 0; i--)
				p.add(new Vec3(r.nextInt(6), r.nextInt(6), r.nextDouble()));
			final NearestPoint near = new NearestPoint(p);
			for (int k = 0; k < 20; k++) {
				final Vec3 q = new Vec3(6 * r.nextDouble(), 6 * r.nextDouble(), r.nextDouble());
				final int not = r.nextInt(p.size() + 1) - 1;
				double best = Double.POSITIVE_INFINITY;
				for (int i = 0; i < p.size(); i++)
					if (i != not) best = Math.min(best, p.get(i).distance(q));
				final int found = near.find(q, not);
				assertEquals(best, found < 0 ? Double.POSITIVE_INFINITY : p.get(found).distance(q));
			}
		}
	}

	@Test
	void bootstrapIntervalOfAMeanIsTheOneOfTheory() {
		final Random r = new Random(2);
		final double[] a = new double[64], b = new double[64];
		double mean = 0, var = 0;
		for (int i = 0; i < 64; i++) {
			a[i] = 5 + r.nextGaussian();
			b[i] = 1;
			mean += a[i] / 64;
		}
		for (final double v : a)
			var += (v - mean) * (v - mean) / 64;
		final double[] q = RatioBootstrap.interval(a, b, 20000, 1);
		assertEquals(mean - 1.645 * Math.sqrt(var / 64), q[0], 0.02);
		assertEquals(mean, q[1], 0.02);
		assertEquals(mean + 1.645 * Math.sqrt(var / 64), q[2], 0.02);
		assertTrue(Double.isNaN(RatioBootstrap.interval(new double[4], new double[] { 1, 1, 1, 1 }, 10, 1)[0]));
	}

	@Test
	void pointedBodiesHaveSharperTipsThanRoundOnes() {
		final Random r = new Random(4);
		for (final double[] axes : new double[][] { { 12, 6, 6 }, { 16, 16, 6 }, { 8, 8, 8 }, { 12, 12, 12 } }) {
			final VoxelGrid g = VoxelGrid.of(44, 46, 48, 0.1, 0.1, 0.1);
			double tip = 0;
			for (int k = 0; k < 3; k++) {
				final Vec3 c = new Vec3(2.2 + 0.1 * r.nextDouble(), 2.3 + 0.1 * r.nextDouble(), 2.4 + 0.1 * r.nextDouble());
				final Bodies b = new Bodies(g).ellipsoid(c, Bodies.frame(r), axes[0] / 10, axes[1] / 10, axes[2] / 10);
				tip += PoreAnalysis.measure(new Phase(b.volume(), 1), PoreOptions.DEFAULT, Progress.NONE).pores().get(0)
					.tipRadiusUm() / 3;
			}
			final double truth = axes[2] * axes[2] / axes[0] / 10;
			assertEquals(truth, tip, 0.35 * truth, "tip of " + java.util.Arrays.toString(axes));
		}
		final VoxelGrid g = VoxelGrid.of(20, 20, 20, 1, 1, 1);
		final Bodies small = new Bodies(g).ball(new Vec3(10, 10, 10), 3);
		assertTrue(Double.isNaN(PoreAnalysis.measure(new Phase(small.volume(), 1), PoreOptions.DEFAULT, Progress.NONE).pores()
			.get(0).tipRadiusUm()));
	}
}
