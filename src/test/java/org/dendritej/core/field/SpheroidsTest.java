// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Spheroids in a uniform field, conducting and insulating, prolate and oblate, along and across the field, against their
 * demagnetising factors (Osborn 1945, doi:10.1103/PhysRev.67.351). An eighth of the cell of a cubic lattice is solved; the
 * neighbours' field is the Lorentz field of point dipoles: sigma_eff - 1 = f / (1/beta - f/3), beta = 1/N or -1/(1 - N).
 */
class SpheroidsTest {

	/** Half the lattice's edge over the longest half axis: neighbours matter by less than 1 %, their finite size by 1e-4. */
	private static final double ROOM = 3;

	/** Demagnetising factor along the symmetry axis of a spheroid of aspect ratio q = polar over equatorial axis. */
	static double polarFactor(final double q) {
		if (q > 1) {
			final double e = Math.sqrt(1 - 1 / (q * q));
			return (1 - e * e) / (e * e * e) * (Math.log((1 + e) / (1 - e)) / 2 - e);
		}
		final double e = Math.sqrt(1 - q * q);
		return (1 - Math.sqrt(1 - e * e) / e * Math.asin(e)) / (e * e);
	}

	/** Relative error of the dipole moment; cells voxels span the shortest half axis. */
	private static double error(final double aspect, final boolean along, final boolean metal, final double cells) {
		final double polar = aspect, equator = 1;
		final double longest = Math.max(polar, equator), shortest = Math.min(polar, equator), half = ROOM * longest;
		final int n = (int) Math.round(half / (shortest / cells));
		final double h = half / n, a = along ? equator : polar, c = along ? polar : equator, b = equator;
		final VoxelGrid g = VoxelGrid.of(n, n, n, h, h, h);
		final FieldProblem p = FieldProblem.on(Bodies.draw(g, (x, y, z) -> x * x / (a * a) + y * y / (b * b) + z * z / (c * c) < 1 ? 1 : 0))
			.conductor(0, 1).electrode(ElectrodeFace.Z_MINUS, 0).counter(Counter.plane(ElectrodeFace.Z_PLUS, 0, 1)).tolerance(1e-8);
		if (metal) p.metal(1);
		else p.insulator(1);
		final double got = FieldSolver.solve(p, Progress.NONE).currents(null).totalUa() / half - 1;
		final double nz = along ? polarFactor(aspect) : (1 - polarFactor(aspect)) / 2, f = 4 * Math.PI / 3 * a * b * c / Math.pow(2 * half, 3);
		final double beta = metal ? 1 / nz : -1 / (1 - nz);
		return got / (f / (1 / beta - f / 3)) - 1;
	}

	/** Mean of |error| over four nearby voxel sizes, for each halving. */
	private static double[] errors(final double aspect, final boolean along, final boolean metal, final double cells, final int levels) {
		final double[] e = new double[levels];
		for (int m = 0; m < levels; m++)
			for (final double near : new double[] { 1, 1.075, 1.16, 1.265 })
				e[m] += Math.abs(error(aspect, along, metal, cells * near * (1 << m))) / 4;
		return e;
	}

	private static double order(final double[] e) {
		double sxy = 0, sxx = 0;
		final double mid = (e.length - 1) / 2.;
		for (int m = 0; m < e.length; m++) {
			sxy += (m - mid) * Math.log(e[m]);
			sxx += (m - mid) * (m - mid);
		}
		return -sxy / sxx / Math.log(2);
	}

	@Test
	void demagnetisingFactors() {
		assertEquals(1 / 3., polarFactor(1.0001), 1e-4);
		assertEquals(1 / 3., polarFactor(.9999), 1e-4);
		// table of Osborn: 2 : 1 prolate 0.1736, oblate 0.5272
		assertEquals(.1736, polarFactor(2), 1e-4);
		assertEquals(.5272, polarFactor(.5), 1e-4);
	}

	@ParameterizedTest
	@CsvSource({ "2, true, true", "2, false, true", "2, true, false", "2, false, false", "0.5, true, true", "0.5, false, true",
		"0.5, true, false", "0.5, false, false" })
	void spheroidsTwoToOne(final double aspect, final boolean along, final boolean metal) {
		final double[] e = errors(aspect, along, metal, 3, 2);
		final String said = String.format(Locale.ROOT, "aspect %s, along %s, metal %s: %.4f, %.4f", aspect, along, metal, e[0], e[1]);
		assertTrue(e[1] < e[0] && e[1] < (metal ? .03 : .09), said);
	}

	@Tag("long")
	@ParameterizedTest
	@CsvSource({ "2, true, true", "2, false, true", "2, true, false", "2, false, false", "0.5, true, true", "0.5, false, true",
		"0.5, true, false", "0.5, false, false", "4, true, true", "4, false, true", "4, true, false", "4, false, false", "0.25, true, true",
		"0.25, false, true", "0.25, true, false", "0.25, false, false" })
	void spheroidsOnFinerGrids(final double aspect, final boolean along, final boolean metal) {
		final int levels = aspect == 2 || aspect == .5 ? 4 : 3;
		final double[] e = errors(aspect, along, metal, 3, levels);
		final String said = String.format(Locale.ROOT, "aspect %s, along %s, metal %s: %s, order %.2f", aspect, along, metal, java.util.Arrays
			.toString(e), order(e));
		// 4 : 1 has errors below 2 % from three voxels on when metal, of changing sign: no order can be seen there
		if (levels == 4) assertTrue(order(e) > .7, said);
		assertTrue(e[levels - 1] < (metal ? .02 : .06) && e[levels - 1] < e[0], said);
	}
}
