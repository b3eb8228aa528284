// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The pixels of each object of one label slice, found in one pass.
 */
public final class ObjectPixels {

	private final int label;
	private final int[] index;
	private final int x0;
	private final int y0;
	private final int x1;
	private final int y1;

	private ObjectPixels(final int label, final int[] index, final int nx) {
		this.label = label;
		this.index = index;
		int left = Integer.MAX_VALUE;
		int right = 0;
		for (final int i : index) {
			left = Math.min(left, i % nx);
			right = Math.max(right, i % nx);
		}
		x0 = left;
		x1 = right;
		y0 = index[0] / nx;
		y1 = index[index.length - 1] / nx;
	}

	/**
	 * Sorts the pixels of a slice by label.
	 *
	 * @param labels label image; 0 = no object
	 * @param z slice
	 * @return the objects in the order of their labels; pixels in raster order
	 * @throws IllegalArgumentException for a negative label or a slice without any object
	 */
	public static List<ObjectPixels> of(final IntVolume labels, final int z) {
		final int[] plane = labels.plane(z);
		final int nx = labels.grid().nx();
		final Map<Integer, int[]> sizes = new TreeMap<>();
		for (int i = 0; i < plane.length; i++) {
			if (plane[i] == 0) continue;
			if (plane[i] < 0) throw new IllegalArgumentException("The label image holds " + plane[i] + " at x=" + i % nx
				+ ", y=" + i / nx + "; labels must be 0 (no object) or positive.");
			sizes.computeIfAbsent(plane[i], k -> new int[1])[0]++;
		}
		if (sizes.isEmpty()) throw new IllegalArgumentException("The label image has no object in slice " + (z + 1)
			+ "; give an image in which each object has its own positive number.");
		final Map<Integer, int[]> pixels = new TreeMap<>();
		sizes.forEach((k, n) -> pixels.put(k, new int[n[0]]));
		for (int i = plane.length - 1; i >= 0; i--)
			if (plane[i] != 0) pixels.get(plane[i])[--sizes.get(plane[i])[0]] = i;
		final List<ObjectPixels> objects = new ArrayList<>();
		pixels.forEach((k, index) -> objects.add(new ObjectPixels(k, index, nx)));
		return objects;
	}

	/**
	 * Makes a label image from drawn regions, which must not overlap: a pixel cannot count for two objects.
	 *
	 * @param grid the map's grid, one slice
	 * @param regions pixel indices x + nx y of each region; region r gets label r + 1
	 * @return the label image
	 * @throws IllegalArgumentException if two regions share a pixel or one leaves the map
	 */
	public static IntVolume labelled(final VoxelGrid grid, final List<int[]> regions) {
		final int[] plane = new int[grid.planeSize()];
		for (int r = 0; r < regions.size(); r++)
			for (final int i : regions.get(r)) {
				if (i < 0 || i >= plane.length) throw new IllegalArgumentException("Region " + (r + 1)
					+ " reaches outside the map of " + grid.nx() + " x " + grid.ny() + " pixels; draw it inside.");
				if (plane[i] != 0 && plane[i] != r + 1) throw new IllegalArgumentException("Regions " + plane[i] + " and "
					+ (r + 1) + " overlap at x=" + i % grid.nx() + ", y=" + i / grid.nx()
					+ "; a pixel cannot count for two objects: redraw one of them.");
				plane[i] = r + 1;
			}
		return IntVolume.of(VoxelGrid.of(grid.nx(), grid.ny(), 1, grid.dxUm(), grid.dyUm(), grid.dzUm()),
			new int[][] { plane });
	}

	/**
	 * The object's number.
	 *
	 * @return its label
	 */
	public int label() {
		return label;
	}

	/**
	 * Pixels inside.
	 *
	 * @return their number
	 */
	public int size() {
		return index.length;
	}

	/** The pixels' indices, in raster order; not to be written. */
	int[] index() {
		return index;
	}

	/** The box around the object, wider by whole pixels on each side but inside the map: x0, y0, nx, ny. */
	int[] box(final int moreX, final int moreY, final VoxelGrid grid) {
		final int left = Math.max(0, x0 - moreX);
		final int top = Math.max(0, y0 - moreY);
		return new int[] { left, top, Math.min(grid.nx() - 1, x1 + moreX) - left + 1,
			Math.min(grid.ny() - 1, y1 + moreY) - top + 1 };
	}

	/** Whether the box touches the map's border. */
	boolean atBorder(final VoxelGrid grid) {
		return x0 == 0 || y0 == 0 || x1 == grid.nx() - 1 || y1 == grid.ny() - 1;
	}

	/** Diameter of the largest circle inside: twice the distance to the nearest outside centre, less one pixel edge. */
	double inscribedWidthUm(final int[] plane, final VoxelGrid grid) {
		final int[] b = box(1, 1, grid);
		final double[] d = PlaneDistance.of(b[2], b[3], grid.dxUm(), grid.dyUm(),
			(x, y) -> plane[(b[1] + y) * grid.nx() + b[0] + x] != label);
		double most = 0;
		for (final double v : d)
			most = Math.max(most, v);
		final double edge = Math.min(grid.dxUm(), grid.dyUm());
		return Double.isInfinite(most) ? Math.min(b[2] * grid.dxUm(), b[3] * grid.dyUm())
			: Math.max(edge, 2 * most - edge);
	}

	@Override
	public String toString() {
		return "object " + label + ": " + index.length + " pixels in " + Arrays.toString(new int[] { x0, y0, x1, y1 });
	}
}
