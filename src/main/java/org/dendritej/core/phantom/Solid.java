// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * A body in space, given by its signed distance.
 * <p>
 * Contract: {@link #distance} is negative inside and positive outside, its zero set is the surface, and it never changes
 * faster than the position (Lipschitz constant 1), so that its absolute value is a lower bound of the distance to the
 * surface. Culling, run skipping and adaptive integration rest on that. Implementations are immutable.
 */
public interface Solid {

	/**
	 * Signed distance to the surface.
	 *
	 * @param x position, um
	 * @param y position, um
	 * @param z position, um
	 * @return um, negative inside
	 */
	double distance(double x, double y, double z);

	/**
	 * Low corner of a box that holds the body.
	 *
	 * @return um
	 */
	Vec3 low();

	/**
	 * High corner of a box that holds the body.
	 *
	 * @return um
	 */
	Vec3 high();

	/**
	 * Exact volume.
	 *
	 * @return um3; NaN where there is no closed form (see {@link VolumeIntegral})
	 */
	double volumeUm3();

	/**
	 * Smallest thickness: sets how finely the body is sampled.
	 *
	 * @return um
	 */
	double thinnestUm();

	/**
	 * Signed distance at a point.
	 *
	 * @param p position, um
	 * @return um, negative inside
	 */
	default double distance(final Vec3 p) {
		return distance(p.x(), p.y(), p.z());
	}
}
