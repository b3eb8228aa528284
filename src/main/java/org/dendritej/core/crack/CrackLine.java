// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/** A chain of points as a curve: its length, and point and direction at any distance from its start. */
final class CrackLine {

	private final List<Vec3> points;
	private final double[] passed;

	CrackLine(final List<Vec3> points) {
		this.points = points;
		passed = new double[points.size()];
		for (int i = 1; i < passed.length; i++)
			passed[i] = passed[i - 1] + points.get(i).distance(points.get(i - 1));
	}

	double lengthUm() {
		return passed[passed.length - 1];
	}

	/** Distance of a point from the start. */
	double passedUm(final int point) {
		return passed[point];
	}

	Vec3 at(final double s) {
		final int found = java.util.Arrays.binarySearch(passed, s);
		if (found >= 0) return points.get(found);
		final int i = -found - 1;
		if (i == 0) return points.get(0);
		if (i == passed.length) return points.get(passed.length - 1);
		final double f = (s - passed[i - 1]) / (passed[i] - passed[i - 1]);
		return points.get(i - 1).plus(points.get(i).minus(points.get(i - 1)).times(f));
	}

	List<Vec3> points() {
		return points;
	}

	/** The points strictly between two distances from the start. */
	List<Vec3> between(final double from, final double to) {
		final List<Vec3> inside = new ArrayList<>();
		for (int i = 0; i < passed.length; i++)
			if (passed[i] > from && passed[i] < to) inside.add(points.get(i));
		return inside;
	}

	/** Unit direction of the chord that reaches this far to both sides. */
	Vec3 direction(final double s, final double reach) {
		final Vec3 t = at(Math.min(lengthUm(), s + reach)).minus(at(Math.max(0, s - reach)));
		return t.norm() > 0 ? t.unit() : new Vec3(1, 0, 0);
	}
}
