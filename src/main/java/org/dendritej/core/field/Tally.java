// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums the currents through voxel faces by body, in raster order: one thread, the same result always. */
final class Tally {

	private final Domain domain;
	private final FineLevel level;
	private final double[] x;

	private double[][] byLabel = new double[3][64];
	private boolean[] seen = new boolean[64];
	private double electrode, electrodeArea, total;

	Tally(final Domain domain, final double[] x) {
		this.domain = domain;
		level = domain.level;
		this.x = x;
	}

	/** labels and factors: planes k-1, k, k+1 of the bodies and of the area factors. */
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
