// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Crack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Errors of length and width on straight bodies in random directions: plates, tubes and pennies, 2 to 20 voxels open, cubic
 * voxels and slices of 100 nm. The long run prints the table of docs/trust-cracks.md.
 */
class CrackErrorsTest {

	private static final double EDGE = 0.04;

	/** Errors of one kind of body. */
	private static final class Kind {

		final String name;
		final Bodies.Errors length = new Bodies.Errors();
		final Bodies.Errors width = new Bodies.Errors();

		Kind(final String name) {
			this.name = name;
		}

		void add(final VoxelGrid g, final Bodies.Solid solid, final double lengthUm, final double widthUm) {
			Crack best = null;
			for (final Crack c : Bodies.analyse(g, Bodies.draw(g, null, 2, solid), ElectrodeFace.NONE).cracks())
				if (best == null || c.voxels() > best.voxels()) best = c;
			length.add(best.lengthUm(), lengthUm);
			width.add(best.widthMeanNm() / 1000, widthUm);
		}
	}

	private static List<Kind> measure(final double dz, final double voxels, final int n, final long seed) {
		final double size = voxels > 10 ? 5.2 : 3.2;
		final VoxelGrid g = VoxelGrid.of((int) (size / EDGE), (int) (size / EDGE), (int) (size / dz), EDGE, EDGE, dz);
		final Random r = new Random(seed);
		final List<Kind> kinds = List.of(new Kind("plate"), new Kind("tube"), new Kind("penny"));
		for (int i = 0; i < n; i++) {
			final double w = EDGE * voxels;
			final Vec3 c = new Vec3(size / 2, size / 2, size / 2).plus(Bodies.direction(r).times(EDGE / 2));
			final Vec3 a = Bodies.direction(r);
			final Vec3 b = a.cross(Bodies.direction(r)).unit();
			final double length = size * (0.42 + 0.2 * r.nextDouble());
			final double breadth = Math.max(0.6, 2.5 * w);
			kinds.get(0).add(g, Bodies.box(c, a, length / 2, b, breadth / 2, w / 2), Math.hypot(length, breadth), w);
			kinds.get(1).add(g, Bodies.cylinder(c, a, length / 2, w / 2), length, w);
			kinds.get(2).add(g, Bodies.cylinder(c, a, w / 2, length / 2), length, w);
		}
		return kinds;
	}

	/**
	 * Bias of the width within 0.15 voxel; of the length within 2 % and a quarter of the width (a tip
	 * is where the line leaves).
	 */
	private static void check(final List<Kind> kinds, final double voxels, final List<String> failed) {
		for (final Kind k : kinds) {
			final double w = k.width.mean() * voxels;
			if (!(Math.abs(w) < 0.15)) failed.add(k.name + " " + voxels + " voxels: width off by " + w + " voxels");
			final double tip = 0.25 * EDGE * voxels / 1.4;
			if (!(Math.abs(k.length.mean()) < 0.02 + tip)) failed.add(k.name + " " + voxels + " voxels: length " + k.length);
		}
	}

	@Test
	void cracksInRandomDirections() {
		final List<String> failed = new ArrayList<>();
		for (final double voxels : new double[] { 2, 4 })
			check(measure(EDGE, voxels, 5, 5), voxels, failed);
		check(measure(0.1, 6, 5, 5).subList(0, 2), 6, failed);
		assertTrue(failed.isEmpty(), failed::toString);
	}

	@Tag("long")
	@Test
	void table() {
		final List<String> failed = new ArrayList<>();
		final StringBuilder table = new StringBuilder("\n");
		for (final double dz : new double[] { EDGE, 0.1 })
			for (final double voxels : new double[] { 2, 3, 4, 6, 10, 20 }) {
				final List<Kind> kinds = measure(dz, voxels, voxels > 10 ? 6 : 16, 17);
				// widths of 2 to 6 voxels are what is promised; the wider bodies here are short and blunt, and only listed
				if (dz == EDGE && voxels <= 6) check(kinds, voxels, failed);
				for (final Kind k : kinds)
					table.append(String.format("| %.0f | %s | %.0f | %+.1f | %.1f | %.1f | %+.2f | %.2f |%n", 1000 * dz, k.name, voxels, 100
						* k.length.mean(), 100 * k.length.sd(), 100 * k.length.worst(), voxels * k.width.mean(), voxels * k.width.sd()));
			}
		System.err.println(table);
		assertTrue(failed.isEmpty(), failed::toString);
	}
}
