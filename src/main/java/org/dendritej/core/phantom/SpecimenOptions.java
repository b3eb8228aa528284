// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * What a user asks for when making a synthetic specimen. Immutable; start with {@link #of} and change what differs.
 *
 * @param kind what the specimen holds
 * @param grid geometry of the image; the two paper specimens have their own and ignore it
 * @param count number of pores or cracks
 * @param radiusUm radius of the largest pore (or of a spallation), um
 * @param lengthUm length of the cracks, um
 * @param widthNm opening of the cracks, nm
 * @param noise standard deviation of the grey noise, grey levels
 * @param blurUm standard deviation of the blur in the slice, um
 * @param seed seed of positions and noise
 */
public record SpecimenOptions(Kind kind, VoxelGrid grid, int count, double radiusUm, double lengthUm, double widthNm,
	double noise, double blurUm, long seed)
{

	/** What a specimen holds. */
	public enum Kind {
		/** The 83 % dense electrolyte of the first paper. */
		DENSE83,
		/** The 99 % dense electrolyte of the first paper. */
		DENSE99,
		/** Spherical pores at random. */
		SPHERES,
		/** Ellipsoidal pores at random. */
		ELLIPSOIDS,
		/** Pores with concave flanks and pointed tips. */
		POINTED,
		/** Cylindrical cracks in any direction. */
		TUBES,
		/** Flat cracks of finite breadth and constant opening. */
		PLATES,
		/** Flat cracks whose opening falls to a third. */
		WEDGE,
		/** Circular cracks with an elastic opening. */
		PENNY,
		/** Bent tubes and sheets. */
		BENT,
		/** Cracks that branch. */
		BRANCHING,
		/** Cracks from the electrode that end in pores, tubes and sheets in turn. */
		ENDING,
		/** Spallation cracks under the electrode, partly filled with lithium. */
		SPALLATION,
		/** Lithium-filled pores and cracks, some of which carry magnesium. */
		MAGNESIUM,
		/** Pores, slanted tubes and sheets for a simulated FIB-SEM acquisition. */
		FIBSEM;

		/**
		 * The name that users type.
		 *
		 * @return lower case
		 */
		public String key() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	/** Checks all numbers. */
	public SpecimenOptions {
		if (kind == null || grid == null) throw new IllegalArgumentException(
			"A specimen needs a kind and a grid; one of them is missing.");
		Lengths.within("count", count, 1, 100_000);
		Lengths.within("The pore radius (um)", radiusUm, 1e-3, 1e4);
		Lengths.within("The crack length (um)", lengthUm, 1e-3, 1e4);
		Lengths.within("The crack width (nm)", widthNm, 1, 1e6);
		Lengths.within("The noise (grey levels)", noise, 0, 255);
		Lengths.within("The blur (um)", blurUm, 0, 100);
		if (lengthUm < 3e-3 * widthNm) throw new IllegalArgumentException("A crack " + lengthUm + " um long and " + widthNm
			+ " nm wide is shorter than three widths; a crack is at least 3:1, so make it longer or narrower.");
	}

	/**
	 * A kind with sensible sizes: 200 x 200 x 80 voxels of 40 x 40 x 100 nm (spallations: 400 x 200 x 400 voxels of 0.1
	 * um), eight bodies, pores of 0.6 um, cracks 2.5 um long and 158 nm wide, noise 6, blur 25 nm, seed 1.
	 *
	 * @param kind the kind
	 * @return the options
	 */
	public static SpecimenOptions of(final Kind kind) {
		if (kind == Kind.SPALLATION) return new SpecimenOptions(kind, VoxelGrid.of(400, 200, 400, 0.1, 0.1, 0.1), 1, 12.5,
			6, 300, 6, 0.05, 1);
		final int count = kind == Kind.SPHERES || kind == Kind.ELLIPSOIDS || kind == Kind.POINTED ? 20 : 8;
		return new SpecimenOptions(kind, VoxelGrid.of(200, 200, 80, 0.04, 0.04, 0.1), count, 0.6, 2.5, 158, 6, 0.025, 1);
	}

	/**
	 * Reads a kind's name.
	 *
	 * @param key what the user typed
	 * @return the kind
	 * @throws IllegalArgumentException for any other text
	 */
	public static Kind parse(final String key) {
		for (final Kind k : Kind.values())
			if (k.key().equalsIgnoreCase(key == null ? "" : key.trim())) return k;
		throw new IllegalArgumentException("kind=" + key + " is not a specimen; use " + Arrays.stream(Kind.values()).map(
			Kind::key).collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * Another image geometry.
	 *
	 * @param g the grid
	 * @return changed options
	 */
	public SpecimenOptions withGrid(final VoxelGrid g) {
		return new SpecimenOptions(kind, g, count, radiusUm, lengthUm, widthNm, noise, blurUm, seed);
	}

	/**
	 * Other bodies.
	 *
	 * @param n number of pores or cracks
	 * @param poreRadiusUm radius of the largest pore, um
	 * @param crackLengthUm length of the cracks, um
	 * @param crackWidthNm opening of the cracks, nm
	 * @return changed options
	 */
	public SpecimenOptions withBodies(final int n, final double poreRadiusUm, final double crackLengthUm,
		final double crackWidthNm)
	{
		return new SpecimenOptions(kind, grid, n, poreRadiusUm, crackLengthUm, crackWidthNm, noise, blurUm, seed);
	}

	/**
	 * Another look.
	 *
	 * @param greyNoise standard deviation of the noise, grey levels
	 * @param sliceBlurUm standard deviation of the blur in the slice, um
	 * @param newSeed seed
	 * @return changed options
	 */
	public SpecimenOptions withLook(final double greyNoise, final double sliceBlurUm, final long newSeed) {
		return new SpecimenOptions(kind, grid, count, radiusUm, lengthUm, widthNm, greyNoise, sliceBlurUm, newSeed);
	}

	/**
	 * The look as the drawing wants it: standard levels, blur across slices 0.8 of that in the slice.
	 *
	 * @return grey options
	 */
	public GreyOptions grey() {
		return new GreyOptions(GreyOptions.standard(seed).levels(), new Vec3(blurUm, blurUm, 0.8 * blurUm), noise, 0, seed);
	}
}
