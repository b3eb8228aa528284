// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * How a specimen looks in a grey stack.
 *
 * @param levels grey of the classes 0 to 4 (solid, pore, crack, lithium, outside), in grey levels
 * @param blurUm standard deviation of the Gaussian blur along x, y, z, um; 0 = none
 * @param noise standard deviation of additive Gaussian noise, grey levels
 * @param countsPerGrey detected electrons per grey level: adds Poisson noise of variance grey/counts; 0 = none
 * @param seed seed of the noise; slice z has its own stream, so threads change nothing
 */
public record GreyOptions(double[] levels, Vec3 blurUm, double noise, double countsPerGrey, long seed) {

	/** Keeps a copy and checks it. */
	public GreyOptions {
		levels = levels.clone();
		if (levels.length != 5) throw new IllegalArgumentException("There are " + levels.length
			+ " grey levels; give 5: solid, pore, crack, lithium, outside.");
		for (int c = 0; c < 5; c++)
			Lengths.within("The grey level of class " + c, levels[c], 0, 65535);
		Lengths.within("The blur along x (um)", blurUm.x(), 0, 100);
		Lengths.within("The blur along y (um)", blurUm.y(), 0, 100);
		Lengths.within("The blur along z (um)", blurUm.z(), 0, 100);
		Lengths.within("The noise (grey levels)", noise, 0, 65535);
		Lengths.within("The counts per grey level", countsPerGrey, 0, 1e9);
	}

	@Override
	public double[] levels() {
		return levels.clone();
	}

	/**
	 * An 8-bit FIB-SEM look: solid 170, pores and cracks 40, lithium 70, outside 230; blur 25 nm in the slice (about half
	 * a pixel) and 20 nm across slices; noise of 6 grey levels. Assumed values, typical of secondary electron slices.
	 *
	 * @param seed seed of the noise
	 * @return the options
	 */
	public static GreyOptions standard(final long seed) {
		return new GreyOptions(new double[] { 170, 40, 40, 70, 230 }, new Vec3(0.025, 0.025, 0.02), 6, 0, seed);
	}

	/**
	 * Neither blur nor noise: the exact filling of every voxel.
	 *
	 * @param levels grey of the classes 0 to 4
	 * @return the options
	 */
	public static GreyOptions plain(final double... levels) {
		return new GreyOptions(levels, Vec3.ZERO, 0, 0, 1);
	}
}
