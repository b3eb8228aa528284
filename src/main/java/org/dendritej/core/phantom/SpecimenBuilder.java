// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Specimen.Body;

/**
 * Puts bodies into a specimen, one after another, and refuses those that would touch what they must not touch.
 * <p>
 * A pore may touch only the cracks that were declared to end in it; cracks may not touch each other. Used by one thread.
 */
public final class SpecimenBuilder {

	/** A crack with the pores in which it ends. */
	record PlacedCrack(int id, CrackShape shape, List<Integer> pores) {}

	/** A pore with its kind. */
	record PlacedPore(int id, String shape, Solid solid, Vec3 centre, double inscribedUm) {}

	private final String name;
	private final VoxelGrid grid;
	private final ElectrodeFace face;
	private final double gapUm;
	private final List<PlacedPore> pores = new ArrayList<>();
	private final List<PlacedCrack> cracks = new ArrayList<>();
	private final List<Body> others = new ArrayList<>();

	/**
	 * Starts an empty specimen.
	 *
	 * @param name its name
	 * @param grid geometry of its image
	 * @param face where the electrode lies
	 * @param gapUm least distance between bodies that do not belong together, um; two of the longest voxel edges keep them
	 *          apart in the image
	 */
	public SpecimenBuilder(final String name, final VoxelGrid grid, final ElectrodeFace face, final double gapUm) {
		this.name = name;
		this.grid = grid;
		this.face = face;
		this.gapUm = Lengths.within("The least distance between bodies (um)", gapUm, 0, 1e6);
	}

	/**
	 * Adds a spherical pore.
	 *
	 * @param centre centre, um
	 * @param radiusUm radius, um
	 * @return its number
	 * @throws IllegalArgumentException if it touches another body
	 */
	public int sphere(final Vec3 centre, final double radiusUm) {
		return pore("sphere", new Ball(centre, radiusUm), centre, radiusUm);
	}

	/**
	 * Adds an ellipsoidal pore.
	 *
	 * @param e the ellipsoid
	 * @return its number
	 * @throws IllegalArgumentException if it touches another body
	 */
	public int ellipsoid(final Ellipsoid e) {
		return pore("ellipsoid", e, e.centre(), e.thinnestUm() / 2);
	}

	/**
	 * Adds a pointed pore.
	 *
	 * @param p the pore
	 * @return its number
	 * @throws IllegalArgumentException if it touches another body
	 */
	public int pointed(final PointedPore p) {
		return pore("pointed", p, p.centre(), p.inscribedUm());
	}

	private int pore(final String shape, final Solid solid, final Vec3 centre, final double inscribedUm) {
		final int id = pores.size() + 1;
		final String hit = touched(solid, List.of());
		if (hit != null) throw new IllegalArgumentException("Pore " + id + " (" + shape + " at " + text(centre)
			+ " um) comes nearer than " + gapUm + " um to " + hit + "; move it or make it smaller.");
		pores.add(new PlacedPore(id, shape, solid, centre, inscribedUm));
		return id;
	}

	/**
	 * Adds a spherical pore if there is room for it.
	 *
	 * @param centre centre, um
	 * @param radiusUm radius, um
	 * @return whether it was added
	 */
	public boolean offerSphere(final Vec3 centre, final double radiusUm) {
		final Ball b = new Ball(centre, radiusUm);
		if (touched(b, List.of()) != null) return false;
		pores.add(new PlacedPore(pores.size() + 1, "sphere", b, centre, radiusUm));
		return true;
	}

	/**
	 * Adds a crack.
	 *
	 * @param shape the crack
	 * @param endsIn pores in which it ends: it must reach each of them and no other
	 * @return its number
	 * @throws IllegalArgumentException if it misses one of these pores or touches anything else
	 */
	public int crack(final CrackShape shape, final Integer... endsIn) {
		final int id = cracks.size() + 1;
		final List<Integer> ends = List.of(endsIn);
		for (final int p : ends)
			if (p < 1 || p > pores.size()) throw new IllegalArgumentException("Crack " + id + " ends in pore " + p
				+ ", but there are " + pores.size() + " pores; add the pore first.");
		final String hit = touched(shape.solid(), ends);
		if (hit != null) throw new IllegalArgumentException("Crack " + id + " (" + shape.name() + ") comes nearer than "
			+ gapUm + " um to " + hit + "; move it or make it shorter.");
		for (final int p : ends)
			if (!Clearance.tooNear(shape.solid(), pores.get(p - 1).solid(), 0)) throw new IllegalArgumentException("Crack " + id
				+ " (" + shape.name() + ") does not reach pore " + p + "; let it end inside the pore.");
		cracks.add(new PlacedCrack(id, shape, ends));
		return id;
	}

	/**
	 * Whether a body would keep the least distance from everything that is there.
	 *
	 * @param solid the body
	 * @return true if there is room
	 */
	public boolean free(final Solid solid) {
		return touched(solid, List.of()) == null;
	}

	/**
	 * Adds a crack if there is room for it.
	 *
	 * @param shape the crack; it ends in no pore
	 * @return whether it was added
	 */
	public boolean offerCrack(final CrackShape shape) {
		if (touched(shape.solid(), List.of()) != null) return false;
		cracks.add(new PlacedCrack(cracks.size() + 1, shape, List.of()));
		return true;
	}

	/**
	 * Adds lithium metal; it wins over pores and cracks.
	 *
	 * @param solid its shape
	 */
	public void lithium(final Solid solid) {
		others.add(new Body(Specimen.LITHIUM, 1 + others.size(), solid));
	}

	/**
	 * Adds a part outside the sample, such as a cap; it wins over everything.
	 *
	 * @param solid its shape
	 */
	public void outside(final Solid solid) {
		others.add(new Body(Specimen.OUTSIDE, 1 + others.size(), solid));
	}

	/** Name of the first body that comes too near, or null. */
	private String touched(final Solid s, final List<Integer> allowedPores) {
		final Ball ball = s instanceof Ball ? (Ball) s : null;
		for (final PlacedPore p : pores)
			if (ball != null && p.solid() instanceof Ball other) {
				if (apart(ball, other)) continue;
				return "pore " + p.id();
			}
			else if (!allowedPores.contains(p.id()) && Clearance.tooNear(s, p.solid(), gapUm)) return "pore " + p.id();
		for (final PlacedCrack c : cracks)
			if (Clearance.tooNear(s, c.shape().solid(), gapUm)) return "crack " + c.id();
		return null;
	}

	/** Whether two balls keep the gap; thousands of pores are tried against each other. */
	private boolean apart(final Ball a, final Ball b) {
		final double x = a.centre().x() - b.centre().x(), y = a.centre().y() - b.centre().y();
		final double z = a.centre().z() - b.centre().z(), reach = a.radius() + b.radius() + gapUm;
		return x * x + y * y + z * z >= reach * reach;
	}

	/**
	 * Number of pores so far.
	 *
	 * @return count
	 */
	public int pores() {
		return pores.size();
	}

	/**
	 * Closes the specimen and works out what is true of it.
	 *
	 * @return the specimen
	 */
	public Specimen build() {
		final List<Body> bodies = new ArrayList<>();
		others.stream().filter(b -> b.value() == Specimen.OUTSIDE).forEach(bodies::add);
		others.stream().filter(b -> b.value() == Specimen.LITHIUM).forEach(bodies::add);
		for (final PlacedPore p : pores)
			bodies.add(new Body(Specimen.PORE, p.id(), p.solid()));
		for (final PlacedCrack c : cracks)
			bodies.add(new Body(Specimen.CRACK, c.id(), c.shape().solid()));
		final Truth truth = new Truth(grid, face, pores, cracks);
		return new Specimen(name, grid, face, bodies, truth.pores(), truth.cracks(), truth.summary());
	}

	private static String text(final Vec3 p) {
		return String.format(java.util.Locale.ROOT, "(%.3f, %.3f, %.3f)", p.x(), p.y(), p.z());
	}
}
