// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/**
 * What to look for on a surface image.
 *
 * @param minDiameterUm smallest rim looked for, um
 * @param maxDiameterUm largest rim looked for, um
 * @param falseAlarmsPerMm2 rims per mm2 that the image's own texture may produce by chance
 * @param minClosure smallest share of the circumference that must be seen, 0 to 1
 * @param maxAspect largest ratio of the axes of a complete rim; of a broken one this to the power of its closure
 * @param maxSerration largest rms deviation of the rim from its ellipse, over the mean radius
 * @param electrode outline of the electrode, um on the surface; null for the whole image
 * @param threads threads; 0 means all
 */
public record SurfaceOptions(double minDiameterUm, double maxDiameterUm, double falseAlarmsPerMm2, double minClosure,
	double maxAspect, double maxSerration, Outline electrode, int threads)
{

	/** The seed paper's range, 5 to 100 um (doi:10.1039/d3ee03916a), one false alarm in 10 mm2. */
	public static final SurfaceOptions DEFAULT = new SurfaceOptions(5, 100, 0.1, 0.4, 1.6, 0.07, null,
		0);

	/** Checks the numbers. */
	public SurfaceOptions {
		if (!(minDiameterUm > 0 && maxDiameterUm > minDiameterUm && maxDiameterUm < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("The diameters looked for are " + minDiameterUm + " to " + maxDiameterUm
				+ " um; give a smallest one above 0 and a larger largest one.");
		if (!(falseAlarmsPerMm2 > 0)) throw new IllegalArgumentException("falsealarms=" + falseAlarmsPerMm2
			+ " per mm2 cannot be promised; give a number above 0, such as 0.1.");
		if (!(minClosure >= 0 && minClosure <= 1)) throw new IllegalArgumentException("closure=" + minClosure
			+ " is not a share; give 0 to 1.");
		if (!(maxAspect >= 1)) throw new IllegalArgumentException("aspect=" + maxAspect
			+ " is impossible; give 1 (circles only) or more.");
		if (!(maxSerration > 0)) throw new IllegalArgumentException("serration=" + maxSerration
			+ " admits no rim; give a number above 0, such as 0.07.");
	}

	/**
	 * Another range of diameters.
	 *
	 * @param minUm smallest, um
	 * @param maxUm largest, um
	 * @return changed copy
	 */
	public SurfaceOptions withDiameters(final double minUm, final double maxUm) {
		return new SurfaceOptions(minUm, maxUm, falseAlarmsPerMm2, minClosure, maxAspect, maxSerration, electrode,
			threads);
	}

	/**
	 * Another electrode.
	 *
	 * @param outline um on the surface
	 * @return changed copy
	 */
	public SurfaceOptions withElectrode(final Outline outline) {
		return new SurfaceOptions(minDiameterUm, maxDiameterUm, falseAlarmsPerMm2, minClosure, maxAspect, maxSerration, outline,
			threads);
	}

	/**
	 * Another number of threads.
	 *
	 * @param n threads; 0 means all
	 * @return changed copy
	 */
	public SurfaceOptions withThreads(final int n) {
		return new SurfaceOptions(minDiameterUm, maxDiameterUm, falseAlarmsPerMm2, minClosure, maxAspect, maxSerration, electrode,
			n);
	}
}
