// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

/**
 * The image's own grid: one code byte per voxel, conductances looked up by pairs of codes.
 * <p>
 * Bits 0-3 of a code: conducting material 1..15, 0 = carries no current. {@link #METAL}: grounded lithium.
 * {@link #COUNTER}: the counter electrode's metal. {@link #REGULAR}: all six neighbours are of the same material, none across a side, no ground: the quick way.
 */
final class FineLevel extends Level {

	static final int METAL = 0x20, REGULAR = 0x40, COUNTER = 0x80, MATERIAL = 0x0f;

	final byte[] code;
	/** Conductance between two materials along each axis, index 16 material + other. */
	final float[][] pair = new float[3][256];
	private final float[] inverse = new float[16];
	/** Current that leaves a voxel to fixed potentials, less what is injected. */
	interface Exchange {

		/** @return uA for voxel (i, j, k) of material m at potential v */
		double outflow(int i, int j, int k, int m, double v);
	}

	FineLevel(final int nx, final int ny, final int nz, final boolean[] periodic, final double[] edge) {
		super(nx, ny, nz, periodic, edge);
		code = new byte[cells()];
		ground = new float[cells()];
	}

	/** Axis along which whole lines are smoothed at once; -1: voxel by voxel. */
	int lineAxis() {
		return Coarsening.lineAxis(new int[] { nx, ny, nz }, edge);
	}

	@Override
	int leftColour() {
		return lineAxis() < 0 ? super.leftColour() : -1;
	}

	/** To be called once the pair conductances are set. */
	void pairsReady() {
		for (int m = 1; m < 16; m++) {
			final int mm = m << 4 | m;
			inverse[m] = (float) (1.0 / (2.0 * pair[0][mm] + 2.0 * pair[1][mm] + 2.0 * pair[2][mm]));
		}
	}

	private boolean open(final int axis, final int index, final boolean up) {
		final int n = size(axis);
		return n > 1 && (periodic[axis] || (up ? index < n - 1 : index > 0));
	}

	/** Conductance across the face of voxel (i, j, k) towards lower (up = false) or higher index, 0 at a closed side. */
	float link(final int axis, final int i, final int j, final int k, final boolean up) {
		if (!open(axis, axis == 0 ? i : axis == 1 ? j : k, up)) return 0;
		return pair[axis][(code[row(j, k) + i] & MATERIAL) << 4 | code[neighbour(axis, i, j, k, up)] & MATERIAL];
	}

	/** Index of the neighbour, wrapped. */
	int neighbour(final int axis, final int i, final int j, final int k, final boolean up) {
		final int s = up ? 1 : -1;
		if (axis == 0) return row(j, k) + (i + s + nx) % nx;
		return wrapped(axis == 1 ? j + s : j, axis == 2 ? k + s : k) + i;
	}

	/** Whether there is a voxel across the face. */
	boolean hasNeighbour(final int axis, final int i, final int j, final int k, final boolean up) {
		return open(axis, axis == 0 ? i : axis == 1 ? j : k, up);
	}

	@Override
	void linkRow(final int axis, final int j, final int k, final float[] out) {
		final float[] g = pair[axis];
		final int r = row(j, k), up = axis == 0 ? r + 1 : wrapped(axis == 1 ? j + 1 : j, axis == 2 ? k + 1 : k);
		if (axis == 0) out[nx - 1] = link(0, nx - 1, j, k, true);
		if (axis != 0 && !open(axis, axis == 1 ? j : k, true)) java.util.Arrays.fill(out, 0, nx, 0f);
		else for (int i = 0, n = axis == 0 ? nx - 1 : nx; i < n; i++)
			out[i] = g[(code[r + i] & MATERIAL) << 4 | code[up + i] & MATERIAL];
	}

	/** Diagonal of an irregular voxel. */
	private float diagonal(final int i, final int j, final int k) {
		return ground[row(j, k) + i] + link(0, i, j, k, false) + link(0, i, j, k, true) + link(1, i, j, k, false)
			+ link(1, i, j, k, true) + link(2, i, j, k, false) + link(2, i, j, k, true);
	}

	@Override
	void begin(final int k, final int colour, final float[] x, final float[] b) {
		for (int j = 0; j < ny; j++) {
			final int r = row(j, k);
			for (int i = 0; i < nx; i++) {
				final int c = code[r + i];
				if (((i + j + k) & 1) != colour || (c & MATERIAL) == 0) x[r + i] = 0;
				else x[r + i] = (c & REGULAR) != 0 ? b[r + i] * inverse[c & MATERIAL] : b[r + i] / diagonal(i, j, k);
			}
		}
	}

	@Override
	void relax(final int k, final int colour, final float[] x, final float[] b) {
		int last = 0; // material whose conductances are at hand
		float cx = 0, cy = 0, cz = 0, inv = 0;
		for (int j = 0; j < ny; j++) {
			final int r = row(j, k), ym = wrapped(j - 1, k), yp = wrapped(j + 1, k), zm = wrapped(j, k - 1), zp = wrapped(j, k + 1);
			for (int i = (j + k + colour) & 1; i < nx; i += 2) {
				final int c = r + i, m = code[c] & MATERIAL;
				if ((code[c] & REGULAR) != 0) {
					if (m != last) {
						last = m;
						cx = pair[0][17 * m];
						cy = pair[1][17 * m];
						cz = pair[2][17 * m];
						inv = inverse[m];
					}
					x[c] = (b[c] + cx * (x[c - 1] + x[c + 1]) + cy * (x[ym + i] + x[yp + i]) + cz * (x[zm + i] + x[zp + i])) * inv;
				}
				else if (m != 0) x[c] = relaxed(i, j, k, c, x, b[c]);
			}
		}
	}

	private float relaxed(final int i, final int j, final int k, final int c, final float[] x, final float rhs) {
		float diag = ground[c], s = rhs;
		for (int axis = 0; axis < 3; axis++) {
			for (int up = 0; up < 2; up++) {
				final float g = link(axis, i, j, k, up == 1);
				if (g == 0) continue;
				diag += g;
				s += g * x[neighbour(axis, i, j, k, up == 1)];
			}
		}
		return s / diag;
	}

	@Override
	void addResidual(final int j, final int k, final int colour, final float[] x, final float[] b, final float[] to,
		final int toRow, final int shiftX)
	{
		final int r = row(j, k), ym = wrapped(j - 1, k), yp = wrapped(j + 1, k), zm = wrapped(j, k - 1), zp = wrapped(j, k + 1);
		final int step = colour < 0 ? 1 : 2;
		for (int i = colour < 0 ? 0 : (j + k + colour) & 1; i < nx; i += step) {
			final int c = r + i, m = code[c] & MATERIAL;
			if (m == 0) continue;
			final float u = x[c];
			final float ax;
			if ((code[c] & REGULAR) != 0) {
				final int mm = m << 4 | m;
				ax = pair[0][mm] * ((u - x[c - 1]) + (u - x[c + 1])) + pair[1][mm] * ((u - x[ym + i]) + (u - x[yp + i]))
					+ pair[2][mm] * ((u - x[zm + i]) + (u - x[zp + i]));
			}
			else ax = (float) outflow(i, j, k, c, x);
			to[toRow + (i >> shiftX)] += b[c] - ax;
		}
	}

	/** A x of one irregular voxel. */
	private double outflow(final int i, final int j, final int k, final int c, final float[] x) {
		final double u = x[c];
		double s = ground[c] * u;
		for (int axis = 0; axis < 3; axis++) {
			for (int up = 0; up < 2; up++) {
				final float g = link(axis, i, j, k, up == 1);
				if (g != 0) s += g * (u - x[neighbour(axis, i, j, k, up == 1)]);
			}
		}
		return s;
	}

	/** q = A p on one slice, differences in double. Returns p . q of the slice. */
	double multiply(final int k, final float[] p, final float[] q) {
		double dot = 0;
		int last = 0;
		double cx = 0, cy = 0, cz = 0;
		for (int j = 0; j < ny; j++) {
			final int r = row(j, k), ym = wrapped(j - 1, k), yp = wrapped(j + 1, k), zm = wrapped(j, k - 1), zp = wrapped(j, k + 1);
			for (int i = 0; i < nx; i++) {
				final int c = r + i, m = code[c] & MATERIAL;
				if (m == 0) continue;
				final double u = p[c];
				final double a;
				if ((code[c] & REGULAR) != 0) {
					if (m != last) {
						last = m;
						cx = pair[0][17 * m];
						cy = pair[1][17 * m];
						cz = pair[2][17 * m];
					}
					a = cx * (2 * u - ((double) p[c - 1] + p[c + 1])) + cy * (2 * u - ((double) p[ym + i] + p[yp + i]))
						+ cz * (2 * u - ((double) p[zm + i] + p[zp + i]));
				}
				else a = outflow(i, j, k, c, p);
				q[c] = (float) a;
				dot += u * a;
			}
		}
		return dot;
	}

	/**
	 * r = -(net outflow) of each voxel of one slice, in double. The exchange with fixed potentials is not taken from
	 * {@link #ground}: where a large conductance to one potential hides a small one to another, float would lose it.
	 */
	void trueResidual(final int k, final double[] x, final float[] r, final Exchange exchange) {
		for (int j = 0; j < ny; j++) {
			final int row = row(j, k), ym = wrapped(j - 1, k), yp = wrapped(j + 1, k), zm = wrapped(j, k - 1), zp = wrapped(j, k + 1);
			for (int i = 0; i < nx; i++) {
				final int c = row + i, m = code[c] & MATERIAL;
				if (m == 0) continue;
				if ((code[c] & REGULAR) == 0) r[c] = (float) -(exchange.outflow(i, j, k, m, x[c]) + outflow(i, j, k, x));
				else {
					final int mm = m << 4 | m;
					final double v = 2 * x[c];
					r[c] = (float) -(pair[0][mm] * (v - x[c - 1] - x[c + 1]) + pair[1][mm] * (v - x[ym + i] - x[yp + i])
						+ pair[2][mm] * (v - x[zm + i] - x[zp + i]));
				}
			}
		}
	}

	/** Current from a voxel to its neighbours, in double. */
	double outflow(final int i, final int j, final int k, final double[] x) {
		final double v = x[row(j, k) + i];
		double s = 0;
		for (int face = 0; face < 6; face++) {
			final float g = link(face >> 1, i, j, k, (face & 1) == 1);
			if (g != 0) s += g * (v - x[neighbour(face >> 1, i, j, k, (face & 1) == 1)]);
		}
		return s;
	}
}
