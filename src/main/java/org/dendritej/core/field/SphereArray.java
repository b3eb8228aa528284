// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * The idealised specimen: lithium-filled spheres on a square lattice under a flat electrode, optionally a second sphere
 * in the centre of every cell, as in the supplementary figures of Melvin et al. (Nature Energy 2025,
 * doi:10.1038/s41560-025-01847-0). By symmetry a quarter of the cell is solved.
 *
 * @param pitchUm lattice pitch of the first kind, um
 * @param radiusUm radius of the spheres at the cells' corners, um
 * @param depthUm depth of their centres below the electrode, um
 * @param centreRadiusUm radius of the spheres at the cells' centres, um; 0 = none
 * @param centreDepthUm depth of their centres, um
 * @param lambdaUm conductivity times interface resistance, um, on all lithium; 0 = no kinetics
 */
public record SphereArray(double pitchUm, double radiusUm, double depthUm, double centreRadiusUm, double centreDepthUm,
	double lambdaUm)
{

	/** Height of electrolyte above the deepest sphere, in pitches: the flux there is uniform to 1e-3. */
	private static final double CLEAR = 1.2;
	private static final long MOST_VOXELS = 40_000_000;

	/** Checks that the spheres are apart from each other and from the electrode. */
	public SphereArray {
		positive("pitch", pitchUm);
		positive("radius", radiusUm);
		if (!(lambdaUm >= 0) || Double.isInfinite(lambdaUm)) throw new IllegalArgumentException("lambda is " + lambdaUm
			+ " um; it must be 0 or a positive, finite length (conductivity times interface resistance).");
		apart("corner", radiusUm, depthUm, pitchUm);
		if (!(centreRadiusUm >= 0)) throw new IllegalArgumentException("The centre sphere's radius is " + centreRadiusUm
			+ " um; it must be 0 (none) or positive.");
		if (centreRadiusUm > 0) {
			apart("centre", centreRadiusUm, centreDepthUm, pitchUm);
			final double gap = Math.hypot(pitchUm / Math.sqrt(2), depthUm - centreDepthUm) - radiusUm - centreRadiusUm;
			if (gap <= 0) throw new IllegalArgumentException("The spheres at corner and centre of the cell overlap by " + -gap
				+ " um; use smaller radii or a larger pitch.");
		}
	}

	private static void positive(final String what, final double um) {
		if (!(um > 0) || Double.isInfinite(um)) throw new IllegalArgumentException("The " + what + " is " + um
			+ " um; it must be a positive, finite length.");
	}

	private static void apart(final String which, final double r, final double d, final double s) {
		if (!(d > r) || Double.isInfinite(d)) throw new IllegalArgumentException("The " + which + " sphere of radius " + r + " um at depth " + d
			+ " um touches the electrode; its centre must lie deeper than its radius.");
		if (!(s > 2 * r)) throw new IllegalArgumentException("The " + which + " spheres of radius " + r + " um overlap at a pitch of " + s
			+ " um; the pitch must exceed twice the radius.");
	}

	/**
	 * Spheres of one size.
	 *
	 * @param pitchUm pitch, um
	 * @param radiusUm radius, um
	 * @param depthUm depth of the centres, um
	 * @param lambdaUm kinetics, um
	 * @return the array
	 */
	public static SphereArray of(final double pitchUm, final double radiusUm, final double depthUm, final double lambdaUm) {
		return new SphereArray(pitchUm, radiusUm, depthUm, 0, 0, lambdaUm);
	}

	/**
	 * Adds a sphere at each cell's centre whose top lies as deep as that of the others (equal crack lengths).
	 *
	 * @param radius its radius, um
	 * @return the mixed array
	 */
	public SphereArray withCentre(final double radius) {
		return new SphereArray(pitchUm, radiusUm, depthUm, radius, depthUm - radiusUm + radius, lambdaUm);
	}

	/**
	 * Solves the array.
	 *
	 * @param voxelsPerRadius voxels that the smallest radius should span, at least 4 (areas within 4 %; 8: 2 %)
	 * @param threads threads, 0 = all
	 * @param progress told of progress
	 * @return collecting areas and shares
	 * @throws IllegalArgumentException if that needs more than 40 million voxels or more memory than there is
	 */
	public SphereShares solve(final double voxelsPerRadius, final int threads, final Progress progress) {
		if (!(voxelsPerRadius >= 4)) throw new IllegalArgumentException("A radius of " + voxelsPerRadius
			+ " voxels is too coarse for a sphere; give at least 4 (error 4 %), better 8 (2 %).");
		final double smallest = centreRadiusUm > 0 ? Math.min(radiusUm, centreRadiusUm) : radiusUm;
		final int n = (int) Math.ceil(pitchUm / 2 / (smallest / voxelsPerRadius) - 1e-9);
		final double h = pitchUm / 2 / n;
		final double deepest = Math.max(depthUm + radiusUm, centreRadiusUm > 0 ? centreDepthUm + centreRadiusUm : 0);
		final double height = Math.ceil((deepest + CLEAR * pitchUm) / h);
		if ((double) n * n * height > MOST_VOXELS) throw new IllegalArgumentException("A radius of " + smallest + " um at " + voxelsPerRadius
			+ " voxels in a pitch of " + pitchUm + " um makes " + n + " x " + n + " x " + (long) height
			+ " voxels; at most 40 million are solved: give fewer voxels per radius (at least 4).");
		final VoxelGrid g = VoxelGrid.of(n, n, (int) height, h, h, h);
		return solve(g, threads, progress);
	}

	private SphereShares solve(final VoxelGrid g, final int threads, final Progress progress) {
		final int[][] planes = new int[g.nz()][g.planeSize()];
		final byte[][] classes = new byte[g.nz()][g.planeSize()];
		for (int k = 0; k < g.nz(); k++)
			for (int j = 0; j < g.ny(); j++)
				for (int i = 0; i < g.nx(); i++) {
					final int label = at((i + .5) * g.dxUm(), (j + .5) * g.dyUm(), (k + .5) * g.dzUm());
					planes[k][i + g.nx() * j] = label;
					classes[k][i + g.nx() * j] = (byte) Math.min(1, label);
				}
		final double rint = lambdaUm / Interfaces.OHM_CM2;
		final IntVolume labels = IntVolume.of(g, planes);
		final FieldProblem p = FieldProblem.on(ByteVolume.of(g, classes)).conductor(0, 1).metal(1).electrode(ElectrodeFace.Z_MINUS, rint)
			.contactResistance(rint).areaFactors(labels, factors(g, planes)).counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)).threads(threads);
		final FieldSolution s = FieldSolver.solve(p, progress);
		final CollectedCurrents c = s.currents(labels);
		return new SphereShares(this, g.dxUm(), 4 * c.of(1).collectingAreaUm2(),
			centreRadiusUm > 0 ? 4 * c.of(2).collectingAreaUm2() : Double.NaN, c.electrodeShare(), s.iterations());
	}

	private int at(final double x, final double y, final double z) {
		if (x * x + y * y + (z - depthUm) * (z - depthUm) < radiusUm * radiusUm) return 1;
		final double u = x - pitchUm / 2, v = y - pitchUm / 2, w = z - centreDepthUm;
		return u * u + v * v + w * w < centreRadiusUm * centreRadiusUm ? 2 : 0;
	}

	/** Voxel faces over true area, counted on the quarter spheres as drawn. */
	private double[] factors(final VoxelGrid g, final int[][] planes) {
		final double[] faces = { 0, 0, 0 };
		for (int k = 0; k < g.nz(); k++)
			for (int p = 0; p < g.planeSize(); p++) {
				final int i = p % g.nx(), j = p / g.nx(), own = planes[k][p];
				if (i + 1 < g.nx() && planes[k][p + 1] != own) faces[Math.max(own, planes[k][p + 1])]++;
				if (j + 1 < g.ny() && planes[k][p + g.nx()] != own) faces[Math.max(own, planes[k][p + g.nx()])]++;
				if (k + 1 < g.nz() && planes[k + 1][p] != own) faces[Math.max(own, planes[k + 1][p])]++;
			}
		final double face = g.dxUm() * g.dxUm();
		return new double[] { 1, faces[1] * face / (Math.PI * radiusUm * radiusUm),
			centreRadiusUm > 0 ? faces[2] * face / (Math.PI * centreRadiusUm * centreRadiusUm) : 1 };
	}
}
