// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

import ij.ImagePlus;
import ij.measure.Calibration;

/** Reads voxel edges and origin from an image, and writes them to one. */
public final class Geometry {

	private static final String REMEDY = "; set the voxel size with Image > Properties (unit nm, um or mm), or give voxel=x,y,z in "
		+ "micrometres, such as voxel=0.04,0.04,0.1.";

	private Geometry() {}

	/**
	 * The image's grid in micrometres.
	 *
	 * @param imp the image
	 * @param voxel three edges in um as text, "x,y,z", or empty to use the image's calibration
	 * @return the grid
	 * @throws IllegalArgumentException for an uncalibrated image or an impossible voxel size
	 */
	public static VoxelGrid grid(final ImagePlus imp, final String voxel) {
		final double[] edges = voxel == null || voxel.isBlank() ? calibrated(imp) : typed(voxel);
		final Calibration c = imp.getCalibration();
		final Vec3 origin = new Vec3(-c.xOrigin * edges[0], -c.yOrigin * edges[1], -c.zOrigin * edges[2]);
		return new VoxelGrid(imp.getWidth(), imp.getHeight(), imp.getStackSize(), edges[0], edges[1], edges[2],
			origin.norm() == 0 ? Vec3.ZERO : origin);
	}

	private static double[] calibrated(final ImagePlus imp) {
		final Calibration c = imp.getCalibration();
		final String title = "Image \"" + imp.getTitle() + "\"";
		final double x = LengthUnit.inUm(c.getXUnit());
		if (Double.isNaN(x)) throw new IllegalArgumentException(title + " has its voxel size in \"" + c.getXUnit()
			+ "\", which is not a length that can be used" + REMEDY);
		final double y = LengthUnit.inUm(c.getYUnit());
		final double z = LengthUnit.inUm(c.getZUnit());
		final double[] edges = { c.pixelWidth * x, c.pixelHeight * y, c.pixelDepth * z };
		for (final double e : edges)
			if (!(e > 0) || Double.isInfinite(e)) throw new IllegalArgumentException(title + " has voxels of " + c.pixelWidth + " x "
				+ c.pixelHeight + " x " + c.pixelDepth + " " + c.getXUnit() + "; all three edges must be positive" + REMEDY);
		return edges;
	}

	private static double[] typed(final String voxel) {
		final String[] parts = voxel.split(",", -1);
		final double[] edges = new double[3];
		for (int i = 0; i < 3; i++) {
			try {
				edges[i] = parts.length == 3 ? Double.parseDouble(parts[i].strip()) : Double.NaN;
			}
			catch (final NumberFormatException e) {
				edges[i] = Double.NaN;
			}
			if (!(edges[i] > 0) || Double.isInfinite(edges[i])) throw new IllegalArgumentException("voxel=" + voxel
				+ " is not three positive edges in micrometres; write them with commas, such as voxel=0.04,0.04,0.1.");
		}
		return edges;
	}

	/**
	 * A grid from typed numbers.
	 *
	 * @param size nx,ny,nz as text, or empty
	 * @param voxel three edges in um as text, or empty
	 * @param otherwise where size and edges come from if they are not typed
	 * @return the grid, with its corner at the origin
	 */
	public static VoxelGrid typed(final String size, final String voxel, final VoxelGrid otherwise) {
		final double[] e = voxel == null || voxel.isBlank() ? new double[] { otherwise.dxUm(), otherwise.dyUm(), otherwise.dzUm() } : typed(voxel);
		if (size == null || size.isBlank()) return VoxelGrid.of(otherwise.nx(), otherwise.ny(), otherwise.nz(), e[0], e[1], e[2]);
		final String[] parts = size.split(",", -1);
		final int[] n = new int[3];
		for (int i = 0; i < 3; i++) {
			try {
				n[i] = parts.length == 3 ? Integer.parseInt(parts[i].strip()) : 0;
			}
			catch (final NumberFormatException x) {
				n[i] = 0;
			}
			if (n[i] < 1 || n[i] > 1 << 16) throw new IllegalArgumentException("size=" + size
				+ " is not three numbers of voxels from 1 to 65536; write them with commas, such as size=200,200,80.");
		}
		return VoxelGrid.of(n[0], n[1], n[2], e[0], e[1], e[2]);
	}

	/**
	 * Gives an output image the geometry of its input.
	 *
	 * @param imp output
	 * @param grid geometry, um
	 */
	public static void apply(final ImagePlus imp, final VoxelGrid grid) {
		final Calibration c = new Calibration(imp);
		c.setUnit("um");
		c.pixelWidth = grid.dxUm();
		c.pixelHeight = grid.dyUm();
		c.pixelDepth = grid.dzUm();
		c.xOrigin = 0 - grid.originUm().x() / grid.dxUm();
		c.yOrigin = 0 - grid.originUm().y() / grid.dyUm();
		c.zOrigin = 0 - grid.originUm().z() / grid.dzUm();
		imp.setCalibration(c);
	}
}
