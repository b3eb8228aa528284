// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

/**
 * Radial flow in a half space between two hemispheres: the entrance from a pore into a crack, or the exit from the crack
 * into the electrode.
 * <p>
 * {@code dP = (2m/3) [Q/(pi A a^3)]^(1/m) [1 - (a/R)^(3/m)]} from {@code eps_eq = Q/(pi r^3)}: derived here, an estimate
 * of upper-bound type; it adds 7 % (entrance) and 9 to 12 % (exit) for the microstructures of Melvin et al. 2025.
 *
 * @param mouthUm radius a of the crack's mouth, um
 * @param outerUm radius from which the metal converges, um: the pore's radius, or infinity for the electrode
 */
public record Convergence(double mouthUm, double outerUm) implements FlowElement {

	/** Checks the radii. */
	public Convergence {
		Allowed.positive("radius of a crack's mouth", mouthUm, "um");
		if (!(outerUm > mouthUm)) throw new IllegalArgumentException("The pore's radius is " + outerUm
			+ " um, not above the mouth of its crack of " + mouthUm
			+ " um; an entrance needs a pore wider than the crack; leave the entrance out or check both widths.");
	}

	/**
	 * The exit from a crack into a half space.
	 *
	 * @param mouthUm radius of the crack's mouth, um
	 * @return the element
	 */
	public static Convergence exit(final double mouthUm) {
		return new Convergence(mouthUm, Double.POSITIVE_INFINITY);
	}

	@Override
	public double resistance(final Creep creep) {
		final double m = creep.exponent();
		return 2 * m / 3 * Math.pow(Math.PI * creep.prefactor() * mouthUm * mouthUm * mouthUm, -1 / m) *
			(1 - Math.pow(mouthUm / outerUm, 3 / m));
	}

	/** Equivalent shear rate sqrt(3) eps_eq at the mouth. */
	@Override
	public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
		return Math.sqrt(3) * Math.abs(flowUm3PerS) / (Math.PI * mouthUm * mouthUm * mouthUm);
	}
}
