// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.geom.ElectrodeFace;

/** Materials of a problem and the conductances of voxel faces between them, in S/m um. */
final class Interfaces {

	/** Material number of floating metal. */
	static final int FLOATING = 15;
	/** Conductivity of floating metal over the best electrolyte's in the preconditioner; the solution is exactly flat. */
	private static final double METALLIC = 100;
	/** ohm cm2 to um per (S/m). */
	static final double OHM_CM2 = 100;

	private final FieldProblem problem;
	/** Conductivity by material, S/m. */
	final double[] sigma = new double[16];
	/** Material by class. */
	final byte[] material = new byte[256];

	Interfaces(final FieldProblem problem) {
		this.problem = problem;
		int n = 0;
		double best = 0;
		for (int c = 0; c < 256; c++) {
			if (problem.role[c] != FieldProblem.CONDUCTOR) continue;
			final double s = problem.sigmaSm[c];
			best = Math.max(best, s);
			int m = 1;
			while (m <= n && sigma[m] != s)
				m++;
			if (m == FLOATING) throw new IllegalArgumentException(
				"The image has more than 14 different conductivities; join classes of similar conductivity.");
			if (m > n) sigma[n = m] = s;
			material[c] = (byte) m;
		}
		sigma[FLOATING] = METALLIC * best;
	}

	private double area(final int axis) {
		return problem.grid.voxelVolumeUm3() / problem.grid.edgeUm(axis);
	}

	private double half(final int axis, final int m) {
		return problem.grid.edgeUm(axis) / (2 * sigma[m]);
	}

	/** Between two conducting voxels; the surface of floating metal is that of any metal. */
	float pair(final int axis, final int a, final int b) {
		if (a == 0 || b == 0) return 0;
		if ((a == FLOATING) != (b == FLOATING)) return metal(axis, a == FLOATING ? b : a, 1);
		return (float) (area(axis) / (half(axis, a) + half(axis, b)));
	}

	/** To grounded metal inside the image. */
	float metal(final int axis, final int m, final double areaFactor) {
		return (float) (area(axis) / (half(axis, m) + OHM_CM2 * problem.metalOhmCm2 * areaFactor));
	}

	/** To the flat electrode on a side of the volume. */
	float electrode(final ElectrodeFace face, final int m) {
		return (float) (area(face.axis()) / (half(face.axis(), m) + OHM_CM2 * problem.electrodeOhmCm2));
	}

	/** To the counter electrode's potential. */
	double plane(final Counter c, final int axis, final int m) {
		return area(axis) / (half(axis, m) + c.distanceUm() / sigma[m]);
	}

	/** Area correction of a metal voxel of a label. */
	double areaFactor(final int label) {
		return problem.factors == null ? 1 : label > 0 && label < problem.factors.length ? problem.factors[label] : problem.factors[0];
	}
}
