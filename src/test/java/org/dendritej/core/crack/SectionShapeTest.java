// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.apache.commons.math3.special.BesselJ;
import org.dendritej.core.crack.SectionShape.Kind;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;

/** The picture of a prism's section in voxels against the filling of voxels counted point by point. */
class SectionShapeTest {

	private static final VoxelGrid GRID = VoxelGrid.of(8, 8, 8, 0.04, 0.04, 0.1);

	/** A section that lies in the plane of a and b. */
	private record Cut(Kind kind, double shortUm, double longUm, double angle) {

		boolean has(final double u, final double v) {
			final double c = Math.cos(angle), s = Math.sin(angle);
			final double x = (c * u + s * v) / longUm * 2, y = (c * v - s * u) / shortUm * 2;
			return kind == Kind.RECTANGLE ? Math.abs(x) <= 1 && Math.abs(y) <= 1 : x * x + y * y <= 1;
		}
	}

	/** Mean over a voxel around (u, v), each of its points blown about by the blur. */
	private static double filling(final Cut cut, final Vec3 a, final Vec3 b, final double u, final double v, final double inSlice, final double across,
		final Random r)
	{
		final int n = 20_000;
		int in = 0;
		for (int i = 0; i < n; i++) {
			final Vec3 p = new Vec3((r.nextDouble() - 0.5) * GRID.dxUm() + inSlice * r.nextGaussian(), (r.nextDouble() - 0.5) * GRID.dyUm() + inSlice * r
				.nextGaussian(), (r.nextDouble() - 0.5) * GRID.dzUm() + across * r.nextGaussian());
			if (cut.has(u + p.dot(a), v + p.dot(b))) in++;
		}
		return in / (double) n;
	}

	@Test
	void voxelsAreFilledAsPointsAre() {
		final Random r = new Random(41);
		double worst = 0, squares = 0;
		int n = 0;
		for (int body = 0; body < 40; body++) {
			final Vec3 t = Bodies.direction(r), a = t.cross(Bodies.direction(r)).unit(), b = t.cross(a);
			final Kind kind = Kind.values()[body % 3];
			final double w = 0.08 + 0.2 * r.nextDouble();
			final Cut cut = new Cut(kind, w, kind == Kind.CIRCLE ? w : w * (1 + 2 * r.nextDouble()), Math.PI * r.nextDouble());
			final SectionShape shape = new SectionShape(GRID, a, b, cut.longUm + 0.6);
			final double inSlice = 0.02 + 0.02 * r.nextDouble(), across = 0.02 + 0.02 * r.nextDouble();
			shape.draw(kind, cut.shortUm, cut.longUm, cut.angle, inSlice * inSlice, across * across);
			for (int k = 0; k < 8; k++) {
				final double u = (r.nextDouble() - 0.5) * (cut.longUm + 0.1), v = (r.nextDouble() - 0.5) * (cut.longUm + 0.1);
				final double error = shape.at(u, v) - filling(cut, a, b, u, v, inSlice, across, r);
				worst = Math.max(worst, Math.abs(error));
				squares += error * error;
				n++;
			}
		}
		// Counting scatters by sqrt(p (1 - p) / n), 0.0035 at most.
		assertTrue(worst < 0.02, "worst " + worst);
		assertTrue(Math.sqrt(squares / n) < 0.006, "rms " + Math.sqrt(squares / n));
	}

	@Test
	void theFillingsAddUpToTheArea() {
		final Vec3 a = new Vec3(1, 0, 0), b = new Vec3(0, 0, 1);
		final SectionShape shape = new SectionShape(GRID, a, b, 1);
		for (final Kind kind : Kind.values()) {
			shape.draw(kind, 0.125, kind == Kind.CIRCLE ? 0.125 : 0.25, 0.3, 6e-4, 4e-4);
			double sum = 0;
			for (int i = -12; i <= 12; i++)
				for (int k = -4; k <= 4; k++)
					sum += shape.at(0.013 + 0.04 * i, 0.031 + 0.1 * k) * 0.04 * 0.1;
			final double area = kind == Kind.RECTANGLE ? 0.125 * 0.25 : Math.PI / 4 * 0.125 * (kind == Kind.CIRCLE ? 0.125 : 0.25);
			assertEquals(area, sum, 0.01 * area, kind.toString());
		}
	}

	@Test
	void theWaveOfADiscIsBesselsFunction() {
		for (double x = 0.01; x < 60; x *= 1.07)
			assertEquals(2 * BesselJ.value(1, x) / x, SectionShape.jinc(x), 1e-7 * Math.max(1, 5 / x));
		assertEquals(1, SectionShape.jinc(0), 1e-12);
	}
}
