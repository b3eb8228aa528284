// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Labels given back are measured as they were when they were found, whatever their numbers. */
class GivenPoresTest {

	private static ByteVolume blobs(final Random r, final VoxelGrid g, final boolean cap) {
		final byte[][] p = new byte[g.nz()][g.planeSize()];
		for (int n = 0; n < 14; n++) {
			final int x = r.nextInt(g.nx()), y = r.nextInt(g.ny()), z = r.nextInt(g.nz()), d = 1 + r.nextInt(4);
			for (int k = 0; k < g.nz(); k++)
				for (int i = 0; i < g.planeSize(); i++)
					if (Math.hypot(Math.hypot(i % g.nx() - x, i / g.nx() - y), k - z) <= d) p[k][i] = 1;
		}
		// Voxels outside the sample at its top.
		if (cap) for (final byte[] plane : p)
			for (int i = 0; i < 2 * g.nx(); i++)
				plane[i] = 4;
		return ByteVolume.of(g, p);
	}

	private static PoreOptions options(final boolean split) {
		return new PoreOptions(Connectivity.TWENTYSIX, ElectrodeFace.Y_MINUS, 8, split, PoreOptions.OUTSIDE, PoreOptions.DEFAULT.draws(), 1, 2);
	}

	@Test
	void labelsGivenBackGiveTheSameTableAndSummary() {
		final Random r = new Random(12);
		int touching = 0;
		for (int n = 0; n < 40; n++) {
			final VoxelGrid g = VoxelGrid.of(24 + r.nextInt(8), 22 + r.nextInt(8), 20 + r.nextInt(6), 0.04, 0.05, 0.1);
			final ByteVolume classes = blobs(r, g, n % 2 == 0);
			final boolean split = n % 3 == 0;
			final PoreResult found = PoreAnalysis.measure(new Phase(classes, 1), options(split), Progress.NONE);
			final int step = 1 + r.nextInt(5);
			final IntVolume other = stretched(found.labels(), step);
			final PoreResult given = PoreAnalysis.measure(other, classes, options(false), Progress.NONE);
			assertEquals(found.pores(), given.pores());
			if (split) touching++;
			// What was dropped before is not in the labels: only numbers that do not count it can agree.
			found.summary().stream().filter(q -> q.name().startsWith("radius") || q.name().startsWith("number") || q.name().equals("pores")).forEach(q -> assertEquals(
				q.toString(), given.summary().stream().filter(s -> s.name().equals(q.name())).findFirst().orElseThrow().toString()));
		}
		assertTrue(touching > 10);
	}

	@Test
	void smallOnesAreCountedAndLeftOut() {
		final VoxelGrid g = VoxelGrid.of(12, 12, 12, 1, 1, 1);
		final int[][] p = new int[12][144];
		for (int i = 0; i < 4; i++)
			p[5][40 + i] = 9;
		for (int k = 2; k < 6; k++)
			for (int i = 0; i < 3; i++)
				p[k][100 + i] = 70_000;
		final PoreResult r = PoreAnalysis.measure(IntVolume.of(g, p), null, options(false), Progress.NONE);
		assertEquals(1, r.pores().size());
		assertEquals(12, r.pores().get(0).voxels());
		assertEquals(1, r.pores().get(0).label());
		assertEquals(4.0 / 1728, r.summary().stream().filter(q -> q.name().equals("porosity_below_minvoxels")).findFirst().orElseThrow().value(), 1e-12);
	}

	private static IntVolume stretched(final IntVolume labels, final int step) {
		return new IntVolume() {

			@Override
			public VoxelGrid grid() {
				return labels.grid();
			}

			@Override
			public int[] plane(final int z) {
				final int[] l = labels.plane(z).clone();
				for (int i = 0; i < l.length; i++)
					l[i] = l[i] == 0 ? 0 : 3 + step * l[i];
				return l;
			}
		};
	}
}
