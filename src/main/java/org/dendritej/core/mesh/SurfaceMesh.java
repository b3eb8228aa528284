// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import java.util.Arrays;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * The surface of a phase as a closed mesh of triangles in um, normals outwards.
 * <p>
 * One vertex for each patch of surface in each cell between voxel centres, two triangles for each face between a voxel
 * inside and one outside (dual surface; after Gibson, MERL TR99-24, recalled). Vertices start at the voxels' corners, so
 * the mesh holds exactly the volume of the voxels. {@link #smoothed} then takes the steps off, no vertex moving more than
 * half a voxel along each axis. Every edge belongs to two triangles that run it in opposite directions, also where bodies touch at
 * edges or corners of voxels. The phase ends at the image's border. Cost: one pass; 24 bytes per vertex, 12 per triangle.
 */
public final class SurfaceMesh {

	private static final int MOST_TRIANGLES = 150_000_000;
	/** Taubin's pair of weights (SIGGRAPH 1995, doi 10.1145/218380.218473): smooths without shrinking. */
	private static final double SHRINK = 0.5, SWELL = -0.53;

	/** How far a vertex may move, voxels; below a half, so that the two walls of a gap one voxel wide do not meet. */
	private static final double REACH = 0.45;

	private final VoxelGrid grid;
	private final double[] xyz;
	private final int[] corner;

	SurfaceMesh(final VoxelGrid grid, final double[] xyz, final int[] corner) {
		this.grid = grid;
		this.xyz = xyz;
		this.corner = corner;
	}

	/**
	 * The surface of a phase, with the steps of the voxels.
	 *
	 * @param phase the phase
	 * @param progress told how far the work is; asked whether to stop
	 * @return the mesh; without triangles where the phase does not occur
	 * @throws IllegalArgumentException if it would have more than 150 million triangles
	 */
	public static SurfaceMesh of(final Phase phase, final Progress progress) {
		return new DualSurface(phase, MOST_TRIANGLES).build(progress);
	}

	/**
	 * The surface of all voxels that have a label; where two labels touch there is none.
	 *
	 * @param labels labels, 0 = none
	 * @param progress told how far the work is; asked whether to stop
	 * @return the mesh; without triangles where there is no label
	 * @throws IllegalArgumentException if it would have more than 150 million triangles
	 */
	public static SurfaceMesh of(final IntVolume labels, final Progress progress) {
		return of(LabelledVoxels.phase(labels, 0), progress);
	}

	/**
	 * The surface of one label.
	 *
	 * @param labels labels
	 * @param label the label, from 1
	 * @param progress told how far the work is; asked whether to stop
	 * @return the mesh; without triangles where the label does not occur
	 */
	public static SurfaceMesh of(final IntVolume labels, final int label, final Progress progress) {
		return of(LabelledVoxels.phase(labels, label), progress);
	}

	/**
	 * Vertices.
	 *
	 * @return how many
	 */
	public int vertices() {
		return xyz.length / 3;
	}

	/**
	 * Triangles.
	 *
	 * @return how many
	 */
	public int triangles() {
		return corner.length / 3;
	}

	/**
	 * A coordinate of a vertex.
	 *
	 * @param vertex its number
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @return um
	 */
	public double at(final int vertex, final int axis) {
		return xyz[3 * vertex + axis];
	}

	/**
	 * A corner of a triangle.
	 *
	 * @param triangle its number
	 * @param which 0, 1 or 2, anticlockwise from outside
	 * @return the vertex' number
	 */
	public int corner(final int triangle, final int which) {
		return corner[3 * triangle + which];
	}

	/**
	 * Volume inside, by the divergence theorem.
	 *
	 * @return um3
	 */
	public double volumeUm3() {
		double six = 0;
		for (int t = 0; t < corner.length; t += 3) {
			final int a = 3 * corner[t], b = 3 * corner[t + 1], c = 3 * corner[t + 2];
			six += xyz[a] * (xyz[b + 1] * xyz[c + 2] - xyz[b + 2] * xyz[c + 1]) - xyz[a + 1] * (xyz[b] * xyz[c + 2] - xyz[b + 2] * xyz[c])
				+ xyz[a + 2] * (xyz[b] * xyz[c + 1] - xyz[b + 1] * xyz[c]);
		}
		return six / 6;
	}

	/**
	 * Area.
	 *
	 * @return um2
	 */
	public double areaUm2() {
		double sum = 0;
		for (int t = 0; t < triangles(); t++) {
			final double[] n = normal(t);
			sum += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) / 2;
		}
		return sum;
	}

	/**
	 * Vector product of two sides of a triangle: twice its area, outwards.
	 *
	 * @param triangle its number
	 * @return x, y, z, um2
	 */
	public double[] normal(final int triangle) {
		final int a = 3 * corner[3 * triangle], b = 3 * corner[3 * triangle + 1], c = 3 * corner[3 * triangle + 2];
		final double ux = xyz[b] - xyz[a], uy = xyz[b + 1] - xyz[a + 1], uz = xyz[b + 2] - xyz[a + 2];
		final double vx = xyz[c] - xyz[a], vy = xyz[c + 1] - xyz[a + 1], vz = xyz[c + 2] - xyz[a + 2];
		return new double[] { uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx };
	}

	/**
	 * The same mesh without steps: Taubin's smoothing, each vertex kept within half a voxel of where it was; then each closed surface
	 * gets the volume back that it had, as far as those bounds let it. Vertices on the border of the image stay in its planes, so that cut faces
	 * stay flat.
	 *
	 * @param rounds pairs of smoothing steps; 10 take the steps of voxels off
	 * @param progress told how far the work is; asked whether to stop
	 * @return a mesh with the same triangles
	 */
	public SurfaceMesh smoothed(final int rounds, final Progress progress) {
		final double[] now = xyz.clone(), sum = new double[xyz.length];
		final BodyVolumes.Bounds bounds = bounds();
		final int[] n = new int[vertices()];
		for (final int c : corner)
			n[c]++;
		for (int r = 0; r < 2 * rounds; r++) {
			progress.check();
			progress.report(r / (2.0 * rounds), "Smoothing meshes");
			Arrays.fill(sum, 0);
			for (int t = 0; t < corner.length; t += 3) {
				final int a = 3 * corner[t], b = 3 * corner[t + 1], c = 3 * corner[t + 2];
				for (int axis = 0; axis < 3; axis++) {
					sum[a + axis] += now[b + axis];
					sum[b + axis] += now[c + axis];
					sum[c + axis] += now[a + axis];
				}
			}
			final double weight = r % 2 == 0 ? SHRINK : SWELL;
			for (int v = 0, i = 0; v < n.length; v++)
				for (int axis = 0; axis < 3; axis++, i++)
					now[i] = bounds.keep(i, axis, now[i] + weight * (sum[i] / n[v] - now[i]));
		}
		new BodyVolumes(xyz, corner).restore(now, bounds, progress);
		return new SurfaceMesh(grid, now, corner);
	}

	/** Nearly half a voxel to either side, and not off the image's border or across it. */
	private BodyVolumes.Bounds bounds() {
		final double[] low = { grid.originUm().x(), grid.originUm().y(), grid.originUm().z() };
		final double[] high = { low[0] + grid.nx() * grid.dxUm(), low[1] + grid.ny() * grid.dyUm(), low[2] + grid.nz() * grid.dzUm() };
		final double[] half = { REACH * grid.dxUm(), REACH * grid.dyUm(), REACH * grid.dzUm() };
		return (i, axis, value) -> {
			if (xyz[i] == low[axis] || xyz[i] == high[axis]) return xyz[i];
			return Math.max(xyz[i] - half[axis], Math.min(xyz[i] + half[axis], value));
		};
	}
}
