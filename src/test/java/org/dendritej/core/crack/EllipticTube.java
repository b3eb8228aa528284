// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.phantom.CrackShape;
import org.dendritej.core.phantom.Solid;

/** A straight tube whose cross-section is an ellipse: narrow cracks that close towards their rims. */
record EllipticTube(Vec3 from, Vec3 to, Vec3 across, double longUm, double shortUm) implements Solid {

	/** @param across unit vector at right angles to the tube, along the long axis */
	static CrackShape crack(final Vec3 from, final Vec3 to, final Vec3 across, final double longUm, final double shortUm) {
		return new CrackShape("elliptic tube", new EllipticTube(from, to, across, longUm, shortUm), List.of(List.of(from, to)), shortUm, shortUm,
			false, longUm);
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final Vec3 t = to.minus(from).unit(), q = new Vec3(x, y, z).minus(from.plus(to).times(0.5));
		final double u = q.dot(across) / longUm * 2, v = q.dot(t.cross(across)) / shortUm * 2;
		return Math.max((Math.sqrt(u * u + v * v) - 1) * shortUm / 2, Math.abs(q.dot(t)) - from.distance(to) / 2);
	}

	@Override
	public Vec3 low() {
		return new Vec3(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()), Math.min(from.z(), to.z())).minus(new Vec3(longUm, longUm, longUm));
	}

	@Override
	public Vec3 high() {
		return new Vec3(Math.max(from.x(), to.x()), Math.max(from.y(), to.y()), Math.max(from.z(), to.z())).plus(new Vec3(longUm, longUm, longUm));
	}

	@Override
	public double volumeUm3() {
		return Math.PI / 4 * longUm * shortUm * from.distance(to);
	}

	@Override
	public double thinnestUm() {
		return shortUm;
	}
}
