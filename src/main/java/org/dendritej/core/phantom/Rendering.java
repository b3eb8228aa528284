// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Draws specimens as class images and grey stacks.
 * <p>
 * Cost: voxels far from any surface are filled in runs; cut voxels are sampled on a lattice (12 samples across the
 * thinnest body). What lies beyond the image is drawn too where the blur needs it, so the image has no border artefacts.
 * Results are identical for any number of threads.
 */
public final class Rendering {

	/** Values of one slab that are held at a time (float), to bound the memory. */
	private static final int SLAB_VALUES = 8_000_000;

	private Rendering() {}

	/**
	 * The class image: a voxel has the class of its centre; where bodies overlap, outside wins over lithium, lithium over
	 * pores, pores over cracks.
	 *
	 * @param specimen what to draw
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return classes 0 to 4, in memory
	 */
	public static ByteVolume classes(final Specimen specimen, final int threads, final Progress progress) {
		final VoxelGrid g = specimen.grid();
		final byte[][] planes = new byte[g.nz()][];
		Slabs.forEach(g.nz(), threads, progress, "drawing classes", z -> {
			planes[z] = new byte[g.planeSize()];
			new SliceSweep(specimen.bodies(), g, z).classes(planes[z]);
		});
		return ByteVolume.of(g, planes);
	}

	/**
	 * The grey stack in 8 bits, rounded and cut at 0 and 255.
	 *
	 * @param specimen what to draw
	 * @param options levels, blur and noise
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return grey values, in memory
	 */
	public static ByteVolume grey8(final Specimen specimen, final GreyOptions options, final int threads,
		final Progress progress)
	{
		final byte[][] planes = new byte[specimen.grid().nz()][];
		slices(specimen, options, threads, progress, (z, values) -> planes[z] = toBytes(values));
		return ByteVolume.of(specimen.grid(), planes);
	}

	/**
	 * The grey stack in 16 bits (unsigned), rounded and cut at 0 and 65535.
	 *
	 * @param specimen what to draw
	 * @param options levels, blur and noise
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return nz slices of nx ny values
	 */
	public static short[][] grey16(final Specimen specimen, final GreyOptions options, final int threads,
		final Progress progress)
	{
		final short[][] planes = new short[specimen.grid().nz()][];
		slices(specimen, options, threads, progress, (z, values) -> planes[z] = toShorts(values));
		return planes;
	}

	/**
	 * The grey stack without rounding.
	 *
	 * @param specimen what to draw
	 * @param options levels, blur and noise
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return grey values, in memory
	 */
	public static FloatVolume greyFloat(final Specimen specimen, final GreyOptions options, final int threads,
		final Progress progress)
	{
		final float[][] planes = new float[specimen.grid().nz()][];
		slices(specimen, options, threads, progress, (z, values) -> planes[z] = values);
		return FloatVolume.of(specimen.grid(), planes);
	}

	/** Takes a finished slice. */
	private interface Sink {

		void take(int z, float[] values);
	}

	private static void slices(final Specimen specimen, final GreyOptions o, final int threads, final Progress progress,
		final Sink sink)
	{
		final VoxelGrid g = specimen.grid();
		final float[] kx = Blur.kernel(o.blurUm().x() / g.dxUm()), ky = Blur.kernel(o.blurUm().y() / g.dyUm());
		final float[] kz = Blur.kernel(o.blurUm().z() / g.dzUm());
		final int px = kx.length - 1, py = ky.length - 1, pz = kz.length - 1;
		final int padded = Math.multiplyExact(g.nx() + 2 * px, g.ny() + 2 * py);
		final int height = Math.max(2, Math.min(32, SLAB_VALUES / padded - 2 * pz));
		final var slabs = Slabs.cut(g.nz(), height);
		Slabs.forEach(slabs.size(), threads, progress, "drawing grey values", s -> {
			final int z0 = slabs.get(s).z0(), n = slabs.get(s).z1() - z0;
			final float[][] raw = new float[n + 2 * pz][];
			final float[] scratch = new float[px + py > 0 ? padded : 0];
			for (int k = 0; k < raw.length; k++) {
				progress.check();
				raw[k] = new float[padded];
				new SliceSweep(specimen.bodies(), g, z0 + k - pz).grey(o.levels(), px, py, raw[k]);
				if (px + py > 0) Blur.plane(raw[k], g.nx() + 2 * px, g.ny() + 2 * py, kx, ky, scratch);
			}
			for (int k = 0; k < n; k++) {
				final float[] values = across(raw, k + pz, kz, g, px, py);
				noise(values, o, z0 + k);
				sink.take(z0 + k, values);
			}
		});
	}

	/** Blurs across slices and cuts the margin off. */
	private static float[] across(final float[][] raw, final int at, final float[] kz, final VoxelGrid g, final int px,
		final int py)
	{
		final int nx = g.nx(), w = nx + 2 * px;
		final float[] out = new float[g.planeSize()];
		for (int j = 0; j < g.ny(); j++) {
			final int from = (j + py) * w + px, to = j * nx;
			for (int i = 0; i < nx; i++)
				out[to + i] = kz[0] * raw[at][from + i];
			for (int k = 1; k < kz.length; k++) {
				final float f = kz[k];
				final float[] a = raw[at - k], b = raw[at + k];
				for (int i = 0; i < nx; i++)
					out[to + i] += f * (a[from + i] + b[from + i]);
			}
		}
		return out;
	}

	private static void noise(final float[] values, final GreyOptions o, final int z) {
		if (o.noise() == 0 && o.countsPerGrey() == 0) return;
		final Dice dice = new Dice(o.seed(), z);
		final double c = o.countsPerGrey(), sd = o.noise();
		for (int i = 0; i < values.length; i++) {
			double v = values[i];
			if (c > 0) v = dice.poisson(v * c) / c;
			if (sd > 0) v += sd * dice.gauss();
			values[i] = (float) v;
		}
	}

	static byte[] toBytes(final float[] values) {
		final byte[] out = new byte[values.length];
		for (int i = 0; i < out.length; i++)
			out[i] = (byte) Math.max(0, Math.min(255, (int) (values[i] + 0.5f)));
		return out;
	}

	static short[] toShorts(final float[] values) {
		final short[] out = new short[values.length];
		for (int i = 0; i < out.length; i++)
			out[i] = (short) Math.max(0, Math.min(65535, (int) (values[i] + 0.5f)));
		return out;
	}
}
