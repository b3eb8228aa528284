// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

/** A grid of aggregates with stored conductances. */
final class CoarseLevel extends Level {

	/** Whether (1) or not (0) cells were paired along x, y, z when this level was made from the finer one. */
	final int[] shift;
	/** Conductance to the next cell along x, y, z. */
	final float[] linkX, linkY, linkZ;
	final float[] x, b;

	CoarseLevel(final int nx, final int ny, final int nz, final boolean[] periodic, final double[] edge, final int[] shift) {
		super(nx, ny, nz, periodic, edge);
		this.shift = shift;
		final int n = cells();
		ground = new float[n];
		linkX = new float[n];
		linkY = new float[n];
		linkZ = new float[n];
		x = new float[n];
		b = new float[n];
	}

	float[] links(final int axis) {
		return axis == 0 ? linkX : axis == 1 ? linkY : linkZ;
	}

	@Override
	void linkRow(final int axis, final int j, final int k, final float[] out) {
		System.arraycopy(links(axis), row(j, k), out, 0, nx);
	}

	@Override
	void begin(final int k, final int colour, final float[] to, final float[] rhs) {
		for (int j = 0; j < ny; j++) {
			final int r = row(j, k), ym = wrapped(j - 1, k), zm = wrapped(j, k - 1);
			for (int i = 0; i < nx; i++) {
				final int c = r + i;
				if (((i + j + k) & 1) != colour) {
					to[c] = 0;
					continue;
				}
				final float diag = ground[c] + linkX[c] + linkX[i == 0 ? r + nx - 1 : c - 1] + linkY[c] + linkY[ym + i] + linkZ[c]
					+ linkZ[zm + i];
				to[c] = diag > 0 ? rhs[c] / diag : 0;
			}
		}
	}

	@Override
	void relax(final int k, final int colour, final float[] v, final float[] rhs) {
		for (int j = 0; j < ny; j++) {
			final int r = row(j, k), ym = wrapped(j - 1, k), yp = wrapped(j + 1, k), zm = wrapped(j, k - 1), zp = wrapped(j, k + 1);
			for (int i = (j + k + colour) & 1; i < nx; i += 2) {
				final int c = r + i;
				final int left = i == 0 ? r + nx - 1 : c - 1, right = i == nx - 1 ? r : c + 1;
				final float gl = linkX[left], gr = linkX[c], gb = linkY[ym + i], gf = linkY[c], gd = linkZ[zm + i], gu = linkZ[c];
				final float diag = ground[c] + gl + gr + gb + gf + gd + gu;
				final float s = rhs[c] + gl * v[left] + gr * v[right] + gb * v[ym + i] + gf * v[yp + i] + gd * v[zm + i] + gu * v[zp + i];
				v[c] = diag > 0 ? s / diag : 0;
			}
		}
	}

	@Override
	void addResidual(final int j, final int k, final int colour, final float[] v, final float[] rhs, final float[] to,
		final int toRow, final int shiftX)
	{
		final int r = row(j, k), ym = wrapped(j - 1, k), yp = wrapped(j + 1, k), zm = wrapped(j, k - 1), zp = wrapped(j, k + 1);
		final int step = colour < 0 ? 1 : 2;
		for (int i = colour < 0 ? 0 : (j + k + colour) & 1; i < nx; i += step) {
			final int c = r + i;
			final int left = i == 0 ? r + nx - 1 : c - 1, right = i == nx - 1 ? r : c + 1;
			final float u = v[c];
			to[toRow + (i >> shiftX)] += rhs[c] - (ground[c] * u + linkX[left] * (u - v[left]) + linkX[c] * (u - v[right])
				+ linkY[ym + i] * (u - v[ym + i]) + linkY[c] * (u - v[yp + i]) + linkZ[zm + i] * (u - v[zm + i]) + linkZ[c] * (u - v[zp + i]));
		}
	}
}
