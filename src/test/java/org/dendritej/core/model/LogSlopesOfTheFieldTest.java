// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dendritej.core.field.SphereArray;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The log-slopes of the critical current with the collecting area of the field itself instead of the closed form. */
class LogSlopesOfTheFieldTest {

	/** Divides every pitch used here, so that the voxels fit the cell. */
	private static final double VOXEL_UM = 1.0 / 7;
	private static final double EXPONENT = 1 / 0.15;

	private static double lnArea(final double radiusUm, final double pitchUm, final double lengthUm) {
		return Math.log(SphereArray.of(pitchUm, radiusUm, lengthUm + radiusUm, 0).solve(radiusUm / VOXEL_UM, 2, Progress.NONE).collectingAreaUm2());
	}

	@Test
	@DisplayName("row 30: log-slopes at 83 % with the exact field: -0.549, -1.368, -6.750 within 0.02")
	void slopesOfRadiusSeparationAndLength() {
		// eq. 13: ccd ~ L^-m / alpha(R, L + R, s); the slopes in width and strength, m + 3 and m, do not touch alpha
		final double r = -(lnArea(2.53, 10, 2.5) - lnArea(2.07, 10, 2.5)) / Math.log(2.53 / 2.07);
		final double s = -(lnArea(2.3, 11, 2.5) - lnArea(2.3, 9, 2.5)) / Math.log(11.0 / 9);
		final double l = -EXPONENT - (lnArea(2.3, 10, 2.75) - lnArea(2.3, 10, 2.25)) / Math.log(2.75 / 2.25);
		assertEquals(-0.549, r, 0.02, "pore radius");
		assertEquals(-1.368, s, 0.02, "separation");
		assertEquals(-6.750, l, 0.02, "crack length");
	}
}
