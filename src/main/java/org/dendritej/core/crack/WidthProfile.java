// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.skeleton.CrossSection;
import org.dendritej.core.skeleton.Region;

/**
 * Openings along a line through a crack, at equal steps.
 * <p>
 * From the mask: cross-sections at right angles to the line ({@link CrossSection}). Where a width map is given and holds
 * a number near the point, that number. The first and last half-width of an open-ended line, where a tip closes, is left out.
 *
 * @param widthUm openings, um; NaN where nothing could be measured
 * @param edgeUm voxel edge along the direction of the opening, um
 * @param slitShare part of the cuts that are slits
 */
record WidthProfile(double[] widthUm, double[] edgeUm, double slitShare) {

	private static final int MOST_SAMPLES = 200;
	/** Systematic error of a mean opening, voxels, from the phantom tests. */
	private static final double SYSTEMATIC_VOXELS = 0.1;

	/**
	 * Measures along a line.
	 *
	 * @param region the cracks
	 * @param line points, um
	 * @param halfWidthUm typical distance to the background on the line, um
	 * @param trimStart whether the line starts at a tip
	 * @param trimEnd whether it ends at one
	 * @param map widths in um from elsewhere, NaN or 0 = none; null = no map
	 */
	static WidthProfile along(final Region region, final List<Vec3> line, final double halfWidthUm, final boolean trimStart,
		final boolean trimEnd, final FloatVolume map)
	{
		final double length = length(line);
		final double cut = Math.min(halfWidthUm, length / 4);
		final double from = trimStart ? cut : Math.min(length / 4, region.grid().finestEdgeUm() / 2);
		final double to = length - (trimEnd ? cut : Math.min(length / 4, region.grid().finestEdgeUm() / 2));
		final int n = (int) Math.max(1, Math.min(MOST_SAMPLES, Math.round((to - from) / region.grid().finestEdgeUm())));
		final double[] width = new double[n];
		final double[] edge = new double[n];
		int slits = 0;
		for (int i = 0; i < n; i++) {
			final double s = from + (to - from) * (i + 0.5) / n;
			final Vec3 p = pointAt(line, s);
			final double reach = Math.max(2 * region.grid().finestEdgeUm(), halfWidthUm);
			final Vec3 t = pointAt(line, Math.min(length, s + reach)).minus(pointAt(line, Math.max(0, s - reach)));
			final CrossSection c = CrossSection.at(region, p, t.norm() > 0 ? t.unit() : new Vec3(1, 0, 0), halfWidthUm);
			final double mapped = map == null ? Double.NaN : near(map, p);
			width[i] = mapped > 0 ? mapped : c.widthUm();
			if (c.slit()) slits++;
			edge[i] = new Vec3(c.normal().x() * region.grid().dxUm(), c.normal().y() * region.grid().dyUm(), c.normal().z()
				* region.grid().dzUm()).norm();
		}
		return new WidthProfile(width, edge, slits / (double) n);
	}

	private static double length(final List<Vec3> line) {
		double sum = 0;
		for (int i = 1; i < line.size(); i++)
			sum += line.get(i).distance(line.get(i - 1));
		return sum;
	}

	private static Vec3 pointAt(final List<Vec3> line, final double s) {
		double passed = 0;
		for (int i = 1; i < line.size(); i++) {
			final double step = line.get(i).distance(line.get(i - 1));
			if (passed + step >= s && step > 0) return line.get(i - 1).plus(line.get(i).minus(line.get(i - 1)).times(Math.max(0,
				(s - passed) / step)));
			passed += step;
		}
		return line.get(line.size() - 1);
	}

	/** The map's value at a point, or the mean of its numbers in the 26 voxels around. */
	private static double near(final FloatVolume map, final Vec3 p) {
		final VoxelGrid g = map.grid();
		final int x = (int) Math.floor((p.x() - g.originUm().x()) / g.dxUm());
		final int y = (int) Math.floor((p.y() - g.originUm().y()) / g.dyUm());
		final int z = (int) Math.floor((p.z() - g.originUm().z()) / g.dzUm());
		double sum = 0;
		int n = 0;
		for (int k = Math.max(0, z - 1); k <= Math.min(g.nz() - 1, z + 1); k++)
			for (int j = Math.max(0, y - 1); j <= Math.min(g.ny() - 1, y + 1); j++)
				for (int i = Math.max(0, x - 1); i <= Math.min(g.nx() - 1, x + 1); i++) {
					final float v = map.plane(k)[i + g.nx() * j];
					if (!(v > 0)) continue;
					if (i == x && j == y && k == z) return v;
					sum += v;
					n++;
				}
		return n == 0 ? Double.NaN : sum / n;
	}

	double meanUm() {
		double sum = 0;
		int n = 0;
		for (final double w : widthUm)
			if (w > 0) {
				sum += w;
				n++;
			}
		return n == 0 ? Double.NaN : sum / n;
	}

	/** Standard deviation of the mean: scatter over independent stretches of one width, and a tenth of a voxel. */
	double meanSdUm(final double lengthUm) {
		final double mean = meanUm();
		double square = 0;
		double edge = 0;
		int n = 0;
		for (int i = 0; i < widthUm.length; i++)
			if (widthUm[i] > 0) {
				square += (widthUm[i] - mean) * (widthUm[i] - mean);
				edge += edgeUm[i];
				n++;
			}
		if (n == 0) return Double.NaN;
		final double independent = Math.max(1, Math.min(n, lengthUm / mean));
		final double scatter = n < 2 ? 0 : square / (n - 1) / independent;
		return Math.sqrt(scatter + Math.pow(SYSTEMATIC_VOXELS * edge / n, 2));
	}

	/** Narrowest opening, of means over three neighbouring samples. */
	double minUm() {
		double min = Double.NaN;
		for (int i = 0; i < widthUm.length; i++) {
			final double w = smooth(i);
			if (!(w >= min)) min = w;
		}
		return min;
	}

	private double smooth(final int i) {
		double sum = 0;
		int n = 0;
		for (int k = Math.max(0, i - 1); k <= Math.min(widthUm.length - 1, i + 1); k++)
			if (widthUm[k] > 0) {
				sum += widthUm[k];
				n++;
			}
		return n == 0 ? Double.NaN : sum / n;
	}

	/**
	 * Opening of the uniform crack of equal flow resistance: [mean of w^-e]^(-1/e), physics eq. 6 (derived).
	 *
	 * @param e 1 + 3/m for tubes, 1 + 2/m for slits
	 */
	double flowUm(final double e) {
		double sum = 0;
		int n = 0;
		for (int i = 0; i < widthUm.length; i++) {
			final double w = smooth(i);
			if (w > 0) {
				sum += Math.pow(w, -e);
				n++;
			}
		}
		return n == 0 ? Double.NaN : Math.pow(sum / n, -1 / e);
	}

	/** Whether the mean opening is at least two voxels along the direction of the opening. */
	boolean isResolved() {
		double edge = 0;
		for (final double e : edgeUm)
			edge += e;
		return meanUm() >= 2 * edge / edgeUm.length;
	}
}
