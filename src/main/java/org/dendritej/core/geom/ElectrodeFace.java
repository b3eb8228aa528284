// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.geom;

/** The side of the volume on which the lithium electrode lies; depth is measured from it into the electrolyte. */
public enum ElectrodeFace {
	/** No electrode in the image. */
	NONE("none", -1, false),
	/** The x = 0 side. */
	X_MINUS("X-", 0, true),
	/** The far x side. */
	X_PLUS("X+", 0, false),
	/** The y = 0 side: the top of a FIB-SEM slice. */
	Y_MINUS("Y-", 1, true),
	/** The far y side. */
	Y_PLUS("Y+", 1, false),
	/** The z = 0 side. */
	Z_MINUS("Z-", 2, true),
	/** The far z side. */
	Z_PLUS("Z+", 2, false);

	private final String key;
	private final int axis;
	private final boolean low;

	ElectrodeFace(final String key, final int axis, final boolean low) {
		this.key = key;
		this.axis = axis;
		this.low = low;
	}

	/**
	 * The name that users type.
	 *
	 * @return none, X-, X+, Y-, Y+, Z- or Z+
	 */
	public String key() {
		return key;
	}

	/**
	 * The axis normal to the face.
	 *
	 * @return 0 = x, 1 = y, 2 = z, -1 = no face
	 */
	public int axis() {
		return axis;
	}

	/**
	 * Whether the face is the low-index side of its axis.
	 *
	 * @return true for X-, Y-, Z-
	 */
	public boolean isLow() {
		return low;
	}

	/**
	 * Depth of a point below the face.
	 *
	 * @param grid the volume
	 * @param pUm the point, um
	 * @return um, positive into the electrolyte; NaN without a face
	 */
	public double depthUm(final VoxelGrid grid, final Vec3 pUm) {
		if (this == NONE) return Double.NaN;
		final double p = axis == 0 ? pUm.x() - grid.originUm().x() : axis == 1 ? pUm.y() - grid.originUm().y()
			: pUm.z() - grid.originUm().z();
		return low ? p : grid.extentUm(axis) - p;
	}

	/**
	 * Area of the face.
	 *
	 * @param grid the volume
	 * @return um2; NaN without a face
	 */
	public double areaUm2(final VoxelGrid grid) {
		return this == NONE ? Double.NaN : grid.volumeUm3() / grid.extentUm(axis);
	}

	/**
	 * Reads a face's name.
	 *
	 * @param key what the user typed; upper and lower case are alike
	 * @return the face
	 * @throws IllegalArgumentException for any other text
	 */
	public static ElectrodeFace parse(final String key) {
		final String wanted = key == null ? "" : key.trim();
		for (final ElectrodeFace f : values())
			if (f.key.equalsIgnoreCase(wanted)) return f;
		throw new IllegalArgumentException("face=" + key
			+ " is not a side of the volume; use none, X-, X+, Y-, Y+, Z- or Z+ (Y- is the top of a FIB-SEM slice).");
	}
}
