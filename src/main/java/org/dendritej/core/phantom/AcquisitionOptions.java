// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

/**
 * How a FIB-SEM records a specimen, with the faults of the instrument.
 *
 * @param grey levels, blur in the slice and noise; its blur along z is not used
 * @param driftStepPx standard deviation of the drift from slice to slice (random walk), pixels
 * @param jitterPx standard deviation of the independent shift of each slice, pixels
 * @param thicknessJitter standard deviation of the slice thickness over the nominal one, 0 to 0.5
 * @param infoDepthUm depth from which the electrons of one slice come, um
 * @param tiltDeg angle between beam and milled face: rows are foreshortened by its sine; 90 = none
 * @param curtain standard deviation of the curtaining stripes along y, grey levels
 * @param curtainPx width of a stripe (standard deviation), pixels
 * @param shading grey difference between the left and right edge and, again, between top and bottom, grey levels
 * @param gainDrift standard deviation of the change of gain from slice to slice (random walk)
 * @param offset standard deviation of the grey offset of each slice (charging), grey levels
 * @param shine strength of the pores' back wall shining through, 0 to 1
 * @param shineLengthUm depth over which it fades to 1/e, um
 */
public record AcquisitionOptions(GreyOptions grey, double driftStepPx, double jitterPx, double thicknessJitter,
	double infoDepthUm, double tiltDeg, double curtain, double curtainPx, double shading, double gainDrift, double offset,
	double shine, double shineLengthUm)
{

	/** Checks all numbers. */
	public AcquisitionOptions {
		if (grey == null) throw new IllegalArgumentException("The grey options of the acquisition are missing; give them.");
		Lengths.within("The drift per slice (pixels)", driftStepPx, 0, 1000);
		Lengths.within("The jitter (pixels)", jitterPx, 0, 1000);
		Lengths.within("The thickness jitter", thicknessJitter, 0, 0.5);
		Lengths.positive("The information depth", infoDepthUm);
		if (!(tiltDeg > 0 && tiltDeg <= 90)) throw new IllegalArgumentException("The tilt is " + tiltDeg
			+ " degrees; it must lie above 0 and up to 90 (no foreshortening).");
		Lengths.within("The curtaining (grey levels)", curtain, 0, 65535);
		Lengths.within("The width of a curtain (pixels)", curtainPx, 0, 1000);
		Lengths.within("The shading (grey levels)", shading, -65535, 65535);
		Lengths.within("The gain drift", gainDrift, 0, 1);
		Lengths.within("The grey offset", offset, 0, 65535);
		Lengths.within("The shine-through", shine, 0, 1);
		Lengths.positive("The shine-through length", shineLengthUm);
	}

	/**
	 * A typical run: drift 0.6 pixel per slice, jitter 0.4 pixel, thickness 10 %, 20 nm information depth, 52 degrees,
	 * curtains of 4 grey levels, shading 15, gain 0.5 %, offset 1, half of the back wall's signal fading over 0.4 um. Assumed values.
	 *
	 * @param seed seed of everything
	 * @return the options
	 */
	public static AcquisitionOptions standard(final long seed) {
		return new AcquisitionOptions(GreyOptions.standard(seed), 0.6, 0.4, 0.1, 0.02, 52, 4, 2, 15, 0.005, 1, 0.5,
			0.4);
	}

	/**
	 * A perfect instrument with the same look: no drift, jitter, tilt, stripes, shading or shine-through.
	 *
	 * @param grey levels, blur and noise
	 * @return the options
	 */
	public static AcquisitionOptions perfect(final GreyOptions grey) {
		return new AcquisitionOptions(grey, 0, 0, 0, 0.02, 90, 0, 0, 0, 0, 0, 0, 1);
	}
}
