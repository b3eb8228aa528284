// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.RunSource;
import org.dendritej.core.label.Runs;
import org.dendritej.core.run.Progress;

/**
 * What each pore touches: the electrode, the border of the image, or voxels outside the sample.
 * <p>
 * A pore is cut if it reaches the image's side or a voxel outside the sample, unless that is the electrode's surface. If
 * no outside class shows the electrode, the face is the image's side, and a pore that reaches it counts as open at the
 * face and as cut: nothing shows that it ends there.
 */
final class PoreContacts {

	/** Voxels between the electrode and the pore's nearest voxel. */
	final int[] top;
	/** Whether the image or the edge of the sample cuts the pore. */
	final boolean[] cut;

	PoreContacts(final Phase phase, final RunSource source, final LabelSums sums, final SampleRegion region,
		final ElectrodeFace face, final int outside, final Progress progress)
	{
		final int n = sums.count();
		top = new int[n + 1];
		cut = new boolean[n + 1];
		final VoxelGrid g = source.grid();
		for (int l = 1; l <= n; l++) {
			for (final ElectrodeFace side : ElectrodeFace.values())
				cut[l] |= sums.touches(l, side) && !(region.surfaceSeen() && side == face);
			if (face != ElectrodeFace.NONE) top[l] = face.isLow() ? sums.min(l, face.axis()) : g.size(face.axis()) - sums
				.max(l, face.axis());
		}
		if (!region.outsideSeen()) return;
		if (region.surfaceSeen()) Arrays.fill(top, Integer.MAX_VALUE);
		final Runs runs = new Runs();
		byte[] below = null, here = phase.volume().plane(0);
		for (int z = 0; z < g.nz(); z++) {
			progress.check();
			final byte[] above = z + 1 < g.nz() ? phase.volume().plane(z + 1) : null;
			source.read(z, runs);
			slice(runs, g, z, new byte[][] { below, here, above }, region, (byte) outside);
			below = here;
			here = above;
		}
	}

	private void slice(final Runs runs, final VoxelGrid g, final int z, final byte[][] p, final SampleRegion region,
		final byte out)
	{
		final int nx = g.nx();
		for (int y = 0; y < runs.rows(); y++)
			for (int i = runs.first()[y]; i < runs.first()[y + 1]; i++) {
				final int l = runs.label()[i];
				if (l <= 0) continue;
				for (int x = runs.bounds()[2 * i]; x < runs.bounds()[2 * i + 1]; x++) {
					final int at = x + nx * y;
					if (region.surfaceSeen()) top[l] = Math.min(top[l], region.below(x, y, z));
					if (x > 0 && p[1][at - 1] == out) touch(l, x - 1, y, z, region);
					if (x + 1 < nx && p[1][at + 1] == out) touch(l, x + 1, y, z, region);
					if (y > 0 && p[1][at - nx] == out) touch(l, x, y - 1, z, region);
					if (y + 1 < g.ny() && p[1][at + nx] == out) touch(l, x, y + 1, z, region);
					if (p[0] != null && p[0][at] == out) touch(l, x, y, z - 1, region);
					if (p[2] != null && p[2][at] == out) touch(l, x, y, z + 1, region);
				}
			}
	}

	private void touch(final int l, final int x, final int y, final int z, final SampleRegion region) {
		if (!region.surfaceSeen() || region.below(x, y, z) >= 0) cut[l] = true;
	}
}
