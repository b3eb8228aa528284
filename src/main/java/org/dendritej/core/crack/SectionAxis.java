// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The middle of a narrow crack: a line through the centroids of its cuts.
 * <p>
 * The way from tip to tip of a narrow sheet runs from corner to corner, so that it leaves the middle by up to half the breadth
 * and is not at right angles to the sheet's cut. Centroids of the mask's cuts, smoothed by parabolas over some
 * stretch, lie in the middle all along.
 *
 * @param line the line
 * @param reachUm from the line to the farthest wall, median over the cuts, um
 */
record SectionAxis(CrackLine line, double reachUm) {

	private static final int MOST_CUTS = 100, LEAST_CUTS = 5;
	/** Cuts smaller than this part of the median area are cut off by a tip, and larger than that one go through a junction. */
	private static final double WHOLE = 0.7, SINGLE = 1.5;
	/** Part of the cuts that must close. */
	private static final double CLOSED = 0.8;
	/** Stretch to each side over which centroids are smoothed: half-widths, and coarsest edges. */
	private static final double SPAN_HALF = 3, SPAN_EDGES = 3;

	/**
	 * Looks for it.
	 *
	 * @param stack the cracks
	 * @param line a line in the crack
	 * @param half typical distance from it to the nearest wall, um
	 * @param mostUm how far walls may lie from the line, um
	 * @return null where a fifth of the cuts go on beyond that, or too few are whole
	 */
	static SectionAxis of(final CrackGrey stack, final CrackLine line, final double half, final double mostUm) {
		final VoxelGrid g = stack.grey().grid();
		final double coarse = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm())), length = line.lengthUm();
		final int n = (int) Math.max(2, Math.min(MOST_CUTS, Math.round(length / g.finestEdgeUm())));
		final double[] s = new double[n], area = new double[n];
		final Vec3[] centre = new Vec3[n];
		final double[] far = new double[n];
		final Fill fill = new Fill(stack, mostUm);
		int closed = 0, firstCut = n, lastCut = -1;
		for (int i = 0; i < n; i++) {
			s[i] = length * (i + 0.5) / n;
			area[i] = Double.NaN;
			far[i] = Double.NaN;
			final Vec3 t = line.direction(s[i], Math.max(3 * g.finestEdgeUm(), 1.5 * half));
			final boolean whole = fill.cut(line.at(s[i]), t);
			if (fill.cells > 0) {
				firstCut = Math.min(firstCut, i);
				lastCut = i;
			}
			if (!whole) continue;
			closed++;
			area[i] = fill.cells;
			centre[i] = fill.centre();
			far[i] = fill.farthest();
		}
		if (closed < CLOSED * n) return null;
		final double median = GreyWidth.median(area), least = WHOLE * median;
		for (int i = 0; i < n; i++)
			if (area[i] > SINGLE * median) area[i] = Double.NaN;
		final double span = SPAN_HALF * half + SPAN_EDGES * coarse;
		int from = 0, to = n - 1;
		while (from < n && !(area[from] >= least))
			from++;
		while (to > from && !(area[to] >= least))
			to--;
		final List<Vec3> points = new ArrayList<>();
		if (to - from < LEAST_CUTS) return null;
		for (int i = from; i <= to; i++) {
			final Vec3 p = smooth(s, centre, area, least, s[i], span);
			if (p == null) return null;
			points.add(p);
		}
		// Beyond the whole cuts straight on, as far as there is any crack.
		final int back = Math.min(to - from, (int) Math.ceil(span / 2 * n / length));
		final Vec3 start = points.get(0), end = points.get(to - from);
		final Vec3 out = end.minus(points.get(to - from - back)), in = start.minus(points.get(back));
		// Few whole cuts, far between: their mean is one point.
		if (!(out.norm() > 0 && in.norm() > 0)) return null;
		points.add(end.plus(out.times((lastCut - to + 0.5) * length / n / out.norm())));
		points.add(0, start.plus(in.times((from - firstCut + 0.5) * length / n / in.norm())));
		return new SectionAxis(new CrackLine(points), GreyWidth.median(far));
	}

	/** The parabola through the whole cuts near a place (over as long a stretch at the ends), there. */
	private static Vec3 smooth(final double[] s, final Vec3[] c, final double[] area, final double least, final double at, final double span) {
		final double middle = s[s.length - 1] < 2 * span ? s[s.length - 1] / 2 : Math.max(span, Math.min(s[s.length - 1] - span, at));
		final double[] moment = new double[5];
		final Vec3[] sum = { Vec3.ZERO, Vec3.ZERO, Vec3.ZERO };
		for (int i = 0; i < s.length; i++) {
			if (!(area[i] >= least) || Math.abs(s[i] - middle) > span) continue;
			final double d = (s[i] - at) / span;
			double power = 1;
			for (int k = 0; k < 5; k++, power *= d) {
				moment[k] += power;
				if (k < 3) sum[k] = sum[k].plus(c[i].times(power));
			}
		}
		if (moment[0] < LEAST_CUTS) return moment[0] == 0 ? null : sum[0].times(1 / moment[0]);
		// First row of the inverse of the normal matrix: the value of the parabola at the place itself.
		final double a = moment[2] * moment[4] - moment[3] * moment[3], b = moment[2] * moment[3] - moment[1] * moment[4];
		final double e = moment[1] * moment[3] - moment[2] * moment[2];
		final double det = moment[0] * a + moment[1] * b + moment[2] * e;
		return sum[0].times(a / det).plus(sum[1].times(b / det)).plus(sum[2].times(e / det));
	}

	/** The connected part of the mask in a plane. */
	private static final class Fill {

		private final CrackGrey stack;
		private final VoxelGrid g;
		private final double step;
		private final int r, side;
		private final boolean[] seen;
		private final int[] queue;
		private Vec3 p, a, b;
		private double su, sv;
		int cells;

		Fill(final CrackGrey stack, final double mostUm) {
			this.stack = stack;
			g = stack.grey().grid();
			step = Math.max(g.finestEdgeUm() / 2, mostUm / 60);
			r = (int) Math.ceil(mostUm / step);
			side = 2 * r + 1;
			seen = new boolean[side * side];
			queue = new int[side * side];
		}

		/** Fills; false where nothing is there or the crack goes on. */
		boolean cut(final Vec3 point, final Vec3 t) {
			p = point;
			a = t.across();
			b = t.cross(a);
			Arrays.fill(seen, false);
			cells = 0;
			su = sv = 0;
			final int start = start();
			if (start < 0) return false;
			queue[cells++] = start;
			seen[start] = true;
			for (int k = 0; k < cells; k++) {
				final int i = queue[k] % side, j = queue[k] / side;
				su += i - r;
				sv += j - r;
				if (i == 0 || j == 0 || i == side - 1 || j == side - 1) return false;
				for (int d = 0; d < 9; d++) {
					final int c = (j + d / 3 - 1) * side + i + d % 3 - 1;
					if (seen[c] || !crack(c)) continue;
					seen[c] = true;
					queue[cells++] = c;
				}
			}
			return true;
		}

		/** The cell nearest to the point that is crack, within two finest edges. */
		private int start() {
			for (int ring = 0; ring <= Math.min(r, 4); ring++)
				for (int j = r - ring; j <= r + ring; j++)
					for (int i = r - ring; i <= r + ring; i++)
						if (Math.max(Math.abs(i - r), Math.abs(j - r)) == ring && crack(j * side + i)) return j * side + i;
			return -1;
		}

		private boolean crack(final int c) {
			final double u = (c % side - r) * step, v = (c / side - r) * step;
			return stack.kindAt(p.x() + u * a.x() + v * b.x(), p.y() + u * a.y() + v * b.y(), p.z() + u * a.z() + v * b.z()) == CrackGrey.CRACK;
		}

		Vec3 centre() {
			return p.plus(a.times(su / cells * step)).plus(b.times(sv / cells * step));
		}

		double farthest() {
			double most = 0;
			for (int k = 0; k < cells; k++)
				most = Math.max(most, Math.hypot(queue[k] % side - r - su / cells, queue[k] / side - r - sv / cells));
			return most * step;
		}
	}
}
