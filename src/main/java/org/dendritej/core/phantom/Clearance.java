// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * Whether two bodies come nearer to each other than a gap, by branch and bound on the sum of their distances.
 * <p>
 * The least sum of the two outside distances over all points is the distance between the bodies; it changes at most
 * twice as fast as the position, which bounds it over a whole cell.
 */
final class Clearance {

	/** Resolution of the answer; a pair nearer than gap + this counts as too near. */
	private static final double FINEST_UM = 2e-3;

	private final Solid a;
	private final Solid b;
	private final double gap;

	private Clearance(final Solid a, final Solid b, final double gap) {
		this.a = a;
		this.b = b;
		this.gap = gap;
	}

	/** True if the surfaces of the two bodies are nearer than the gap (um), or the bodies overlap. */
	static boolean tooNear(final Solid a, final Solid b, final double gap) {
		final Vec3 al = a.low(), ah = a.high(), bl = b.low(), bh = b.high();
		if (al.x() - bh.x() > gap || bl.x() - ah.x() > gap || al.y() - bh.y() > gap || bl.y() - ah.y() > gap || al.z() - bh
			.z() > gap || bl.z() - ah.z() > gap) return false;
		if (a instanceof Ball p) return b.distance(p.centre()) < gap + p.radius();
		if (b instanceof Ball p) return a.distance(p.centre()) < gap + p.radius();
		final Vec3 low = Combined.most(al, bl).minus(new Vec3(gap, gap, gap));
		final Vec3 high = Combined.least(ah, bh).plus(new Vec3(gap, gap, gap));
		return new Clearance(a, b, gap).cell(low.x(), low.y(), low.z(), high.x() - low.x(), high.y() - low.y(), high.z()
			- low.z());
	}

	private boolean cell(final double x, final double y, final double z, final double sx, final double sy,
		final double sz)
	{
		final double cx = x + sx / 2, cy = y + sy / 2, cz = z + sz / 2;
		final double half = 0.5 * Math.sqrt(sx * sx + sy * sy + sz * sz);
		final double da = a.distance(cx, cy, cz), db = b.distance(cx, cy, cz);
		final double sum = Math.max(0, da) + Math.max(0, db);
		if (sum < gap || da <= 0 && db <= 0) return true;
		if (sum - 2 * half > gap) return false;
		if (half < FINEST_UM) return true;
		final double longest = Math.max(sx, Math.max(sy, sz));
		final int nx = sx > 0.6 * longest ? 2 : 1, ny = sy > 0.6 * longest ? 2 : 1, nz = sz > 0.6 * longest ? 2 : 1;
		for (int k = 0; k < nz; k++)
			for (int j = 0; j < ny; j++)
				for (int i = 0; i < nx; i++)
					if (cell(x + i * sx / nx, y + j * sy / ny, z + k * sz / nz, sx / nx, sy / ny, sz / nz)) return true;
		return false;
	}
}
