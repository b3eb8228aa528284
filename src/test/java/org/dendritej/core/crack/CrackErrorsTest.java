// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Crack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Errors of length and width on bodies in random directions: plates, flat and round tubes, bent tubes, flat and elastic
 * pennies, 2 to 20 voxels open, cubic voxels and slices of 100 nm. The long run prints the table of docs/trust-cracks.md.
 * <p>
 * The true length is that of the middle surface, taken on to the walls: the axis of a tube, the diagonal of a plate, the
 * diameter of a penny. The true width of an elastic penny is the mean opening along its diameter, pi/4 of the largest.
 */
class CrackErrorsTest {

	private static final double EDGE = 0.04;

	/** Errors of one kind of body. */
	private static final class Kind {

		final String name;
		final Bodies.Errors length = new Bodies.Errors();
		final Bodies.Errors width = new Bodies.Errors();
		double covered;

		Kind(final String name) {
			this.name = name;
		}

		void add(final VoxelGrid g, final Bodies.Solid solid, final double lengthUm, final double widthUm) {
			Crack best = null;
			for (final Crack c : Bodies.analyse(g, Bodies.draw(g, null, 2, solid), ElectrodeFace.NONE).cracks())
				if (best == null || c.voxels() > best.voxels()) best = c;
			length.add(best.lengthUm(), lengthUm);
			width.add(best.widthMeanNm() / 1000, widthUm);
			if (Math.abs(best.lengthUm() - lengthUm) <= 2 * best.lengthSdUm()) covered++;
		}
	}

	private static List<Kind> measure(final double dz, final double voxels, final int n, final long seed) {
		final double size = voxels > 10 ? 5.2 : 3.2;
		final VoxelGrid g = VoxelGrid.of((int) (size / EDGE), (int) (size / EDGE), (int) (size / dz), EDGE, EDGE, dz);
		final Random r = new Random(seed);
		final List<Kind> kinds = List.of(new Kind("plate"), new Kind("flat tube"), new Kind("round tube"), new Kind("bent tube"), new Kind(
			"flat penny"), new Kind("elastic penny"));
		for (int i = 0; i < n; i++) {
			final Vec3 c = new Vec3(size / 2, size / 2, size / 2).plus(Bodies.direction(r).times(EDGE / 2));
			final Vec3 a = Bodies.direction(r);
			bodies(kinds, g, c, a, a.cross(Bodies.direction(r)).unit(), size * (0.42 + 0.2 * r.nextDouble()), EDGE * voxels);
		}
		return kinds;
	}

	private static void bodies(final List<Kind> kinds, final VoxelGrid g, final Vec3 c, final Vec3 a, final Vec3 b, final double length,
		final double w)
	{
		final double breadth = Math.max(0.6, 2.5 * w), straight = length - w;
		final BiConsumer<Integer, Bodies.Solid> along = (k, solid) -> kinds.get(k).add(g, solid, length, w);
		kinds.get(0).add(g, Bodies.box(c, a, length / 2, b, breadth / 2, w / 2), Math.hypot(length, breadth), w);
		along.accept(1, Bodies.cylinder(c, a, length / 2, w / 2));
		along.accept(2, Bodies.tube(List.of(c.minus(a.times(straight / 2)), c.plus(a.times(straight / 2))), w / 2));
		final double turn = 0.5 * Math.PI, bend = straight / turn;
		along.accept(3, Bodies.tube(Bodies.arc(c, a, b, turn, bend, 0.85, 40), w / 2));
		along.accept(4, Bodies.cylinder(c, a, w / 2, length / 2));
		kinds.get(5).add(g, p -> {
			final Vec3 d = p.minus(c);
			final double s = d.dot(a), q = d.minus(a.times(s)).norm();
			return 4 * q * q / (length * length) + 4 * s * s / (w * w) <= 1;
		}, length, w * Math.PI / 4);
	}

	/**
	 * Bias of the length within 1 % and a quarter of a voxel at each end, seen along any direction; bias of the width within 0.15
	 * voxel and, where the opening falls to nothing at a rim, 1.5 % more; nine of ten lengths within two stated deviations.
	 */
	private static void check(final List<Kind> kinds, final double dz, final double voxels, final int n, final List<String> failed) {
		for (final Kind k : kinds) {
			final double mean = k.length.mean(), w = k.width.mean() * voxels;
			final double ends = 0.5 * (EDGE + EDGE + dz) / 3 / 1.6;
			if (!(Math.abs(mean) < 0.01 + ends)) failed.add(k.name + " " + voxels + " voxels: length " + k.length);
			final double width = 0.15 + (k.name.startsWith("elastic") ? 0.015 * voxels : 0);
			if (!(Math.abs(w) < width)) failed.add(k.name + " " + voxels + " voxels: width off by " + w + " voxels");
			if (!(k.covered >= 0.85 * n - 1)) failed.add(k.name + " " + voxels + " voxels: stated error covers " + k.covered + " of " + n);
		}
	}

	@Test
	void cracksInRandomDirections() {
		final List<String> failed = new ArrayList<>();
		for (final double voxels : new double[] { 3, 6 })
			check(measure(EDGE, voxels, 5, 5), EDGE, voxels, 5, failed);
		assertTrue(failed.isEmpty(), failed::toString);
	}

	@Tag("long")
	@Test
	void table() {
		final List<String> failed = new ArrayList<>();
		final StringBuilder table = new StringBuilder("\n");
		for (final double dz : new double[] { EDGE, 0.1 })
			for (final double voxels : new double[] { 2, 3, 4, 6, 10, 20 }) {
				// tubes of 80 nm in slices of 100 nm fall apart
				if (dz > EDGE && voxels == 2) continue;
				final int n = voxels > 10 ? 8 : 16;
				final List<Kind> kinds = measure(dz, voxels, n, 17);
				// as before only thin cracks are promised, now up to 10 voxels; wider bodies here are short and blunt, and only listed
				if (dz == EDGE && voxels <= 10) check(kinds, dz, voxels, n, failed);
				for (final Kind k : kinds)
					table.append(String.format("| %.0f | %s | %.0f | %+.1f | %.1f | %.1f | %.0f %% | %+.2f | %.2f |%n", 1000 * dz, k.name, voxels, 100
						* k.length.mean(), 100 * k.length.sd(), 100 * k.length.worst(), 100 * k.covered / n, voxels * k.width.mean(), voxels * k.width
							.sd()));
			}
		System.err.println(table);
		assertTrue(failed.isEmpty(), failed::toString);
	}
}
