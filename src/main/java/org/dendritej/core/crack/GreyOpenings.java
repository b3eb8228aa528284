// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * Openings along lines through cracks, from grey values.
 * <p>
 * A tube (the mask's cut is not longer than about 1.75 times its breadth): A(s) is the integral of (matrix - grey) over the
 * plane at right angles to the line, over the contrast, and w = sqrt(4 A / pi). Blur, partial volume and unequal voxel edges
 * move grey values about in the plane and leave the integral alone. A sheet: {@link GreyWidth} along its normal. A sheet too
 * narrow for that: the short axis of the ellipse of area A and of the mask's ratio, sqrt(4 A / (pi ratio)). Cuts near
 * pores, junctions and the image's border are left out, as are the tips as far as blur reaches. Derived for this project.
 */
final class GreyOpenings {

	/** Breadth of a section in the coarsest edges, from which its shape in the mask is believed. */
	private static final int LEAST_SLICES = 3;
	private static final int MOST_CUTS = 400;
	/** Fewest cuts from which a mean is told. */
	private static final int LEAST_CUTS = 3;
	/** Cuts to each side over which the matrix level is averaged. */
	private static final int LEVEL_SPAN = 5;
	/** Breadth of a closed cut from which the bundle of lines of a sheet fits into it, finest edges. */
	private static final double LEAST_BREADTH = 6;
	private static final double MOST_RATIO = 4;
	/** The same for sheets less than four times as broad as open; and, as a part of the opening, for ellipses. */
	private static final double NARROW_EDGES = 0.12, ELLIPSE = 0.1;
	/** Systematic error of a mean opening, finest edges, from the phantom tests. */
	private static final double SYSTEMATIC_EDGES = 0.05;
	private static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

	private final CrackGrey stack;
	private final GreySampler sampler;
	private final VoxelGrid g;

	GreyOpenings(final CrackGrey stack) {
		this.stack = stack;
		sampler = new GreySampler(stack.grey());
		g = stack.grey().grid();
	}

	/** The cuts along a line. */
	private final class Cuts {

		final CrackLine line;
		final double[] s;
		final GreyCut[] cut;
		final Vec3[] direction;
		final double step;

		Cuts(final CrackLine line, final double half, final double aperture, final double closing, final boolean trimStart, final boolean trimEnd) {
			this.line = line;
			final double length = line.lengthUm(), reach = Math.max(3 * g.finestEdgeUm(), 1.5 * half);
			final double from = trim(line, 0, reach, closing, trimStart), to = length - trim(line, length, reach, closing, trimEnd);
			final int n = (int) Math.max(1, Math.min(MOST_CUTS, Math.round((to - from) / g.finestEdgeUm())));
			step = (to - from) / n;
			s = new double[n];
			cut = new GreyCut[n];
			direction = new Vec3[n];
			for (int i = 0; i < n; i++) {
				s[i] = from + (i + 0.5) * step;
				direction[i] = line.direction(s[i], reach);
				cut[i] = GreyCut.at(stack, sampler, line.at(s[i]), direction[i], aperture);
			}
		}

		/** A tip is blurred, and in a tube it closes over its half-width. */
		private double trim(final CrackLine l, final double at, final double reach, final double closing, final boolean tip) {
			final double blur = GreyWidth.sampledBlurUm(g, l.direction(at, reach), stack.levels().psfSigmaUm());
			return tip ? Math.min(closing + 2 * blur, l.lengthUm() / 3) : Math.min(l.lengthUm() / 4, g.finestEdgeUm() / 2);
		}

		/** Share of the cuts away from pores in which the crack goes on beyond its half-width. */
		double openShare() {
			int n = 0, open = 0;
			for (final GreyCut c : cut)
				if (!c.atPore(g)) {
					n++;
					if (c.open()) open++;
				}
			return n == 0 ? 0 : open / (double) n;
		}

		/** The cuts that no pore (and, for a tube, no junction) darkens, also not by blur along the line. */
		boolean[] clean(final boolean tube) {
			final boolean[] clean = new boolean[s.length];
			for (int i = 0; i < s.length; i++)
				clean[i] = !Double.isNaN(cut[i].matrix()) && (!tube || !Double.isNaN(cut[i].integral()));
			for (int k = 0; k < s.length; k++) {
				if (!(tube ? cut[k].poreUm2() > 0 || cut[k].open() : cut[k].atPore(g))) continue;
				final int far = (int) Math.ceil(GreyCut.tailUm(g, direction[k], stack.levels().psfSigmaUm()) / step);
				for (int i = Math.max(0, k - far); i <= Math.min(s.length - 1, k + far); i++)
					clean[i] = false;
			}
			return clean;
		}

		/** Matrix level near a cut, over neighbouring clean ones. */
		double level(final int i, final boolean[] clean) {
			double sum = 0;
			int n = 0;
			for (int k = Math.max(0, i - LEVEL_SPAN); k <= Math.min(s.length - 1, i + LEVEL_SPAN); k++)
				if (clean[k]) {
					sum += cut[k].matrix();
					n++;
				}
			return sum / n;
		}

		/** Samples to each side within the resolution along the line. */
		int smoothing() {
			final double blur = GreyWidth.sampledBlurUm(g, direction[s.length / 2], stack.levels().psfSigmaUm());
			return Math.max(1, (int) Math.round(FWHM * blur / 2 / step));
		}
	}

	/**
	 * Measures along a line.
	 *
	 * @param line the line
	 * @param half typical distance to the background, um
	 * @param mask what the mask says
	 * @param trimStart whether the line starts at a tip
	 * @param trimEnd whether it ends at one
	 * @return the profile; null where too little of the line can be measured
	 */
	WidthProfile along(final CrackLine line, final double half, final WidthProfile mask, final boolean trimStart,
		final boolean trimEnd)
	{
		final Cuts near = new Cuts(line, half, half, half, trimStart, trimEnd);
		// A section of two thick slices looks broad in the mask whatever it is: its shape says something from three of them on.
		final double coarse = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
		if (near.openShare() < 0.5 && 2 * half * mask.ratio() < LEAST_SLICES * coarse) return tube(near, 1);
		if (mask.sheet() && (near.openShare() >= 0.5 || 2 * half * mask.ratio() >= LEAST_BREADTH * g.finestEdgeUm())) return sheet(line, half, mask.ratio(),
			trimStart, trimEnd);
		final double ratio = Math.min(mask.ratio(), MOST_RATIO);
		if (near.openShare() < 0.5) return ratio == 1 ? tube(near, 1) : tube(new Cuts(line, half, half * ratio, half, trimStart, trimEnd), ratio);
		// The mask calls it a tube, only a broader one than its half-width.
		final Cuts far = new Cuts(line, half, 2 * half, half, trimStart, trimEnd);
		return far.openShare() < 0.5 ? tube(far, ratio) : sheet(line, half, mask.ratio(), trimStart, trimEnd);
	}

	private WidthProfile tube(final Cuts cuts, final double ratio) {
		final boolean[] clean = cuts.clean(true);
		final int n = clean.length, k = cuts.smoothing();
		final double[] area = new double[n], width = new double[n];
		double contrasts = 0;
		int measured = 0;
		for (int i = 0; i < n; i++) {
			area[i] = Double.NaN;
			if (!clean[i]) continue;
			final double level = cuts.level(i, clean), contrast = level - stack.levels().voidLevel();
			if (!(contrast > 0)) continue;
			area[i] = (level * cuts.cut[i].apertureUm2() - cuts.cut[i].integral()) / contrast;
			contrasts += contrast;
			measured++;
		}
		if (measured < LEAST_CUTS) return null;
		for (int i = 0; i < n; i++)
			width[i] = Double.isNaN(area[i]) ? Double.NaN : Math.sqrt(4 / Math.PI / ratio * Math.max(0, mean(area, i - k, i + k)));
		final double mean = WidthProfile.mean(width), of = stack.levels().voidSd() / (contrasts / measured);
		final double systematic = Math.hypot(mean * of / 2, Math.max(SYSTEMATIC_EDGES * g.finestEdgeUm(), ratio > 1 ? ELLIPSE * mean : 0));
		final Vec3 t = cuts.direction[n / 2];
		final boolean seen = mean >= FWHM * across(t) && mean >= 3 * systematic && !stack.saturated();
		return new WidthProfile(width, measured * cuts.step / Math.max((2 * k + 1) * cuts.step, mean), k, systematic, 0, ratio, seen, true, Double.NaN,
			cuts.s[0], cuts.step);
	}

	/** Blur and voxel across a line, mean of all directions. */
	private double across(final Vec3 t) {
		final double x = g.dxUm() * g.dxUm() * (1 - t.x() * t.x()), y = g.dyUm() * g.dyUm() * (1 - t.y() * t.y());
		final double z = g.dzUm() * g.dzUm() * (1 - t.z() * t.z()), psf = stack.levels().psfSigmaUm();
		return Math.sqrt(psf * psf + (x + y + z) / 24);
	}

	private static double mean(final double[] v, final int from, final int to) {
		double sum = 0;
		int n = 0;
		for (int i = Math.max(0, from); i <= Math.min(v.length - 1, to); i++)
			if (!Double.isNaN(v[i])) {
				sum += v[i];
				n++;
			}
		return sum / n;
	}

	private WidthProfile sheet(final CrackLine line, final double half, final double ratio, final boolean trimStart, final boolean trimEnd) {
		final Cuts cuts = new Cuts(line, half, half, 0, trimStart, trimEnd);
		final boolean[] clean = cuts.clean(false);
		final double coarse = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
		final List<Vec3> points = new ArrayList<>();
		final List<Integer> at = new ArrayList<>();
		for (int i = 0; i < clean.length; i++)
			if (clean[i]) {
				points.add(cuts.line.at(cuts.s[i]));
				at.add(i);
			}
		final List<Vec3> normals = stack.normals(points, 3 * half + 2 * coarse);
		final List<GreyWidth.Width> found = GreyWidth.measure(stack.grey(), points, normals, 3 * half + 2 * g.finestEdgeUm(), stack
			.levels(), 1, Progress.NONE).widths();
		final double[] width = new double[clean.length];
		java.util.Arrays.fill(width, Double.NaN);
		double ofVoid = 0;
		int measured = 0, seen = 0;
		for (int i = 0; i < found.size(); i++) {
			final GreyWidth.Width w = found.get(i);
			if (!(w.widthUm() > 0)) continue;
			width[at.get(i)] = w.widthUm();
			ofVoid += stack.levels().voidSd() / (w.matrixLevel() - stack.levels().voidLevel());
			measured++;
			if (w.resolved()) seen++;
		}
		if (measured < LEAST_CUTS) return null;
		final double mean = WidthProfile.mean(width);
		final double systematic = Math.hypot(mean * ofVoid / measured, (ratio < MOST_RATIO ? NARROW_EDGES : SYSTEMATIC_EDGES) * g.finestEdgeUm());
		return new WidthProfile(width, measured * cuts.step / Math.max(4 * g.finestEdgeUm(), mean), cuts.smoothing(), systematic, 1,
			Double.POSITIVE_INFINITY, 2 * seen > measured && !stack.saturated(), true, Double.NaN, cuts.s[0], cuts.step);
	}
}
