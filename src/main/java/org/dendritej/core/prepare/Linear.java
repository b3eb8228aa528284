// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * Rotation, stretch and shear of a slice about its middle, less the identity: what belongs at m + v from the middle m of the
 * slice lies at m + (v_x + xx v_x + xy v_y, v_y + yx v_x + yy v_y).
 *
 * @param xx stretch along x; 0: none
 * @param xy columns per row
 * @param yx rows per column
 * @param yy stretch along y; 0: none
 */
public record Linear(double xx, double xy, double yx, double yy) {

	/** A slice that is neither turned nor stretched. */
	public static final Linear NONE = new Linear(0, 0, 0, 0);
	private static final double MOST = 0.5;

	/** Checks that a slice can be restored. */
	public Linear {
		if (!(Math.abs(xx) <= MOST && Math.abs(xy) <= MOST && Math.abs(yx) <= MOST && Math.abs(yy) <= MOST)) throw new IllegalArgumentException(
			"A slice that is turned or stretched by xx " + xx + ", xy " + xy + ", yx " + yx + ", yy " + yy + " cannot be restored; the four must lie within -"
				+ MOST + " to " + MOST + ".");
	}

	/**
	 * Whether nothing is to be done.
	 *
	 * @return true for the identity
	 */
	public boolean isNone() {
		return xx == 0 && xy == 0 && yx == 0 && yy == 0;
	}

	/**
	 * Largest motion of a corner that it stands for.
	 *
	 * @param nx columns
	 * @param ny rows
	 * @return pixels along x and along y
	 */
	double[] reachPx(final int nx, final int ny) {
		return new double[] { 0.5 * (Math.abs(xx) * nx + Math.abs(xy) * ny), 0.5 * (Math.abs(yx) * nx + Math.abs(yy) * ny) };
	}

	/** This one, then another on what it gives. */
	Linear then(final Linear o) {
		return new Linear((1 + xx) * (1 + o.xx) + xy * o.yx - 1, (1 + xx) * o.xy + xy * (1 + o.yy), yx * (1 + o.xx) + (1 + yy) * o.yx, yx * o.xy + (1 + yy)
			* (1 + o.yy) - 1);
	}

	/** Where a motion that was measured on the restored slice lies in the recorded one. */
	double[] recorded(final double dx, final double dy) {
		return new double[] { (1 + xx) * dx + xy * dy, yx * dx + (1 + yy) * dy };
	}

	/**
	 * The slice turned back and moved, by cubic convolution along both axes; the border pixel is repeated.
	 *
	 * @param in nx ny values
	 * @param nx columns
	 * @param ny rows
	 * @param dx the middle of the result takes the value at the middle plus dx, pixels
	 * @param dy the same for rows
	 * @return new values
	 */
	float[] restored(final float[] in, final int nx, final int ny, final double dx, final double dy) {
		if (isNone()) return Translation.of(in, nx, ny, dx, dy);
		final float[] out = new float[in.length];
		final double mx = 0.5 * (nx - 1), my = 0.5 * (ny - 1);
		final float[] kx = new float[4], ky = new float[4];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				final double sx = x + dx + xx * (x - mx) + xy * (y - my), sy = y + dy + yx * (x - mx) + yy * (y - my);
				final int ox = (int) Math.floor(sx), oy = (int) Math.floor(sy);
				Translation.kernel(sx - ox, kx);
				Translation.kernel(sy - oy, ky);
				float s = 0;
				for (int v = 0; v < 4; v++) {
					final int row = Translation.clip(oy + v - 1, ny) * nx;
					float line = 0;
					for (int u = 0; u < 4; u++)
						line += kx[u] * in[row + Translation.clip(ox + u - 1, nx)];
					s += ky[v] * line;
				}
				out[y * nx + x] = s;
			}
		return out;
	}
}
