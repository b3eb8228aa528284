// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import org.dendritej.core.geom.HeapNeed;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.run.Progress;

/**
 * Local thickness of a phase: at each voxel the diameter of the largest ball inside the phase that covers it, without
 * the bias of whole voxels and for voxels with three different edges.
 * <p>
 * The measure is Hildebrand and Rueegsegger's (J. Microsc. 185 (1997) 67, doi 10.1046/j.1365-2818.1997.1340694.x). The
 * balls are discrete: around each phase voxel c the voxels nearer to c than the nearest background centre, D(c). Balls
 * contained in the ball of one of the 26 neighbours are left out. The diameter of a ball is not 2 D(c), which reads every
 * plate of an odd number of voxels one voxel too thick, but is measured between planes fitted to the surface at the places
 * of contact; its centre may lie between voxels. The surface lies half-way between the last centre inside and the first
 * outside, so that a plate of k voxels measures k, at every k and along every axis; errors at other angles are
 * tabulated in docs/trust-widths.md. Memory: 4 bytes per voxel and 20 bytes per maximal ball while working.
 * The result does not depend on the number of threads.
 */
public final class LocalThickness {

	private LocalThickness() {}

	/**
	 * Thickness at each voxel of a phase.
	 *
	 * @param phase the phase
	 * @param borderIsBackground true: the phase ends at the image's border; false: it goes on outside (the usual reading;
	 *          balls may then reach out of the image)
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return um, [z][x + nx y]; 0 outside the phase; NaN where nothing bounds the phase
	 */
	public static float[][] diameterUm(final Phase phase, final boolean borderIsBackground, final int threads,
		final Progress progress)
	{
		HeapNeed.check("The local thickness", phase.grid(), g -> Float.BYTES * g.voxels());
		final float[][] squared = EuclideanDistance.squared(phase, borderIsBackground, threads, progress.part(0, 0.3));
		return fromSquared(phase, squared, borderIsBackground, threads, progress.part(0.3, 1));
	}

	/**
	 * Thickness from squared distances that are already there; they are overwritten by it.
	 *
	 * @param phase the phase
	 * @param squared what {@link EuclideanDistance#squared} gave for this phase and border, um2
	 * @param borderIsBackground as given there
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return the same planes, now um; 0 outside the phase; NaN where nothing bounds the phase
	 */
	public static float[][] fromSquared(final Phase phase, final float[][] squared, final boolean borderIsBackground,
		final int threads, final Progress progress)
	{
		if (squared.length != phase.grid().nz()) throw new IllegalArgumentException("The distances have " + squared.length
			+ " slices where the phase has " + phase.grid().nz() + "; give the distances of this very volume.");
		final MaximalBalls maximal = new MaximalBalls(phase.grid(), squared, borderIsBackground);
		final BallList balls = maximal.find(threads, progress.part(0, 0.6));
		maximal.paint(balls, threads, progress.part(0.6, 1));
		return squared;
	}
}
