// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * What a shape looks like across a line: a sheet or not, and for a sheet the normals along the line.
 *
 * @param slit whether most of the cuts are slits
 * @param points where the cuts were made, um
 * @param normals direction of the opening there
 */
record Across(boolean slit, Vec3[] points, Vec3[] normals) {

	private static final int CHORD = 4;

	/** Cuts the shape along a line. */
	static Across of(final Region region, final List<Vec3> line, final double halfWidthUm) {
		final int n = line.size(), cuts = Math.min(CentreLine.MOST_CUTS, n);
		final Vec3[] points = new Vec3[cuts], normals = new Vec3[cuts];
		int slits = 0;
		for (int k = 0; k < cuts; k++) {
			final int i = (int) ((k + 0.5) * n / cuts);
			points[k] = line.get(i);
			final CrossSection c = CrossSection.at(region, points[k], CentreLine.tangent(line, i, CHORD), halfWidthUm);
			normals[k] = c.normal();
			if (c.slit()) slits++;
		}
		return new Across(2 * slits > cuts, points, normals);
	}

	/** The normal of the nearest cut. */
	Vec3 normal(final Vec3 p) {
		int best = 0;
		for (int k = 1; k < points.length; k++)
			if (points[k].distance(p) < points[best].distance(p)) best = k;
		return normals[best];
	}

	/** Normals at the points of a line. */
	Vec3[] at(final List<Vec3> line) {
		return line.stream().map(this::normal).toArray(Vec3[]::new);
	}
}
