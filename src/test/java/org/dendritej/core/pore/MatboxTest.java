// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.label.RealVolumes;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The cathode of MATBOX: voxels of each phase as counted by other software, and pores that run through. */
class MatboxTest {

	private static final String FILE = "volumes/matbox_nmc-1-cal_generatedCBD_bridge.tif";

	@Test
	void phaseCounts() throws IOException {
		final long[] counts = { 9108821, 11357945, 2274085 };
		for (int k = 0; k < 3; k++) {
			final Labels l = Components.label(RealVolumes.tiff(FILE, k, k, 1), Connectivity.SIX, 2, Progress.NONE);
			long n = 0;
			for (int i = 1; i <= l.count(); i++)
				n += l.sums().voxels(i);
			assertEquals(counts[k], n, "phase " + k);
		}
	}

	@Test
	void thePoresPercolate() throws IOException {
		final Phase pores = RealVolumes.tiff(FILE, 0, 0, 1);
		final PoreResult r = PoreAnalysis.measure(pores, PoreOptions.DEFAULT.with(Connectivity.SIX), Progress.NONE);
		final double share = r.summary().stream().filter(q -> q.name().equals("percolating_share")).mapToDouble(Quantity::value).findFirst()
			.getAsDouble();
		assertTrue(share > 0.9 && share <= 1, "" + share);
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("percolating")));
		assertEquals(9108821.0 / pores.grid().voxels(), r.summary().stream().filter(q -> q.name().equals("porosity")).mapToDouble(Quantity::value)
			.findFirst().getAsDouble(), 1e-15);
	}
}
