// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;

/**
 * From where a volume is looked at: turned about the normal of the electrode's face, which points upwards on the picture.
 * <p>
 * At azimuth 0 and with the face Y-, x runs to the right and y downwards, as on the slices. The whole volume stays on the
 * picture at every angle.
 *
 * @param sizePx edge of the square picture, px
 * @param face side of the volume that is up; none counts as Y-
 * @param azimuthDeg how far the viewer has walked round, degrees
 * @param elevationDeg how far above the horizon the viewer stands, -90 to 90 degrees
 * @param perspective whether near parts look larger; else lengths across the line of sight are true everywhere
 */
public record Camera(int sizePx, ElectrodeFace face, double azimuthDeg, double elevationDeg, boolean perspective) {

	/** Part of the picture's half edge that the volume's half diagonal takes. */
	private static final double FILL = 0.94;
	/** Distance of the eye in half diagonals. */
	private static final double EYE = 3.2;

	/** Checks the numbers. */
	public Camera {
		if (sizePx < 64 || sizePx > 4096) throw new IllegalArgumentException("size=" + sizePx
			+ " px is not possible; give 64 to 4096.");
		if (!(elevationDeg >= -90 && elevationDeg <= 90)) throw new IllegalArgumentException("elevation=" + elevationDeg
			+ " degrees is not possible; give -90 to 90.");
		if (Double.isNaN(azimuthDeg) || Double.isInfinite(azimuthDeg)) throw new IllegalArgumentException("azimuth=" + azimuthDeg
			+ " degrees is not a number; give 0 to 360.");
	}

	/**
	 * The same view from another side.
	 *
	 * @param degrees azimuth
	 * @return the camera
	 */
	public Camera at(final double degrees) {
		return new Camera(sizePx, face, degrees, elevationDeg, perspective);
	}

	/**
	 * Rows of the rotation: to the right, upwards and towards the viewer, each in image coordinates.
	 *
	 * @return nine numbers
	 */
	double[] axes() {
		final int axis = face.axis() < 0 ? 1 : face.axis();
		final double[] up = new double[3];
		up[axis] = face.axis() < 0 || face.isLow() ? -1 : 1;
		final double[] first = new double[3];
		first[axis == 0 ? 2 : 0] = 1;
		final double[] second = { first[1] * up[2] - first[2] * up[1], first[2] * up[0] - first[0] * up[2], first[0] * up[1] - first[1] * up[0] };
		final double ca = Math.cos(Math.toRadians(azimuthDeg)), sa = Math.sin(Math.toRadians(azimuthDeg));
		final double ce = Math.cos(Math.toRadians(elevationDeg)), se = Math.sin(Math.toRadians(elevationDeg));
		final double[] m = new double[9];
		for (int k = 0; k < 3; k++) {
			final double back = -sa * first[k] + ca * second[k];
			m[k] = ca * first[k] + sa * second[k];
			m[3 + k] = -se * back + ce * up[k];
			m[6 + k] = ce * back + se * up[k];
		}
		return m;
	}

	static double halfDiagonalUm(final VoxelGrid g) {
		return Math.sqrt(g.extentUm(0) * g.extentUm(0) + g.extentUm(1) * g.extentUm(1) + g.extentUm(2) * g.extentUm(2)) / 2;
	}

	/**
	 * Scale of the picture; in perspective that of the plane through the volume's middle.
	 *
	 * @param g the volume
	 * @return px per um
	 */
	public double pxPerUm(final VoxelGrid g) {
		return FILL * sizePx / 2 / halfDiagonalUm(g) * (perspective ? Math.sqrt(1 - 1 / (EYE * EYE)) : 1);
	}

	/** Distance of the eye from the volume's middle, um. */
	static double eyeUm(final VoxelGrid g) {
		return EYE * halfDiagonalUm(g);
	}
}
