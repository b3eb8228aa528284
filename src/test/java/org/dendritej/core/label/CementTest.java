// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Air voids of a cement paste: counts that scipy found in the same mask. */
class CementTest {

	@Test
	void countsOfCement() throws IOException {
		final Phase voids = RealVolumes.tiff("volumes/qim3d_cement_128x128x128.tif", 0, 75, 1);
		final int[] all = { 2070, 1769, 1658 }, large = { 970, 848, 792 };
		for (final Connectivity c : Connectivity.values()) {
			final Labels l = Components.label(voids, c, 2, Progress.NONE);
			assertEquals(all[c.ordinal()], l.count());
			assertEquals(large[c.ordinal()], Components.label(voids, c, 27, 2, Progress.NONE).count());
			long n = 0;
			for (int k = 1; k <= l.count(); k++)
				n += l.sums().voxels(k);
			assertEquals(360409, n);
		}
	}
}
