// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Directions normal to thin sheets of a phase: the axis along which the phase around a point extends least.
 * <p>
 * Principal axes of the voxel centres of the phase within a ball, in um; voxels are boxes, so the second moments of a box
 * are added and a sheet of one voxel has a direction too. The ball should reach well beyond the sheet's walls (two to three
 * widths) and stay below its radius of curvature. Border: what the image cuts off is missing on both sides of the sheet alike.
 */
public final class SheetNormals {

	private SheetNormals() {}

	/**
	 * The sheet at one point.
	 *
	 * @param normal unit normal in um space, sign arbitrary; {@link Vec3#ZERO} with no voxel of the phase in the ball
	 * @param planarity 1 = flat sheet, 0 = a tube or a blob, whose normal is arbitrary; (l2 - l1) / l3 of the principal
	 *          variances l1 &lt;= l2 &lt;= l3, NaN with no voxel
	 */
	public record Sheet(Vec3 normal, double planarity) {}

	/**
	 * Normals at points.
	 *
	 * @param phase the cracks
	 * @param pointsUm points in or near them, um
	 * @param radiusUm radius of the ball, um
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return one for each point, in order; time grows with the voxels in the ball
	 * @throws IllegalArgumentException for a radius that is no positive length
	 */
	public static List<Sheet> at(final Phase phase, final List<Vec3> pointsUm, final double radiusUm, final int threads,
		final Progress progress)
	{
		if (!(radiusUm > 0) || Double.isInfinite(radiusUm)) throw new IllegalArgumentException("The radius for sheet normals is "
			+ radiusUm + " um; it must be a positive, finite length, about two to three crack widths.");
		final Sheet[] sheets = new Sheet[pointsUm.size()];
		final int perTask = 256;
		Slabs.forEach((sheets.length + perTask - 1) / perTask, threads, progress, "Normals of sheets", t -> {
			for (int i = t * perTask; i < Math.min(sheets.length, (t + 1) * perTask); i++)
				sheets[i] = at(phase, pointsUm.get(i), radiusUm);
		});
		return List.of(sheets);
	}

	private static Sheet at(final Phase phase, final Vec3 p, final double radius) {
		final VoxelGrid g = phase.grid();
		final double[] m = new double[10];
		final int z0 = first(p.z() - g.originUm().z() - radius, g.dzUm()), z1 = last(p.z() - g.originUm().z() + radius, g.dzUm(),
			g.nz());
		final int y0 = first(p.y() - g.originUm().y() - radius, g.dyUm()), y1 = last(p.y() - g.originUm().y() + radius, g.dyUm(),
			g.ny());
		final int x0 = first(p.x() - g.originUm().x() - radius, g.dxUm()), x1 = last(p.x() - g.originUm().x() + radius, g.dxUm(),
			g.nx());
		for (int z = z0; z <= z1; z++) {
			final byte[] plane = phase.volume().plane(z);
			for (int y = y0; y <= y1; y++)
				for (int x = x0; x <= x1; x++) {
					if (plane[x + g.nx() * y] != phase.code()) continue;
					add(m, g.centreUm(x, y, z).minus(p), radius);
				}
		}
		return m[0] == 0 ? new Sheet(Vec3.ZERO, Double.NaN) : axes(m, g);
	}

	private static int first(final double fromUm, final double edge) {
		return Math.max(0, (int) Math.ceil(fromUm / edge - 0.5));
	}

	private static int last(final double toUm, final double edge, final int n) {
		return Math.min(n - 1, (int) Math.floor(toUm / edge - 0.5));
	}

	private static void add(final double[] m, final Vec3 d, final double radius) {
		if (d.dot(d) > radius * radius) return;
		m[0]++;
		m[1] += d.x();
		m[2] += d.y();
		m[3] += d.z();
		m[4] += d.x() * d.x();
		m[5] += d.y() * d.y();
		m[6] += d.z() * d.z();
		m[7] += d.x() * d.y();
		m[8] += d.x() * d.z();
		m[9] += d.y() * d.z();
	}

	private static Sheet axes(final double[] m, final VoxelGrid g) {
		final double x = m[1] / m[0], y = m[2] / m[0], z = m[3] / m[0];
		final double xy = m[7] / m[0] - x * y, xz = m[8] / m[0] - x * z, yz = m[9] / m[0] - y * z;
		final EigenDecomposition e = new EigenDecomposition(new Array2DRowRealMatrix(new double[][] {
			{ m[4] / m[0] - x * x + g.dxUm() * g.dxUm() / 12, xy, xz },
			{ xy, m[5] / m[0] - y * y + g.dyUm() * g.dyUm() / 12, yz },
			{ xz, yz, m[6] / m[0] - z * z + g.dzUm() * g.dzUm() / 12 } }, false));
		final double[] v = e.getEigenvector(2).toArray();
		final double planarity = (e.getRealEigenvalue(1) - e.getRealEigenvalue(2)) / e.getRealEigenvalue(0);
		return new Sheet(new Vec3(v[0], v[1], v[2]).unit(), planarity);
	}
}
