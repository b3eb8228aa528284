// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Specimen.Body;

/**
 * Draws one slice of a specimen: looks only at the bodies whose box meets the row and jumps over voxels that the signed
 * distance proves to be alike. Gives exactly what a look at every body in every voxel would give.
 */
final class SliceSweep {

	/** Samples across the thinnest body that meets a cut voxel. */
	private static final double SAMPLES_ACROSS = 12;

	private final VoxelGrid grid;
	private final Solid[] solids;
	private final int[] values;
	private final int[] x0, x1, y0, y1;
	private final double[] thinnest;
	private final double z;

	/** Scratch, one row at a time. */
	private final int[] inRow;
	private final int[] active;

	/**
	 * Picks the bodies of a slice.
	 *
	 * @param bodies all bodies, winners first
	 * @param grid the image
	 * @param k slice; may lie beyond the image
	 */
	SliceSweep(final List<Body> bodies, final VoxelGrid grid, final int k) {
		this.grid = grid;
		final Vec3 o = grid.originUm();
		z = o.z() + (k + 0.5) * grid.dzUm();
		final double reach = cutDistance(grid);
		final List<Body> picked = new ArrayList<>();
		for (final Body b : bodies)
			pick(b.value(), b.id(), b.solid(), reach, picked);
		final Body[] met = picked.toArray(new Body[0]);
		final int n = met.length;
		solids = new Solid[n];
		values = new int[n];
		thinnest = new double[n];
		x0 = new int[n];
		x1 = new int[n];
		y0 = new int[n];
		y1 = new int[n];
		for (int i = 0; i < n; i++) {
			final Vec3 a = met[i].solid().low().minus(o), b = met[i].solid().high().minus(o);
			solids[i] = met[i].solid();
			values[i] = met[i].value();
			thinnest[i] = solids[i].thinnestUm();
			x0[i] = index((a.x() - reach) / grid.dxUm());
			x1[i] = index((b.x() + reach) / grid.dxUm());
			y0[i] = index((a.y() - reach) / grid.dyUm());
			y1[i] = index((b.y() + reach) / grid.dyUm());
		}
		inRow = new int[n];
		active = new int[n];
	}

	/** Parts of a union are drawn as bodies of their own: their boxes are smaller than that of the whole. */
	private void pick(final int value, final int id, final Solid s, final double reach, final List<Body> out) {
		if (s.low().z() - reach > z || s.high().z() + reach < z) return;
		if (s instanceof Combined.Union u) {
			for (final Solid part : u.parts())
				pick(value, id, part, reach, out);
		}
		else out.add(new Body(value, id, s));
	}

	/** Distance from a voxel's centre beyond which no sample of the voxel is partly filled: the pitch is half an edge. */
	private static double cutDistance(final VoxelGrid g) {
		return halfDiagonal(g) + 0.25 * g.finestEdgeUm();
	}

	private static int index(final double voxels) {
		return (int) Math.max(-1e9, Math.min(1e9, Math.floor(voxels)));
	}

	private static double halfDiagonal(final VoxelGrid g) {
		return 0.5 * Math.sqrt(g.dxUm() * g.dxUm() + g.dyUm() * g.dyUm() + g.dzUm() * g.dzUm());
	}

	/** Class of every voxel's centre. */
	void classes(final byte[] out) {
		for (int j = 0; j < grid.ny(); j++) {
			final int row = j * grid.nx();
			Arrays.fill(out, row, row + grid.nx(), (byte) Specimen.SOLID);
			final int n = rowBodies(j);
			final double y = grid.originUm().y() + (j + 0.5) * grid.dyUm();
			for (int x = 0; x < grid.nx();) {
				final int stop = nextChange(n, x, grid.nx());
				final int live = activate(n, x);
				if (live > 0) classRun(out, row, x, stop, y, live);
				x = stop;
			}
		}
	}

	private void classRun(final byte[] out, final int row, final int from, final int stop, final double y,
		final int live)
	{
		for (int x = from; x < stop;) {
			final double px = grid.originUm().x() + (x + 0.5) * grid.dxUm();
			int value = Specimen.SOLID;
			double margin = Double.POSITIVE_INFINITY;
			for (int a = 0; a < live && margin > 0; a++) {
				final double d = solids[active[a]].distance(px, y, z);
				margin = Math.min(margin, Math.abs(d));
				if (d <= 0) {
					// no body behind this one can show as long as this one covers
					value = values[active[a]];
					break;
				}
			}
			final int end = Math.min(stop, x + 1 + alike(margin));
			if (value != Specimen.SOLID) Arrays.fill(out, row + x, row + end, (byte) value);
			x = end;
		}
	}

	/** Voxels further along the row that a margin (um) proves to be alike. */
	private int alike(final double margin) {
		return (int) Math.min(1e9, Math.max(0, margin * (1 - 1e-9) / grid.dxUm() - 1e-9));
	}

	/**
	 * Grey of every voxel, by volume, on a plane with a margin around the image.
	 *
	 * @param levels grey of the classes
	 * @param px margin along x, voxels
	 * @param py margin along y, voxels
	 * @param out (nx + 2 px) (ny + 2 py) values
	 */
	void grey(final double[] levels, final int px, final int py, final float[] out) {
		final int width = grid.nx() + 2 * px;
		for (int j = -py; j < grid.ny() + py; j++) {
			final int row = (j + py) * width + px;
			Arrays.fill(out, row - px, row - px + width, (float) levels[Specimen.SOLID]);
			final int n = rowBodies(j);
			final double y = grid.originUm().y() + (j + 0.5) * grid.dyUm();
			for (int x = -px; x < grid.nx() + px;) {
				final int stop = nextChange(n, x, grid.nx() + px);
				final int live = activate(n, x);
				if (live > 0) greyRun(levels, out, row, x, stop, y, live);
				x = stop;
			}
		}
	}

	private void greyRun(final double[] levels, final float[] out, final int row, final int from, final int stop,
		final double y, final int live)
	{
		final double cut = cutDistance(grid);
		for (int x = from; x < stop;) {
			final double px = grid.originUm().x() + (x + 0.5) * grid.dxUm();
			double margin = Double.POSITIVE_INFINITY;
			int partial = 0;
			int whole = Specimen.SOLID;
			for (int a = 0; a < live; a++) {
				final double d = solids[active[a]].distance(px, y, z);
				margin = Math.min(margin, Math.abs(d));
				if (d < cut) {
					if (d <= -cut) {
						whole = values[active[a]];
						break;
					}
					inVoxel(partial++, active[a]);
				}
			}
			if (partial > 0) {
				out[row + x] = (float) mixture(levels, px, y, partial, levels[whole]);
				x++;
			}
			else {
				final int end = Math.min(stop, x + 1 + alike(margin - cut));
				if (whole != Specimen.SOLID) Arrays.fill(out, row + x, row + end, (float) levels[whole]);
				x = end;
			}
		}
	}

	private int[] voxelBodies = new int[8];

	private void inVoxel(final int at, final int body) {
		if (at == voxelBodies.length) voxelBodies = Arrays.copyOf(voxelBodies, 2 * at);
		voxelBodies[at] = body;
	}

	/** Mean grey of a cut voxel from a lattice of nearly cubic samples, each filled by its distance over the pitch. */
	private double mixture(final double[] levels, final double px, final double py, final int n, final double behind) {
		double target = 0.5 * grid.finestEdgeUm();
		for (int b = 0; b < n; b++)
			target = Math.min(target, Math.max(thinnest[voxelBodies[b]] / SAMPLES_ACROSS, grid.finestEdgeUm() / 8));
		final int kx = samples(grid.dxUm(), target), ky = samples(grid.dyUm(), target), kz = samples(grid.dzUm(), target);
		final double ex = grid.dxUm() / kx, ey = grid.dyUm() / ky, ez = grid.dzUm() / kz;
		final double pitch = Math.cbrt(ex * ey * ez);
		double sum = 0;
		for (int k = 0; k < kz; k++) {
			final double sz = z + (k + 0.5 - 0.5 * kz) * ez;
			for (int j = 0; j < ky; j++) {
				final double sy = py + (j + 0.5 - 0.5 * ky) * ey;
				for (int i = 0; i < kx; i++)
					sum += sample(levels, px + (i + 0.5 - 0.5 * kx) * ex, sy, sz, pitch, n, behind);
			}
		}
		return sum / ((double) kx * ky * kz);
	}

	private double sample(final double[] levels, final double x, final double y, final double sz, final double pitch,
		final int n, final double behind)
	{
		double grey = 0, covered = 0, nearest = Double.POSITIVE_INFINITY;
		for (int b = 0; b < n && covered < 1; b++) {
			final int body = voxelBodies[b];
			// the filling of the union so far, not of each body alone: surfaces that coincide must not count twice
			nearest = Math.min(nearest, solids[body].distance(x, y, sz));
			final double fill = Math.max(0, Math.min(1, 0.5 - nearest / pitch));
			grey += (fill - covered) * levels[values[body]];
			covered = fill;
		}
		return grey + (1 - covered) * behind;
	}

	private static int samples(final double edge, final double target) {
		return (int) Math.ceil(edge / target - 1e-9);
	}

	/** Collects the bodies whose box meets row j, winners first. */
	private int rowBodies(final int j) {
		int n = 0;
		for (int i = 0; i < solids.length; i++)
			if (y0[i] <= j && j <= y1[i]) inRow[n++] = i;
		return n;
	}

	private int activate(final int n, final int x) {
		int live = 0;
		for (int i = 0; i < n; i++)
			if (x0[inRow[i]] <= x && x <= x1[inRow[i]]) active[live++] = inRow[i];
		return live;
	}

	/** First column after x at which a box begins or ends. */
	private int nextChange(final int n, final int x, final int end) {
		int next = end;
		for (int i = 0; i < n; i++) {
			final int a = x0[inRow[i]], b = x1[inRow[i]] + 1;
			if (a > x && a < next) next = a;
			else if (b > x && b < next) next = b;
		}
		return next;
	}
}
