// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** Grey deficits along a line that runs from inside a crack out of its tip: cuts of a tube in um2, openings of a sheet in um. */
final class TipProfile {

	/** How far inside the line is looked at, finest edges, and beyond the tip, deviations of all blur and finest edges. */
	private static final double INSIDE = 16, BEYOND_BLUR = 4, BEYOND_EDGES = 3;
	/** Window across a sheet beyond its walls, deviations of all blur; matrix beside it, finest edges. */
	private static final double TAIL = 3.2, FLANK = 5;
	/** Distance of the lines of a bundle, and its standard deviation in any direction, finest edges: 21 of 5 x 5 lines. */
	private static final double APART = 0.8, SPREAD = 1.02;
	/** A pore, the border or another class nearer inside the tip than this, finest edges, hides it. */
	private static final double HIDES = 4;
	/** A ball for normals sees the rim more than the sheet from here on, finest edges inside the tip. */
	private static final double RIM = 2;

	private final CrackGrey stack;
	private final GreySampler sampler;
	private final VoxelGrid g;
	private final double half;
	private final double edge;
	private final Vec3[] point, along;
	private final Vec3[] normal;
	private final GreyCut[] cut;
	/** Places, um outward from the line's end. */
	final double[] x;
	final Vec3 tip, out;
	/** Standard deviation of all blur along the line, um. */
	final double blurUm;

	TipProfile(final CrackGrey stack, final GreySampler sampler, final CrackLine line, final boolean atEnd, final double half,
		final boolean sheet)
	{
		this.stack = stack;
		this.sampler = sampler;
		this.half = half;
		g = stack.grey().grid();
		edge = g.finestEdgeUm();
		final double length = line.lengthUm(), chord = Math.min(length / 2, Math.max(3 * edge, 1.5 * half));
		tip = line.at(atEnd ? length : 0);
		final Vec3 d = tip.minus(line.at(atEnd ? length - chord : chord));
		out = d.norm() > 0 ? d.unit() : line.direction(length / 2, length / 2);
		blurUm = Math.hypot(GreyWidth.sampledBlurUm(g, out, stack.levels().psfSigmaUm()), sheet ? SPREAD * edge : 0);
		final double inside = Math.min(0.6 * length, INSIDE * edge), beyond = BEYOND_BLUR * blurUm + BEYOND_EDGES * edge;
		x = new double[(int) Math.round((inside + beyond) / edge) + 1];
		point = new Vec3[x.length];
		along = new Vec3[x.length];
		cut = new GreyCut[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = -inside + i * edge;
			point[i] = x[i] > 0 ? tip.plus(out.times(x[i])) : line.at(atEnd ? length + x[i] : -x[i]);
			along[i] = x[i] > -chord ? out : line.direction(atEnd ? length + x[i] : -x[i], chord).times(atEnd ? 1 : -1);
			cut[i] = GreyCut.at(stack, sampler, point[i], along[i], half);
		}
		normal = sheet ? normals() : null;
	}

	/** Normals at right angles to the line, all to the same side; near the tip that of the last place before. */
	private Vec3[] normals() {
		final double coarse = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
		final Vec3[] n = stack.normals(Arrays.asList(point), 3 * half + 2 * coarse).toArray(Vec3[]::new);
		for (int i = 0; i < n.length; i++) {
			final Vec3 flat = n[i].minus(along[i].times(n[i].dot(along[i])));
			final boolean seen = flat.norm() > 0.3 && x[i] < -RIM * edge;
			if (i == 0) n[i] = seen ? flat.unit() : Vec3.ZERO;
			else n[i] = !seen ? n[i - 1] : flat.dot(n[i - 1]) < 0 ? flat.unit().times(-1) : flat.unit();
		}
		return n;
	}

	/** Whether something else than solid lies around the tip, or the image ends there. */
	boolean hidden() {
		for (int i = 0; i < x.length; i++)
			if (x[i] > -HIDES * edge && (cut[i].atPore(g) || Double.isNaN(cut[i].integral()))) return true;
		return false;
	}

	/** Direction to the side in the plane of a sheet, at the tip; zero where no normal is known. */
	Vec3 aside() {
		return out.cross(normal[normal.length - 1]);
	}

	/** Standard deviation of the blur and of the bundle to the side, um. */
	double blurAsideUm() {
		return Math.hypot(GreyWidth.sampledBlurUm(g, aside(), stack.levels().psfSigmaUm()), SPREAD * edge);
	}

	/** Cuts of a tube, um2; NaN where it cannot be measured. */
	double[] areas() {
		double level = 0;
		int levels = 0;
		for (final GreyCut c : cut)
			if (!Double.isNaN(c.matrix()) && !c.atPore(g)) {
				level += c.matrix();
				levels++;
			}
		level /= levels;
		final double contrast = level - stack.levels().voidLevel();
		final double[] area = new double[x.length];
		for (int i = 0; i < x.length; i++)
			area[i] = cut[i].atPore(g) || cut[i].open() || !(contrast > 0) ? Double.NaN : (level * cut[i].apertureUm2() - cut[i].integral()) / contrast;
		return area;
	}

	/** Openings of a sheet on a line this far to the side, um; NaN where they cannot be measured. */
	double[] openings(final double asideUm) {
		final double[] width = new double[x.length];
		for (int i = 0; i < x.length; i++)
			width[i] = cut[i].atPore(g) || !(normal[i].norm() > 0) ? Double.NaN : opening(point[i].plus(along[i].cross(normal[i]).times(asideUm)),
				normal[i]);
		return width;
	}

	/** Unlike {@link GreyWidth} in a window of fixed size, as beyond the tip there is no dip to be found. */
	private double opening(final Vec3 p, final Vec3 n) {
		final double step = edge / 2, window = 1.3 * half + TAIL * GreyWidth.sampledBlurUm(g, n, stack.levels().psfSigmaUm());
		final GreyProfile profile = new GreyProfile(sampler, p, n, window + FLANK * edge, step, APART * edge);
		final int reach = (int) Math.ceil(window / step), middle = profile.middle();
		final double low = profile.median(0, middle - reach), high = profile.median(middle + reach, 2 * middle);
		final double contrast = (low + high) / 2 - stack.levels().voidLevel();
		if (!(contrast > 0)) return Double.NaN;
		final double[] matrix = new double[2 * middle + 1];
		for (int i = 0; i < matrix.length; i++)
			matrix[i] = low + (high - low) * i / (2.0 * middle);
		double sum = 0;
		int lines = 0;
		for (final double d : profile.deficits(matrix, middle - reach, middle + reach))
			if (!Double.isNaN(d)) {
				sum += d;
				lines++;
			}
		return lines < 3 ? Double.NaN : sum / lines / contrast;
	}
}
