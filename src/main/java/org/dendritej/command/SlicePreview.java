// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.prepare.Denoise;
import org.dendritej.core.prepare.PreparedStack;
import org.dendritej.core.prepare.PreparedStack.Cleaning;
import org.dendritej.ij.NewStack;

import ij.ImagePlus;

/** One slice before the whole stack runs: as recorded and as it would become, side by side. */
final class SlicePreview {

	private static final int GAP = 4;

	private SlicePreview() {}

	/** The slice to look at, from 0. */
	static int chosen(final ImagePlus imp, final int slice) {
		if (slice < 0 || slice > imp.getStackSize()) throw new IllegalArgumentException("slice=" + slice + " does not occur in \"" + imp.getTitle()
			+ "\"; give 1 to " + imp.getStackSize() + ", or 0 for the one that is shown.");
		return slice == 0 ? Math.max(1, imp.getCurrentSlice()) - 1 : slice - 1;
	}

	/** Recorded and cleaned, with a white line between. */
	static ImagePlus cleaned(final ImagePlus imp, final String name, final FloatVolume raw, final Cleaning how, final int slice) {
		final VoxelGrid g = raw.grid();
		final int z = chosen(imp, slice), nx = g.nx(), ny = g.ny(), wide = 2 * nx + GAP;
		final FloatVolume clean = PreparedStack.cleaned(raw, how);
		float[] after = clean.plane(z);
		if (how.denoise() > 0) after = Denoise.slice(clean.plane(Math.max(0, z - 1)), after, clean.plane(Math.min(g.nz() - 1, z + 1)), g, Denoise.noise(
			after, nx, ny), how.denoise());
		final float[] before = raw.plane(z), both = new float[wide * ny];
		java.util.Arrays.fill(both, (float) imp.getDisplayRangeMax());
		for (int y = 0; y < ny; y++) {
			System.arraycopy(before, y * nx, both, y * wide, nx);
			System.arraycopy(after, y * nx, both, y * wide + nx + GAP, nx);
		}
		final VoxelGrid flat = new VoxelGrid(wide, ny, 1, g.dxUm(), g.dyUm(), g.dzUm(), g.originUm());
		final ImagePlus out = NewStack.of(name + "-preview", flat, k -> both);
		out.setDisplayRange(imp.getDisplayRangeMin(), imp.getDisplayRangeMax());
		return out;
	}
}
