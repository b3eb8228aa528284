// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.geom;

/**
 * Size, voxel edges and origin of a volume: the only place where voxel indices become micrometres.
 * <p>
 * Voxel (i, j, k) is a box; its centre lies at {@code origin + ((i + 1/2) dx, (j + 1/2) dy, (k + 1/2) dz)}.
 * The low corner of the volume is the origin.
 *
 * @param nx voxels along x (columns)
 * @param ny voxels along y (rows)
 * @param nz voxels along z (slices)
 * @param dxUm voxel edge along x, um
 * @param dyUm voxel edge along y, um
 * @param dzUm voxel edge along z (slice thickness), um
 * @param originUm low corner of voxel (0, 0, 0), um
 */
public record VoxelGrid(int nx, int ny, int nz, double dxUm, double dyUm, double dzUm, Vec3 originUm) {

	/** Checks sizes and edges; a plane must stay below 2^31 voxels. */
	public VoxelGrid {
		if (nx < 1 || ny < 1 || nz < 1) throw new IllegalArgumentException("A volume of " + nx + " x " + ny + " x "
			+ nz + " voxels is empty; each side must hold at least 1 voxel.");
		if ((long) nx * ny > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("One slice of " + nx + " x " + ny
			+ " pixels is larger than " + (Integer.MAX_VALUE - 8) + " pixels; crop or tile the image.");
		checkEdge("width", dxUm);
		checkEdge("height", dyUm);
		checkEdge("depth", dzUm);
	}

	private static void checkEdge(final String name, final double um) {
		if (!(um > 0) || Double.isInfinite(um)) throw new IllegalArgumentException("The voxel " + name + " is " + um
			+ " um; it must be a positive, finite length. Set it with Image > Properties or with voxel=x,y,z in micrometres.");
	}

	/**
	 * A grid with its low corner at (0, 0, 0).
	 *
	 * @param nx voxels along x
	 * @param ny voxels along y
	 * @param nz voxels along z
	 * @param dxUm edge along x, um
	 * @param dyUm edge along y, um
	 * @param dzUm edge along z, um
	 * @return the grid
	 */
	public static VoxelGrid of(final int nx, final int ny, final int nz, final double dxUm, final double dyUm,
		final double dzUm)
	{
		return new VoxelGrid(nx, ny, nz, dxUm, dyUm, dzUm, Vec3.ZERO);
	}

	/**
	 * Voxels in the volume.
	 *
	 * @return nx ny nz
	 */
	public long voxels() {
		return (long) nx * ny * nz;
	}

	/**
	 * Voxels in one slice.
	 *
	 * @return nx ny
	 */
	public int planeSize() {
		return nx * ny;
	}

	/**
	 * Volume of one voxel.
	 *
	 * @return um3
	 */
	public double voxelVolumeUm3() {
		return dxUm * dyUm * dzUm;
	}

	/**
	 * Volume of the whole grid.
	 *
	 * @return um3
	 */
	public double volumeUm3() {
		return voxels() * voxelVolumeUm3();
	}

	/**
	 * Number of voxels along an axis.
	 *
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @return count
	 */
	public int size(final int axis) {
		return axis == 0 ? nx : axis == 1 ? ny : nz;
	}

	/**
	 * Voxel edge along an axis.
	 *
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @return um
	 */
	public double edgeUm(final int axis) {
		return axis == 0 ? dxUm : axis == 1 ? dyUm : dzUm;
	}

	/**
	 * Physical length of the grid along an axis.
	 *
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @return um
	 */
	public double extentUm(final int axis) {
		return size(axis) * edgeUm(axis);
	}

	/**
	 * The finest voxel edge.
	 *
	 * @return um
	 */
	public double finestEdgeUm() {
		return Math.min(dxUm, Math.min(dyUm, dzUm));
	}

	/**
	 * Position of a (possibly fractional) voxel index: integer indices give voxel centres.
	 *
	 * @param i index along x
	 * @param j index along y
	 * @param k index along z
	 * @return position, um
	 */
	public Vec3 centreUm(final double i, final double j, final double k) {
		return new Vec3(originUm.x() + (i + 0.5) * dxUm, originUm.y() + (j + 0.5) * dyUm, originUm.z() + (k + 0.5) * dzUm);
	}
}
