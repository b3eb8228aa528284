// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.mesh.SurfaceMesh;
import org.dendritej.core.run.Progress;

/**
 * Bodies ready to be rendered: their closed surface, a normal and a colour at each vertex.
 * <p>
 * Memory: 24 bytes per triangle corner list and 76 per vertex; the surface of a body has about two triangles for each of
 * its outer voxel faces.
 */
public final class Scene {

	/** Smoothing rounds that take the steps of the voxels off. */
	private static final int ROUNDS = 10;

	/** Colour of a piece of surface. */
	@FunctionalInterface
	public interface Paint {

		/**
		 * The colour.
		 *
		 * @param label label (or class) of the voxel inside
		 * @param value that voxel's value in the value image; NaN without one
		 * @return 0xRRGGBB
		 */
		int rgb(int label, float value);
	}

	private final VoxelGrid grid;
	private final SurfaceMesh mesh;
	/** Relative to the middle of the volume, um. */
	private final float[] xyz;
	private final float[] normal;
	private final int[] colour;

	private Scene(final VoxelGrid grid, final SurfaceMesh mesh, final int[] colour) {
		this.grid = grid;
		this.mesh = mesh;
		this.colour = colour;
		xyz = new float[3 * mesh.vertices()];
		for (int v = 0; v < mesh.vertices(); v++)
			for (int a = 0; a < 3; a++)
				xyz[3 * v + a] = (float) (mesh.at(v, a) - middle(a));
		normal = normals(mesh);
	}

	private double middle(final int axis) {
		return (axis == 0 ? grid.originUm().x() : axis == 1 ? grid.originUm().y() : grid.originUm().z()) + grid.extentUm(axis) / 2;
	}

	/**
	 * Builds the surface of all voxels with a label.
	 *
	 * @param bodies labels or classes, 0 = not shown
	 * @param values values of the same voxels, or null
	 * @param paint gives each piece of surface its colour
	 * @param progress progress and cancelling
	 * @return the scene
	 * @throws IllegalArgumentException if nothing has a label, or there are more than 150 million triangles
	 */
	public static Scene of(final IntVolume bodies, final FloatVolume values, final Paint paint, final Progress progress) {
		final SurfaceMesh steps = SurfaceMesh.of(bodies, progress.part(0, 0.5));
		if (steps.triangles() == 0) throw new IllegalArgumentException(
			"The image holds no voxel to render; give labels, or name the classes that it holds with phases=.");
		final int[] colour = new int[steps.vertices()];
		paint(steps, bodies, values, paint, colour, progress);
		return new Scene(bodies.grid(), steps.smoothed(ROUNDS, progress.part(0.5, 1)), colour);
	}

	/** Vertices lie at voxel corners, in order of slices: of the eight voxels round each, the first with a label colours it. */
	private static void paint(final SurfaceMesh mesh, final IntVolume bodies, final FloatVolume values, final Paint paint, final int[] colour,
		final Progress progress)
	{
		final VoxelGrid g = bodies.grid();
		final int[][] label = new int[2][];
		final float[][] value = new float[2][];
		int below = Integer.MIN_VALUE;
		for (int v = 0; v < colour.length; v++) {
			final int i = corner(mesh.at(v, 0), g.originUm().x(), g.dxUm()), j = corner(mesh.at(v, 1), g.originUm().y(), g.dyUm());
			final int k = corner(mesh.at(v, 2), g.originUm().z(), g.dzUm());
			if (k != below) {
				progress.check();
				below = k;
				for (int d = 0; d < 2; d++) {
					final boolean there = k + d >= 0 && k + d < g.nz();
					label[d] = there ? bodies.plane(k + d) : null;
					value[d] = there && values != null ? values.plane(k + d) : null;
				}
			}
			colour[v] = first(g, i, j, label, value, paint);
		}
	}

	private static int corner(final double um, final double origin, final double edge) {
		return (int) Math.round((um - origin) / edge) - 1;
	}

	private static int first(final VoxelGrid g, final int i, final int j, final int[][] label, final float[][] value, final Paint paint) {
		for (int n = 0; n < 8; n++) {
			final int x = i + (n & 1), y = j + (n >> 1 & 1), d = n >> 2;
			if (label[d] == null || x < 0 || y < 0 || x >= g.nx() || y >= g.ny()) continue;
			final int at = x + g.nx() * y;
			if (label[d][at] > 0) return paint.rgb(label[d][at], value[d] == null ? Float.NaN : value[d][at]);
		}
		throw new IllegalStateException("a vertex without a body");
	}

	/** Mean of the normals of the triangles round each vertex, weighted by their area. */
	private static float[] normals(final SurfaceMesh mesh) {
		final float[] n = new float[3 * mesh.vertices()];
		for (int t = 0; t < mesh.triangles(); t++) {
			final double[] a = mesh.normal(t);
			for (int c = 0; c < 3; c++)
				for (int k = 0; k < 3; k++)
					n[3 * mesh.corner(t, c) + k] += (float) a[k];
		}
		for (int v = 0; v < n.length; v += 3) {
			final double length = Math.sqrt(n[v] * n[v] + n[v + 1] * n[v + 1] + n[v + 2] * n[v + 2]);
			for (int k = 0; k < 3 && length > 0; k++)
				n[v + k] /= (float) length;
		}
		return n;
	}

	/**
	 * The volume.
	 *
	 * @return its grid
	 */
	public VoxelGrid grid() {
		return grid;
	}

	/**
	 * Triangles of the surface.
	 *
	 * @return how many
	 */
	public int triangles() {
		return mesh.triangles();
	}

	SurfaceMesh mesh() {
		return mesh;
	}

	float[] xyz() {
		return xyz;
	}

	float[] normal() {
		return normal;
	}

	int[] colour() {
		return colour;
	}
}
