// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;

/** Where the counts that an object would show without magnesium are taken from. */
public sealed interface Background {

	/**
	 * Pixels around each object: the nearest ones outside all objects.
	 *
	 * @param phase only pixels of this class (the solid electrolyte); null = every pixel without an object
	 * @param gapUm distance to any object that is left free because its signal spreads there; NaN = half the X-ray range
	 *          in the electrolyte, at least one pixel
	 * @param reachUm farthest distance from the object; NaN = gap + 16 pixel edges
	 * @param factor wanted ring pixels for each object pixel; never fewer than 100 pixels are wanted
	 */
	record Local(Phase phase, double gapUm, double reachUm, double factor) implements Background {

		/** Checks the ring. */
		public Local {
			if (gapUm < 0) throw new IllegalArgumentException("A gap of " + gapUm
				+ " um between object and background ring is not possible; it must be 0 or more.");
			if (!Double.isNaN(gapUm) && reachUm <= gapUm) throw new IllegalArgumentException("The background ring ends at "
				+ reachUm + " um, inside its gap of " + gapUm + " um; its reach must be larger than its gap.");
			if (!(factor > 0)) throw new IllegalArgumentException("A background ring of " + factor
				+ " pixels for each object pixel is empty; give a factor above 0, such as 4.");
		}
	}

	/**
	 * Counts of a line-free energy window in the object's own pixels.
	 *
	 * @param counts raw counts of the window, same grid as the map
	 * @param scale background counts under the line for one count in the window
	 */
	record Window(FloatVolume counts, double scale) implements Background {

		/** Checks the scale. */
		public Window {
			if (!(scale > 0) || Double.isInfinite(scale)) throw new IllegalArgumentException("A background window scale of "
				+ scale + " is not possible; give line channels over window channels, a positive number.");
		}
	}

	/**
	 * An expected background in counts for each pixel, taken as known without error (a model or a long measurement).
	 *
	 * @param expected counts per pixel, 0 or more, fractions allowed, same grid as the map
	 */
	record Expected(FloatVolume expected) implements Background {}

	/**
	 * The default: a ring of four times the object's pixels outside all objects.
	 *
	 * @param phase only pixels of this class; null = every pixel without an object
	 * @return the ring
	 */
	static Background local(final Phase phase) {
		return new Local(phase, Double.NaN, Double.NaN, 4);
	}
}
