// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.flow.Convergence;
import org.dendritej.core.flow.Creep;
import org.dendritej.core.flow.FlowElement;
import org.dendritej.core.flow.Series;
import org.dendritej.core.flow.Tube;

/**
 * Critical current density of equal pores, each drained by one cylindrical crack:
 * {@code CCD = (F/Omega) Q(P_f - P_stack) / alpha} (eq. 13), with optional kinetics and pressure coupling (eq. 11).
 * <p>
 * The mechanism and the geometry are those of Melvin et al., Nature Energy 2025, doi:10.1038/s41560-025-01847-0; the
 * equations are an independent rebuild (see {@code docs/method.md}).
 */
public final class CriticalCurrent {

	private final Conditions conditions;
	private final Creep creep;
	private final MeasuredArea measured;

	/**
	 * Takes the conditions.
	 *
	 * @param conditions creep law, strength, temperature and the choices of the model
	 */
	public CriticalCurrent(final Conditions conditions) {
		this(conditions, null);
	}

	/**
	 * Takes the conditions and a collecting area that was measured in the image.
	 *
	 * @param conditions creep law, strength, temperature and the choices of the model
	 * @param measured replaces the closed form; null = closed form
	 */
	public CriticalCurrent(final Conditions conditions, final MeasuredArea measured) {
		this.conditions = conditions;
		this.measured = measured;
		creep = conditions.creepNow();
	}

	/** The same under other conditions. */
	CriticalCurrent with(final Conditions other) {
		return new CriticalCurrent(other, measured);
	}

	/**
	 * Whether the collecting area comes from the field in the image.
	 *
	 * @return false for the closed form
	 */
	public boolean areaMeasured() {
		return measured != null;
	}

	/**
	 * The conditions.
	 *
	 * @return as given
	 */
	public Conditions conditions() {
		return conditions;
	}

	/**
	 * Collecting area of one pore of the array: measured if there is a measured one, else the closed form.
	 *
	 * @param array the microstructure
	 * @return alpha and beta
	 */
	public CollectingArea area(final PoreArray array) {
		final double lambda = conditions.kineticLengthUm();
		return measured != null ? measured.at(array, lambda) : CollectingArea.squareArray(array.radiusUm(), array.depthUm(),
			array.separationUm(), lambda);
	}

	/**
	 * The crack of one pore as a flow element, with entrance and exit if the conditions ask for them.
	 *
	 * @param array the microstructure
	 * @return the element
	 */
	public FlowElement channel(final PoreArray array) {
		return channel(array.radiusUm(), new Tube(conditions.reading().radiusUm(array.crackWidthNm()), array
			.crackLengthUm()));
	}

	/** A tube with the ends that the conditions ask for. */
	FlowElement channel(final double poreRadiusUm, final Tube tube) {
		if (!conditions.entrance() && !conditions.exit()) return tube;
		final List<FlowElement> parts = new ArrayList<>(List.of(tube));
		if (conditions.entrance()) parts.add(new Convergence(tube.radiusUm(), poreRadiusUm));
		if (conditions.exit()) parts.add(Convergence.exit(tube.radiusUm()));
		return new Series(parts);
	}

	/**
	 * Flow of metal out of one pore at the strength.
	 *
	 * @param array the microstructure
	 * @return um3/s
	 */
	public double flowAtFractureUm3PerS(final PoreArray array) {
		return channel(array).flowUm3PerS(creep, conditions.strengthMPa() - conditions.stackMPa());
	}

	/**
	 * Current into one pore that makes that flow.
	 *
	 * @param array the microstructure
	 * @return nA
	 */
	public double poreCurrentNa(final PoreArray array) {
		return conditions.chargeNcUm3() * flowAtFractureUm3PerS(array);
	}

	/**
	 * Greatest shear rate in the crack at the strength: bulk creep data end near 0.5 per second.
	 *
	 * @param array the microstructure
	 * @return 1/s
	 */
	public double wallRatePerS(final PoreArray array) {
		return channel(array).wallRatePerS(creep, flowAtFractureUm3PerS(array));
	}

	/**
	 * Critical current density with the collecting area of {@link #area}.
	 *
	 * @param array the microstructure
	 * @return mA/cm2
	 */
	public double ccdMaCm2(final PoreArray array) {
		return ccdMaCm2(array, area(array));
	}

	/**
	 * Critical current density with a given collecting area, such as one from the field in an image.
	 *
	 * @param array the microstructure
	 * @param area alpha, and beta if kinetics is {@link Kinetics#PRESSURE}
	 * @return mA/cm2
	 */
	public double ccdMaCm2(final PoreArray array, final CollectingArea area) {
		return (poreCurrentNa(array) + pressureCurrentNa(area, conditions.strengthMPa())) / area.alphaUm2() /
			PhysicalConstants.NA_UM2_PER_MA_CM2;
	}

	/** Current that pressure keeps out of the pore, beta sigma Omega P/F, nA; 0 unless coupled. */
	private double pressureCurrentNa(final CollectingArea area, final double pressureMPa) {
		if (conditions.kinetics() != Kinetics.PRESSURE) return 0;
		Allowed.positive("the shape length beta of the collecting area", area.betaUm(), "um");
		final double volts = (pressureMPa - conditions.stackMPa()) / PhysicalConstants.pressurePerVoltMPa(conditions
			.molarVolumeCm3PerMol());
		return area.betaUm() * conditions.conductivitySPerM() * volts * 1e3;
	}

	/**
	 * The strength that would give a measured critical current: the inverse of eq. 13 and 11.
	 *
	 * @param ccdMaCm2 measured critical current density, mA/cm2
	 * @param array the microstructure
	 * @param area its collecting area
	 * @return P_f, MPa
	 */
	public double strengthMPa(final double ccdMaCm2, final PoreArray array, final CollectingArea area) {
		Allowed.positive("the measured critical current", ccdMaCm2, "mA/cm2");
		final double current = ccdMaCm2 * PhysicalConstants.NA_UM2_PER_MA_CM2 * area.alphaUm2();
		final FlowElement channel = channel(array);
		final double stack = conditions.stackMPa();
		double high = stack + channel.dropMPa(creep, current / conditions.chargeNcUm3());
		if (conditions.kinetics() != Kinetics.PRESSURE) return high;
		double low = stack;
		for (int i = 0; i < 200 && high - low > 1e-13 * high; i++) {
			final double p = (low + high) / 2;
			final double sum = conditions.chargeNcUm3() * channel.flowUm3PerS(creep, p - stack) + pressureCurrentNa(area, p);
			if (sum > current) high = p;
			else low = p;
		}
		return (low + high) / 2;
	}

	/**
	 * The pressure at which the pore would stop taking current even without any flow out of it (eq. 12): if it lies below
	 * the strength, thermodynamic coupling would forbid fracture.
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @param area collecting area with beta
	 * @return MPa above the stack pressure; NaN if beta is not known
	 */
	public double pressureCapMPa(final double currentMaCm2, final CollectingArea area) {
		final double volts = currentMaCm2 * PhysicalConstants.A_M2_PER_MA_CM2 * area.alphaUm2() * 1e-6 / (area.betaUm() *
			conditions.conductivitySPerM());
		return PhysicalConstants.pressurePerVoltMPa(conditions.molarVolumeCm3PerMol()) * volts;
	}

	/**
	 * Logarithmic slope of the critical current: 1 % more of the variable changes the CCD by so many percent.
	 *
	 * @param array the microstructure
	 * @param v which variable
	 * @return d ln CCD / d ln x
	 */
	public double sensitivity(final PoreArray array, final Variable v) {
		final double h = 1e-4;
		final double up = ccdWith(array, v, value(array, v) * Math.exp(h));
		final double down = ccdWith(array, v, value(array, v) * Math.exp(-h));
		return Math.log(up / down) / (2 * h);
	}

	/**
	 * Value of any variable.
	 *
	 * @param array the microstructure
	 * @param v which
	 * @return its value in its unit
	 */
	public double value(final PoreArray array, final Variable v) {
		return v.isGeometry() ? array.get(v) : conditions.get(v);
	}

	/**
	 * Critical current with one variable replaced.
	 *
	 * @param array the microstructure
	 * @param v which variable
	 * @param value its value
	 * @return mA/cm2
	 */
	public double ccdWith(final PoreArray array, final Variable v, final double value) {
		return v.isGeometry() ? ccdMaCm2(array.with(v, value)) : with(conditions.with(v, value)).ccdMaCm2(
			array);
	}
}
