// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.label.Connectivity;

/**
 * What to look for in a class volume.
 *
 * @param face side on which the lithium electrode lies
 * @param crack class of the crack
 * @param lithium class of lithium metal
 * @param outside class of everything outside the sample; its boundary is the surface
 * @param minDiameterUm smallest projected diameter of a spallation, um
 * @param connectivity which voxels belong to one crack
 * @param tilt correction of the image vertical (the y edges), applied here and only here
 * @param threads threads; 0 means all
 */
public record VolumeOptions(ElectrodeFace face, int crack, int lithium, int outside, double minDiameterUm,
	Connectivity connectivity, Tilt tilt, int threads)
{

	/** Face Y-, classes 2, 3 and 4, 5 um and more across, 26 neighbours, no tilt. */
	public static final VolumeOptions DEFAULT = new VolumeOptions(ElectrodeFace.Y_MINUS, 2, 3, 4, 5,
		Connectivity.TWENTYSIX, Tilt.NONE, 0);

	/** Checks the choices. */
	public VolumeOptions {
		if (face == ElectrodeFace.NONE) throw new IllegalArgumentException(
			"face=none leaves a spallation without a surface to measure from; give X-, X+, Y-, Y+, Z- or Z+.");
		if (crack == lithium || crack == outside || lithium == outside) throw new IllegalArgumentException("The classes crack="
			+ crack + ", lithium=" + lithium + " and outside=" + outside + " must differ from each other.");
		if (!(minDiameterUm > 0)) throw new IllegalArgumentException("The smallest diameter is " + minDiameterUm
			+ " um; give a length above 0.");
	}

	/**
	 * Another face.
	 *
	 * @param f where the electrode lies
	 * @return changed copy
	 */
	public VolumeOptions withFace(final ElectrodeFace f) {
		return new VolumeOptions(f, crack, lithium, outside, minDiameterUm, connectivity, tilt, threads);
	}

	/**
	 * Another smallest diameter.
	 *
	 * @param um um
	 * @return changed copy
	 */
	public VolumeOptions withMinDiameter(final double um) {
		return new VolumeOptions(face, crack, lithium, outside, um, connectivity, tilt, threads);
	}

	/**
	 * A tilt correction.
	 *
	 * @param t the correction
	 * @return changed copy
	 */
	public VolumeOptions withTilt(final Tilt t) {
		return new VolumeOptions(face, crack, lithium, outside, minDiameterUm, connectivity, t, threads);
	}
}
