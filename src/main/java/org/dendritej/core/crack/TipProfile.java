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
	/** Lines to each side of the middle in the plane of a sheet, a finest edge apart. */
	private static final int LINES = 12;
	/** Weights of neighbouring lines in a row, and their standard deviation to the side, finest edges. */
	private static final double[] WEIGHT = { 1 / 9.0, 2 / 9.0, 3 / 9.0, 2 / 9.0, 1 / 9.0 };
	private static final double SPREAD = Math.sqrt(4 / 3.0);
	/** Places to each side over which the matrix level is averaged. */
	private static final int LEVEL_SPAN = 5;
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
	/** Openings on single lines of a sheet, by place and line, um. */
	private final double[][] opening;
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
		blurUm = GreyWidth.sampledBlurUm(g, out, stack.levels().psfSigmaUm());
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
		opening = sheet && aside().norm() > 0 && !hidden() ? openings() : null;
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

	/** Most rows to each side of the line. */
	static int rows() {
		return LINES - WEIGHT.length / 2;
	}

	/**
	 * Openings of a sheet along a row, um; NaN where they cannot be measured.
	 *
	 * @param row finest edges to the side
	 */
	double[] openings(final int row) {
		final double[] width = new double[x.length];
		for (int i = 0; i < width.length; i++)
			for (int k = 0; k < WEIGHT.length; k++)
				width[i] += WEIGHT[k] * opening[i][LINES + row + k - WEIGHT.length / 2];
		return width;
	}

	/** Unlike {@link GreyWidth} in windows of fixed size, as beyond the tip there is no dip to be found. */
	private double[][] openings() {
		final double[][] width = new double[x.length][2 * LINES + 1];
		final double[] low = new double[x.length], high = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			Arrays.fill(width[i], Double.NaN);
			low[i] = high[i] = Double.NaN;
			if (!cut[i].atPore(g) && normal[i].norm() > 0) new Sheaf(i).read(width[i], low, high);
		}
		for (int i = 0; i < x.length; i++) {
			final double a = GreyOpenings.mean(low, i - LEVEL_SPAN, i + LEVEL_SPAN), b = GreyOpenings.mean(high, i - LEVEL_SPAN, i + LEVEL_SPAN), level = (a + b) / 2, contrast = level - stack.levels().voidLevel();
			for (int k = 0; k < width[i].length; k++)
				width[i][k] = contrast > 0 ? (level * windowUm(i) - width[i][k]) / contrast : Double.NaN;
		}
		return width;
	}

	/** Length over which grey values across the sheet are summed up. */
	private double windowUm(final int i) {
		return (2 * reach(i) + 1) * edge / 2;
	}

	private int reach(final int i) {
		return (int) Math.ceil((1.3 * half + TAIL * GreyWidth.sampledBlurUm(g, normal[i], stack.levels().psfSigmaUm())) / (edge / 2));
	}

	/** Lines across the sheet at one place, beside each other. */
	private final class Sheaf {

		private final int i;
		private final Vec3 side;
		private final int reach, flank;

		Sheaf(final int i) {
			this.i = i;
			side = along[i].cross(normal[i]);
			reach = reach(i);
			flank = (int) Math.round(FLANK / 0.5);
		}

		/** Integrals of the grey value over the window, one for each line, and the levels beside it. */
		void read(final double[] integral, final double[] low, final double[] high) {
			final double[] below = new double[flank * integral.length], above = new double[below.length];
			for (int k = 0; k < integral.length; k++) {
				integral[k] = 0;
				for (int j = -reach - flank; j <= reach + flank; j++) {
					final double v = value(k - LINES, j);
					if (Math.abs(j) <= reach) integral[k] += v * edge / 2;
					else if (j < 0) below[k * flank + j + reach + flank] = v;
					else above[k * flank + j - reach - 1] = v;
				}
			}
			low[i] = GreyWidth.median(below);
			high[i] = GreyWidth.median(above);
		}

		private double value(final int line, final int j) {
			final double a = line * edge, b = j * edge / 2;
			final Vec3 p = point[i], n = normal[i];
			return sampler.at(p.x() + a * side.x() + b * n.x(), p.y() + a * side.y() + b * n.y(), p.z() + a * side.z() + b * n.z());
		}
	}
}
