// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.geom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.crack.CrackAnalysis;
import org.dendritej.core.crack.CrackOptions;
import org.dendritej.core.distance.LocalThickness;
import org.dendritej.core.run.Progress;
import org.dendritej.core.segment.ShapeClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class HeapNeedTest {

	private static final VoxelGrid GRID = VoxelGrid.of(1000, 800, 500, 0.04, 0.04, 0.1);

	@Test
	void whatFitsPassesAndWhatDoesNotIsToldWithTheBinningThatFits() {
		HeapNeed.check("The work", GRID, g -> 7 * g.voxels(), Long.MAX_VALUE, 3_000_000_000L);
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> HeapNeed.check("The work", GRID, g -> 7 * g.voxels(),
			Long.MAX_VALUE, 200_000_000L));
		// 2.8 GB of 0.19 GB: binned by 2 it needs 0.35 GB, by 3 0.104 GB
		assertEquals("The work of 1000 x 800 x 500 voxels needs 2.80 GB where the heap has 0.19 GB to spare; bin the image by 3 in each direction"
			+ " (334 x 267 x 167 voxels, 0.10 GB), crop it, or give ImageJ more memory.", e.getMessage());
	}

	@Test
	void aCountBeyondTheKernelsIndicesIsRefusedWhateverTheHeap() {
		assertThrows(IllegalArgumentException.class, () -> HeapNeed.check("The work", GRID, g -> 1, 1_000_000, Long.MAX_VALUE));
	}

	/** Volumes of a thousand gigabytes whose slices nobody may ask for: they must be refused before one is read. */
	@Test
	void kernelsRefuseBeforeTheyRead() {
		final VoxelGrid huge = VoxelGrid.of(40_000, 40_000, 1000, 0.04, 0.04, 0.1);
		final Phase phase = new Phase(ByteVolume.of(huge, z -> {
			throw new AssertionError("slice " + z + " was read");
		}), 1);
		refused(() -> LocalThickness.diameterUm(phase, false, 1, Progress.NONE), "The local thickness");
		refused(() -> ShapeClasses.of(phase, 3, 1, Progress.NONE), "Telling pores from cracks by shape");
		refused(() -> CrackAnalysis.analyse(phase, null, null, new CrackOptions(ElectrodeFace.Y_MINUS, 3, 1,
			org.dendritej.core.label.Connectivity.TWENTYSIX, 8, CrackOptions.LITHIUM_EXPONENT, false), 1, Progress.NONE), "The skeleton");
	}

	private static void refused(final Executable work, final String what) {
		final String m = assertThrows(IllegalArgumentException.class, work).getMessage();
		assertTrue(m.startsWith(what + " of 40000 x 40000 x 1000 voxels needs") && m.contains("bin the image by"), m);
	}
}
