// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;
import java.util.NoSuchElementException;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Quantity;

/**
 * A synthetic specimen: bodies at stated positions in a solid matrix, and what is true of them. Immutable; made by a
 * {@link SpecimenBuilder}, drawn by {@link Rendering}.
 *
 * @param name name of the specimen
 * @param grid geometry of its image
 * @param face where the electrode lies
 * @param bodies all bodies, those that win where two overlap first
 * @param pores truth of the pores, by id
 * @param cracks truth of the cracks, by id
 * @param summary truth of the population: porosity, largest radius, separations, longest crack, widths
 */
public record Specimen(String name, VoxelGrid grid, ElectrodeFace face, List<Body> bodies, List<PoreTruth> pores,
	List<CrackTruth> cracks, List<Quantity> summary)
{

	/** Class of the solid electrolyte. */
	public static final int SOLID = 0;
	/** Class of the pores. */
	public static final int PORE = 1;
	/** Class of the cracks. */
	public static final int CRACK = 2;
	/** Class of lithium metal. */
	public static final int LITHIUM = 3;
	/** Class of what lies outside the sample: cap, electrode, vacuum. */
	public static final int OUTSIDE = 4;

	/** Keeps copies. */
	public Specimen {
		bodies = List.copyOf(bodies);
		pores = List.copyOf(pores);
		cracks = List.copyOf(cracks);
		summary = List.copyOf(summary);
	}

	/**
	 * One body.
	 *
	 * @param value its class, 1 to 4
	 * @param id its number within the class, from 1
	 * @param solid its shape
	 */
	public record Body(int value, int id, Solid solid) {

		/** Checks the class. */
		public Body {
			Lengths.within("The class of a body", value, PORE, OUTSIDE);
		}
	}

	/**
	 * A true number of the population.
	 *
	 * @param quantity its name, such as {@code pore_radius}
	 * @return its value
	 * @throws NoSuchElementException if there is no such number
	 */
	public double truth(final String quantity) {
		return summary.stream().filter(q -> q.name().equals(quantity)).findFirst().orElseThrow(
			() -> new NoSuchElementException("no true value " + quantity)).value();
	}

	/**
	 * The same bodies in another image window or voxel size; the truth stays that of the original image.
	 *
	 * @param window geometry of the new image
	 * @return the specimen as that image shows it
	 */
	public Specimen seenIn(final VoxelGrid window) {
		return new Specimen(name, window, face, bodies, pores, cracks, summary);
	}
}
