// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/** The solved potential, and the images and currents that follow from it. Keeps 13 bytes per voxel. */
public final class FieldSolution {

	private final Domain domain;
	private final FineLevel level;
	private final double[] x;
	private final int iterations;
	private final double residual;

	FieldSolution(final Domain domain, final double[] x, final int iterations, final double residual) {
		this.domain = domain;
		this.level = domain.level;
		this.x = x;
		this.iterations = iterations;
		this.residual = residual;
	}

	/**
	 * Size and edges of the image.
	 *
	 * @return the grid
	 */
	public VoxelGrid grid() {
		return domain.grid;
	}

	/**
	 * Iterations that were needed.
	 *
	 * @return count
	 */
	public int iterations() {
		return iterations;
	}

	/**
	 * The relative residual that was reached, as {@link FieldProblem#tolerance} defines it, recomputed in double.
	 *
	 * @return at most the tolerance
	 */
	public double residual() {
		return residual;
	}

	/**
	 * What the domain holds besides one connected electrolyte: islands of floating metal, electrolyte without path to
	 * lithium.
	 *
	 * @return sentences to show; empty if there is nothing to tell
	 */
	public List<String> remarks() {
		final List<String> said = new ArrayList<>();
		if (domain.isolatedVoxels > 0) said.add(domain.isolatedVoxels + " conducting voxels in " + domain.isolatedRegions
			+ " regions have no path to lithium and were left out (potential NaN).");
		if (domain.islands.count() > 0) said.add(domain.islands.voxels() + " lithium voxels in " + domain.islands.count()
			+ " islands do not touch the electrode; they float, each at its own potential, and take no net current.");
		return said;
	}

	/**
	 * Electrolyte voxels that no current can reach.
	 *
	 * @return voxels left out
	 */
	public long isolatedVoxels() {
		return domain.isolatedVoxels;
	}

	/**
	 * Islands of lithium that do not touch the electrode.
	 *
	 * @return number of islands; 0 if all metal was joined by decree
	 */
	public int floatingIslands() {
		return domain.islands.count();
	}

	/**
	 * Potential of a voxel centre against the lithium.
	 *
	 * @param i index along x
	 * @param j index along y
	 * @param k index along z
	 * @return V; 0 in grounded lithium, NaN where no current flows
	 */
	public double potentialV(final int i, final int j, final int k) {
		final int c = level.row(j, k) + i;
		if ((level.code[c] & FineLevel.METAL) != 0) return 0;
		if (level.code[c] == (byte) FineLevel.COUNTER) return domain.problem.counter.volt();
		return (level.code[c] & FineLevel.MATERIAL) == 0 ? Double.NaN : x[c];
	}

	/**
	 * Conductivity of a voxel.
	 *
	 * @param i index along x
	 * @param j index along y
	 * @param k index along z
	 * @return S/m; 0 in insulators, NaN in lithium
	 */
	public double conductivitySm(final int i, final int j, final int k) {
		final int code = level.code[level.row(j, k) + i];
		return (code & FineLevel.METAL) != 0 ? Double.NaN : domain.interfaces.sigma[code & FineLevel.MATERIAL];
	}

	/**
	 * Mean current density through the counter electrode.
	 *
	 * @return mA/cm2
	 */
	public double farCurrentMaCm2() {
		final double[] sum = { 0 };
		domain.eachCounterFace(x, i -> sum[0] += i);
		return sum[0] / domain.counterAreaUm2 / FieldSides.MA_CM2;
	}

	/**
	 * Potential image, V against the lithium; made slice by slice when read.
	 *
	 * @return 0 in grounded lithium, NaN where no current can flow
	 */
	public FloatVolume potential() {
		return new Slices(slice -> (i, j, k) -> (float) potentialV(i, j, k));
	}

	/**
	 * Image of the current density's magnitude at voxel centres: per axis the mean of the two face fluxes.
	 *
	 * @return mA/cm2; 0 in lithium, NaN where no current can flow
	 */
	public FloatVolume currentDensity() {
		return new Slices(k -> {
			final int[][] labels = domain.factorPlanes(k);
			return (i, j, kk) -> density(i, j, kk, labels);
		});
	}

	private float density(final int i, final int j, final int k, final int[][] labels) {
		final int c = level.row(j, k) + i, code = level.code[c];
		if ((code & FineLevel.METAL) != 0 || code == (byte) FineLevel.COUNTER) return 0;
		if ((code & FineLevel.MATERIAL) == 0) return Float.NaN;
		double ss = 0;
		for (int axis = 0; axis < 3; axis++) {
			final double mean = (code & FineLevel.REGULAR) != 0 ? through(axis, i, j, k, c, code) : (flux(axis, i, j, k, true, labels) + flux(axis, i,
				j, k, false, labels)) / 2;
			ss += mean * mean;
		}
		return (float) Math.sqrt(ss);
	}

	/** Mean flux through a voxel among its like, mA/cm2. */
	private double through(final int axis, final int i, final int j, final int k, final int c, final int code) {
		final int up = axis == 0 ? c + 1 : (axis == 1 ? level.wrapped(j + 1, k) : level.wrapped(j, k + 1)) + i;
		final int down = axis == 0 ? c - 1 : (axis == 1 ? level.wrapped(j - 1, k) : level.wrapped(j, k - 1)) + i;
		return level.pair[axis][17 * (code & FineLevel.MATERIAL)] * (x[down] - x[up]) / (2 * domain.faceAreaUm2(axis) * FieldSides.MA_CM2);
	}

	/**
	 * Current density through one face of an electrolyte voxel, positive along the axis.
	 *
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @param i index along x
	 * @param j index along y
	 * @param k index along z
	 * @param up the face towards the higher index
	 * @return mA/cm2; 0 through closed sides and towards insulators, NaN in voxels that carry no current
	 */
	public double fluxMaCm2(final int axis, final int i, final int j, final int k, final boolean up) {
		final boolean metal = level.hasNeighbour(axis, i, j, k, up) && (level.code[level.neighbour(axis, i, j, k, up)] & FineLevel.METAL) != 0;
		return flux(axis, i, j, k, up, metal ? domain.factorPlanes(k) : null);
	}

	/** labels: planes k-1, k, k+1 of the area factors, or null. */
	private double flux(final int axis, final int i, final int j, final int k, final boolean up, final int[][] labels) {
		final int c = level.row(j, k) + i, m = level.code[c] & FineLevel.MATERIAL;
		if (m == 0) return Double.NaN;
		final float g = level.link(axis, i, j, k, up);
		double out;
		if (g != 0) out = g * (x[c] - x[level.neighbour(axis, i, j, k, up)]);
		else {
			out = domain.groundAcross(axis, i, j, k, up, m, labels) * x[c];
			if (domain.isCounter(axis, i, j, k, up)) out = -domain.counterInflow(axis, m, x[c]);
		}
		return (up ? out : -out) / domain.faceAreaUm2(axis) / FieldSides.MA_CM2;
	}

	/**
	 * The current that enters each labelled body, the rest of the metal and the flat electrode.
	 *
	 * @param labels metal bodies, e.g. pores or cracks; null = all metal under label 0
	 * @return currents and collecting areas; floating metal is not listed, its net current is 0
	 */
	public CollectedCurrents currents(final IntVolume labels) {
		return currents(labels, Progress.NONE);
	}

	/**
	 * As {@link #currents(IntVolume)}.
	 *
	 * @param labels metal bodies or null
	 * @param progress asked at every slice whether to stop
	 * @return currents and collecting areas
	 */
	public CollectedCurrents currents(final IntVolume labels, final Progress progress) {
		if (labels != null) domain.problem.sameGrid(labels.grid(), "label volume");
		final Tally tally = new Tally(domain, x);
		final int[][] own = new int[3][];
		if (labels != null) {
			own[1] = labels.plane(level.nz - 1);
			own[2] = labels.plane(0);
		}
		for (int k = 0; k < level.nz; k++) {
			progress.check();
			if (labels != null) {
				own[0] = own[1];
				own[1] = own[2];
				own[2] = labels.plane((k + 1) % level.nz);
			}
			tally.slice(k, own, domain.factorPlanes(k));
		}
		return tally.result();
	}

	private interface Value {
		float at(int i, int j, int k);
	}

	private final class Slices implements FloatVolume {

		private final IntFunction<Value> values;

		/** @param values given a slice, the value at its voxels */
		Slices(final IntFunction<Value> values) {
			this.values = values;
		}

		@Override
		public VoxelGrid grid() {
			return domain.grid;
		}

		@Override
		public float[] plane(final int k) {
			final Value value = values.apply(k);
			final float[] out = new float[level.nx * level.ny];
			for (int j = 0; j < level.ny; j++)
				for (int i = 0; i < level.nx; i++)
					out[i + level.nx * j] = value.at(i, j, k);
			return out;
		}
	}
}
