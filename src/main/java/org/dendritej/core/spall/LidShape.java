// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * Numbers of one crack under its lid.
 * <p>
 * Lid: columns in which electrolyte lies between the surface and the crack. Floor: lid columns whose lid is at least half
 * the median lid, so that the cone which climbs to the rim does not thin the lid's mean, and whose opening is at most a voxel more than
 * twice the median, so that neither the narrow crack below nor the foot of the cone counts. Opening: crack volume of the
 * floor over the area of its mid-surface, whose slope is fitted in 5 x 5 columns, so that an inclined crack is not read as
 * wider than it is; corrected for the margin that is thinner than a voxel ({@link LidOpening}), which is also added to the
 * footprint where the crack does not reach the surface.
 */
final class LidShape {

	private static final int SECTORS = 360;
	private static final int RINGS = 10;

	private final LidMap m;
	private final FaceAxes axes;
	private final int[] surface;
	private final Footprint foot;
	private final boolean[] floor;
	private final double[] opening;
	private double lid = Double.NaN, depth = Double.NaN, mean = Double.NaN, sd = Double.NaN, most = Double.NaN;
	private double floorBottom = Double.NaN;
	private double missedUm2;
	private LidOpening lidOpening;

	LidShape(final LidMap map, final FaceAxes axes, final int[] surface) {
		m = map;
		this.axes = axes;
		this.surface = surface;
		foot = new Footprint(map, axes.du, axes.dv);
		floor = new boolean[m.w * m.h];
		opening = new double[m.w * m.h];
		findFloor();
		open();
	}

	private int surface(final int i) {
		return surface[(i / m.w + m.v0) * axes.nu + i % m.w + m.u0];
	}

	/** Whether the component is a spallation: large, not a sliver, covered, and thin. */
	boolean isSpallation(final double minDiameterUm) {
		return foot.diameterUm() >= minDiameterUm && foot.circularity() >= 0.2 && mean <= foot.diameterUm() / 3;
	}

	private void findFloor() {
		final int n = m.w * m.h;
		final double[] lids = new double[n];
		int k = 0;
		for (int i = 0; i < n; i++)
			if (m.top[i] >= 0) lids[k++] = m.top[i] - surface(i);
		if (k == 0) return;
		Arrays.sort(lids, 0, k);
		final double half = 0.5 * lids[k / 2], thickest = thickest(half);
		double sumLid = 0, sumDepth = 0, sumEnd = 0;
		int c = 0;
		for (int i = 0; i < n; i++)
			if (m.top[i] >= 0 && m.top[i] - surface(i) >= half && m.end[i] - m.top[i] <= thickest) {
				floor[i] = true;
				c++;
				sumLid += m.top[i] - surface(i);
				sumDepth += 0.5 * (m.top[i] + m.end[i]) - surface(i);
				sumEnd += m.end[i];
			}
		lid = sumLid / c * axes.dw;
		depth = sumDepth / c * axes.dw;
		floorBottom = sumEnd / c;
	}

	/** Voxels above which a column belongs to the cone or the narrow crack below, not to the opening; an ellipse reaches 1.4 medians: a choice. */
	private double thickest(final double half) {
		final double[] thick = new double[m.w * m.h];
		int n = 0;
		for (int i = 0; i < thick.length; i++)
			if (m.top[i] >= 0 && m.top[i] - surface(i) >= half) thick[n++] = m.end[i] - m.top[i];
		Arrays.sort(thick, 0, n);
		return n == 0 ? 0 : 2 * thick[n / 2] + 1;
	}

	private void open() {
		final int[] thick = new int[floor.length];
		final double[] middle = new double[floor.length];
		double area = 0, first = 0, second = 0;
		int n = 0;
		most = 0;
		for (int i = 0; i < floor.length; i++) {
			if (!floor[i]) continue;
			thick[i] = m.end[i] - m.top[i];
			middle[i] = 0.5 * (m.top[i] + m.end[i]);
			final double stretch = stretch(i);
			opening[i] = thick[i] * axes.dw / stretch;
			area += stretch;
			first += opening[i];
			second += opening[i] * opening[i];
			most = Math.max(most, opening[i]);
			n++;
		}
		if (n == 0) {
			most = Double.NaN;
			return;
		}
		lidOpening = new LidOpening(m.w, thick, middle);
		mean = lidOpening.meanVoxels * axes.dw * n / area;
		missedUm2 = (lidOpening.areaRatio - 1) * n * axes.du * axes.dv;
		sd = n > 1 ? Math.sqrt(Math.max(0, (second - first * first / n) / (n - 1))) : Double.NaN;
	}

	/** Area of the mid-surface over its projection: sqrt(1 + slope^2) from a plane through 5 x 5 columns. */
	private double stretch(final int i) {
		final int u = i % m.w, v = i / m.w;
		double n = 0, sx = 0, sy = 0, sz = 0, sxx = 0, syy = 0, sxy = 0, sxz = 0, syz = 0;
		for (int b = Math.max(0, v - 2); b <= Math.min(m.h - 1, v + 2); b++)
			for (int a = Math.max(0, u - 2); a <= Math.min(m.w - 1, u + 2); a++) {
				final int j = b * m.w + a;
				if (!floor[j]) continue;
				final double x = (a - u) * axes.du, y = (b - v) * axes.dv, z = 0.5 * (m.top[j] + m.end[j]) * axes.dw;
				n++;
				sx += x;
				sy += y;
				sz += z;
				sxx += x * x;
				syy += y * y;
				sxy += x * y;
				sxz += x * z;
				syz += y * z;
			}
		if (n < 6) return 1;
		final double cxx = sxx - sx * sx / n, cyy = syy - sy * sy / n, cxy = sxy - sx * sy / n, cxz = sxz - sx * sz / n,
				cyz = syz - sy * sz / n;
		final double det = cxx * cyy - cxy * cxy;
		if (det < 1e-6 * cxx * cyy || det <= 0) return 1;
		final double gx = (cxz * cyy - cyz * cxy) / det, gy = (cyz * cxx - cxz * cxy) / det;
		return Math.sqrt(1 + gx * gx + gy * gy);
	}

	/** Share of the circumference over which the crack meets the surface. */
	private double connected() {
		final boolean[] met = new boolean[SECTORS];
		for (int i = 0; i < m.open.length; i++) {
			if (!m.open[i]) continue;
			final double x = (i % m.w + 0.5) * axes.du - foot.x(), y = (i / m.w + 0.5) * axes.dv - foot.y();
			final double r = Math.hypot(x, y);
			if (r < 0.15 * foot.diameterUm()) continue;
			// a column stands for all directions that cross it, up to its diagonal, so that a thin rim has no gaps
			final double a = Math.atan2(y, x) / (2 * Math.PI) * SECTORS;
			final double half = 0.75 * Math.max(axes.du, axes.dv) / r / (2 * Math.PI) * SECTORS;
			for (int s = (int) Math.ceil(a - half - 0.5); s + 0.5 <= a + half; s++)
				met[Math.floorMod(s, SECTORS)] = true;
		}
		int n = 0;
		for (final boolean b : met)
			n += b ? 1 : 0;
		return n / (double) SECTORS;
	}

	/** Mean opening in rings around the footprint's centre. */
	List<Double> profile() {
		final double[] sum = new double[RINGS];
		final int[] n = new int[RINGS];
		for (int i = 0; i < floor.length; i++) {
			if (!floor[i]) continue;
			final double r = Math.hypot((i % m.w + 0.5) * axes.du - foot.x(), (i / m.w + 0.5) * axes.dv - foot.y());
			final int k = (int) (RINGS * r / (0.5 * foot.diameterUm()));
			if (k >= RINGS) continue;
			sum[k] += opening[i];
			n[k]++;
		}
		final List<Double> out = new ArrayList<>();
		for (int k = 0; k < RINGS; k++)
			out.add(n[k] == 0 ? Double.NaN : sum[k] / n[k]);
		return out;
	}

	/** Of each group of columns that reach well below the floor, the deepest point. */
	List<Vec3> tips() {
		final List<Vec3> out = new ArrayList<>();
		if (Double.isNaN(mean)) return out;
		final double limit = floorBottom + Math.max(3, 2 * mean / axes.dw);
		final boolean[] done = new boolean[m.bottom.length];
		final ArrayDeque<Integer> queue = new ArrayDeque<>();
		for (int i = 0; i < m.bottom.length; i++) {
			if (done[i] || m.bottom[i] <= limit) continue;
			int deepest = i;
			done[i] = true;
			queue.add(i);
			while (!queue.isEmpty()) {
				final int j = queue.remove();
				if (m.bottom[j] > m.bottom[deepest]) deepest = j;
				for (int b = Math.max(0, j / m.w - 1); b <= Math.min(m.h - 1, j / m.w + 1); b++)
					for (int a = Math.max(0, j % m.w - 1); a <= Math.min(m.w - 1, j % m.w + 1); a++) {
						final int k = b * m.w + a;
						if (done[k] || m.bottom[k] <= limit) continue;
						done[k] = true;
						queue.add(k);
					}
			}
			out.add(axes.um(m.u0 + deepest % m.w + 0.5, m.v0 + deepest / m.w + 0.5, m.bottom[deepest]));
		}
		return out;
	}

	/** Height of the lid's surface over that of a ring around it; NaN where the surface is the volume's side. */
	private double uplift() {
		final double r = 0.5 * foot.diameterUm();
		final int reachU = (int) Math.ceil(0.6 * r / axes.du), reachV = (int) Math.ceil(0.6 * r / axes.dv);
		double in = 0, out = 0;
		int nIn = 0, nOut = 0;
		boolean any = false;
		for (int v = Math.max(0, m.v0 - reachV); v < Math.min(axes.nv, m.v0 + m.h + reachV); v++)
			for (int u = Math.max(0, m.u0 - reachU); u < Math.min(axes.nu, m.u0 + m.w + reachU); u++) {
				final double d = Math.hypot((u - m.u0 + 0.5) * axes.du - foot.x(), (v - m.v0 + 0.5) * axes.dv - foot.y()) / r;
				final int s = surface[v * axes.nu + u];
				any |= s > 0;
				if (d < 0.8) {
					in += s;
					nIn++;
				}
				else if (d > 1.2 && d < 1.6) {
					out += s;
					nOut++;
				}
			}
		return any && nIn > 0 && nOut > 0 ? (out / nOut - in / nIn) * axes.dw : Double.NaN;
	}

	/** The record's numbers. */
	SpallationDraft draft() {
		final SpallationDraft d = new SpallationDraft();
		final double voxel = axes.grid.voxelVolumeUm3();
		d.mode = "volume";
		d.rimConnected = connected();
		d.areaUm2 = foot.areaUm2() + (1 - d.rimConnected) * missedUm2;
		d.diameterUm = 2 * Math.sqrt(d.areaUm2 / Math.PI);
		// what was added counts as known to half of itself
		d.diameterSdUm = Math.hypot(foot.diameterSdUm(), (1 - d.rimConnected) * missedUm2 / (Math.PI * d.diameterUm));
		d.feretUm = foot.feretUm();
		d.circularity = foot.circularity();
		d.depthUm = depth;
		d.lidThicknessUm = lid;
		d.openingUm = mean;
		d.openingSdUm = sd;
		d.openingMaxUm = most;
		d.openingResolved = lidOpening != null && lidOpening.resolved;
		d.rimClosure = d.rimConnected;
		d.crackVolumeUm3 = m.voxels * voxel;
		d.lithiumVolumeUm3 = m.lithium * voxel;
		d.fill = m.lithium / (double) m.voxels;
		d.upliftUm = uplift();
		final List<Vec3> tips = tips();
		d.tips = tips.size();
		if (!tips.isEmpty()) {
			int deepest = 0;
			for (int i = 0; i < m.bottom.length; i++)
				deepest = Math.max(deepest, m.has(i) ? m.bottom[i] - surface(i) : 0);
			d.tipDepthUm = deepest * axes.dw;
		}
		d.rim = "footprint in the volume";
		final double below = Arrays.stream(surfaceUnder()).average().orElse(0);
		d.centreUm = axes.um(m.u0 + foot.x() / axes.du, m.v0 + foot.y() / axes.dv, below + depth / axes.dw);
		d.touchesBorder = m.u0 == 0 || m.v0 == 0 || m.u0 + m.w == axes.nu || m.v0 + m.h == axes.nv || m.w1 == axes.nw - 1;
		d.samplingWeight = d.touchesBorder ? 0 : axes.nu * (double) axes.nv / ((axes.nu - m.w) * (double) (axes.nv - m.h));
		return d;
	}

	private double[] surfaceUnder() {
		final double[] s = new double[floor.length];
		int n = 0;
		for (int i = 0; i < floor.length; i++)
			if (floor[i]) s[n++] = surface(i);
		return Arrays.copyOf(s, n);
	}
}
