// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import org.dendritej.core.record.Spallation;

/**
 * Lithium and charge: what a capacity plates, and which local current the lithium found in a crack implies.
 * <p>
 * Errors are first order and independent: relative variances add.
 */
public final class Faraday {

	/** Faraday constant, C/mol (CODATA 2018). */
	public static final double C_PER_MOL = 96485.33212;
	/** Molar volume of lithium, m3/mol (physics reference, 2.1). */
	public static final double LITHIUM_M3_PER_MOL = 1.299625468e-5;
	/**
	 * Thickness of lithium per charge: 1 mAh/cm2 = 3.6 C/cm2 = 36000 C/m2; over the Faraday constant that is mol/m2, times
	 * the molar volume m: 4.84908 um per mAh/cm2.
	 */
	public static final double UM_PER_MAH_CM2 = 3.6e4 / C_PER_MOL * LITHIUM_M3_PER_MOL * 1e6;

	private Faraday() {}

	/**
	 * A number with its standard deviation.
	 *
	 * @param value the estimate
	 * @param sd its standard deviation; 0 = taken as exact
	 */
	public record Measured(double value, double sd) {

		/** Refuses a negative spread. */
		public Measured {
			if (sd < 0) throw new IllegalArgumentException("A standard deviation of " + sd
				+ " is impossible; give 0 (exact) or more.");
		}

		/**
		 * Taken as exact.
		 *
		 * @param value the number
		 * @return with a standard deviation of 0
		 */
		public static Measured exact(final double value) {
			return new Measured(value, 0);
		}

		private double variance() {
			return value == 0 ? 0 : sd * sd / (value * value);
		}
	}

	/**
	 * The account of one spallation.
	 *
	 * @param platedUm3 lithium that the capacity plates over the footprint, um3
	 * @param ratio lithium found over that volume: the focusing factor
	 * @param currentMaCm2 mean plating current density that the ratio implies, mA/cm2; NaN without a current
	 * @param catchmentUm2 area whose nominal plating would make the lithium found, um2
	 */
	public record Account(Measured platedUm3, Measured ratio, Measured currentMaCm2, Measured catchmentUm2) {}

	/**
	 * Thickness of the lithium that a capacity plates evenly.
	 *
	 * @param capacityMahCm2 mAh/cm2
	 * @return um
	 */
	public static double thicknessUm(final double capacityMahCm2) {
		return capacityMahCm2 * UM_PER_MAH_CM2;
	}

	/**
	 * Holds the lithium found against the charge passed.
	 *
	 * @param lithiumUm3 lithium in the crack, um3
	 * @param areaUm2 footprint on the face, um2
	 * @param capacityMahCm2 capacity per nominal electrode area at the time of the section, mAh/cm2
	 * @param currentMaCm2 nominal current density, mA/cm2; NaN if not known
	 * @return the account
	 * @throws IllegalArgumentException if the area or the capacity is not positive
	 */
	public static Account account(final Measured lithiumUm3, final Measured areaUm2, final Measured capacityMahCm2,
		final Measured currentMaCm2)
	{
		if (!(capacityMahCm2.value > 0)) throw new IllegalArgumentException("capacity=" + capacityMahCm2.value
			+ " mAh/cm2 leaves nothing to hold the lithium against; give a capacity above 0.");
		if (!(areaUm2.value > 0)) throw new IllegalArgumentException("A capacity of " + capacityMahCm2.value
			+ " mAh/cm2 was given for an area of " + areaUm2.value
			+ " um2; the account needs the footprint's area, so measure it first.");
		if (!(lithiumUm3.value >= 0)) throw new IllegalArgumentException("A lithium volume of " + lithiumUm3.value
			+ " um3 cannot be accounted for; it must be measured (class 3 of the volume) and not negative.");
		final double plated = areaUm2.value * thicknessUm(capacityMahCm2.value);
		final double vp = areaUm2.variance() + capacityMahCm2.variance();
		final double ratio = lithiumUm3.value / plated;
		final double platedSd = plated * Math.sqrt(vp);
		final double ratioSd = Math.hypot(lithiumUm3.sd / plated, ratio * Math.sqrt(vp));
		final double j = currentMaCm2.value * ratio;
		final double jSd = Math.hypot(currentMaCm2.value * ratioSd, currentMaCm2.sd * ratio);
		final double catchment = lithiumUm3.value / thicknessUm(capacityMahCm2.value);
		final double catchmentSd = Math.hypot(lithiumUm3.sd / thicknessUm(capacityMahCm2.value), catchment * Math.sqrt(
			capacityMahCm2.variance()));
		return new Account(new Measured(plated, platedSd), new Measured(ratio, ratioSd), new Measured(j, jSd), new Measured(
			catchment, catchmentSd));
	}

	/**
	 * Completes a spallation of volume mode with its account. The lithium's uncertainty is that of a boundary which is
	 * known to half a voxel: both walls of the crack shift together by a uniform +-1/2 voxel, so the opening has a standard
	 * deviation of 2 edges / sqrt(12).
	 *
	 * @param s the spallation
	 * @param edgeUm voxel edge across the opening, um
	 * @param capacityMahCm2 mAh/cm2
	 * @param currentMaCm2 mA/cm2; NaN value if not known
	 * @return completed copy
	 */
	public static Spallation complete(final Spallation s, final double edgeUm, final Measured capacityMahCm2,
		final Measured currentMaCm2)
	{
		final double lithiumSd = Double.isNaN(s.openingUm()) ? 0 : s.lithiumVolumeUm3() * 2 * edgeUm / Math.sqrt(12) / s
			.openingUm();
		final double areaSd = Double.isNaN(s.diameterSdUm()) ? 0 : 2 * s.areaUm2() * s.diameterSdUm() / s.diameterUm();
		final Account a = account(new Measured(s.lithiumVolumeUm3(), lithiumSd), new Measured(s.areaUm2(), areaSd),
			capacityMahCm2, currentMaCm2);
		final SpallationDraft d = new SpallationDraft(s);
		d.platedVolumeUm3 = a.platedUm3.value;
		d.faradayRatio = a.ratio.value;
		d.faradayRatioSd = a.ratio.sd;
		d.localCurrentMaCm2 = a.currentMaCm2.value;
		d.localCurrentSdMaCm2 = a.currentMaCm2.sd;
		return d.done();
	}
}
