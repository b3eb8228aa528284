// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.record.Spallation;

/**
 * How many spallations there are on how much surface, how large they are, and how far from the electrode's edge.
 * <p>
 * A rim that the image cuts has weight 0; a whole one counts as the image area over the area in which a box of its size
 * lies whole (Miles and Lantuejoul), so that large rims, which are cut more often, are not undercounted.
 */
public final class Population {

	private Population() {}

	/**
	 * A number density.
	 *
	 * @param whole rims that count
	 * @param cut rims that the border cuts
	 * @param areaMm2 area looked at, mm2
	 * @param perMm2 weighted rims per mm2 with interval
	 */
	public record Density(int whole, int cut, double areaMm2, PoissonInterval perMm2) {}

	/**
	 * Density in a range.
	 *
	 * @param from lower end (diameter or distance), um
	 * @param to upper end, um
	 * @param density the density; its area is that of the range for distances, of everything for diameters
	 */
	public record Bin(double from, double to, Density density) {}

	/**
	 * Weighted quantiles and moments of the diameters.
	 *
	 * @param count rims that count
	 * @param meanUm weighted mean, um
	 * @param sdUm weighted standard deviation, um
	 * @param p05Um 5 % quantile, um
	 * @param medianUm median, um
	 * @param p95Um 95 % quantile, um
	 * @param largestUm largest, um
	 */
	public record Sizes(int count, double meanUm, double sdUm, double p05Um, double medianUm, double p95Um,
		double largestUm)
	{}

	/**
	 * Number per mm2.
	 *
	 * @param rims measured rims
	 * @param areaUm2 area looked at, um2
	 * @param confidence of the interval, such as 0.95
	 * @return the density
	 * @throws IllegalArgumentException without an area
	 */
	public static Density density(final List<Spallation> rims, final double areaUm2, final double confidence) {
		if (!(areaUm2 > 0)) throw new IllegalArgumentException("An area of " + areaUm2
			+ " um2 has no density; give the area that was looked at.");
		double sum = 0, squares = 0, largest = 1;
		int whole = 0;
		for (final Spallation s : rims) {
			final double w = weight(s);
			if (w == 0) continue;
			whole++;
			sum += w;
			squares += w * w;
			largest = Math.max(largest, w);
		}
		final double mm2 = areaUm2 * 1e-6;
		return new Density(whole, rims.size() - whole, mm2, PoissonInterval.of(sum, squares, largest, confidence).over(
			mm2));
	}

	private static double weight(final Spallation s) {
		return Double.isNaN(s.samplingWeight()) ? 1 : s.samplingWeight();
	}

	/**
	 * Diameters of the rims that count.
	 *
	 * @param rims measured rims
	 * @return the sizes; NaN without rims
	 */
	public static Sizes sizes(final List<Spallation> rims) {
		final double[][] dw = rims.stream().filter(s -> weight(s) > 0).map(s -> new double[] { s.diameterUm(), weight(
			s) }).sorted((a, b) -> Double.compare(a[0], b[0])).toArray(double[][]::new);
		double w = 0, m = 0, v = 0;
		for (final double[] d : dw) {
			w += d[1];
			m += d[0] * d[1];
		}
		m /= w;
		for (final double[] d : dw)
			v += d[1] * (d[0] - m) * (d[0] - m);
		final int n = dw.length;
		return new Sizes(n, m, n > 1 ? Math.sqrt(v / w * n / (n - 1)) : Double.NaN, quantile(dw, w, 0.05), quantile(dw, w,
			0.5), quantile(dw, w, 0.95), n == 0 ? Double.NaN : dw[n - 1][0]);
	}

	/** Linear between the midpoints of the weights. */
	private static double quantile(final double[][] dw, final double total, final double p) {
		if (dw.length == 0) return Double.NaN;
		double before = Double.NaN, value = Double.NaN, sum = 0;
		for (final double[] d : dw) {
			final double at = (sum + d[1] / 2) / total;
			if (at >= p) return Double.isNaN(before) ? d[0] : value + (p - before) / (at - before) * (d[0] - value);
			before = at;
			value = d[0];
			sum += d[1];
		}
		return value;
	}

	/**
	 * Density by diameter.
	 *
	 * @param rims measured rims
	 * @param areaUm2 area looked at, um2
	 * @param edgesUm ends of the classes, rising, um
	 * @param confidence of each interval
	 * @return one density for each class
	 */
	public static List<Bin> bySize(final List<Spallation> rims, final double areaUm2, final double[] edgesUm,
		final double confidence)
	{
		final List<Bin> out = new ArrayList<>();
		for (int i = 0; i + 1 < edgesUm.length; i++) {
			final double a = edgesUm[i], b = edgesUm[i + 1];
			out.add(new Bin(a, b, density(rims.stream().filter(s -> s.diameterUm() >= a && s.diameterUm() < b).toList(),
				areaUm2, confidence)));
		}
		return out;
	}

	/**
	 * Density by distance to the electrode's edge. The area of each band is that part of the image which lies so far inside
	 * the outline, counted on a grid of 400 points along the longer side; so neither the outline's shape nor the image's
	 * border biases it.
	 *
	 * @param rims measured rims with their edge distances
	 * @param electrode the outline, um on the image
	 * @param widthUm width of the image, um
	 * @param heightUm height of the image, um
	 * @param edgesUm ends of the bands, rising, um
	 * @param confidence of each interval
	 * @return one density for each band that has an area
	 */
	public static List<Bin> byEdgeDistance(final List<Spallation> rims, final Outline electrode, final double widthUm,
		final double heightUm, final double[] edgesUm, final double confidence)
	{
		final double step = Math.max(widthUm, heightUm) / 400;
		final int nx = Math.max(1, (int) Math.round(widthUm / step)), ny = Math.max(1, (int) Math.round(heightUm / step));
		final long[] n = new long[edgesUm.length];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				final int b = band(edgesUm, electrode.depthUm((x + 0.5) * widthUm / nx, (y + 0.5) * heightUm / ny));
				if (b >= 0) n[b]++;
			}
		final List<Bin> out = new ArrayList<>();
		for (int i = 0; i + 1 < edgesUm.length; i++) {
			final int b = i;
			if (n[b] > 0) out.add(new Bin(edgesUm[b], edgesUm[b + 1], density(rims.stream().filter(s -> band(edgesUm, s
				.edgeDistanceUm()) == b).toList(), widthUm * heightUm * n[b] / (nx * (double) ny), confidence)));
		}
		return out;
	}

	private static int band(final double[] edges, final double d) {
		if (Double.isNaN(d) || d < edges[0]) return -1;
		final int i = Arrays.binarySearch(edges, d);
		final int b = i >= 0 ? i : -i - 2;
		return b < edges.length - 1 ? b : -1;
	}
}
