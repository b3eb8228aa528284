// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * What the cross-section of a straight prism looks like in voxels: circle, ellipse or rectangle, seen through the image's
 * blur and through the voxels' boxes projected along the prism.
 * <p>
 * A voxel is the mean over its box, so seen along the prism's axis it is the section convolved with three segments: the
 * projections of the voxel's edges. In Fourier space the three are products (sinc), as are the blur (a Gaussian) and the section
 * (sinc or 2 J1(r) / r), so the picture is one cosine sum, exact for any direction and any offset of the lattice. Derived.
 */
final class SectionShape {

	/** Kinds of sections, by what is assumed of them. */
	enum Kind { CIRCLE, ELLIPSE, RECTANGLE }

	/** Waves on each axis, and points of the table across the period. */
	private static final int WAVES = 20, SIDE = 64;

	private final double period;
	private final double step;
	/** Voxel's box, by wave; without the blur of the image. */
	private final double[] box = new double[(WAVES + 1) * (2 * WAVES + 1)];
	/** Squared share of each wave across the slices, 1/um2. */
	private final double[] slices = new double[box.length];
	private final double[] cos = new double[SIDE * (WAVES + 1)], sin = new double[SIDE * (WAVES + 1)];
	private final double[] table = new double[SIDE * SIDE];
	private final double[] even = new double[SIDE], odd = new double[SIDE];

	/**
	 * Prepares for one direction.
	 *
	 * @param g voxel edges
	 * @param a unit vector across the axis
	 * @param b the other one
	 * @param period length after which the picture repeats, um: more than the section with its blur
	 */
	SectionShape(final VoxelGrid g, final Vec3 a, final Vec3 b, final double period) {
		this.period = period;
		step = period / SIDE;
		for (int kx = 0; kx <= WAVES; kx++)
			for (int ky = -WAVES; ky <= WAVES; ky++) {
				final double x = 2 * Math.PI * kx / period, y = 2 * Math.PI * ky / period;
				slices[kx * (2 * WAVES + 1) + ky + WAVES] = (x * a.z() + y * b.z()) * (x * a.z() + y * b.z());
				box[kx * (2 * WAVES + 1) + ky + WAVES] = sinc((x * a.x() + y * b.x()) * g.dxUm() / 2) * sinc((x * a.y() + y * b.y()) * g.dyUm() / 2)
					* sinc((x * a.z() + y * b.z()) * g.dzUm() / 2);
			}
		for (int i = 0; i < SIDE; i++)
			for (int k = 0; k <= WAVES; k++) {
				cos[i * (WAVES + 1) + k] = Math.cos(2 * Math.PI * k * (i - SIDE / 2) / SIDE);
				sin[i * (WAVES + 1) + k] = Math.sin(2 * Math.PI * k * (i - SIDE / 2) / SIDE);
			}
	}

	private static double sinc(final double x) {
		return Math.abs(x) < 1e-4 ? 1 - x * x / 6 : Math.sin(x) / x;
	}

	/** 2 J1(x) / x; Abramowitz and Stegun 9.4.4 and 9.4.6, to 1e-7. */
	static double jinc(final double x) {
		if (x < 3) {
			final double t = x * x / 9;
			return 2 * (0.5 + t * (-0.56249985 + t * (0.21093573 + t * (-0.03954289 + t * (0.00443319 + t * (-0.00031761 + t * 0.00001109))))));
		}
		final double t = 3 / x;
		final double f = 0.79788456 + t * (0.00000156 + t * (0.01659667 + t * (0.00017105 + t * (-0.00249511 + t * (0.00113653 - t * 0.00020033)))));
		final double phase = x - 2.35619449 + t * (0.12499612 + t * (0.00005650 + t * (-0.00637879 + t * (0.00074348 + t * (0.00079824 - t
			* 0.00029166)))));
		return 2 * f * Math.cos(phase) / (x * Math.sqrt(x));
	}

	/**
	 * Draws a section around the origin.
	 *
	 * @param kind what it is
	 * @param shortUm short axis or side, um
	 * @param longUm long axis or side, um
	 * @param angle from a to the long axis
	 * @param inSlice variance of the image's blur in a slice, um2
	 * @param across the same across the slices, um2
	 */
	void draw(final Kind kind, final double shortUm, final double longUm, final double angle, final double inSlice,
		final double across) {
		final double c = Math.cos(angle), s = Math.sin(angle);
		final double area = (kind == Kind.RECTANGLE ? 1 : Math.PI / 4) * shortUm * longUm / (period * period);
		java.util.Arrays.fill(table, 0);
		final double[] f = new double[2 * WAVES + 1];
		for (int kx = 0; kx <= WAVES; kx++) {
			for (int ky = -WAVES; ky <= WAVES; ky++) {
				final double x = 2 * Math.PI * kx / period, y = 2 * Math.PI * ky / period;
				final double u = (c * x + s * y) * longUm / 2, v = (c * y - s * x) * shortUm / 2;
				final double form = kind == Kind.RECTANGLE ? sinc(u) * sinc(v) : jinc(Math.sqrt(u * u + v * v));
				final int k = kx * (2 * WAVES + 1) + ky + WAVES;
				f[ky + WAVES] = (kx == 0 ? 1 : 2) * area * form * box[k] * Math.exp(-(inSlice * (x * x + y * y) + (across - inSlice) * slices[k]) / 2);
			}
			add(kx, f);
		}
		mirror();
	}

	/** Adds the waves of one column to the half of the table from the middle on, and to its first row. */
	private void add(final int kx, final double[] f) {
		for (int j = 0; j < SIDE; j++) {
			double e = f[WAVES], o = 0;
			for (int k = 1; k <= WAVES; k++) {
				e += (f[WAVES + k] + f[WAVES - k]) * cos[j * (WAVES + 1) + k];
				o += (f[WAVES + k] - f[WAVES - k]) * sin[j * (WAVES + 1) + k];
			}
			even[j] = e;
			odd[j] = o;
		}
		for (int i = 0; i < SIDE; i = i == 0 ? SIDE / 2 : i + 1) {
			final double c = cos[i * (WAVES + 1) + kx], s = sin[i * (WAVES + 1) + kx];
			for (int j = 0; j < SIDE; j++)
				table[i * SIDE + j] += c * even[j] - s * odd[j];
		}
	}

	/** The section looks the same from both sides. */
	private void mirror() {
		for (int i = 1; i < SIDE / 2; i++)
			for (int j = 0; j < SIDE; j++)
				table[i * SIDE + j] = table[(SIDE - i) * SIDE + (SIDE - j) % SIDE];
	}

	/** Filling of a voxel whose centre lies at (u, v) from the axis, u along a, v along b, um. */
	double at(final double u, final double v) {
		final double x = u / step + SIDE / 2.0, y = v / step + SIDE / 2.0;
		if (!(x >= 0 && y >= 0 && x < SIDE - 1 && y < SIDE - 1)) return 0;
		final int i = (int) x, j = (int) y, k = i * SIDE + j;
		final double p = x - i, q = y - j;
		final double low = table[k] + q * (table[k + 1] - table[k]), high = table[k + SIDE] + q * (table[k + SIDE + 1] - table[k + SIDE]);
		return low + p * (high - low);
	}
}
