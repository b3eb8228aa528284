// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.RealVolumes;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Pores of known size and place, and random volumes against the slow way. */
class PoreAnalysisTest {

	private static final PoreOptions ALL = PoreOptions.DEFAULT.withMinVoxels(1).withThreads(2);

	@Test
	void ballsInMicrometresWhateverTheVoxelEdges() {
		for (final double[] edge : new double[][] { { 0.04, 0.04, 0.1 }, { 0.05, 0.05, 0.05 }, { 0.08, 0.03, 0.06 } }) {
			final VoxelGrid g = new VoxelGrid((int) (6 / edge[0]), (int) (5 / edge[1]), (int) (7 / edge[2]), edge[0], edge[1],
				edge[2], new Vec3(10, -20, 30));
			final Vec3 a = new Vec3(11.5, -18, 32), b = new Vec3(14.3, -16.5, 35);
			final Bodies v = new Bodies(g).ball(a, 1.2).ball(b, 0.6);
			final List<Pore> p = PoreAnalysis.measure(new Phase(v.volume(), 1), ALL, Progress.NONE).pores();
			assertEquals(2, p.size());
			check(p.get(0), a, 1.2, 2, g);
			check(p.get(1), b, 0.6, 3.5, g);
			final double d = a.distance(b);
			assertEquals(d, p.get(0).nearestLargeUm(), 0.02);
			assertEquals(d, p.get(1).nearestLargeUm(), 0.02);
			assertTrue(p.get(1).largeThird());
			assertFalse(p.get(1).largeTwothirds());
		}
	}

	private static void check(final Pore p, final Vec3 c, final double r, final double depth, final VoxelGrid g) {
		final double diagonal = new Vec3(g.dxUm(), g.dyUm(), g.dzUm()).norm();
		assertEquals(r, p.radiusEqUm(), 4 * p.radiusEqSdUm());
		assertTrue(p.radiusEqSdUm() < 0.01 * r, "sd " + p.radiusEqSdUm());
		assertEquals(0, p.centroidUm().distance(c), 0.02);
		assertEquals(depth, p.depthUm(), 0.02);
		assertEquals(depth - r, p.topDepthUm(), 0.06);
		assertEquals(4 * Math.PI * r * r, p.surfaceUm2(), 0.03 * p.surfaceUm2());
		assertEquals(1, p.sphericity(), 0.03);
		// between centres that lie inside: never too long, less than a diagonal too short
		assertTrue(p.feretMaxUm() <= 2 * r && p.feretMaxUm() > 2 * r - diagonal, "" + p.feretMaxUm());
		assertEquals(r, p.ellipsoidUm().x(), 0.03 * r);
		assertEquals(r, p.ellipsoidUm().z(), 0.03 * r);
		assertEquals(r, p.radiusInscribedUm(), 0.06);
		assertEquals(1, p.euler());
		assertFalse(p.touchesBorder());
		assertFalse(p.opensAtFace());
		assertTrue(p.samplingWeight() > 1);
	}

	@Test
	void feretAndInscribedEqualTheSlowWay() {
		for (int seed = 0; seed < 120; seed++) {
			final Random r = new Random(seed);
			final VoxelGrid g = VoxelGrid.of(1 + r.nextInt(10), 1 + r.nextInt(9), 1 + r.nextInt(8), 0.2 + r.nextDouble(), 0.2
				+ r.nextDouble(), 0.2 + r.nextDouble());
			final byte[][] planes = new byte[g.nz()][g.planeSize()];
			final double density = 0.1 + 0.85 * r.nextDouble();
			for (final byte[] p : planes)
				for (int i = 0; i < p.length; i++)
					p[i] = (byte) (r.nextDouble() < density ? 1 : 0);
			final PoreResult result = PoreAnalysis.measure(new Phase(ByteVolume.of(g, planes), 1), ALL.with(
				Connectivity.values()[seed % 3]), Progress.NONE);
			final int[][] labels = new int[g.nz()][];
			for (int z = 0; z < g.nz(); z++)
				labels[z] = result.labels().plane(z);
			for (final Pore p : result.pores()) {
				assertEquals(feret(labels, p.label(), g), p.feretMaxUm(), 1e-9, "seed " + seed);
				assertEquals(inscribed(planes, labels, p.label(), g), p.radiusInscribedUm(), 1e-5, "seed " + seed);
			}
		}
	}

	private static double feret(final int[][] labels, final int l, final VoxelGrid g) {
		final List<int[]> in = new java.util.ArrayList<>();
		for (int a = 0; a < g.voxels(); a++)
			if (labels[a / g.planeSize()][a % g.planeSize()] == l) in.add(index(a, g));
		double best = 0;
		for (final int[] p : in)
			for (final int[] q : in) {
				double d = 0;
				for (int k = 0; k < 3; k++)
					d += Math.pow((p[k] - q[k]) * g.edgeUm(k), 2);
				best = Math.max(best, d);
			}
		return best > 0 ? Math.sqrt(best) : Double.NaN;
	}

	/** Distance to the nearest voxel off the phase, a ring around the image included. */
	private static double inscribed(final byte[][] planes, final int[][] labels, final int l, final VoxelGrid g) {
		double best = 0;
		for (int a = 0; a < g.voxels(); a++) {
			if (labels[a / g.planeSize()][a % g.planeSize()] != l) continue;
			final int[] p = index(a, g);
			double least = Double.POSITIVE_INFINITY;
			for (int z = -1; z <= g.nz(); z++)
				for (int y = -1; y <= g.ny(); y++)
					for (int x = -1; x <= g.nx(); x++) {
						final boolean in = x >= 0 && y >= 0 && z >= 0 && x < g.nx() && y < g.ny() && z < g.nz();
						if (in && planes[z][x + g.nx() * y] == 1) continue;
						final double dx = (x - p[0]) * g.dxUm(), dy = (y - p[1]) * g.dyUm(), dz = (z - p[2]) * g.dzUm();
						least = Math.min(least, Math.sqrt(dx * dx + dy * dy + dz * dz));
					}
			best = Math.max(best, least);
		}
		return best;
	}

	private static int[] index(final int a, final VoxelGrid g) {
		return new int[] { a % g.nx(), a / g.nx() % g.ny(), a / g.planeSize() };
	}

	@Test
	void threadsChangeNothing() throws IOException {
		final Phase cement = RealVolumes.tiff("volumes/qim3d_cement_128x128x128.tif", 0, 75, 0.5);
		final PoreResult one = PoreAnalysis.measure(cement, PoreOptions.DEFAULT.withThreads(1), Progress.NONE);
		final PoreResult three = PoreAnalysis.measure(cement, PoreOptions.DEFAULT.withThreads(3), Progress.NONE);
		assertEquals(one.pores(), three.pores());
		assertEquals(one.summary(), three.summary());
		assertEquals(one.flags(), three.flags());
		assertEquals(0.171856, one.summary().get(0).value(), 5e-7);
		assertEquals("porosity", one.summary().get(0).name());
	}

	@Test
	void ellipsoidsOfKnownAxes() throws IOException {
		for (final String name : new String[] { "T00_P00", "T30_P30" }) {
			final Pore p = PoreAnalysis.measure(RealVolumes.tiff("reference/morpholibj_ellipsoid_A30_B20_C10_" + name + ".tif",
				1, 255, 2), ALL, Progress.NONE).pores().get(0);
			assertEquals(60, p.ellipsoidUm().x(), 0.2);
			assertEquals(40, p.ellipsoidUm().y(), 0.2);
			assertEquals(20, p.ellipsoidUm().z(), 0.2);
			if (name.equals("T00_P00")) assertEquals(1, Math.abs(p.majorAxis().x()), 1e-3);
			assertEquals(120, p.feretMaxUm(), 2);
			assertEquals(20, p.radiusInscribedUm(), 1.5);
		}
	}

	@Test
	void anOutsideClassIsNoSampleAndBearsTheElectrode() {
		final VoxelGrid g = VoxelGrid.of(40, 60, 50, 0.1, 0.2, 0.1);
		final Bodies b = new Bodies(g);
		b.add((x, y, z) -> y < 2, PoreOptions.OUTSIDE);
		b.add((x, y, z) -> Math.abs(x - 2) < 0.45 && Math.abs(z - 2) < 0.45 && y > 2 && y < 3, 1);
		b.add((x, y, z) -> Math.abs(x - 2) < 0.45 && Math.abs(z - 2) < 0.45 && y > 6 && y < 7, 1);
		final PoreResult r = PoreAnalysis.measure(new Phase(b.volume(), 1), ALL, Progress.NONE);
		assertEquals(2, r.pores().size());
		assertTrue(r.pores().get(0).opensAtFace());
		assertFalse(r.pores().get(0).touchesBorder());
		assertEquals(0, r.pores().get(0).topDepthUm(), 1e-12);
		assertEquals(0.5, r.pores().get(0).depthUm(), 1e-9);
		assertEquals(4, r.pores().get(1).topDepthUm(), 1e-9);
		assertEquals(4.5, r.pores().get(1).depthUm(), 1e-9);
		assertEquals(4 * 10 * 5, value(r, "sample_volume_um3"), 1e-9);
		assertEquals(r.pores().stream().mapToDouble(Pore::volumeUm3).sum() / 200, value(r, "porosity"), 1e-12);
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("outside")));
		// the same from the other side: every column ends at the far image side, where there is nothing outside
		final PoreResult far = PoreAnalysis.measure(new Phase(b.volume(), 1), ALL.with(ElectrodeFace.Y_PLUS), Progress.NONE);
		assertEquals(12 - 6.5, far.pores().get(1).depthUm(), 1e-9);
		assertTrue(far.pores().get(0).touchesBorder(), "cut by the outside class on the far side");
	}

	private static double value(final PoreResult r, final String name) {
		return r.summary().stream().filter(q -> q.name().equals(name)).mapToDouble(Quantity::value).findFirst().getAsDouble();
	}

	@Test
	void doubtfulPopulationsSaySo() {
		final VoxelGrid g = VoxelGrid.of(20, 20, 20, 1, 1, 1);
		final Bodies through = new Bodies(g).add((x, y, z) -> Math.abs(x - 10) < 3, 1);
		final List<String> codes = PoreAnalysis.measure(new Phase(through.volume(), 1), ALL, Progress.NONE).flags().stream()
			.map(Flag::code).toList();
		assertEquals(List.of("percolating", "surface_connected", "few_pores", "all_cut"), codes);
		final PoreResult none = PoreAnalysis.measure(new Phase(through.volume(), 7), ALL, Progress.NONE);
		assertEquals("no_pores", none.flags().get(0).code());
		assertEquals(0, value(none, "porosity"));
		final PoreResult tooSmall = PoreAnalysis.measure(new Phase(through.volume(), 1), ALL.withMinVoxels(1_000_000),
			Progress.NONE);
		assertTrue(tooSmall.flags().get(0).reason().contains("minvoxels=1000000"));
		assertEquals(6 * 20 * 20 / 8000.0, value(tooSmall, "porosity_below_minvoxels"), 1e-12);
		assertThrows(IllegalArgumentException.class, () -> PoreAnalysis.measure(new Phase(through.volume(), 4), ALL,
			Progress.NONE));
	}
}
