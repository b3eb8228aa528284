// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.geom.ElectrodeFace;

/**
 * The counter electrode: a side of the volume through which a stated current density enters, or beyond which, at a
 * stated distance, a plane of stated potential lies; or metal in the image at a stated potential.
 *
 * @param face the side of the volume; NONE if the counter electrode is in the image
 * @param plane true for a fixed potential, false for a prescribed flux
 * @param currentMaCm2 current density that enters, mA/cm2 (flux only, else NaN)
 * @param distanceUm electrolyte between the side and the plane, um; it has the conductivity of the voxel it adjoins
 * @param volt potential of the plane against the lithium, V (plane only, else NaN)
 */
public record Counter(ElectrodeFace face, boolean plane, double currentMaCm2, double distanceUm, double volt) {

	/** Checks the numbers. */
	public Counter {
		if (face == null || face == ElectrodeFace.NONE && !plane) throw new IllegalArgumentException("The counter electrode has no side (face="
			+ (face == null ? "null" : face.key()) + "); give X-, X+, Y-, Y+, Z- or Z+, usually the side opposite the electrode.");
		if (!plane && (!Double.isFinite(currentMaCm2) || currentMaCm2 == 0)) throw new IllegalArgumentException("The far current density is "
			+ currentMaCm2 + " mA/cm2; it must be a finite number other than 0 (all shares are independent of it: 1 is fine).");
		if (plane && (!Double.isFinite(volt) || volt == 0)) throw new IllegalArgumentException("The counter electrode's potential is " + volt
			+ " V; it must be a finite number other than 0 (all shares are independent of it: 1 is fine).");
		if (plane && !(distanceUm >= 0 && Double.isFinite(distanceUm))) throw new IllegalArgumentException("The counter electrode lies "
			+ distanceUm + " um beyond the volume; the distance must be 0 or more.");
	}

	/**
	 * A uniform current density through a side.
	 *
	 * @param face the side
	 * @param maCm2 mA/cm2
	 * @return the counter electrode
	 */
	public static Counter flux(final ElectrodeFace face, final double maCm2) {
		return new Counter(face, false, maCm2, 0, Double.NaN);
	}

	/**
	 * A plane of uniform potential at a distance beyond a side.
	 *
	 * @param face the side
	 * @param distanceUm um, 0 = on the side itself
	 * @param volt V against the lithium
	 * @return the counter electrode
	 */
	public static Counter plane(final ElectrodeFace face, final double distanceUm, final double volt) {
		return new Counter(face, true, Double.NaN, distanceUm, volt);
	}

	/**
	 * The class declared by {@link FieldProblem#counterMetal} at a uniform potential; areas are then those of its voxel
	 * faces, and collecting areas are shares of that area.
	 *
	 * @param volt V against the lithium
	 * @return the counter electrode
	 */
	public static Counter image(final double volt) {
		return new Counter(ElectrodeFace.NONE, true, Double.NaN, 0, volt);
	}

	/**
	 * The side opposite a face.
	 *
	 * @param face a side
	 * @return the opposite one; NONE for NONE
	 */
	public static ElectrodeFace opposite(final ElectrodeFace face) {
		switch (face) {
			case X_MINUS: return ElectrodeFace.X_PLUS;
			case X_PLUS: return ElectrodeFace.X_MINUS;
			case Y_MINUS: return ElectrodeFace.Y_PLUS;
			case Y_PLUS: return ElectrodeFace.Y_MINUS;
			case Z_MINUS: return ElectrodeFace.Z_PLUS;
			case Z_PLUS: return ElectrodeFace.Z_MINUS;
			default: return ElectrodeFace.NONE;
		}
	}
}
