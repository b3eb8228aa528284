// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The oracle: assembles the same finite volumes as a full matrix, with its own formulas, and solves it directly.
 * Floating islands are one unknown each.
 */
final class DenseField {

	/** What the oracle needs to know; classes: 0 sigma0, 1 sigma1, 2 void, 3 metal, 4 electrode metal, 5 counter metal. */
	record Case(VoxelGrid g, int[] cls, int[] label, double[] sigma, double rintMetal, double[] factor, ElectrodeFace face,
		double rintFace, Counter counter, boolean[] periodic, Joining joining)
	{}

	private final Case c;
	private final int[] unknown;
	/** Lithium that floats: its lowest voxel; -1 for everything else. */
	private final int[] island;
	private final double[][] a;
	private final double[] b;
	/** Potential by voxel; NaN where no current can flow. */
	final double[] phi;
	/** Current into metal by label. */
	final double[] byLabel = new double[16];
	double electrode, total;
	/** Whether any current can flow at all. */
	final boolean solvable;

	DenseField(final Case c) {
		this.c = c;
		final int n = c.cls.length;
		unknown = new int[n];
		island = islands();
		final boolean[] linked = grounded();
		int m = 0;
		for (int v = 0; v < n; v++)
			unknown[v] = !linked[v] ? -1 : island[v] >= 0 && island[v] < v ? unknown[island[v]] : m++;
		a = new double[m][m];
		b = new double[m];
		phi = new double[n];
		for (int v = 0; v < n; v++)
			if (unknown[v] >= 0) assemble(v);
		boolean driven = false;
		for (final double s : b)
			driven |= s != 0;
		solvable = driven;
		if (!driven) return;
		final double[] x = new LUDecomposition(new Array2DRowRealMatrix(a, false)).getSolver()
			.solve(new org.apache.commons.math3.linear.ArrayRealVector(b, false)).toArray();
		for (int v = 0; v < n; v++)
			phi[v] = unknown[v] >= 0 ? x[unknown[v]] : grounded(v) ? 0 : c.cls[v] == 5 ? c.counter.volt() : Double.NaN;
		for (int v = 0; v < n; v++)
			if (unknown[v] >= 0 && c.cls[v] < 2) collect(v);
	}

	/** Voxel behind a face, -1 = outside. */
	int next(final int v, final int axis, final int dir) {
		final int[] p = { v % c.g.nx(), v / c.g.nx() % c.g.ny(), v / c.g.nx() / c.g.ny() };
		final int n = c.g.size(axis);
		p[axis] += dir;
		if (p[axis] < 0 || p[axis] >= n) {
			if (!c.periodic[axis] || n == 1) return -1;
			p[axis] = (p[axis] + n) % n;
		}
		return p[0] + c.g.nx() * (p[1] + c.g.ny() * p[2]);
	}

	private boolean onFace(final ElectrodeFace f, final int axis, final int dir) {
		return f != ElectrodeFace.NONE && f.axis() == axis && f.isLow() == dir < 0;
	}

	private double area(final int axis) {
		return c.g.edgeUm((axis + 1) % 3) * c.g.edgeUm((axis + 2) % 3);
	}

	private double ground(final int v, final int axis, final int dir) {
		final int w = next(v, axis, dir);
		if (c.cls[v] >= 2) return 0;
		final double half = c.g.edgeUm(axis) / 2 / c.sigma[c.cls[v]];
		if (w >= 0) return grounded(w) ? area(axis) / (half + 100 * c.rintMetal * c.factor[c.label[w]]) : 0;
		return onFace(c.face, axis, dir) ? area(axis) / (half + 100 * c.rintFace) : 0;
	}

	private boolean lithium(final int v) {
		return c.cls[v] == 3 || c.cls[v] == 4;
	}

	private boolean grounded(final int v) {
		return lithium(v) && island[v] < 0;
	}

	/** Spreads the contact with the electrode through class 3 until nothing changes, then numbers what is left. */
	private int[] islands() {
		final int[] own = new int[c.cls.length];
		for (int v = 0; v < own.length; v++)
			own[v] = c.cls[v] == 3 && c.joining == Joining.TOUCHING ? v : -1;
		boolean changed = true;
		while (changed) {
			changed = false;
			for (int v = 0; v < own.length; v++)
				for (int f = 0; f < 6 && own[v] >= 0; f++) {
					final int w = next(v, f / 2, f % 2 * 2 - 1);
					final boolean joined = w < 0 ? onFace(c.face, f / 2, f % 2 * 2 - 1) : lithium(w) && own[w] < own[v];
					if (!joined) continue;
					own[v] = w < 0 ? -1 : own[w];
					changed = true;
				}
		}
		return own;
	}

	private boolean conducts(final int v) {
		return c.cls[v] < 2 || island[v] >= 0;
	}

	private double link(final int v, final int w, final int axis) {
		final double a = c.cls[v] < 2 ? 1 / c.sigma[c.cls[v]] : 0, b = c.cls[w] < 2 ? 1 / c.sigma[c.cls[w]] : 0;
		final double kinetics = c.cls[v] < 2 && c.cls[w] < 2 ? 0 : 100 * c.rintMetal;
		return area(axis) / (c.g.edgeUm(axis) / 2 * (a + b) + kinetics);
	}

	private boolean far(final int w, final int axis, final int dir) {
		return w < 0 && onFace(c.counter.face(), axis, dir) || w >= 0 && c.cls[w] == 5;
	}

	private boolean[] grounded() {
		final boolean[] on = new boolean[c.cls.length];
		boolean changed = true;
		while (changed) {
			changed = false;
			for (int v = 0; v < on.length; v++) {
				if (on[v] || !conducts(v)) continue;
				for (int f = 0; f < 6; f++) {
					final int w = next(v, f / 2, f % 2 * 2 - 1);
					if (ground(v, f / 2, f % 2 * 2 - 1) > 0 || w >= 0 && conducts(w) && on[w]) on[v] = changed = true;
				}
			}
		}
		return on;
	}

	private double plane(final int v, final int axis) {
		return area(axis) * c.sigma[c.cls[v]] / (c.g.edgeUm(axis) / 2 + c.counter.distanceUm());
	}

	private void assemble(final int v) {
		final int row = unknown[v];
		for (int f = 0; f < 6; f++) {
			final int axis = f / 2, dir = f % 2 * 2 - 1, w = next(v, axis, dir);
			a[row][row] += ground(v, axis, dir);
			if (w >= 0 && conducts(w) && (c.cls[v] < 2 || c.cls[w] < 2)) {
				final double g = link(v, w, axis);
				a[row][row] += g;
				a[row][unknown[w]] -= g;
			}
			if (c.cls[v] < 2 && far(w, axis, dir)) {
				if (c.counter.plane()) {
					a[row][row] += plane(v, axis);
					b[row] += plane(v, axis) * c.counter.volt();
				}
				else b[row] += c.counter.currentMaCm2() * 1e-5 * area(axis);
			}
		}
	}

	private void collect(final int v) {
		for (int f = 0; f < 6; f++) {
			final int axis = f / 2, dir = f % 2 * 2 - 1, w = next(v, axis, dir);
			final double i = ground(v, axis, dir) * phi[v];
			if (w >= 0) byLabel[grounded(w) ? c.label[w] : 0] += i;
			else electrode += i;
			if (far(w, axis, dir))
				total += c.counter.plane() ? plane(v, axis) * (c.counter.volt() - phi[v]) : c.counter.currentMaCm2() * 1e-5 * area(axis);
		}
	}

	@Override
	public String toString() {
		return c.g + " " + Arrays.toString(c.cls) + " " + c.face + " " + c.counter + " " + Arrays.toString(c.periodic) + " " + c.joining;
	}
}
