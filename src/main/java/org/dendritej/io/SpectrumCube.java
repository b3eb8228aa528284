// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.util.Arrays;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A map with a whole X-ray spectrum in each pixel, kept sparse: only channels with counts take memory (6 bytes each).
 */
public final class SpectrumCube {

	private final VoxelGrid grid;
	private final int channels;
	private final double offsetKeV;
	private final double gainKeV;
	private final short[][] channel;
	private final int[][] count;

	private SpectrumCube(final VoxelGrid grid, final int channels, final double offsetKeV, final double gainKeV,
		final short[][] channel, final int[][] count)
	{
		this.grid = grid;
		this.channels = channels;
		this.offsetKeV = offsetKeV;
		this.gainKeV = gainKeV;
		this.channel = channel;
		this.count = count;
	}

	/** Takes spectra one by one. */
	static final class Builder {

		private final VoxelGrid grid;
		private final int channels;
		private final short[][] channel;
		private final int[][] count;
		private final short[] someChannels;
		private final int[] someCounts;

		Builder(final VoxelGrid grid, final int channels) {
			if (channels < 1 || channels > 65536) throw new IllegalArgumentException("A spectrum of " + channels
				+ " channels cannot be read; 1 to 65536 are possible.");
			this.grid = grid;
			this.channels = channels;
			channel = new short[grid.planeSize()][];
			count = new int[grid.planeSize()][];
			someChannels = new short[channels];
			someCounts = new int[channels];
		}

		/** The spectrum of pixel x + nx y; values after the given channels are ignored. */
		void put(final int pixel, final int[] spectrum) {
			int n = 0;
			for (int c = 0; c < channels; c++) {
				if (spectrum[c] == 0) continue;
				someChannels[n] = (short) c;
				someCounts[n++] = spectrum[c];
			}
			channel[pixel] = Arrays.copyOf(someChannels, n);
			count[pixel] = Arrays.copyOf(someCounts, n);
		}

		SpectrumCube build(final double offsetKeV, final double gainKeV) {
			for (int i = 0; i < count.length; i++)
				if (count[i] == null) {
					channel[i] = new short[0];
					count[i] = new int[0];
				}
			return new SpectrumCube(grid, channels, offsetKeV, gainKeV, channel, count);
		}
	}

	/**
	 * Size and pixel edges.
	 *
	 * @return the map's grid, one slice
	 */
	public VoxelGrid grid() {
		return grid;
	}

	/**
	 * Channels of a spectrum.
	 *
	 * @return their number
	 */
	public int channels() {
		return channels;
	}

	/**
	 * Energy of channel 0.
	 *
	 * @return keV; NaN if the file does not say
	 */
	public double offsetKeV() {
		return offsetKeV;
	}

	/**
	 * Energy per channel.
	 *
	 * @return keV; NaN if the file does not say
	 */
	public double gainKeV() {
		return gainKeV;
	}

	/**
	 * The spectrum of the whole map.
	 *
	 * @return counts of each channel
	 */
	public long[] sumSpectrum() {
		final long[] sum = new long[channels];
		for (int i = 0; i < count.length; i++)
			for (int k = 0; k < count[i].length; k++)
				sum[channel[i][k] & 0xffff] += count[i][k];
		return sum;
	}

	/**
	 * Counts of a window in each pixel.
	 *
	 * @param first first channel, from 0
	 * @param last last channel
	 * @return a map of raw counts
	 * @throws IllegalArgumentException for channels outside the spectrum
	 */
	public FloatVolume window(final int first, final int last) {
		if (first < 0 || last >= channels || first > last) throw new IllegalArgumentException("Channels " + first + " to "
			+ last + " are not a window of a spectrum of " + channels + " channels; give 0 <= first <= last < " + channels
			+ ".");
		final float[] map = new float[count.length];
		for (int i = 0; i < map.length; i++) {
			long s = 0;
			for (int k = 0; k < count[i].length; k++) {
				final int c = channel[i][k] & 0xffff;
				if (c >= first && c <= last) s += count[i][k];
			}
			if (s > 1 << 24) throw new IllegalArgumentException("Pixel x=" + i % grid.nx() + ", y=" + i / grid.nx() + " holds "
				+ s + " counts in the window, more than a 32-bit float image keeps exactly (16777216); take a narrower window.");
			map[i] = s;
		}
		return FloatVolume.of(grid, new float[][] { map });
	}

	/**
	 * Counts of several windows added up: with side windows of equal weight these are the raw counts of an exact
	 * two-window test.
	 *
	 * @param windows first and last channel of each
	 * @return a map of raw counts
	 */
	public FloatVolume windows(final int[]... windows) {
		final float[] sum = new float[count.length];
		for (final int[] w : windows) {
			final float[] p = window(w[0], w[1]).plane(0);
			for (int i = 0; i < sum.length; i++)
				sum[i] += p[i];
		}
		return FloatVolume.of(grid, new float[][] { sum });
	}

	/**
	 * Background counts under a window on the straight line through two side windows; an expectation, not counts.
	 *
	 * @param left first and last channel of the lower side window
	 * @param leftWeight background counts for one count in it
	 * @param right first and last channel of the upper side window
	 * @param rightWeight background counts for one count in it
	 * @return expected counts in each pixel
	 */
	public FloatVolume sideBackground(final int[] left, final double leftWeight, final int[] right,
		final double rightWeight)
	{
		final float[] a = window(left[0], left[1]).plane(0);
		final float[] b = window(right[0], right[1]).plane(0);
		final float[] sum = new float[a.length];
		for (int i = 0; i < sum.length; i++)
			sum[i] = (float) (leftWeight * a[i] + rightWeight * b[i]);
		return FloatVolume.of(grid, new float[][] { sum });
	}
}
