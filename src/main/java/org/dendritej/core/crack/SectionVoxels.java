// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The voxels around a narrow crack's middle line, looked at along the line: where their centres lie across it, and how far each
 * is filled with void.
 * <p>
 * Nothing is interpolated, so the noise of each is its own. The frame across is carried along the line without turning about it.
 */
final class SectionVoxels {

	/** Turn of the line after which the voxels' boxes are projected anew. */
	private static final double TURN = 0.3;

	private final CrackGrey stack;
	private final VoxelGrid g;
	private final double reach, period;
	private final List<SectionShape> shapes = new ArrayList<>();
	private double[] u = new double[1024], v = new double[1024], fill = new double[1024];
	private byte[] stretch = new byte[1024];
	private int n;
	private Vec3 a, last;

	/**
	 * Prepares.
	 *
	 * @param stack the grey stack
	 * @param reachUm how far from the line voxels are taken: the farthest wall with its blur
	 */
	SectionVoxels(final CrackGrey stack, final double reachUm) {
		this.stack = stack;
		g = stack.grey().grid();
		reach = reachUm;
		period = 2 * reach + 4 * g.finestEdgeUm();
	}

	/**
	 * Adds the voxels of one cut.
	 *
	 * @param p point on the line
	 * @param t its direction
	 * @param thickUm length of line that the cut stands for, um
	 * @param level grey value of the matrix
	 * @param contrast matrix less void
	 */
	void add(final Vec3 p, final Vec3 t, final double thickUm, final double level, final double contrast) {
		a = a == null ? t.across() : a.minus(t.times(a.dot(t))).unit();
		final Vec3 b = t.cross(a);
		if (last == null || last.dot(t) < Math.cos(TURN) && shapes.size() < Byte.MAX_VALUE) {
			last = t;
			shapes.add(new SectionShape(g, a, b, period));
		}
		final double far = Math.hypot(reach, thickUm / 2);
		final Vec3 o = p.minus(g.originUm());
		final int x0 = first(o.x() - far, g.dxUm()), x1 = last(o.x() + far, g.dxUm(), g.nx());
		final int y0 = first(o.y() - far, g.dyUm()), y1 = last(o.y() + far, g.dyUm(), g.ny());
		for (int z = first(o.z() - far, g.dzUm()); z <= last(o.z() + far, g.dzUm(), g.nz()); z++) {
			final float[] plane = stack.grey().plane(z);
			final double qz = (z + 0.5) * g.dzUm() - o.z();
			for (int y = y0; y <= y1; y++) {
				final double qy = (y + 0.5) * g.dyUm() - o.y();
				for (int x = x0; x <= x1; x++) {
					final double qx = (x + 0.5) * g.dxUm() - o.x(), along = qx * t.x() + qy * t.y() + qz * t.z();
					if (along < -thickUm / 2 || along >= thickUm / 2) continue;
					final double du = qx * a.x() + qy * a.y() + qz * a.z(), dv = qx * b.x() + qy * b.y() + qz * b.z();
					if (du * du + dv * dv <= reach * reach) put(du, dv, (level - plane[x + g.nx() * y]) / contrast);
				}
			}
		}
	}

	private static int first(final double fromUm, final double edge) {
		return Math.max(0, (int) Math.ceil(fromUm / edge - 0.5));
	}

	private static int last(final double toUm, final double edge, final int n) {
		return Math.min(n - 1, (int) Math.floor(toUm / edge - 0.5));
	}

	private void put(final double du, final double dv, final double filled) {
		if (n == u.length) {
			u = Arrays.copyOf(u, 2 * n);
			v = Arrays.copyOf(v, 2 * n);
			fill = Arrays.copyOf(fill, 2 * n);
			stretch = Arrays.copyOf(stretch, 2 * n);
		}
		u[n] = du;
		v[n] = dv;
		fill[n] = filled;
		stretch[n++] = (byte) (shapes.size() - 1);
	}

	int size() {
		return n;
	}

	/** Filling of each voxel, 0 to 1 and noise. */
	double[] fillings() {
		return Arrays.copyOf(fill, n);
	}

	/** Scatter of the fillings in the outermost tenth of the distances, where the blurred crack ends. */
	double noise() {
		double sum = 0, squares = 0;
		int k = 0;
		for (int i = 0; i < n; i++)
			if (u[i] * u[i] + v[i] * v[i] > 0.81 * reach * reach) {
				sum += fill[i];
				squares += fill[i] * fill[i];
				k++;
			}
		return Math.sqrt(Math.max(0, squares / k - sum / k * (sum / k)));
	}

	/** Draws a section for every stretch. */
	void draw(final SectionShape.Kind kind, final double shortUm, final double longUm, final double angle, final double inSlice, final double across) {
		for (final SectionShape s : shapes)
			s.draw(kind, shortUm, longUm, angle, inSlice, across);
	}

	/** What the section drawn last fills of each voxel, if its middle lies at (cu, cv) from the line. */
	void look(final double cu, final double cv, final double[] out) {
		for (int i = 0; i < n; i++)
			out[i] = shapes.get(stretch[i]).at(u[i] - cu, v[i] - cv);
	}

	/** Distinct places across the line, in quarters of the finest edge. */
	int places() {
		final int side = (int) Math.ceil(8 * reach / g.finestEdgeUm()) + 2;
		final BitSet seen = new BitSet();
		for (int i = 0; i < n; i++)
			seen.set((int) (4 * (u[i] + reach) / g.finestEdgeUm()) * side + (int) (4 * (v[i] + reach) / g.finestEdgeUm()));
		return seen.cardinality();
	}

	/** Centre of what is filled: cu, cv. */
	double[] centre() {
		double sum = 0, su = 0, sv = 0;
		for (int i = 0; i < n; i++) {
			sum += fill[i];
			su += fill[i] * u[i];
			sv += fill[i] * v[i];
		}
		return new double[] { su / sum, sv / sum };
	}
}
