// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Objects;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.label.Connectivity;

/**
 * How pores are to be found and measured.
 *
 * @param connectivity neighbours that join voxels to a pore
 * @param face side on which the electrode lies
 * @param minVoxels smallest pore kept, voxels
 * @param split whether touching pores are cut apart at their necks by a watershed
 * @param outside class of voxels that do not belong to the sample; -1 = all voxels belong
 * @param draws bootstrap draws for intervals
 * @param seed start of the random numbers
 * @param threads threads; 0 or less = all
 */
public record PoreOptions(Connectivity connectivity, ElectrodeFace face, long minVoxels, boolean split, int outside,
	int draws, long seed, int threads)
{

	/** Class of the voxels outside the sample in a class image. */
	public static final int OUTSIDE = 4;

	/** The suite's defaults: 26 neighbours, electrode at the top of the slices, 8 voxels, no split, 1000 draws, seed 1. */
	public static final PoreOptions DEFAULT = new PoreOptions(Connectivity.TWENTYSIX, ElectrodeFace.Y_MINUS, 8, false,
		OUTSIDE, 1000, 1, 0);

	/** Checks the numbers. */
	public PoreOptions {
		Objects.requireNonNull(connectivity, "connectivity");
		Objects.requireNonNull(face, "face");
		if (minVoxels < 1) throw new IllegalArgumentException("minvoxels=" + minVoxels
			+ " is less than one voxel; give 1 to keep everything.");
		if (outside < -1 || outside > 255) throw new IllegalArgumentException("outside=" + outside
			+ " is not a class of an 8-bit image; give 0 to 255, or -1 if every voxel belongs to the sample.");
		if (draws < 1 || draws > 1_000_000) throw new IllegalArgumentException("samples=" + draws
			+ " bootstrap draws are not possible; give a number from 1 to 1000000.");
	}

	/**
	 * The same with another connectivity.
	 *
	 * @param c neighbours
	 * @return options
	 */
	public PoreOptions with(final Connectivity c) {
		return new PoreOptions(c, face, minVoxels, split, outside, draws, seed, threads);
	}

	/**
	 * The same with another electrode face.
	 *
	 * @param f side
	 * @return options
	 */
	public PoreOptions with(final ElectrodeFace f) {
		return new PoreOptions(connectivity, f, minVoxels, split, outside, draws, seed, threads);
	}

	/**
	 * The same with another smallest pore.
	 *
	 * @param voxels size, voxels
	 * @return options
	 */
	public PoreOptions withMinVoxels(final long voxels) {
		return new PoreOptions(connectivity, face, voxels, split, outside, draws, seed, threads);
	}

	/**
	 * The same with or without a watershed.
	 *
	 * @param on whether touching pores are cut apart
	 * @return options
	 */
	public PoreOptions withSplit(final boolean on) {
		return new PoreOptions(connectivity, face, minVoxels, on, outside, draws, seed, threads);
	}

	/**
	 * The same with another number of threads.
	 *
	 * @param n threads; 0 or less = all
	 * @return options
	 */
	public PoreOptions withThreads(final int n) {
		return new PoreOptions(connectivity, face, minVoxels, split, outside, draws, seed, n);
	}
}
