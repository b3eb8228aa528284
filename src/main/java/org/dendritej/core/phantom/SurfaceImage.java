// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * A secondary-electron-like image of an electrolyte surface with spallation rims of known place, size and closure.
 * <p>
 * The tilt is the angle between beam and surface: a length l along y on the surface covers {@code l sin(tilt)} in the
 * image (52 degrees: true = image x 1.2690, as in Siniscalchi et al., doi:10.1039/d3ee03916a). Rows are made
 * independently from their own random streams, so threads change nothing.
 *
 * @param nx columns
 * @param ny rows
 * @param pixelUm edge of the square pixels as recorded, um
 * @param tiltDeg angle whose sine foreshortens the rows, above 0 to 90; 90 = seen from above
 * @param level grey of the surface
 * @param slopeX change of grey across the whole width (charging), grey levels
 * @param slopeY change of grey over the whole height, grey levels
 * @param texture standard deviation of the surface's own texture, grey levels
 * @param textureUm correlation length of the texture (standard deviation of its blur), um
 * @param noise standard deviation of the noise of single pixels, grey levels
 * @param seed seed of texture, noise and serration
 * @param rims the rims
 */
public record SurfaceImage(int nx, int ny, double pixelUm, double tiltDeg, double level, double slopeX, double slopeY,
	double texture, double textureUm, double noise, long seed, List<RimSpec> rims)
{

	/** Angles at which a serrated rim is tabulated. */
	private static final int ANGLES = 4096;

	/** Keeps a copy and checks it. */
	public SurfaceImage {
		rims = List.copyOf(rims);
		Lengths.within("The image width", nx, 1, 1_000_000);
		Lengths.within("The image height", ny, 1, 1_000_000);
		if ((long) nx * ny > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("An image of " + nx + " x " + ny
			+ " pixels is larger than " + (Integer.MAX_VALUE - 8) + " pixels; make it in tiles.");
		Lengths.positive("The pixel size", pixelUm);
		if (!(tiltDeg > 0 && tiltDeg <= 90)) throw new IllegalArgumentException("The tilt is " + tiltDeg
			+ " degrees; it must lie above 0 and up to 90 (seen from above).");
		Lengths.within("The grey level of the surface", level, 0, 65535);
		Lengths.within("The texture (grey levels)", texture, 0, 65535);
		Lengths.within("The correlation length of the texture (um)", textureUm, 0, 1e4);
		Lengths.within("The noise (grey levels)", noise, 0, 65535);
	}

	/** Sine of the tilt; exactly 1 when seen from above. */
	private double foreshortening() {
		return tiltDeg == 90 ? 1 : Math.sin(Math.toRadians(tiltDeg));
	}

	/**
	 * What is true of the rims.
	 *
	 * @return one row per rim
	 */
	public List<RimTruth> truth() {
		final List<RimTruth> rows = new ArrayList<>();
		for (int i = 0; i < rims.size(); i++) {
			final RimSpec r = rims.get(i);
			final double area = Math.PI * r.radiusUm() * r.radiusUm() * (1 + r.serration() * r.serration());
			final double x = r.xUm() / pixelUm, y = r.yUm() * foreshortening() / pixelUm;
			final double reach = r.radiusUm() * (1 + 2 * r.serration()) / pixelUm, reachY = reach * foreshortening();
			rows.add(new RimTruth(i + 1, r.xUm(), r.yUm(), x, y, 2 * Math.sqrt(area / Math.PI), area, r.closure(), r
				.serration(), r.polarity(), r.contrast() / Math.hypot(noise, texture), x < reach || y < reachY || x + reach > nx
					|| y + reachY > ny));
		}
		return rows;
	}

	/**
	 * The image without rounding.
	 *
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return nx ny values, index x + nx y
	 */
	public float[] floats(final int threads, final Progress progress) {
		final float[] out = new float[nx * ny];
		if (texture > 0) textured(out, threads, progress.part(0, 0.5));
		final List<float[]> outlines = new ArrayList<>();
		for (int i = 0; i < rims.size(); i++)
			outlines.add(outline(rims.get(i), new Dice(seed, -1 - i)));
		final int tile = 64;
		Slabs.forEach((ny + tile - 1) / tile, threads, progress.part(0.5, 1), "drawing the surface", t -> {
			for (int y = t * tile; y < Math.min(ny, (t + 1) * tile); y++) {
				background(out, y);
				for (int i = 0; i < rims.size(); i++)
					rimRow(out, y, rims.get(i), outlines.get(i));
				if (noise > 0) {
					final Dice dice = new Dice(seed, y);
					for (int x = 0; x < nx; x++)
						out[y * nx + x] += (float) (noise * dice.gauss());
				}
			}
		});
		return out;
	}

	/**
	 * The image in 8 bits, rounded and cut at 0 and 255.
	 *
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return nx ny values
	 */
	public byte[] bytes(final int threads, final Progress progress) {
		return Rendering.toBytes(floats(threads, progress));
	}

	private void background(final float[] out, final int y) {
		final double row = level + slopeY * ((y + 0.5) / ny - 0.5);
		for (int x = 0; x < nx; x++)
			out[y * nx + x] += (float) (row + slopeX * ((x + 0.5) / nx - 0.5));
	}

	/** White noise, blurred in both directions and scaled back to the wanted spread. */
	private void textured(final float[] out, final int threads, final Progress progress) {
		final float[] k = Blur.kernel(textureUm / pixelUm);
		final int r = k.length - 1;
		double square = k[0] * k[0];
		for (int i = 1; i <= r; i++)
			square += 2 * k[i] * k[i];
		// the blur leaves sum(k^2)^2 of the variance of white noise
		final double gain = texture / square;
		final int tile = 64;
		Slabs.forEach((ny + tile - 1) / tile, threads, progress, "drawing the texture", t -> {
			final int y0 = t * tile, y1 = Math.min(ny, y0 + tile), w = nx + 2 * r, h = y1 - y0 + 2 * r;
			final float[] white = new float[w * h];
			for (int y = 0; y < h; y++) {
				final Dice dice = new Dice(seed ^ 0x7E47L, y0 + y - r);
				for (int x = 0; x < w; x++)
					white[y * w + x] = (float) (gain * dice.gauss());
			}
			if (r > 0) Blur.plane(white, w, h, k, k, new float[w * h]);
			for (int y = y0; y < y1; y++)
				System.arraycopy(white, (y - y0 + r) * w + r, out, y * nx, nx);
		});
	}

	/** Radius of the rim at each angle: waves 8 to 40 per turn with random phases, scaled to the exact rms. */
	private static float[] outline(final RimSpec rim, final Dice dice) {
		final double[] wave = new double[ANGLES];
		if (rim.serration() > 0) for (int k = 8; k <= 40; k++) {
			final double phase = dice.uniform(0, 2 * Math.PI), height = dice.uniform(0.5, 1);
			for (int i = 0; i < ANGLES; i++)
				wave[i] += height * Math.cos(2 * Math.PI * k * i / ANGLES + phase);
		}
		final double rms = Math.sqrt(Arrays.stream(wave).map(a -> a * a).sum() / ANGLES);
		final float[] radius = new float[ANGLES];
		for (int i = 0; i < ANGLES; i++)
			radius[i] = (float) (rim.radiusUm() * (1 + (rms > 0 ? rim.serration() * wave[i] / rms : 0)));
		return radius;
	}

	private void rimRow(final float[] out, final int y, final RimSpec rim, final float[] outline) {
		final double dy = (y + 0.5) * pixelUm / foreshortening() - rim.yUm();
		final double reach = rim.radiusUm() * (1 + 4 * rim.serration()) + 4 * rim.widthUm();
		if (Math.abs(dy) >= reach) return;
		final double half = Math.sqrt(reach * reach - dy * dy);
		final int from = (int) Math.max(0, (rim.xUm() - half) / pixelUm), to = (int) Math.min(nx - 1, (rim.xUm() + half)
			/ pixelUm);
		final double period = 2 * Math.PI / rim.arcs(), kept = 0.5 * rim.closure() * period;
		for (int x = from; x <= to; x++) {
			final double dx = (x + 0.5) * pixelUm - rim.xUm();
			final double r = Math.hypot(dx, dy), angle = Math.atan2(dy, dx);
			final double at = outline[(int) ((angle / (2 * Math.PI) + 1) * ANGLES) % ANGLES];
			final double s = (r - at) / rim.widthUm();
			double v = 0;
			if (Math.abs(s) < 5 && (rim.closure() >= 1 || Math.abs(Math.IEEEremainder(angle - rim.turn(), period)) <= kept))
				v = rim.contrast() * profile(rim.polarity(), s);
			// the lid's edge has the same softness as the rim
			if (rim.interior() != 0) v += rim.interior() / (1 + Math.exp(Math.max(-50, Math.min(50, 1.7 * s))));
			out[y * nx + x] += (float) v;
		}
	}

	/** Profile across the rim with a peak of one; s in standard deviations, positive outside. */
	private static double profile(final int polarity, final double s) {
		final double bell = Math.exp(-0.5 * s * s);
		return polarity == 0 ? s * bell * Math.sqrt(Math.E) : polarity * bell;
	}
}
