// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Crofton surface and Euler numbers: against counting voxel by voxel, and against the numbers of other software. */
class ShapesTest {

	@Test
	void equalsCountingByVoxels() {
		for (int seed = 0; seed < 200; seed++) {
			final ByteVolume v = FloodFill.random(new Random(seed));
			final Connectivity c = Connectivity.values()[seed % 3];
			final Labels l = Components.label(new Phase(v, 1), c, 1 + seed % 4, 2, Progress.NONE);
			check(l, seed);
		}
	}

	@Test
	void objectsThatTouchAreCountedApart() {
		for (int seed = 0; seed < 150; seed++) {
			final Random r = new Random(seed);
			final VoxelGrid g = VoxelGrid.of(1 + r.nextInt(9), 1 + r.nextInt(8), 1 + r.nextInt(7), 1, 2, 0.5);
			final int[][] planes = new int[g.nz()][g.planeSize()];
			for (final int[] p : planes)
				for (int i = 0; i < p.length; i++)
					p[i] = r.nextInt(4);
			check(RunSource.of(IntVolume.of(g, planes), 3), seed);
		}
	}

	private static void check(final RunSource source, final int seed) {
		final VoxelGrid g = source.grid();
		final int[][][] at = new int[g.nz() + 2][g.ny() + 2][g.nx() + 2];
		final Runs runs = new Runs();
		for (int z = 0; z < g.nz(); z++) {
			source.read(z, runs);
			for (int y = 0; y < g.ny(); y++)
				for (int i = runs.first()[y]; i < runs.first()[y + 1]; i++)
					for (int x = runs.bounds()[2 * i]; x < runs.bounds()[2 * i + 1]; x++)
						at[z + 1][y + 1][x + 1] = runs.label()[i];
		}
		for (int threads = 1; threads <= 3; threads++) {
			final Shapes s = Shapes.measure(source, threads, Progress.NONE);
			for (int l = 1; l <= source.count(); l++) {
				assertEquals(euler26(at, l), s.euler26(l), "26, seed " + seed);
				assertEquals(euler6(at, l), s.euler6(l), "6, seed " + seed);
				assertEquals(surface(at, l, g, false), s.surfaceUm2(l), 1e-9 * (1 + s.surfaceUm2(l)), "seed " + seed);
				if (Math.min(g.nx(), Math.min(g.ny(), g.nz())) > 1) assertEquals(surface(at, l, g, true), s.innerSurfaceUm2(l),
					1e-9 * (1 + s.surfaceUm2(l)), "inner, seed " + seed);
				else assertTrue(Double.isNaN(s.innerSurfaceUm2(l)));
			}
		}
	}

	/** Vertices - edges + faces - cubes of the union of closed voxels: a cell belongs to it if a voxel around it does. */
	private static long euler26(final int[][][] at, final int l) {
		long chi = 0;
		for (int z = 1; z < at.length; z++)
			for (int y = 1; y < at[0].length; y++)
				for (int x = 1; x < at[0][0].length; x++)
					for (int kind = 0; kind < 8; kind++) {
						boolean any = false;
						for (int c = 0; c < 8; c++)
							if ((c & kind) == 0) any |= at[z - (c >> 2)][y - (c >> 1 & 1)][x - (c & 1)] == l;
						if (any) chi += Integer.bitCount(kind) % 2 == 0 ? 1 : -1;
					}
		return chi;
	}

	/** Voxels - pairs + squares - cubes that lie in the object whole. */
	private static long euler6(final int[][][] at, final int l) {
		long chi = 0;
		for (int z = 1; z < at.length; z++)
			for (int y = 1; y < at[0].length; y++)
				for (int x = 1; x < at[0][0].length; x++)
					for (int kind = 0; kind < 8; kind++) {
						boolean all = true;
						for (int c = 0; c < 8; c++)
							if ((c & ~kind) == 0) all &= at[z - (c >> 2)][y - (c >> 1 & 1)][x - (c & 1)] == l;
						if (all) chi += Integer.bitCount(kind) % 2 == 0 ? 1 : -1;
					}
		return chi;
	}

	/** Crofton sum over pairs; inner: each 2 x 2 x 2 cube of voxel centres gives a pair its share. */
	private static double surface(final int[][][] at, final int l, final VoxelGrid g, final boolean inner) {
		final CroftonDirections w = new CroftonDirections(g);
		double s = 0;
		for (int d = 0; d < 13; d++) {
			final int[] t = CroftonDirections.STEPS[d];
			double n = 0;
			for (int z = 0; z < at.length; z++)
				for (int y = 0; y < at[0].length; y++)
					for (int x = 0; x < at[0][0].length; x++) {
						final int[] q = { x + t[0], y + t[1], z + t[2] }, m = { g.nx(), g.ny(), g.nz() }, p = { x, y, z };
						if (q[0] < 0 || q[1] < 0 || q[2] < 0 || q[0] > m[0] + 1 || q[1] > m[1] + 1 || q[2] > m[2] + 1) continue;
						if (at[z][y][x] == l == (at[q[2]][q[1]][q[0]] == l)) continue;
						double share = 1;
						for (int a = 0; a < 3 && inner; a++) {
							if (p[a] < 1 || p[a] > m[a] || q[a] < 1 || q[a] > m[a]) share = 0;
							if (t[a] == 0 && (p[a] == 1 || p[a] == m[a])) share /= 2;
						}
						n += share;
					}
			s += n * w.factorUm2(d);
		}
		return s;
	}

	@Test
	void weightsOfCubicVoxelsAreTheKnownOnes() {
		final CroftonDirections w = new CroftonDirections(VoxelGrid.of(1, 1, 1, 2, 2, 2));
		double sum = 0;
		for (int d = 0; d < 13; d++) {
			final int[] s = CroftonDirections.STEPS[d];
			final int order = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
			// Legland et al. 2007, table 1
			assertEquals(2 * (order == 1 ? 0.04577789120476 : order == 2 ? 0.03698062787608 : 0.03519563978232), w.weight(d),
				1e-11);
			sum += w.weight(d);
		}
		assertEquals(1, sum, 1e-12);
	}

	@Test
	void weightsOfFlatVoxelsFillTheSphere() {
		final Random r = new Random(1);
		for (int k = 0; k < 100; k++) {
			final VoxelGrid g = VoxelGrid.of(1, 1, 1, Math.exp(3 * r.nextGaussian()), 1, Math.exp(3 * r.nextGaussian()));
			final CroftonDirections w = new CroftonDirections(g);
			double sum = 0;
			for (int d = 0; d < 13; d++) {
				assertTrue(w.weight(d) > 0);
				sum += w.weight(d);
			}
			assertEquals(1, sum, 1e-9);
		}
	}

	@Test
	void cement() throws IOException {
		final Phase voids = RealVolumes.tiff("volumes/qim3d_cement_128x128x128.tif", 0, 75, 1);
		final Shapes s = Shapes.measure(RunSource.whole(voids), 2, Progress.NONE);
		assertEquals(273105.5896, s.surfaceUm2(1), 1e-4);
		assertEquals(2008, s.euler6(1));
		assertEquals(1479, s.euler26(1));
		final Labels l = Components.label(voids, Connectivity.TWENTYSIX, 2, Progress.NONE);
		final Shapes each = Shapes.measure(l, 2, Progress.NONE);
		double sum = 0;
		long euler = 0;
		for (int k = 1; k <= l.count(); k++) {
			sum += each.surfaceUm2(k);
			euler += each.euler26(k);
		}
		assertEquals(273105.5896, sum, 1e-4);
		assertEquals(1479, euler);
	}

	@Test
	void shrew() throws IOException {
		final Shapes s = Shapes.measure(RunSource.whole(RealVolumes.nrrd("volumes/bonej_headless_Shrew.nrrd", 4.1)), 2,
			Progress.NONE);
		assertEquals(1771583.4914, s.surfaceUm2(1), 1e-4);
		assertEquals(-18, s.euler6(1));
		assertEquals(-19, s.euler26(1));
	}

	@Test
	void berea() throws IOException {
		final Phase grain = RealVolumes.tiff("volumes/mosser_berea_crop_z000_y000_x000.zip", 255, 255, 1);
		final Shapes s = Shapes.measure(RunSource.whole(grain), 2, Progress.NONE);
		assertEquals(840633.196057, s.surfaceUm2(1), 1e-6);
		assertEquals(660561.777, s.innerSurfaceUm2(1), 5e-4);
		// the other software's weights are written with 13 digits
		assertEquals(0.0838212649409877, s.innerSurfaceUm2(1) / s.windowUm3(), 1e-12);
		assertEquals(-692, s.euler6(1));
		assertEquals(-701, s.euler26(1));
		assertEquals(6430006, LabelSums.gather(RunSource.whole(grain), 2, Progress.NONE).voxels(1));
	}

	@Test
	void ellipsoids() throws IOException {
		final String[] name = { "T00_P00", "T30_P30" };
		final long[] voxels = { 25169, 25139 };
		for (int k = 0; k < 2; k++) {
			final Phase p = RealVolumes.tiff("reference/morpholibj_ellipsoid_A30_B20_C10_" + name[k] + ".tif", 1, 255, 1);
			final Labels l = Components.label(p, Connectivity.TWENTYSIX, 2, Progress.NONE);
			assertEquals(1, l.count());
			assertEquals(voxels[k], l.sums().voxels(1));
			final Shapes s = Shapes.measure(l, 1, Progress.NONE);
			assertEquals(1, s.euler26(1));
			assertEquals(1, s.euler6(1));
			// surface of the ellipsoid 30, 20, 10 by numerical integration
			assertEquals(ellipsoid(30, 20, 10), s.surfaceUm2(1), 0.01 * ellipsoid(30, 20, 10));
			assertEquals(s.surfaceUm2(1), s.innerSurfaceUm2(1), 1e-9 * s.surfaceUm2(1));
		}
	}

	private static double ellipsoid(final double a, final double b, final double c) {
		double s = 0;
		final int n = 400;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < 2 * n; j++) {
				final double t = (i + 0.5) * Math.PI / n, f = (j + 0.5) * Math.PI / n;
				final double x = b * c * Math.sin(t) * Math.cos(f), y = a * c * Math.sin(t) * Math.sin(f), z = a * b * Math.cos(t);
				s += Math.sqrt(x * x + y * y + z * z) * Math.sin(t) * Math.PI / n * Math.PI / n;
			}
		return s;
	}
}
