// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * Openings along lines through cracks, from grey values.
 * <p>
 * A crack whose cuts close within some half-widths is measured along the middle of its cuts ({@link SectionAxis}): A(s) is the
 * integral of (matrix - grey) over the plane at right angles, over the contrast. Blur, partial volume and unequal voxel
 * edges move grey values about in the plane and leave the integral alone. The opening is the diameter of the circle of
 * area A, times what the shape makes of it ({@link Section}): 1 for a tube, the short side for a bar. Where a bundle of lines fits
 * well into the cut, and in sheets that go on: {@link GreyWidth} along the normal. Cuts near
 * pores, junctions and the image's border are left out, as are the tips as far as blur reaches. Derived for this project.
 */
final class GreyOpenings {

	/** Fewest cuts from which a mean is told. */
	private static final int LEAST_CUTS = 3;
	/** Most cuts whose voxels are fitted. */
	private static final int FITTED_CUTS = 60;
	/** Distance to which cuts may close, half-widths, and coarsest edges beside. */
	private static final double CLOSED = 8, CLOSED_EDGES = 2;
	/**
	 * Ratio and breadth (finest edges) of a cut from which the bundle of lines of a sheet fits into it; the breadth at which the bundle
	 * can just be used, and the misfit from which it is better than a shape that the cut does not have.
	 */
	private static final double BUNDLE_RATIO = 2, BUNDLE_EDGES = 16, NARROW_EDGES = 10, MISFIT = 1.6;
	/** Breadth in the mask (of the farthest corners, half a voxel rough) from which no shape is fitted, finest edges. */
	private static final double BROAD_EDGES = 20;
	/** Length over diameter from which a line's direction, and so its cuts' shape, can be told; error of an opening of unknown shape. */
	private static final double LONG = 2, UNKNOWN_SHAPE = 0.1;
	/** Ratio above which a cut is called a slit, as in the mask. */
	private static final double SLIT = 1.75;
	/** Systematic error of a mean opening, finest edges, from the phantom tests. */
	private static final double SYSTEMATIC_EDGES = 0.05;
	private static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

	private final CrackGrey stack;
	private final GreySampler sampler;
	private final VoxelGrid g;
	private final double coarse;

	GreyOpenings(final CrackGrey stack) {
		this.stack = stack;
		sampler = new GreySampler(stack.grey());
		g = stack.grey().grid();
		coarse = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
	}

	/**
	 * Measures along a line.
	 *
	 * @param line the line
	 * @param half typical distance to the background, um
	 * @param trimStart whether the line starts at a tip
	 * @param trimEnd whether it ends at one
	 * @return the profile; null where too little of the line can be measured
	 */
	WidthProfile along(final CrackLine line, final double half, final boolean trimStart, final boolean trimEnd) {
		final double most = CLOSED * half + CLOSED_EDGES * coarse;
		final SectionAxis axis = SectionAxis.of(stack, line, half, most);
		final SectionAxis middle = axis == null ? null : SectionAxis.of(stack, axis.line(), half, most);
		if (middle == null) return sheet(line, half, 0, trimStart, trimEnd);
		final WidthProfile w = closed(middle, half, trimStart, trimEnd);
		return w == null ? null : w.stretched(line.lengthUm() / middle.line().lengthUm());
	}

	/** Measures along the middle of cuts that close. */
	private WidthProfile closed(final SectionAxis middle, final double half, final boolean trimStart, final boolean trimEnd) {
		if (2 * middle.reachUm() > BROAD_EDGES * g.finestEdgeUm()) return sheet(middle.line(), half, half, trimStart, trimEnd);
		final GreyCuts cuts = new GreyCuts(stack, sampler, middle.line(), half, middle.reachUm(), half, trimStart, trimEnd);
		if (cuts.openShare() >= 0.5) return sheet(middle.line(), half, half, trimStart, trimEnd);
		final Section unknown = Section.round(2 * half, UNKNOWN_SHAPE);
		final WidthProfile round = tube(cuts, unknown);
		if (round == null || round.measuredUm() < LONG * round.meanUm()) return round;
		final Section section = section(cuts, middle.reachUm(), round.meanUm()).orElse(unknown);
		final double breadth = (section.misfit() > MISFIT ? NARROW_EDGES : BUNDLE_EDGES) * g.finestEdgeUm();
		final boolean bundle = section.ratio() >= BUNDLE_RATIO && section.longUm() >= breadth;
		return bundle ? sheet(middle.line(), half, half, trimStart, trimEnd) : tube(cuts, section);
	}

	/** Shape of the cuts. */
	private Optional<Section> section(final GreyCuts cuts, final double reach, final double diameter) {
		final boolean[] clean = cuts.clean(true);
		final double blur = 3 * Math.hypot(stack.levels().psfSigmaUm(), coarse / 2);
		final SectionVoxels voxels = new SectionVoxels(stack, reach + blur);
		final int every = Math.max(1, clean.length / FITTED_CUTS);
		for (int i = every / 2; i < clean.length; i += every) {
			if (!clean[i]) continue;
			final double level = cuts.level(i, clean), contrast = level - stack.levels().voidLevel();
			if (contrast > 0) voxels.add(cuts.line.at(cuts.s[i]), cuts.direction[i], cuts.step, level, contrast);
		}
		return Section.fit(voxels, diameter, stack.levels().psfSigmaUm(), g.finestEdgeUm());
	}

	private WidthProfile tube(final GreyCuts cuts, final Section section) {
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
			width[i] = Double.isNaN(area[i]) ? Double.NaN : section.openingOverDiameter() * Math.sqrt(4 / Math.PI * Math.max(0, mean(area, i - k, i
				+ k)));
		final double mean = WidthProfile.mean(width), of = stack.levels().voidSd() / (contrasts / measured);
		final double systematic = Math.hypot(mean * Math.hypot(of / 2, section.relativeSd()), SYSTEMATIC_EDGES * g.finestEdgeUm());
		final Vec3 t = cuts.direction[n / 2];
		final boolean seen = mean >= FWHM * across(t) && mean >= 3 * systematic && !stack.saturated();
		return new WidthProfile(width, measured * cuts.step / Math.max((2 * k + 1) * cuts.step, mean), k, systematic, section.ratio() > SLIT ? 1 : 0,
			section.ratio(), seen, true, Double.NaN, cuts.s[0], cuts.step);
	}

	/** Blur and voxel across a line, mean of all directions. */
	private double across(final Vec3 t) {
		final double x = g.dxUm() * g.dxUm() * (1 - t.x() * t.x()), y = g.dyUm() * g.dyUm() * (1 - t.y() * t.y());
		final double z = g.dzUm() * g.dzUm() * (1 - t.z() * t.z()), psf = stack.levels().psfSigmaUm();
		return Math.sqrt(psf * psf + (x + y + z) / 24);
	}

	/** Mean of the numbers between two indices, both included, as far as there are any; NaN without one. */
	static double mean(final double[] v, final int from, final int to) {
		double sum = 0;
		int n = 0;
		for (int i = Math.max(0, from); i <= Math.min(v.length - 1, to); i++)
			if (!Double.isNaN(v[i])) {
				sum += v[i];
				n++;
			}
		return sum / n;
	}

	private WidthProfile sheet(final CrackLine line, final double half, final double closing, final boolean trimStart, final boolean trimEnd) {
		final GreyCuts cuts = new GreyCuts(stack, sampler, line, half, half, closing, trimStart, trimEnd);
		final boolean[] clean = cuts.clean(false);
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
		Arrays.fill(width, Double.NaN);
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
		final double systematic = Math.hypot(mean * ofVoid / measured, SYSTEMATIC_EDGES * g.finestEdgeUm());
		return new WidthProfile(width, measured * cuts.step / Math.max(4 * g.finestEdgeUm(), mean), cuts.smoothing(), systematic, 1,
			Double.POSITIVE_INFINITY, 2 * seen > measured && !stack.saturated(), true, Double.NaN, cuts.s[0], cuts.step);
	}
}
