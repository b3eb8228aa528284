// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Random;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * Grey images of a flat slit of known width: every voxel is the mean of the blurred slit over its box, exactly, plus noise.
 * For a flat slit that mean depends only on the distance along the normal: the slit's profile convolved with the blur
 * and with the three edges of the box seen along the normal; the table below is that convolution.
 */
final class SlitPhantom {

	static final double MATRIX = 180;
	static final double VOID = 40;

	private static final int PER_UNIT = 400;

	private SlitPhantom() {}

	/** Image of n x n x nz voxels with a slit through its middle; lengths in um, noise in grey values. */
	static FloatVolume image(final VoxelGrid g, final Vec3 normal, final double offset, final double width,
		final double psf, final double noise, final Random random)
	{
		final double unit = g.finestEdgeUm();
		final double reach = width / 2 + 5 * psf + 2 * Math.max(g.dzUm(), Math.max(g.dxUm(), g.dyUm())) + unit;
		final int half = (int) Math.ceil(reach / unit * PER_UNIT);
		final double[] share = table(half, unit, g, normal, width, psf);
		final Vec3 middle = middle(g);
		final float[][] planes = new float[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < g.planeSize(); i++) {
				final double d = g.centreUm(i % g.nx(), i / g.nx(), z).minus(middle).dot(normal) - offset;
				final double at = d / unit * PER_UNIT + half;
				final int k = (int) Math.floor(at);
				final double f = k < 0 || k >= 2 * half ? 0 : share[k] + (at - k) * (share[k + 1] - share[k]);
				planes[z][i] = (float) (MATRIX + (VOID - MATRIX) * f + noise * random.nextGaussian());
			}
		return FloatVolume.of(g, planes);
	}

	static Vec3 middle(final VoxelGrid g) {
		return g.centreUm((g.nx() - 1) / 2.0, (g.ny() - 1) / 2.0, (g.nz() - 1) / 2.0);
	}

	/** Slit with Gaussian walls in closed form, then three running means by prefix sums. */
	private static double[] table(final int half, final double unit, final VoxelGrid g, final Vec3 n, final double width,
		final double psf)
	{
		double[] f = new double[2 * half + 1];
		for (int i = 0; i < f.length; i++) {
			final double s = (i - half) * unit / PER_UNIT, k = 1 / (Math.sqrt(2) * psf);
			f[i] = 0.5 * org.apache.commons.math3.special.Erf.erf((s - width / 2) * k, (s + width / 2) * k);
		}
		for (final double edge : new double[] { Math.abs(n.x()) * g.dxUm(), Math.abs(n.y()) * g.dyUm(), Math.abs(n.z()) *
			g.dzUm() })
			f = runningMean(f, edge / unit * PER_UNIT);
		return f;
	}

	/** Mean over a window of any (also fractional) length, by the integral of the straight-line interpolation. */
	private static double[] runningMean(final double[] f, final double length) {
		if (length < 1e-6) return f;
		final double[] sum = new double[f.length];
		for (int i = 1; i < f.length; i++)
			sum[i] = sum[i - 1] + 0.5 * (f[i] + f[i - 1]);
		final double[] out = new double[f.length];
		for (int i = 0; i < f.length; i++)
			out[i] = (integral(f, sum, i + length / 2) - integral(f, sum, i - length / 2)) / length;
		return out;
	}

	private static double integral(final double[] f, final double[] sum, final double at) {
		if (at <= 0) return 0;
		if (at >= f.length - 1) return sum[f.length - 1];
		final int i = (int) at;
		final double t = at - i;
		return sum[i] + t * f[i] + 0.5 * t * t * (f[i + 1] - f[i]);
	}
}
