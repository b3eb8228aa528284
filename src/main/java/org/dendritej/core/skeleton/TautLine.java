// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * Shortens a line on the middle surface of a sheet, its ends held: what a taut string would do that cannot leave the sheet.
 * <p>
 * Pulling straight by sight ends where a bent sheet hides what lies ahead. Here each point moves, in the plane of the sheet,
 * to the middle of two others at equal distance on both sides, first far ones and then ever nearer ones, and is put back
 * into the middle of the sheet; on a shortest line that middle lies on the normal and nothing moves. A point that would
 * leave the sheet stays, so that the line bends around holes and notches. Derived; errors on bent sheets are in the tests.
 */
final class TautLine {

	/** Farthest partner, points. */
	private static final int FAR = 16;
	private static final int SWEEPS = 12;
	/** Moves smaller than this part of the finest edge end a level. */
	private static final double STILL = 0.02;

	/** Most times that all is done, as the normals of a line with hooks are poor, and the shortening that ends it. */
	private static final int REPEATS = 4;
	private static final double STAYS = 0.99;

	private final Region region;
	private final double half;

	private TautLine(final Region region, final double half) {
		this.region = region;
		this.half = half;
	}

	/**
	 * Shortens.
	 *
	 * @param region the shape, a sheet
	 * @param line points at equal spacing of about the finest edge, um
	 * @param halfWidthUm distance to the background in the middle, um
	 * @return as many points, the same ends
	 */
	static List<Vec3> of(final Region region, final List<Vec3> line, final double halfWidthUm) {
		if (line.size() < 3) return line;
		final TautLine taut = new TautLine(region, halfWidthUm);
		List<Vec3> shorter = line;
		for (int i = 0; i < REPEATS; i++) {
			final double before = CentreLine.length(shorter);
			shorter = taut.levels(shorter);
			if (CentreLine.length(shorter) > STAYS * before) break;
		}
		return shorter;
	}

	/** From far partners to near ones. */
	private List<Vec3> levels(final List<Vec3> line) {
		Vec3[] p = line.toArray(Vec3[]::new);
		for (int far = FAR; far >= 1; far /= 2) {
			if (far > (p.length - 1) / 2 && far > 1) continue;
			level(p, far);
			p = CentreLine.even(List.of(p)).toArray(Vec3[]::new);
		}
		return List.of(p);
	}

	private void level(final Vec3[] p, final int far) {
		final Vec3[] normals = Across.of(region, List.of(p), half).at(List.of(p));
		final double still = STILL * region.grid().finestEdgeUm();
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			double most = 0;
			for (int i = 1; i < p.length - 1; i++) {
				final int k = Math.min(far, Math.min(i, p.length - 1 - i));
				final Vec3 to = moved(p[i], p[i - k], p[i + k], normals[i]);
				most = Math.max(most, to.distance(p[i]));
				p[i] = to;
			}
			if (most < still) return;
		}
	}

	private Vec3 moved(final Vec3 p, final Vec3 before, final Vec3 after, final Vec3 normal) {
		final Vec3 chord = after.minus(before);
		if (!(chord.norm() > 0)) return p;
		final Vec3 pull = before.plus(after).times(0.5).minus(p);
		final Vec3 flat = pull.minus(normal.times(pull.dot(normal)));
		for (double part = 1; part > 0.2; part /= 2) {
			final Vec3 to = LineEnd.centredAlong(region, p.plus(flat.times(part)), chord.unit(), half, normal);
			if (region.seesNear(p, to)) return to;
		}
		return p;
	}
}
