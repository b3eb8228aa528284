// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.run.Progress;

/**
 * Solves a {@link FieldProblem}: conjugate gradients with one multigrid cycle as preconditioner.
 * <p>
 * The potential is kept in double, everything else in float; matrix products and sums run in double, and the residual is
 * recomputed from the potential whenever it has fallen by four orders of magnitude and at the end, so that float storage
 * limits the speed but not the result. The direction update is the flexible one (Notay 2000, doi:10.1137/S1064827599362314):
 * the cycle in float is only nearly symmetric. Time: about 15 cycles whatever the size; memory: {@link FieldMemory}.
 */
public final class FieldSolver {

	private static final double RENEW = 1e-4;

	private final Domain domain;
	private final FineLevel level;
	private final Sweep sweep;
	private final Multigrid cycle;
	private final double[] x;
	private final float[] r, p, q, z;
	/** Sum of the residual: current that is made or lost. */
	private double imbalance;
	private double step, zr, pr;

	private FieldSolver(final Domain domain, final Sweep sweep) {
		this.domain = domain;
		this.sweep = sweep;
		level = domain.level;
		cycle = new Multigrid(level, domain.electrodeSides(), sweep);
		final int n = level.cells();
		x = new double[n];
		r = new float[n];
		p = new float[n];
		q = new float[n];
		z = new float[n];
	}

	/**
	 * Solves a problem.
	 *
	 * @param problem what to solve
	 * @param progress told the residual; asked whether to stop several times in every iteration
	 * @return the potential and what follows from it
	 * @throws IllegalArgumentException if the problem contradicts itself, has no conducting path, is short-circuited or
	 *           too large for the heap, or does not converge within the iterations allowed
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static FieldSolution solve(final FieldProblem problem, final Progress progress) {
		progress.report(0, "Field: reading the classes");
		final Sweep sweep = new Sweep(problem.threads, progress);
		final Domain domain = new Domain(problem, sweep);
		return new FieldSolver(domain, sweep).run();
	}

	private FieldSolution run() {
		final FieldProblem problem = domain.problem;
		double norm = renewResidual();
		double sinceRenewal = norm;
		double rz = 0; // 0: begin anew from the steepest direction
		int iterations = 0;
		double first = Double.NaN;
		while (true) {
			final double scale = domain.problem.counter.plane() && iterations == 0 ? norm : counterNorm();
			double relative = Math.max(norm / scale, Math.abs(imbalance) / counterCurrent());
			if (Double.isNaN(first)) first = relative;
			if (relative <= problem.tolerance || norm <= RENEW * sinceRenewal) {
				norm = renewResidual();
				sinceRenewal = norm;
				rz = 0;
				relative = Math.max(norm / scale, Math.abs(imbalance) / counterCurrent());
				if (relative <= problem.tolerance) return finish(iterations, relative);
			}
			report(iterations, first, relative);
			if (iterations == problem.maxIterations) throw new IllegalArgumentException("The field has not converged after " + iterations
				+ " iterations: relative residual " + relative + " where " + problem.tolerance
				+ " was asked for; allow more iterations or a larger tolerance.");
			sweep.progress().check();
			cycle.apply(r, z);
			domain.islands.even(z);
			final double zq = products();
			direction(rz == 0 ? 0 : (float) (-step * zq / rz));
			rz = zr;
			final double pq = sweep.sum(level.nz, level.nx * level.ny, k -> level.multiply(k, p, q));
			domain.islands.even(q);
			step = pr / pq;
			norm = norm(step);
			iterations++;
		}
	}

	private void report(final int iterations, final double first, final double relative) {
		final double target = domain.problem.tolerance;
		final double fraction = relative >= first ? 0 : Math.min(1, Math.log(first / relative) / Math.log(first / target));
		sweep.progress().report(fraction, String.format(java.util.Locale.ROOT, "Field: iteration %d, residual %.1e of %.1e", iterations,
			relative, target));
	}

	/** r = source - A x in double; returns its norm and notes its sum. */
	private double renewResidual() {
		sweep.slices(0, level.nz, level.nx * level.ny, k -> {
			final int[][] labels = domain.factorPlanes(k);
			level.trueResidual(k, x, r, (i, j, kk, m, v) -> domain.exchange(i, j, kk, m, v, labels));
		});
		domain.islands.residual(level, x, r);
		return norm(0);
	}

	/** x += a p, r -= a q (a = 0: leaves both); returns the norm of r and notes its sum. */
	private double norm(final double a) {
		final float af = (float) a;
		final double[] sums = new double[level.nz];
		final double squares = sweep.sum(level.nz, level.nx * level.ny, k -> {
			double s = 0, ss = 0;
			for (int c = level.row(0, k), end = c + level.nx * level.ny; c < end; c++) {
				if (a != 0) {
					x[c] += a * p[c];
					r[c] -= af * q[c];
				}
				s += r[c];
				ss += (double) r[c] * r[c];
			}
			sums[k] = s;
			return ss;
		});
		imbalance = 0;
		for (final double s : sums)
			imbalance += s;
		return Math.sqrt(squares);
	}

	/** Computes z . r and returns z . q. */
	private double products() {
		final double[] zrs = new double[level.nz];
		final double zq = sweep.sum(level.nz, level.nx * level.ny, k -> {
			double a = 0, b = 0;
			for (int c = level.row(0, k), end = c + level.nx * level.ny; c < end; c++) {
				a += (double) z[c] * r[c];
				b += (double) z[c] * q[c];
			}
			zrs[k] = a;
			return b;
		});
		zr = 0;
		for (final double a : zrs)
			zr += a;
		return zq;
	}

	/** p = z + beta p; computes p . r. */
	private void direction(final float beta) {
		pr = sweep.sum(level.nz, level.nx * level.ny, k -> {
			double s = 0;
			for (int c = level.row(0, k), end = c + level.nx * level.ny; c < end; c++) {
				final float d = z[c] + beta * p[c];
				p[c] = d;
				s += (double) d * r[c];
			}
			return s;
		});
	}

	/** Norm of the currents through the counter electrode's voxel faces: what the residual is measured by. */
	private double counterNorm() {
		final double[] ss = { 0 };
		domain.eachCounterFace(x, i -> ss[0] += i * i);
		return Math.sqrt(ss[0]);
	}

	private double counterCurrent() {
		final double[] s = { 0 };
		domain.eachCounterFace(x, i -> s[0] += i);
		return Math.abs(s[0]);
	}

	private FieldSolution finish(final int iterations, final double relative) {
		sweep.progress().report(1, "Field: solved");
		return new FieldSolution(domain, x, iterations, relative);
	}
}
