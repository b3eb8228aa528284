// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** Grey cuts at equal steps along a crack's line, with what can be believed of them. */
final class GreyCuts {

	private static final int MOST_CUTS = 400;
	/** Cuts to each side over which the matrix level is averaged. */
	private static final int LEVEL_SPAN = 5;
	private static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

	final CrackLine line;
	final double[] s;
	final GreyCut[] cut;
	final Vec3[] direction;
	final double step;
	private final VoxelGrid g;
	private final double psf;

	/**
	 * Cuts.
	 *
	 * @param stack the grey stack
	 * @param sampler its values
	 * @param line the line
	 * @param half half-width of the crack, um
	 * @param aperture distance from the line to the farthest wall, um
	 * @param closing length over which a tip closes, um
	 * @param trimStart whether the line starts at a tip
	 * @param trimEnd whether it ends at one
	 */
	GreyCuts(final CrackGrey stack, final GreySampler sampler, final CrackLine line, final double half, final double aperture, final double closing,
		final boolean trimStart, final boolean trimEnd)
	{
		this.line = line;
		g = stack.grey().grid();
		psf = stack.levels().psfSigmaUm();
		final double length = line.lengthUm(), reach = Math.max(3 * g.finestEdgeUm(), 1.5 * half);
		final double from = trim(0, reach, closing, trimStart), to = length - trim(length, reach, closing, trimEnd);
		final int n = (int) Math.max(1, Math.min(MOST_CUTS, Math.round((to - from) / g.finestEdgeUm())));
		step = (to - from) / n;
		s = new double[n];
		cut = new GreyCut[n];
		direction = new Vec3[n];
		for (int i = 0; i < n; i++) {
			s[i] = from + (i + 0.5) * step;
			direction[i] = line.direction(s[i], reach);
			cut[i] = GreyCut.at(stack, sampler, line.at(s[i]), direction[i], aperture);
		}
	}

	/** A tip is blurred, and it closes over its half-width. */
	private double trim(final double at, final double reach, final double closing, final boolean tip) {
		final double blur = GreyWidth.sampledBlurUm(g, line.direction(at, reach), psf);
		return tip ? Math.min(closing + 2 * blur, line.lengthUm() / 3) : Math.min(line.lengthUm() / 4, g.finestEdgeUm() / 2);
	}

	/** Share of the cuts away from pores in which the crack goes on beyond its half-width. */
	double openShare() {
		int n = 0, open = 0;
		for (final GreyCut c : cut)
			if (!c.atPore(g)) {
				n++;
				if (c.open()) open++;
			}
		return n == 0 ? 0 : open / (double) n;
	}

	/** The cuts that no pore (and, where all of the cut must be seen, no junction) darkens, also not by blur along the line. */
	boolean[] clean(final boolean whole) {
		final boolean[] clean = new boolean[s.length];
		for (int i = 0; i < s.length; i++)
			clean[i] = !Double.isNaN(cut[i].matrix()) && (!whole || !Double.isNaN(cut[i].integral()));
		for (int k = 0; k < s.length; k++) {
			if (!(whole ? cut[k].poreUm2() > 0 || cut[k].open() : cut[k].atPore(g))) continue;
			final int far = (int) Math.ceil(GreyCut.tailUm(g, direction[k], psf) / step);
			for (int i = Math.max(0, k - far); i <= Math.min(s.length - 1, k + far); i++)
				clean[i] = false;
		}
		return clean;
	}

	/** Matrix level near a cut, over neighbouring clean ones. */
	double level(final int i, final boolean[] clean) {
		double sum = 0;
		int n = 0;
		for (int k = Math.max(0, i - LEVEL_SPAN); k <= Math.min(s.length - 1, i + LEVEL_SPAN); k++)
			if (clean[k]) {
				sum += cut[k].matrix();
				n++;
			}
		return sum / n;
	}

	/** Samples to each side within the resolution along the line. */
	int smoothing() {
		final double blur = GreyWidth.sampledBlurUm(g, direction[s.length / 2], psf);
		return Math.max(1, (int) Math.round(FWHM * blur / 2 / step));
	}
}
