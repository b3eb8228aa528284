// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * Electrolyte put between the image's far side and the counter electrode. No more voxels are added than 1.2 lateral
 * extents: beyond, the current is uniform (to 1e-3; the slowest lateral mode has decayed by exp(-2.4 pi)).
 */
final class Padding {

	private static final double ENOUGH = 1.2;

	final VoxelGrid image;
	final VoxelGrid padded;
	/** Electrolyte that is not made of voxels, um. */
	final double restUm;
	final int axis;
	final int shift;

	Padding(final VoxelGrid image, final ElectrodeFace face, final double distanceUm) {
		this.image = image;
		axis = face.axis();
		double lateral = 0;
		for (int a = 0; a < 3; a++)
			if (a != axis) lateral = Math.max(lateral, image.extentUm(a));
		final double edge = image.edgeUm(axis);
		final int n = (int) Math.round(Math.min(distanceUm, ENOUGH * lateral) / edge);
		restUm = Math.max(0, distanceUm - n * edge);
		shift = face.isLow() ? 0 : n;
		final int[] size = { image.nx(), image.ny(), image.nz() };
		final double[] back = new double[3];
		size[axis] += n;
		back[axis] = shift * edge;
		padded = new VoxelGrid(size[0], size[1], size[2], image.dxUm(), image.dyUm(), image.dzUm(), image.originUm().minus(new Vec3(back[0],
			back[1], back[2])));
	}

	/** Index of a padded slice in the image; outside 0 .. nz-1 it is padding. */
	int slice(final int k) {
		return axis == 2 ? k - shift : k;
	}

	/** Copies a slice of the image to its place in a padded slice. */
	private void place(final Object from, final Object into) {
		final int dx = axis == 0 ? shift : 0, dy = axis == 1 ? shift : 0;
		for (int j = 0; j < image.ny(); j++)
			System.arraycopy(from, j * image.nx(), into, dx + padded.nx() * (j + dy), image.nx());
	}

	private boolean inside(final int k) {
		return slice(k) >= 0 && slice(k) < image.nz();
	}

	/** Classes with electrolyte (0) in the padding. */
	ByteVolume classes(final ByteVolume v) {
		if (padded.voxels() == image.voxels()) return v;
		return ByteVolume.of(padded, k -> {
			final byte[] out = new byte[padded.planeSize()];
			if (inside(k)) place(v.plane(slice(k)), out);
			return out;
		});
	}

	/** Labels with 0 in the padding. */
	IntVolume labels(final IntVolume v) {
		if (padded.voxels() == image.voxels()) return v;
		return IntVolume.of(padded, k -> {
			final int[] out = new int[padded.planeSize()];
			if (inside(k)) place(v.plane(slice(k)), out);
			return out;
		});
	}

	/** The image's part of a padded result, scaled. */
	FloatVolume crop(final FloatVolume v, final double scale) {
		return FloatVolume.of(image, k -> {
			final float[] from = v.plane(k + (axis == 2 ? shift : 0)), out = new float[image.planeSize()];
			final int dx = axis == 0 ? shift : 0, dy = axis == 1 ? shift : 0;
			for (int j = 0; j < image.ny(); j++)
				for (int i = 0; i < image.nx(); i++)
					out[i + image.nx() * j] = (float) (scale * from[i + dx + padded.nx() * (j + dy)]);
			return out;
		});
	}
}
