// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.skeleton.CrossSection;
import org.dendritej.core.skeleton.Region;

/**
 * Measures openings along lines: from grey values where there are any, else from a width map, else from the mask.
 * <p>
 * From the mask: cross-sections at right angles to the line ({@link CrossSection}). The first and last half-width of an
 * open-ended line, where a tip closes, is left out.
 */
final class Openings {

	private static final int MOST_SAMPLES = 200;
	/** Systematic error of a mean opening from the mask, voxels, from the phantom tests. */
	private static final double SYSTEMATIC_VOXELS = 0.1;

	private final Region region;
	private final FloatVolume map;
	private final GreyOpenings grey;
	private int fromMask;

	/**
	 * @param region the cracks
	 * @param map widths in um from elsewhere, NaN or 0 = none; null = no map
	 * @param grey the grey stack; null = none
	 */
	Openings(final Region region, final FloatVolume map, final CrackGrey grey) {
		this.region = region;
		this.map = map;
		this.grey = grey == null ? null : new GreyOpenings(grey);
	}

	/** Lines that the grey values could not measure, so that the mask was taken. */
	int fromMask() {
		return fromMask;
	}

	/**
	 * Measures along a line.
	 *
	 * @param points the line, um
	 * @param halfWidthUm typical distance to the background on the line, um
	 * @param trimStart whether the line starts at a tip
	 * @param trimEnd whether it ends at one
	 */
	WidthProfile along(final List<Vec3> points, final double halfWidthUm, final boolean trimStart, final boolean trimEnd) {
		final CrackLine line = new CrackLine(points);
		final WidthProfile mask = mask(line, halfWidthUm, trimStart, trimEnd);
		if (grey == null) return mask;
		final WidthProfile measured = grey.along(line, halfWidthUm, mask.slitShare(), trimStart, trimEnd);
		if (measured == null) fromMask++;
		return measured == null ? mask : measured;
	}

	private WidthProfile mask(final CrackLine line, final double halfWidthUm, final boolean trimStart, final boolean trimEnd) {
		final VoxelGrid g = region.grid();
		final double length = line.lengthUm();
		final double cut = Math.min(halfWidthUm, length / 4), uncut = Math.min(length / 4, g.finestEdgeUm() / 2);
		final double from = trimStart ? cut : uncut, to = length - (trimEnd ? cut : uncut);
		final int n = (int) Math.max(1, Math.min(MOST_SAMPLES, Math.round((to - from) / g.finestEdgeUm())));
		final double[] width = new double[n];
		double edges = 0, allEdges = 0;
		int slits = 0, measured = 0;
		for (int i = 0; i < n; i++) {
			final double s = from + (to - from) * (i + 0.5) / n;
			final Vec3 p = line.at(s);
			final CrossSection c = CrossSection.at(region, p, line.direction(s, Math.max(2 * g.finestEdgeUm(), halfWidthUm)),
				halfWidthUm);
			final double mapped = map == null ? Double.NaN : near(map, p);
			width[i] = mapped > 0 ? mapped : c.widthUm();
			if (c.slit()) slits++;
			final double edge = new Vec3(c.normal().x() * g.dxUm(), c.normal().y() * g.dyUm(), c.normal().z() * g.dzUm()).norm();
			allEdges += edge;
			if (width[i] > 0) {
				edges += edge;
				measured++;
			}
		}
		final double mean = WidthProfile.mean(width);
		return new WidthProfile(width, length / mean, 1, SYSTEMATIC_VOXELS * edges / measured, slits / (double) n, mean >= 2
			* allEdges / n, false);
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
}
