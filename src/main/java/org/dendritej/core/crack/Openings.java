// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.skeleton.CrossSection;
import org.dendritej.core.skeleton.Region;

/**
 * Measures openings along lines, several at a time: from grey values where there are any, else from a width map, else from the mask.
 * <p>
 * From the mask: cross-sections at right angles to the line ({@link CrossSection}). The first and last half-width of a
 * tube's open-ended line, where the tip closes, is left out, and half a voxel of a slit's.
 */
final class Openings {

	private static final int MOST_SAMPLES = 200;
	/** Systematic error of a mean opening from the mask, voxels, from the phantom tests. */
	private static final double SYSTEMATIC_VOXELS = 0.1;

	/** Part of a slit's line at a tip that is left out. */
	private static final double TIP_VOXELS = 0.5;

	/** Ratio above 1 that a round tube may show, for each voxel over its diameter. */
	private static final double ROUND_VOXELS = 1.2;
	/** Cosine of the angle by which neighbouring normals may differ. */
	private static final double ALIKE = 0.7;

	private final Region region;
	private final FloatVolume map;
	private final GreyOpenings grey;
	private final GreyTips tips;
	private final AtomicInteger fromMask = new AtomicInteger(), free = new AtomicInteger(), found = new AtomicInteger();

	/**
	 * @param region the cracks
	 * @param map widths in um from elsewhere, NaN or 0 = none; null = no map
	 * @param grey the grey stack; null = none
	 */
	Openings(final Region region, final FloatVolume map, final CrackGrey grey) {
		this.region = region;
		this.map = map;
		this.grey = grey == null ? null : new GreyOpenings(grey);
		tips = grey == null ? null : new GreyTips(grey);
	}

	/** Lines that the grey values could not measure, so that the mask was taken. */
	int fromMask() {
		return fromMask.get();
	}

	/** Free tips that were sought in the grey values. */
	int freeTips() {
		return free.get();
	}

	/** Free tips that were found there. */
	int foundTips() {
		return found.get();
	}

	/**
	 * Measures along a line, up to where the grey values show its tips.
	 *
	 * @param points the line as far as the mask goes, um
	 * @param halfWidthUm typical distance to the background on the line, um
	 * @param tipStart whether the line starts at a tip
	 * @param tipEnd whether it ends at one
	 * @param farthest whether the farthest tips of a sheet are looked for
	 */
	MeasuredLine line(final List<Vec3> points, final double halfWidthUm, final boolean tipStart, final boolean tipEnd, final boolean farthest) {
		final CrackLine line = new CrackLine(points);
		final WidthProfile profile = along(points, halfWidthUm, tipStart, tipEnd);
		if (tips == null || !profile.grey()) return MeasuredLine.of(line, profile);
		final double half = Math.max(halfWidthUm, profile.meanUm() / 2);
		final GreyTips.Tip start = tipStart ? tip(line, false, half, profile.sheet(), farthest) : null;
		final GreyTips.Tip end = tipEnd ? tip(line, true, half, profile.sheet(), farthest) : null;
		return MeasuredLine.of(line, profile, start, end, region.grid().finestEdgeUm());
	}

	private GreyTips.Tip tip(final CrackLine line, final boolean atEnd, final double half, final boolean sheet, final boolean farthest) {
		final GreyTips.Tip tip = tips.find(line, atEnd, half, sheet, farthest);
		free.incrementAndGet();
		if (tip != null) found.incrementAndGet();
		return tip;
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
		final WidthProfile measured = grey.along(line, halfWidthUm, trimStart, trimEnd);
		if (measured == null) fromMask.incrementAndGet();
		return measured == null ? mask : measured.beside(mask);
	}

	private WidthProfile mask(final CrackLine line, final double halfWidthUm, final boolean trimStart, final boolean trimEnd) {
		final VoxelGrid g = region.grid();
		final double length = line.lengthUm(), uncut = Math.min(length / 4, g.finestEdgeUm() / 2);
		final int n = (int) Math.max(1, Math.min(MOST_SAMPLES, Math.round((length - 2 * uncut) / g.finestEdgeUm())));
		final double step = (length - 2 * uncut) / n;
		final CrossSection[] cut = new CrossSection[n];
		int slits = 0;
		for (int i = 0; i < n; i++) {
			final double s = uncut + (i + 0.5) * step;
			cut[i] = CrossSection.at(region, line.at(s), line.direction(s, Math.max(2 * g.finestEdgeUm(), halfWidthUm)), halfWidthUm);
			if (cut[i].slit()) slits++;
		}
		final boolean sheet = 2 * slits >= n, round = isRound(cut, line.direction(length / 2, length / 4));
		final double[] width = new double[n];
		Arrays.fill(width, Double.NaN);
		double edges = 0, allEdges = 0;
		int measured = 0;
		for (int i = 0; i < n; i++) {
			final double s = uncut + (i + 0.5) * step;
			final Vec3 normal = cut[i].normal();
			final double edge = new Vec3(normal.x() * g.dxUm(), normal.y() * g.dyUm(), normal.z() * g.dzUm()).norm();
			allEdges += edge;
			// A tube closes over its half-width at a tip; the rim and the corners of a thick sheet may look like one, or lie across.
			final boolean flat = sheet && cut[i].slit() && Math.abs(normal.dot(cut[inward(s, length, step, uncut, halfWidthUm, n)].normal())) > ALIKE;
			final double tip = Math.min(flat ? TIP_VOXELS * g.finestEdgeUm() : halfWidthUm, length / 4);
			if (n > 2 && (trimStart && s < tip || trimEnd && s > length - tip)) continue;
			final double mapped = map == null ? Double.NaN : near(map, line.at(s));
			width[i] = mapped > 0 ? mapped : sheet ? cut[i].chordUm() : round ? cut[i].roundUm() : cut[i].widthUm();
			if (width[i] > 0) {
				edges += edge;
				measured++;
			}
		}
		final double mean = WidthProfile.mean(width);
		return new WidthProfile(width, length / mean, 1, SYSTEMATIC_VOXELS * edges / measured, slits / (double) n, round && !sheet ? 1 : ratio(cut), mean >= 2
			* allEdges / n, false, mean, uncut + step / 2, step);
	}

	/** The cut at this place, or a half-width away from the end if it is nearer to it than that. */
	private static int inward(final double s, final double length, final double step, final double uncut, final double half,
		final int n)
	{
		final double far = Math.min(half, length / 4);
		return Math.max(0, Math.min(n - 1, (int) ((Math.max(far, Math.min(length - far, s)) - uncut) / step)));
	}

	/** Whether a tube is as round as one can tell: the coarser the voxels, the less round does a round one look. */
	private boolean isRound(final CrossSection[] cut, final Vec3 along) {
		final VoxelGrid g = region.grid();
		final Vec3 n = cut[cut.length / 2].normal(), m = along.cross(n);
		final double edge = Math.max(new Vec3(n.x() * g.dxUm(), n.y() * g.dyUm(), n.z() * g.dzUm()).norm(), new Vec3(m.x() * g.dxUm(), m.y() * g
			.dyUm(), m.z() * g.dzUm()).norm());
		final double[] d = Arrays.stream(cut).mapToDouble(CrossSection::roundUm).filter(w -> w > 0).sorted().toArray();
		return d.length == 0 || ratio(cut) < 1 + ROUND_VOXELS * edge / d[d.length / 2];
	}

	/** Median ratio of the cuts. */
	private static double ratio(final CrossSection[] cut) {
		final double[] r = Arrays.stream(cut).mapToDouble(CrossSection::ratio).sorted().toArray();
		return r[r.length / 2];
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
