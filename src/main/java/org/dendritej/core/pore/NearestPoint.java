// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/** Finds the nearest of a set of points, with a k-d tree in two arrays; for ties the smaller index wins. */
final class NearestPoint {

	private final double[][] p;
	private final int[] tree;

	NearestPoint(final List<Vec3> points) {
		p = new double[points.size()][];
		final Integer[] order = new Integer[p.length];
		for (int i = 0; i < p.length; i++) {
			p[i] = new double[] { points.get(i).x(), points.get(i).y(), points.get(i).z() };
			order[i] = i;
		}
		build(order, 0, p.length, 0);
		tree = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
	}

	/** The middle of each range is the node, the ranges beside it are its branches. */
	private void build(final Integer[] order, final int from, final int to, final int axis) {
		if (to - from < 2) return;
		Arrays.sort(order, from, to, (a, b) -> {
			final int c = Double.compare(p[a][axis], p[b][axis]);
			return c != 0 ? c : Integer.compare(a, b);
		});
		final int mid = from + to >>> 1;
		build(order, from, mid, (axis + 1) % 3);
		build(order, mid + 1, to, (axis + 1) % 3);
	}

	/** Index of the point nearest to q, other than {@code not}; -1 if there is none. */
	int find(final Vec3 q, final int not) {
		final Search s = new Search(new double[] { q.x(), q.y(), q.z() }, not);
		s.visit(0, tree.length, 0);
		return s.best;
	}

	private final class Search {

		private final double[] q;
		private final int not;
		private int best = -1;
		private double distance = Double.POSITIVE_INFINITY;

		Search(final double[] q, final int not) {
			this.q = q;
			this.not = not;
		}

		void visit(final int from, final int to, final int axis) {
			if (from >= to) return;
			final int mid = from + to >>> 1, i = tree[mid];
			final double dx = p[i][0] - q[0], dy = p[i][1] - q[1], dz = p[i][2] - q[2], d = dx * dx + dy * dy + dz * dz;
			if (i != not && (d < distance || d == distance && i < best)) {
				distance = d;
				best = i;
			}
			final double off = q[axis] - p[i][axis];
			final int next = (axis + 1) % 3;
			if (off < 0) visit(from, mid, next);
			else visit(mid + 1, to, next);
			if (off * off > distance) return;
			if (off < 0) visit(mid + 1, to, next);
			else visit(from, mid, next);
		}
	}
}
