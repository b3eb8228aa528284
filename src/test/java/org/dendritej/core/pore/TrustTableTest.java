// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.label.Shapes;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes the tables of bias and spread for bodies of known size to target/trust-pores.md, and holds them to limits. */
@Tag("long")
class TrustTableTest {

	private static final int DRAWS = 40;
	private static final double[] SIZES = { 2, 3, 4, 5, 6, 8, 10, 14, 20 };

	/** Errors in percent: volume, equivalent radius, inscribed radius, surface. */
	private record Row(double[] bias, double[] spread, double predictedSd) {}

	@Test
	void biasAndSpread() throws IOException {
		final StringBuilder out = new StringBuilder("# Pores: bias and spread on bodies of known size\n\n"
			+ "Made by `TrustTableTest`. Each line: " + DRAWS
			+ " bodies at random places and orientations, a voxel belongs to a body if its centre does. Numbers are percent of "
			+ "the true value: mean error ± standard deviation of one measurement. `r` is in edges of the finest voxel. "
			+ "Ellipsoids have semi-axes 3r, 2r, r; tubes have radius r, length 6r and flat ends. `sd said` is the mean of the "
			+ "column radius_eq_sd_um, in percent of the radius.\n\n"
			+ "Inscribed radius: largest distance from a voxel centre to the centre of a voxel outside, nothing taken off. "
			+ "Surface: Crofton, 13 directions, weights for the voxel's own edges. Where the slices are thicker than the body "
			+ "(1:1:25 below r = 25) no number is to be trusted.\n");
		for (final double[] edge : new double[][] { { 1, 1, 1 }, { 1, 1, 2.5 }, { 1, 1, 25 } })
			for (final String body : new String[] { "ball", "ellipsoid", "tube" }) {
				out.append(String.format(Locale.ROOT, "%n## %s, voxels 1:1:%s%n%n| r | volume | equivalent radius | sd said "
					+ "| inscribed radius | Crofton surface |%n|---|---|---|---|---|---|%n", body, edge[2] == 1 ? "1" : edge[2] == 2.5
						? "2.5" : "25"));
				for (final double r : edge[2] == 25 ? new double[] { 5, 10, 20, 50, 100 } : SIZES) {
					if (edge[2] == 25 && r == 100 && !body.equals("ball")) continue;
					final Row row = row(body, r, edge);
					out.append(String.format(Locale.ROOT, "| %.0f | %s | %s | %.2f | %s | %s |%n", r, cell(row, 0), cell(row, 1),
						row.predictedSd, cell(row, 2), cell(row, 3)));
					if (r >= edge[2] && body.equals("ball")) assertTrue(row.predictedSd > 0.4 * row.spread[1]
						&& row.predictedSd < 2.5 * row.spread[1], "the said sd of ball " + r + ": " + row.predictedSd);
					if (edge[2] == 1 && r >= 8) {
						assertTrue(Math.abs(row.bias[0]) < 1, "volume of " + body + " " + r);
						assertTrue(Math.abs(row.bias[3]) < 2, "surface of " + body + " " + r + ": " + row.bias[3]);
					}
				}
			}
		Files.writeString(Path.of("target", "trust-pores.md"), out.toString());
	}

	private static String cell(final Row r, final int k) {
		return String.format(Locale.ROOT, "%+.2f ± %.2f", r.bias[k], r.spread[k]);
	}

	private static Row row(final String body, final double r, final double[] edge) {
		final Random random = new Random((long) (r * 1000 + edge[2] * 10 + body.length()));
		final double[] sum = new double[4], squares = new double[4];
		double sd = 0;
		for (int k = 0; k < DRAWS; k++) {
			final double reach = body.equals("ball") ? r : body.equals("ellipsoid") ? 3 * r : Math.sqrt(10) * r;
			final VoxelGrid g = VoxelGrid.of(side(reach, edge[0]), side(reach, edge[1]), side(reach, edge[2]), edge[0], edge[1],
				edge[2]);
			final Vec3 c = g.centreUm(g.nx() / 2 + random.nextDouble() - 1, g.ny() / 2 + random.nextDouble() - 1, g.nz() / 2
				+ random.nextDouble() - 1);
			final double[] truth = new double[4];
			final Bodies b = draw(body, r, g, c, Bodies.frame(random), truth);
			final double[] found = measure(new Phase(b.volume(), 1));
			truth[1] = Math.cbrt(3 * truth[0] / (4 * Math.PI));
			for (int i = 0; i < 4; i++) {
				final double e = 100 * (found[i] / truth[i] - 1);
				sum[i] += e / DRAWS;
				squares[i] += e * e / DRAWS;
			}
			sd += 100 * found[4] / truth[1] / DRAWS;
		}
		for (int i = 0; i < 4; i++)
			squares[i] = Math.sqrt(Math.max(0, squares[i] - sum[i] * sum[i]) * DRAWS / (DRAWS - 1));
		return new Row(sum, squares, sd);
	}

	private static int side(final double reach, final double edge) {
		return 2 * (int) Math.ceil(reach / edge) + 6;
	}

	private static Bodies draw(final String body, final double r, final VoxelGrid g, final Vec3 c, final Vec3[] u,
		final double[] truth)
	{
		truth[2] = r;
		if (body.equals("ball")) {
			truth[0] = 4 * Math.PI / 3 * r * r * r;
			truth[3] = 4 * Math.PI * r * r;
			return new Bodies(g).ball(c, r);
		}
		if (body.equals("ellipsoid")) {
			truth[0] = 4 * Math.PI / 3 * 6 * r * r * r;
			// surface of the ellipsoid 3, 2, 1 by elliptic integrals
			truth[3] = 48.882146 * r * r;
			return new Bodies(g).ellipsoid(c, u, 3 * r, 2 * r, r);
		}
		truth[0] = Math.PI * r * r * 6 * r;
		truth[3] = 2 * Math.PI * r * 6 * r + 2 * Math.PI * r * r;
		return new Bodies(g).add((x, y, z) -> {
			final Vec3 p = new Vec3(x, y, z).minus(c);
			final double along = p.dot(u[0]);
			return Math.abs(along) <= 3 * r && p.dot(p) - along * along <= r * r;
		}, 1);
	}

	/** Volume, equivalent radius, inscribed radius, surface, sd of the equivalent radius; of all pieces together. */
	private static double[] measure(final Phase phase) {
		final Labels l = Components.label(phase, Connectivity.TWENTYSIX, 2, Progress.NONE);
		if (l.count() == 0) return new double[5];
		final double v = phase.grid().voxelVolumeUm3();
		final Shapes s = Shapes.measure(l, 2, Progress.NONE);
		final double[] ball = InscribedBall.distances(phase, l, l.sums(), 2, Progress.NONE);
		double volume = 0, inscribed = 0, surface = 0;
		long faces = 0;
		for (int k = 1; k <= l.count(); k++) {
			volume += v * l.sums().voxels(k);
			inscribed = Math.max(inscribed, ball[k]);
			surface += s.surfaceUm2(k);
			faces += s.faces(k);
		}
		final double radius = Math.cbrt(3 * volume / (4 * Math.PI));
		return new double[] { volume, radius, inscribed, surface, PoreRows.volumeSd(phase.grid(), faces, radius) / (4
			* Math.PI * radius * radius) };
	}
}
