// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Turns recorded slices into the prepared stack, slice by slice: stripes and shading off, grey levels evened, moved into
 * place, noise off, cut to what every slice shows. Memory: the result and a few slices per thread.
 */
public final class PreparedStack {

	private PreparedStack() {}

	/**
	 * What to do to the grey values.
	 *
	 * @param stripeLengthPx shortest stripe that is taken off, pixels (standard deviation of the mean along y); 0: none
	 * @param shading whether to take off shading and even the grey of the solid out
	 * @param denoise strength of the noise filter, see {@link Denoise}; 0: none
	 */
	public record Cleaning(double stripeLengthPx, boolean shading, double denoise) {

		/** Widest stripe, pixels. */
		static final double STRIPE_WIDTH = 32;

		/** The same for slices that are averaged over squares of pixels. */
		Cleaning binned(final int edge) {
			return edge == 1 ? this : new Cleaning(stripeLengthPx == 0 ? 0 : Math.max(1, stripeLengthPx / edge), shading, denoise);
		}

		/** Checks the numbers. */
		public Cleaning {
			if (!(stripeLengthPx >= 0) || stripeLengthPx > 1e6) throw new IllegalArgumentException("stripelength=" + stripeLengthPx
				+ " is not a length in pixels; give 1 to 1000000, or destripe=false.");
			if (!(denoise >= 0) || denoise > 100) throw new IllegalArgumentException("denoise=" + denoise
				+ " is not a strength; give 0 (none) to 100, 2 to 3 is usual.");
		}
	}

	/**
	 * The stack without stripes and shading, worked out when a slice is asked for.
	 *
	 * @param grey as recorded
	 * @param c what to do
	 * @return a view; the recorded slices are not changed
	 */
	public static FloatVolume cleaned(final FloatVolume grey, final Cleaning c) {
		final VoxelGrid g = grey.grid();
		return FloatVolume.of(g, z -> {
			if (c.stripeLengthPx() == 0 && !c.shading()) return grey.plane(z);
			final float[] p = grey.plane(z).clone();
			if (c.stripeLengthPx() > 0) {
				final float[] s = Stripes.of(p, g.nx(), g.ny(), c.stripeLengthPx(), Cleaning.STRIPE_WIDTH);
				for (int i = 0; i < p.length; i++)
					p[i] -= s[i];
			}
			if (c.shading()) GreyDrift.flatten(p, g.nx(), g.ny());
			return p;
		});
	}

	/**
	 * Finds where the slices lie and, with shading taken off, the gain of each. Large slices are averaged over squares of
	 * pixels until they hold no more than 0.6 million, which costs a few hundredths of a pixel and saves most of the time.
	 *
	 * @param grey as recorded
	 * @param c what is done to the grey values before slices are compared
	 * @param o how to align
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return the alignment in pixels of the recorded stack
	 */
	public static Alignment aligned(final FloatVolume grey, final Cleaning c, final AlignOptions o, final int threads, final Progress progress) {
		final VoxelGrid g = grey.grid();
		final int edge = o.coarsest(Binned.edge(g));
		if (o.hasFiducial()) new PairShift(g.nx(), g.ny(), o);
		final FloatVolume clean = Kept.of(cleaned(Binned.of(grey, edge), c.binned(edge)), threads, progress.part(0, 0.3));
		final Alignment a = SliceAlignment.align(clean, o.binned(edge), threads, progress.part(0.3, 0.9)).scaled(edge);
		return c.shading() ? a.with(evened(clean, a.moves(), threads, progress.part(0.9, 1))) : a;
	}

	/**
	 * Gives every slice the gain that brings its solid to the median grey of all slices' solid.
	 *
	 * @param cleaned the stack without stripes and shading
	 * @param moves the transforms so far
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return the same transforms with gains; blank slices keep theirs
	 */
	public static List<SliceMove> evened(final FloatVolume cleaned, final List<SliceMove> moves, final int threads, final Progress progress) {
		final VoxelGrid g = cleaned.grid();
		final double[] level = new double[g.nz()];
		Slabs.forEach(g.nz(), threads, progress, "Evening grey levels", z -> level[z] = moves.get(z).fault().contains("blank") ? Double.NaN : GreyDrift
			.solid(cleaned.plane(z), g.nx(), g.ny()));
		final double[] known = Arrays.stream(level).filter(v -> v > 0).sorted().toArray();
		if (known.length == 0) return moves;
		final double usual = known[known.length / 2];
		return IntStream.range(0, g.nz()).mapToObj(z -> {
			final SliceMove m = moves.get(z);
			return level[z] > 0 ? m.withGain(usual / level[z]) : m;
		}).toList();
	}

	/**
	 * The columns and rows that every slice shows once moved.
	 *
	 * @param grid of the recorded stack
	 * @param moves the transforms
	 * @return x, y, width, height in pixels
	 * @throws IllegalArgumentException if the slices share less than 8 x 8 pixels
	 */
	public static int[] common(final VoxelGrid grid, final List<SliceMove> moves) {
		double left = 0, right = 0, top = 0, bottom = 0;
		for (final SliceMove m : moves) {
			final double[] reach = m.linear().reachPx(grid.nx(), grid.ny());
			left = Math.max(left, reach[0] - m.dxPx());
			right = Math.max(right, reach[0] + m.dxPx());
			top = Math.max(top, reach[1] - m.dyPx());
			bottom = Math.max(bottom, reach[1] + m.dyPx());
		}
		final int x = (int) Math.ceil(left), y = (int) Math.ceil(top);
		final int w = grid.nx() - x - (int) Math.ceil(right), h = grid.ny() - y - (int) Math.ceil(bottom);
		if (w < 8 || h < 8) throw new IllegalArgumentException("The slices drift by up to " + Math.round(left + right) + " x " + Math.round(top + bottom)
			+ " pixels and share too little to be cut to a common field; use crop=false, a shorter stack, or check the order of the slices.");
		return new int[] { x, y, w, h };
	}

	/**
	 * The slices in place.
	 *
	 * @param cleaned the stack without stripes and shading
	 * @param moves one transform per slice
	 * @param field x, y, width, height of what is kept, pixels
	 * @param denoise strength of the noise filter; 0: none
	 * @param bits 8, 16 or 32: rounded and cut to the range, or floats
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return byte[], short[] or float[] of every slice
	 */
	public static Object[] planes(final FloatVolume cleaned, final List<SliceMove> moves, final int[] field, final double denoise, final int bits,
		final int threads, final Progress progress)
	{
		final VoxelGrid g = cleaned.grid();
		if (moves.size() != g.nz()) throw new IllegalArgumentException("There are " + moves.size() + " transforms for " + g.nz()
			+ " slices; use the file that was written for this stack.");
		final VoxelGrid cut = new VoxelGrid(field[2], field[3], g.nz(), g.dxUm(), g.dyUm(), g.dzUm(), g.originUm());
		final Object[] out = new Object[g.nz()];
		final List<Slabs.Slab> slabs = Slabs.cut(g.nz(), denoise > 0 ? 12 : 1);
		Slabs.forEach(slabs.size(), threads, progress, "Moving slices into place", s -> {
			float[] below = null, at = placed(cleaned, moves, field, slabs.get(s).z0());
			if (denoise > 0 && slabs.get(s).z0() > 0) below = placed(cleaned, moves, field, slabs.get(s).z0() - 1);
			for (int z = slabs.get(s).z0(); z < slabs.get(s).z1(); z++) {
				progress.check();
				final boolean next = denoise > 0 ? z + 1 < g.nz() : z + 1 < slabs.get(s).z1();
				final float[] above = next ? placed(cleaned, moves, field, z + 1) : null;
				final float[] p = denoise == 0 ? at : Denoise.slice(below == null ? at : below, at, above == null ? at : above, cut, Denoise.noise(at, field[2],
					field[3]), denoise);
				out[z] = quantised(p, bits);
				below = at;
				at = above;
			}
		});
		return out;
	}

	private static float[] placed(final FloatVolume v, final List<SliceMove> moves, final int[] field, final int z) {
		final SliceMove m = moves.get(z);
		final int nx = v.grid().nx();
		float[] p = v.plane(z);
		if (m.dxPx() != 0 || m.dyPx() != 0 || !m.linear().isNone()) p = m.linear().restored(p, nx, v.grid().ny(), m.dxPx(), m.dyPx());
		final float[] out = new float[field[2] * field[3]];
		for (int y = 0; y < field[3]; y++)
			System.arraycopy(p, (y + field[1]) * nx + field[0], out, y * field[2], field[2]);
		if (m.gain() != 1 || m.offset() != 0) for (int i = 0; i < out.length; i++)
			out[i] = (float) (out[i] * m.gain() + m.offset());
		return out;
	}

	private static Object quantised(final float[] p, final int bits) {
		if (bits == 32) return p;
		final byte[] b = new byte[bits == 8 ? p.length : 0];
		final short[] s = new short[bits == 8 ? 0 : p.length];
		for (int i = 0; i < p.length; i++) {
			final int v = (int) Math.max(0, Math.min(bits == 8 ? 255 : 65535, Math.rint(p[i])));
			if (bits == 8) b[i] = (byte) v;
			else s[i] = (short) v;
		}
		return bits == 8 ? b : s;
	}
}
