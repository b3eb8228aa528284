// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.record.Pore;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** What must not matter: how a volume is cut into blocks, and along which axis the electrode lies. */
class BlocksAndFacesTest {

	/** Dense phases hold pores that run through all slices and balls that are wider than a block. */
	@Test
	void inscribedBallsDoNotDependOnTheBlocks() {
		for (int seed = 0; seed < 300; seed++) {
			final Random r = new Random(seed);
			final VoxelGrid g = VoxelGrid.of(2 + r.nextInt(11), 2 + r.nextInt(9), 2 + r.nextInt(24), 0.2 + r.nextDouble(), 0.2 + r.nextDouble(), 0.05
				+ r.nextDouble());
			final double density = seed % 4 == 0 ? 0.995 : r.nextDouble();
			final byte[][] p = new byte[g.nz()][g.planeSize()];
			for (final byte[] q : p)
				for (int i = 0; i < q.length; i++)
					q[i] = (byte) (r.nextDouble() < density ? 1 : 0);
			final Phase phase = new Phase(ByteVolume.of(g, p), 1);
			final Labels l = Components.label(phase, Connectivity.values()[seed % 3], 1, Progress.NONE);
			final double[] whole = InscribedBall.distances(phase, l, l.sums(), 1L << 27, 1, Progress.NONE);
			for (final int slices : new int[] { 1, 4, 5, 9 })
				assertArrayEquals(whole, InscribedBall.distances(phase, l, l.sums(), (long) slices * g.planeSize(), 1 + seed % 3, Progress.NONE), 1e-6,
					"seed " + seed + ", " + slices);
		}
	}

	/** The same specimen, turned so that its electrode lies on each side in turn, with a cap of uneven thickness. */
	@Test
	void anOutsideClassOnAnySideGivesTheSamePores() {
		for (int seed = 0; seed < 40; seed++) {
			final Random r = new Random(seed);
			final int[] n = { 12 + r.nextInt(6), 16 + r.nextInt(8), 10 + r.nextInt(7) };
			final double[] e = { 0.04 + 0.1 * r.nextDouble(), 0.04 + 0.1 * r.nextDouble(), 0.04 + 0.1 * r.nextDouble() };
			final byte[][][] v = specimen(r, n);
			final List<Pore> reference = pores(v, new int[] { 0, 1, 2 }, false, n, e, ElectrodeFace.Y_MINUS);
			assertTrue(reference.size() > 1);
			for (final ElectrodeFace face : ElectrodeFace.values()) {
				if (face == ElectrodeFace.NONE) continue;
				// axis k of the turned image is axis order[k] of the specimen; its depth axis is 1
				final int[] order = face.axis() == 0 ? new int[] { 1, 0, 2 } : face.axis() == 1 ? new int[] { 0, 1, 2 } : new int[] { 0, 2, 1 };
				final List<Pore> turned = pores(v, order, !face.isLow(), n, e, face);
				assertEquals(reference.size(), turned.size());
				for (int i = 0; i < turned.size(); i++)
					same(reference.get(i), turned.get(i), "seed " + seed + " " + face);
			}
		}
	}

	private static byte[][][] specimen(final Random r, final int[] n) {
		final byte[][][] v = new byte[n[0]][n[1]][n[2]];
		for (int x = 0; x < n[0]; x++)
			for (int z = 0; z < n[2]; z++) {
				final int cap = 2 + r.nextInt(2);
				for (int y = 0; y < n[1]; y++)
					v[x][y][z] = (byte) (y < cap ? PoreOptions.OUTSIDE : r.nextDouble() < 0.12 ? 1 : 0);
			}
		return v;
	}

	private static List<Pore> pores(final byte[][][] v, final int[] order, final boolean mirrored, final int[] n, final double[] e,
		final ElectrodeFace face)
	{
		final VoxelGrid g = VoxelGrid.of(n[order[0]], n[order[1]], n[order[2]], e[order[0]], e[order[1]], e[order[2]]);
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		final int[] at = new int[3];
		for (at[0] = 0; at[0] < g.nx(); at[0]++)
			for (at[1] = 0; at[1] < g.ny(); at[1]++)
				for (at[2] = 0; at[2] < g.nz(); at[2]++) {
					final int[] p = new int[3];
					for (int a = 0; a < 3; a++)
						p[order[a]] = mirrored && order[a] == 1 ? n[1] - 1 - at[a] : at[a];
					planes[at[2]][at[0] + g.nx() * at[1]] = v[p[0]][p[1]][p[2]];
				}
		final PoreResult found = PoreAnalysis.measure(new Phase(ByteVolume.of(g, planes), 1), new PoreOptions(Connectivity.SIX, face, 2, false,
			PoreOptions.OUTSIDE, 10, 1, 2), Progress.NONE);
		final List<Pore> sorted = new ArrayList<>(found.pores());
		final boolean swapped = order[0] == 1, deep = order[2] == 1;
		// the specimen's own x and z, which no face turns over
		sorted.sort(Comparator.comparingLong(Pore::voxels).thenComparingDouble(p -> Math.round(1e6 * (swapped ? p.centroidUm().y() : p.centroidUm()
			.x()))).thenComparingDouble(p -> Math.round(1e6 * (deep ? p.centroidUm().y() : p.centroidUm().z()))).thenComparingDouble(p -> Math.round(1e6
				* p.depthUm())));
		return sorted;
	}

	private static void same(final Pore a, final Pore b, final String what) {
		assertEquals(a.voxels(), b.voxels(), what);
		assertEquals(a.depthUm(), b.depthUm(), 1e-9, what);
		assertEquals(a.topDepthUm(), b.topDepthUm(), 1e-9, what);
		assertEquals(a.touchesBorder(), b.touchesBorder(), what);
		assertEquals(a.opensAtFace(), b.opensAtFace(), what);
		assertEquals(a.samplingWeight(), b.samplingWeight(), 1e-9, what);
		assertEquals(a.radiusInscribedUm(), b.radiusInscribedUm(), 1e-6, what);
		assertEquals(a.surfaceUm2(), b.surfaceUm2(), 1e-9, what);
		assertEquals(a.feretMaxUm(), b.feretMaxUm(), 1e-9, what);
		assertEquals(a.nearestLargeUm(), b.nearestLargeUm(), 1e-9, what);
	}
}
