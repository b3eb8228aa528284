// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A boundary-value problem of Laplace's equation on a class image: what each class is, where the electrodes lie, how
 * the sides behave, how exactly it is to be solved.
 * <p>
 * Metal is at 0 V. A face between an electrolyte voxel of conductivity sigma and metal conducts, per area,
 * {@code 1 / (h / (2 sigma) + factor r_int)}: half a voxel of electrolyte in series with linear kinetics, i.e.
 * sigma / (h/2 + lambda factor) with lambda = sigma r_int (physics: Wagner length; discretisation derived, two-point
 * flux). Faces between two conductors take the two half voxels in series, which is exact for layers.
 */
public final class FieldProblem {

	/** The smallest relative residual that may be asked for: potentials are stored in double, their corrections in float. */
	public static final double FINEST_TOLERANCE = 1e-10;

	static final byte UNDECLARED = 0, CONDUCTOR = 1, INSULATOR = 2, METAL = 3, ELECTRODE_METAL = 4, COUNTER_METAL = 5;

	final ByteVolume classes;
	final VoxelGrid grid;
	final byte[] role = new byte[256];
	final double[] sigmaSm = new double[256];
	ElectrodeFace electrode = ElectrodeFace.NONE;
	double electrodeOhmCm2;
	double metalOhmCm2;
	IntVolume factorLabels;
	double[] factors;
	Counter counter;
	final boolean[] periodic = new boolean[3];
	Joining joining = Joining.ALL;
	double tolerance = 1e-6;
	int maxIterations = 500;
	int threads;

	private FieldProblem(final ByteVolume classes) {
		this.classes = classes;
		this.grid = classes.grid();
	}

	/**
	 * Begins a problem on a class image; only the voxel values that are declared may occur in it.
	 *
	 * @param classes the class image
	 * @return the problem, to be completed by the calls below
	 */
	public static FieldProblem on(final ByteVolume classes) {
		return new FieldProblem(classes);
	}

	/**
	 * Declares a class that conducts.
	 *
	 * @param cls voxel value, 0 to 255
	 * @param siemensPerMetre its conductivity, S/m, above 0
	 * @return this
	 */
	public FieldProblem conductor(final int cls, final double siemensPerMetre) {
		if (siemensPerMetre == 0) return insulator(cls);
		if (!(siemensPerMetre > 0) || Double.isInfinite(siemensPerMetre)) throw new IllegalArgumentException("The conductivity of class "
			+ cls + " is " + siemensPerMetre + " S/m; it must be positive, or 0 for an insulating void (solid electrolytes: 0.01 to 1).");
		declare(cls, CONDUCTOR);
		sigmaSm[cls] = siemensPerMetre;
		return this;
	}

	/**
	 * Declares a class that carries no current: an empty pore, a blocking phase, the outside.
	 *
	 * @param cls voxel value, 0 to 255
	 * @return this
	 */
	public FieldProblem insulator(final int cls) {
		return declare(cls, INSULATOR);
	}

	/**
	 * Declares a class that is lithium: equipotential; {@link #joining} says whether all of it is grounded.
	 *
	 * @param cls voxel value, 0 to 255
	 * @return this
	 */
	public FieldProblem metal(final int cls) {
		return declare(cls, METAL);
	}

	/**
	 * Declares a class that is the electrode itself, as found in the image: always grounded.
	 *
	 * @param cls voxel value, 0 to 255
	 * @return this
	 */
	public FieldProblem electrodeMetal(final int cls) {
		return declare(cls, ELECTRODE_METAL);
	}

	/**
	 * Declares a class that is the counter electrode, as found in the image; use with {@link Counter#image}.
	 *
	 * @param cls voxel value, 0 to 255
	 * @return this
	 */
	public FieldProblem counterMetal(final int cls) {
		return declare(cls, COUNTER_METAL);
	}

	private FieldProblem declare(final int cls, final byte what) {
		if (cls < 0 || cls > 255) throw new IllegalArgumentException("Class " + cls
			+ " cannot occur in an 8-bit image; give a class from 0 to 255.");
		role[cls] = what;
		sigmaSm[cls] = 0;
		return this;
	}

	/**
	 * Puts a flat lithium electrode on a side of the volume; NONE if the image holds the electrode.
	 *
	 * @param face the side
	 * @param rintOhmCm2 its interface resistance, ohm cm2, 0 = none
	 * @return this
	 */
	public FieldProblem electrode(final ElectrodeFace face, final double rintOhmCm2) {
		electrode = face;
		electrodeOhmCm2 = resistance(rintOhmCm2);
		return this;
	}

	/**
	 * Sets the interface resistance of all metal inside the volume.
	 *
	 * @param rintOhmCm2 ohm cm2, 0 = none; lambda in um = 100 sigma r_int
	 * @return this
	 */
	public FieldProblem contactResistance(final double rintOhmCm2) {
		metalOhmCm2 = resistance(rintOhmCm2);
		return this;
	}

	private static double resistance(final double ohmCm2) {
		if (!(ohmCm2 >= 0) || Double.isInfinite(ohmCm2)) throw new IllegalArgumentException("The interface resistance is " + ohmCm2
			+ " ohm cm2; it must be 0 or a positive, finite number.");
		return ohmCm2;
	}

	/**
	 * Corrects the interface resistance for stair-stepped surfaces: a voxel sphere has 1.5 times its true area, so its
	 * faces conduct too well by as much.
	 *
	 * @param labels metal bodies
	 * @param voxelOverTrueArea factor at the index of the label, at least 1 in any real body; index 0 is used for metal
	 *          without label
	 * @return this
	 */
	public FieldProblem areaFactors(final IntVolume labels, final double[] voxelOverTrueArea) {
		sameGrid(labels.grid(), "label volume");
		for (int l = 0; l < voxelOverTrueArea.length; l++)
			if (!(voxelOverTrueArea[l] > 0) || Double.isInfinite(voxelOverTrueArea[l])) throw new IllegalArgumentException(
				"The area factor of label " + l + " is " + voxelOverTrueArea[l]
					+ "; it is voxel-face area over true area and must be positive (1 = no correction, 1.5 = sphere).");
		factorLabels = labels;
		factors = voxelOverTrueArea.clone();
		return this;
	}

	/**
	 * Sets the counter electrode.
	 *
	 * @param c flux or plane
	 * @return this
	 */
	public FieldProblem counter(final Counter c) {
		counter = c;
		return this;
	}

	/**
	 * Makes sides periodic; all others carry no current. The electrodes' axes cannot be periodic.
	 *
	 * @param x across the x sides
	 * @param y across the y sides
	 * @param z across the z sides
	 * @return this
	 */
	public FieldProblem periodic(final boolean x, final boolean y, final boolean z) {
		periodic[0] = x;
		periodic[1] = y;
		periodic[2] = z;
		return this;
	}

	/**
	 * Says which metal is grounded.
	 *
	 * @param j all, or what touches the electrode
	 * @return this
	 */
	public FieldProblem joining(final Joining j) {
		joining = j;
		return this;
	}

	/**
	 * Sets how exactly to solve: the norm of the charge imbalance of all voxels, relative to the norm of the currents
	 * through the counter electrode's voxel faces; also the sum of the imbalance relative to the whole current.
	 *
	 * @param t 1e-10 to 0.1; default 1e-6
	 * @return this
	 */
	public FieldProblem tolerance(final double t) {
		if (!(t >= FINEST_TOLERANCE && t <= 0.1)) throw new IllegalArgumentException("tolerance=" + t
			+ " cannot be met by the numbers' precision or means nothing; give 1e-10 to 0.1 (1e-6 is usual).");
		tolerance = t;
		return this;
	}

	/**
	 * Limits the iterations; a solution that has not converged is refused, not returned.
	 *
	 * @param n at least 1; default 500
	 * @return this
	 */
	public FieldProblem maxIterations(final int n) {
		if (n < 1) throw new IllegalArgumentException("iterations=" + n + " leaves the field unsolved; give at least 1 (default 500).");
		maxIterations = n;
		return this;
	}

	/**
	 * Sets the number of threads; the result does not depend on it.
	 *
	 * @param n threads, 0 = all
	 * @return this
	 */
	public FieldProblem threads(final int n) {
		threads = n;
		return this;
	}

	void sameGrid(final VoxelGrid g, final String what) {
		if (g.nx() != grid.nx() || g.ny() != grid.ny() || g.nz() != grid.nz()) throw new IllegalArgumentException("The " + what + " has "
			+ g.nx() + " x " + g.ny() + " x " + g.nz() + " voxels, the class image " + grid.nx() + " x " + grid.ny() + " x " + grid.nz()
			+ "; both must come from the same image.");
	}

	/** Checks that the parts fit together. */
	void validate() {
		if (counter == null) throw new IllegalArgumentException(
			"No counter electrode was given; set a far flux or a potential plane on the side opposite the electrode.");
		if (electrode != ElectrodeFace.NONE && counter.face() == electrode) throw new IllegalArgumentException("Electrode and counter electrode both lie on face "
			+ electrode.key() + "; put the counter electrode on another side.");
		if (counter.face() != ElectrodeFace.NONE && periodic[counter.face().axis()] || electrode != ElectrodeFace.NONE && periodic[electrode.axis()])
			throw new IllegalArgumentException("The axis of an electrode is periodic; only the sides along the electrodes can be periodic.");
		boolean conducts = false;
		boolean inImage = false;
		for (int c = 0; c < 256; c++) {
			conducts |= role[c] == CONDUCTOR;
			inImage |= role[c] == COUNTER_METAL;
		}
		if (inImage != (counter.face() == ElectrodeFace.NONE)) throw new IllegalArgumentException(inImage
			? "A class is declared as counter electrode but another counter electrode was given too; keep one of them."
			: "The counter electrode is said to be in the image but no class is declared as such; declare it or give a side.");
		if (!conducts) throw new IllegalArgumentException(
			"No class of the image conducts; declare the solid electrolyte's class with its conductivity in S/m.");
	}
}
