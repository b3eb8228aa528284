// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Widths of cracks from their mask alone, below one voxel: the length of mask along the normal, averaged over a bundle of
 * lines.
 * <p>
 * The mask is measured as {@link GreyWidth} measures grey values: counting voxels per area of a tilted sheet has no bias,
 * as each point of the wall is as often rounded up as down. What the segmentation took away or added stays in the width.
 */
public final class MaskWidth {

	/** Widths from two voxels on count as resolved, as for a grey image of usual sharpness. */
	private static final double BLUR = 0.8;

	private MaskWidth() {}

	/**
	 * Measures at points of the medial surface.
	 *
	 * @param cracks the mask
	 * @param pointsUm points near the middle of the crack, um
	 * @param normals unit normals of the crack there, in um space; a point with {@link Vec3#ZERO} is not measured
	 * @param widestUm widest crack to expect, um
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return one width for each point, in order; 4 bytes per voxel while working
	 * @throws IllegalArgumentException as {@link GreyWidth#measure}
	 */
	public static List<GreyWidth.Width> measure(final Phase cracks, final List<Vec3> pointsUm, final List<Vec3> normals,
		final double widestUm, final int threads, final Progress progress)
	{
		final VoxelGrid g = cracks.grid();
		final float[][] planes = new float[g.nz()][];
		Slabs.forEach(g.nz(), threads, progress.part(0, 0.2), "Reading the mask", z -> {
			final byte[] mask = cracks.volume().plane(z);
			final float[] p = new float[mask.length];
			for (int i = 0; i < p.length; i++)
				p[i] = mask[i] == cracks.code() ? 0 : 1;
			planes[z] = p;
		});
		return GreyWidth.measure(FloatVolume.of(g, planes), pointsUm, normals, widestUm, new GreyLevels(0, 0, BLUR * g
			.finestEdgeUm()), threads, progress.part(0.2, 1)).widths();
	}
}
