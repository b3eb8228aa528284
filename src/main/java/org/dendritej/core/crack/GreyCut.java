// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The grey values of a plane at right angles to a crack's line: their integral over the aperture, which holds the whole
 * blurred cross-section of a tube, and the level of the matrix in the ring around it.
 *
 * @param integral integral of the grey value over the aperture, grey values times um2; NaN if it leaves the image
 * @param apertureUm2 area of the aperture
 * @param matrix mean grey value of the ring without outliers; NaN with less than a quarter of it matrix
 * @param poreUm2 area of pores, lithium and the outside in the aperture
 * @param open whether the crack itself goes on beyond its half-width: a sheet, or a junction
 */
record GreyCut(double integral, double apertureUm2, double matrix, double poreUm2, boolean open) {

	/** Aperture beyond the walls, in standard deviations of all blur. */
	private static final double TAIL = 3;

	/** Width of the ring, finest edges. */
	private static final double RING = 5;

	/**
	 * Cuts.
	 *
	 * @param stack the grey stack
	 * @param sampler its values between voxels
	 * @param p point on the line, um
	 * @param t unit direction of the line
	 * @param half distance from the line to the farthest wall, um
	 */
	static GreyCut at(final CrackGrey stack, final GreySampler sampler, final Vec3 p, final Vec3 t, final double half) {
		return new Scan(stack, sampler, p, t, half).cut();
	}

	/** Whether more than specks of voxels at the crack's own flank belong to something else. */
	boolean atPore(final VoxelGrid g) {
		return poreUm2 > 2 * g.voxelVolumeUm3() / g.finestEdgeUm();
	}

	/** How far blurred walls reach along a direction, um. */
	static double tailUm(final VoxelGrid g, final Vec3 e, final double psfUm) {
		return TAIL * GreyWidth.sampledBlurUm(g, e, psfUm);
	}

	/** One pass over the plane. */
	private static final class Scan {

		private final CrackGrey stack;
		private final GreySampler sampler;
		private final VoxelGrid g;
		private final Vec3 p, a, b;
		private final double half, step;
		private double sum;
		private int inside;
		private int pore;
		private boolean open;
		private double[] ring = new double[256];
		private int ringed, around;

		Scan(final CrackGrey stack, final GreySampler sampler, final Vec3 p, final Vec3 t, final double half) {
			this.stack = stack;
			this.sampler = sampler;
			this.p = p;
			this.half = half;
			g = stack.grey().grid();
			a = t.across();
			b = t.cross(a);
			step = g.finestEdgeUm() / 2;
		}

		GreyCut cut() {
			final double psf = stack.levels().psfSigmaUm(), flank = RING * g.finestEdgeUm();
			final double coarse = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
			final int reach = (int) Math.ceil((half + TAIL * Math.hypot(psf, coarse / 2) + flank) / step);
			for (int v = -reach; v <= reach; v++)
				for (int u = -reach; u <= reach; u++) {
					final double ex = u * a.x() + v * b.x(), ey = u * a.y() + v * b.y(), ez = u * a.z() + v * b.z();
					final double n2 = Math.max(1, u * u + v * v), r = step * Math.sqrt(u * u + v * v);
					final double box2 = (ex * ex * g.dxUm() * g.dxUm() + ey * ey * g.dyUm() * g.dyUm() + ez * ez * g.dzUm() * g.dzUm()) / n2;
					// Blur of interpolated voxels: the image's own, a box, and a triangle: psf^2 + box^2 / 12 + box^2 / 6.
					final double aperture = half + TAIL * Math.sqrt(psf * psf + box2 / 4);
					if (r <= aperture + flank) look(p.x() + step * ex, p.y() + step * ey, p.z() + step * ez, r, aperture, Math.sqrt(box2));
				}
			final double area = inside * step * step;
			return new GreyCut(sum * step * step, area, ringed < around / 4 || ringed < 8 ? Double.NaN : trimmedMean(), pore * step * step, open);
		}

		private void look(final double x, final double y, final double z, final double r, final double aperture, final double box) {
			final double value = sampler.at(x, y, z);
			final byte kind = stack.kindAt(x, y, z);
			if (kind == CrackGrey.CRACK && r > half + 1.5 * box && r <= Math.max(aperture, half + 3 * box)) open = true;
			if (r <= aperture) {
				inside++;
				sum += value;
				if (kind == CrackGrey.PORE || kind == CrackGrey.OTHER) pore++;
				return;
			}
			around++;
			if (kind != CrackGrey.MATRIX || Double.isNaN(value)) return;
			if (ringed == ring.length) ring = Arrays.copyOf(ring, 2 * ringed);
			ring[ringed++] = value;
		}

		/** Mean of the values within 2.5 standard deviations (from the median deviation) of the median. */
		private double trimmedMean() {
			final double[] v = Arrays.copyOf(ring, ringed);
			final double middle = Median.of(v, ringed);
			for (int i = 0; i < v.length; i++)
				v[i] = Math.abs(v[i] - middle);
			final double most = 2.5 * 1.4826 * Median.of(v, ringed);
			double total = 0;
			int n = 0;
			for (int i = 0; i < ringed; i++)
				if (Math.abs(ring[i] - middle) <= most) {
					total += ring[i];
					n++;
				}
			return total / n;
		}
	}
}
