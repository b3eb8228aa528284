// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

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
		return new Slices((i, j, k) -> (float) potentialV(i, j, k));
	}

	/**
	 * Image of the current density's magnitude at voxel centres: per axis the mean of the two face fluxes.
	 *
	 * @return mA/cm2; 0 in lithium, NaN where no current can flow
	 */
	public FloatVolume currentDensity() {
		return new Slices(this::density);
	}

	private float density(final int i, final int j, final int k) {
		final int code = level.code[level.row(j, k) + i];
		if ((code & FineLevel.METAL) != 0 || code == (byte) FineLevel.COUNTER) return 0;
		if ((code & FineLevel.MATERIAL) == 0) return Float.NaN;
		double ss = 0;
		for (int axis = 0; axis < 3; axis++) {
			final double mean = (fluxMaCm2(axis, i, j, k, true) + fluxMaCm2(axis, i, j, k, false)) / 2;
			ss += mean * mean;
		}
		return (float) Math.sqrt(ss);
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
		final int c = level.row(j, k) + i, m = level.code[c] & FineLevel.MATERIAL;
		if (m == 0) return Double.NaN;
		final float g = level.link(axis, i, j, k, up);
		double out;
		if (g != 0) out = g * (x[c] - x[level.neighbour(axis, i, j, k, up)]);
		else {
			out = domain.groundAcross(axis, i, j, k, up, m, domain.factorPlanes(k)) * x[c];
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
		if (labels != null) domain.problem.sameGrid(labels.grid(), "label volume");
		final Tally tally = new Tally();
		final int[][] own = new int[3][];
		for (int k = 0; k < level.nz; k++) {
			if (labels != null)
				for (int dk = 0; dk < 3; dk++)
					own[dk] = labels.plane((k + dk - 1 + level.nz) % level.nz);
			tally.slice(k, own, domain.factorPlanes(k));
		}
		return tally.result();
	}

	/** Sums over voxel faces, in raster order: one thread, the same result always. */
	private final class Tally {

		private double[][] byLabel = new double[3][64];
		private boolean[] seen = new boolean[64];
		private double electrode, electrodeArea, total;

		void slice(final int k, final int[][] labels, final int[][] factors) {
			for (int j = 0; j < level.ny; j++)
				for (int i = 0; i < level.nx; i++) {
					final int c = level.row(j, k) + i;
					final int code = level.code[c];
					if ((code & FineLevel.METAL) != 0) at(labels[1] == null ? 0 : labels[1][i + level.nx * j]);
					if ((code & FineLevel.MATERIAL) == 0 || (code & FineLevel.REGULAR) != 0) continue;
					for (int face = 0; face < 6; face++)
						face(face >> 1, (face & 1) == 1, i, j, k, c, labels, factors);
				}
		}

		private int at(final int label) {
			if (label < 0) throw new IllegalArgumentException("The label image holds the label " + label + "; labels must be 0 or more.");
			if (label >= seen.length) {
				final int n = Math.max(label + 1, 2 * seen.length);
				seen = Arrays.copyOf(seen, n);
				for (int q = 0; q < byLabel.length; q++)
					byLabel[q] = Arrays.copyOf(byLabel[q], n);
			}
			seen[label] = true;
			return label;
		}

		private void face(final int axis, final boolean up, final int i, final int j, final int k, final int c,
			final int[][] labels, final int[][] factors)
		{
			final int m = level.code[c] & FineLevel.MATERIAL;
			if (domain.isCounter(axis, i, j, k, up)) total += domain.counterInflow(axis, m, x[c]);
			final float g = domain.groundAcross(axis, i, j, k, up, m, factors);
			if (g == 0) return;
			if (!level.hasNeighbour(axis, i, j, k, up)) {
				electrode += g * x[c];
				electrodeArea += domain.faceAreaUm2(axis);
				return;
			}
			final int plane = axis < 2 ? 1 : up ? 2 : 0, at = level.neighbour(axis, i, j, k, up) % (level.nx * level.ny);
			final int label = at(labels[plane] == null ? 0 : labels[plane][at]);
			byLabel[0][label] += domain.faceAreaUm2(axis);
			byLabel[1][label] += domain.faceAreaUm2(axis) / domain.interfaces.areaFactor(factors == null ? 0 : factors[plane][at]);
			byLabel[2][label] += g * x[c];
		}

		CollectedCurrents result() {
			final double area = domain.counterAreaUm2;
			final List<LabelCurrent> list = new ArrayList<>();
			double sum = electrode;
			for (int l = 0; l < seen.length; l++) {
				if (!seen[l]) continue;
				sum += byLabel[2][l];
				final double share = byLabel[2][l] / total;
				list.add(new LabelCurrent(l, byLabel[0][l], byLabel[1][l], byLabel[2][l], share, share * area));
			}
			return new CollectedCurrents(list, electrode, electrodeArea, total, area, (sum - total) / total);
		}
	}

	private interface Value {
		float at(int i, int j, int k);
	}

	private final class Slices implements FloatVolume {

		private final Value value;

		Slices(final Value value) {
			this.value = value;
		}

		@Override
		public VoxelGrid grid() {
			return domain.grid;
		}

		@Override
		public float[] plane(final int k) {
			final float[] out = new float[level.nx * level.ny];
			for (int j = 0; j < level.ny; j++)
				for (int i = 0; i < level.nx; i++)
					out[i + level.nx * j] = value.at(i, j, k);
			return out;
		}
	}
}
