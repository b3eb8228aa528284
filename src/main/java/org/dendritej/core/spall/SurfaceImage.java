// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;

import org.dendritej.core.geom.FloatVolume;

/**
 * A grey image of a surface that is read tile by tile, with its pixel size and its tilt correction.
 * <p>
 * Positions on the surface are in um from the image's upper left corner, y down, tilt corrected: the centre of pixel
 * (i, j) lies at ((i + 1/2) pixelWidthUm, (j + 1/2) pixelHeightUm). Several threads may read at once.
 */
public interface SurfaceImage {

	/**
	 * Columns.
	 *
	 * @return pixels
	 */
	int width();

	/**
	 * Rows.
	 *
	 * @return pixels
	 */
	int height();

	/**
	 * Width of a pixel on the surface.
	 *
	 * @return um
	 */
	double pixelWidthUm();

	/**
	 * Height of a pixel on the surface, tilt corrected.
	 *
	 * @return um
	 */
	double pixelHeightUm();

	/**
	 * The correction that is already in {@link #pixelHeightUm()}.
	 *
	 * @return the tilt
	 */
	Tilt tilt();

	/**
	 * Copies a rectangle that lies inside the image.
	 *
	 * @param x first column
	 * @param y first row
	 * @param w columns
	 * @param h rows
	 * @param out receives w h grey values, row by row
	 */
	void read(int x, int y, int w, int h, float[] out);

	/**
	 * Area of the image on the surface.
	 *
	 * @return um2
	 */
	default double areaUm2() {
		return width() * pixelWidthUm() * height() * pixelHeightUm();
	}

	/**
	 * The same image with its vertical stretched for a tilted view. It is refused when a correction is already in.
	 *
	 * @param tilt the correction
	 * @return a view; nothing is copied
	 * @throws IllegalArgumentException if the image is already corrected
	 */
	default SurfaceImage corrected(final Tilt tilt) {
		if (tilt().corrects()) throw new IllegalArgumentException("tilt=" + tilt.angleDeg()
			+ " was asked for, but this image is already corrected for a tilt of " + tilt().angleDeg() + " degrees (factor "
			+ tilt().verticalFactor() + "); a tilt is corrected once only, so leave tilt out.");
		final SurfaceImage raw = this;
		return new View(raw, raw.pixelHeightUm() * tilt.verticalFactor(), tilt);
	}

	/**
	 * One slice of a volume as a surface image.
	 *
	 * @param volume grey volume
	 * @param z slice
	 * @return a view; nothing is copied
	 */
	static SurfaceImage of(final FloatVolume volume, final int z) {
		final float[] plane = volume.plane(z);
		return of(volume.grid().nx(), volume.grid().ny(), volume.grid().dxUm(), volume.grid().dyUm(), (x, y, w, h, out) -> {
			for (int r = 0; r < h; r++)
				System.arraycopy(plane, x + volume.grid().nx() * (y + r), out, r * w, w);
		});
	}

	/**
	 * An 8-bit image in memory; bytes count as 0 to 255.
	 *
	 * @param width columns
	 * @param height rows
	 * @param pixelUm edge of a square pixel, um
	 * @param grey width height values
	 * @return a view; nothing is copied
	 */
	static SurfaceImage of(final int width, final int height, final double pixelUm, final byte[] grey) {
		if (grey.length != (long) width * height) throw new IllegalArgumentException("An image of " + width + " x " + height
			+ " pixels was given " + grey.length + " grey values; the two numbers must agree.");
		return of(width, height, pixelUm, pixelUm, (x, y, w, h, out) -> {
			for (int r = 0; r < h; r++)
				for (int i = 0, p = x + width * (y + r); i < w; i++)
					out[r * w + i] = grey[p + i] & 0xff;
		});
	}

	/** Copies rectangles out of an image. */
	@FunctionalInterface
	interface Reader {

		/**
		 * Copies a rectangle that lies inside the image.
		 *
		 * @param x first column
		 * @param y first row
		 * @param w columns
		 * @param h rows
		 * @param out receives w h grey values
		 */
		void read(int x, int y, int w, int h, float[] out);
	}

	/**
	 * An image behind a reader, such as a tiled file.
	 *
	 * @param width columns
	 * @param height rows
	 * @param pixelWidthUm um
	 * @param pixelHeightUm um, before any tilt correction
	 * @param reader copies rectangles; called from several threads
	 * @return the image
	 * @throws IllegalArgumentException without a pixel size
	 */
	static SurfaceImage of(final int width, final int height, final double pixelWidthUm, final double pixelHeightUm,
		final Reader reader)
	{
		if (width < 1 || height < 1) throw new IllegalArgumentException("An image of " + width + " x " + height
			+ " pixels is empty; give at least one pixel.");
		for (final double p : new double[] { pixelWidthUm, pixelHeightUm })
			if (!(p > 0) || Double.isInfinite(p)) throw new IllegalArgumentException("The pixel size is " + p
				+ " um; it must be a positive, finite length. Set it with Image > Properties.");
		return new SurfaceImage() {

			@Override
			public int width() {
				return width;
			}

			@Override
			public int height() {
				return height;
			}

			@Override
			public double pixelWidthUm() {
				return pixelWidthUm;
			}

			@Override
			public double pixelHeightUm() {
				return pixelHeightUm;
			}

			@Override
			public Tilt tilt() {
				return Tilt.NONE;
			}

			@Override
			public void read(final int x, final int y, final int w, final int h, final float[] out) {
				if (x < 0 || y < 0 || w < 1 || h < 1 || x + w > width || y + h > height) throw new IllegalArgumentException(
					"A tile " + Arrays.toString(new int[] { x, y, w, h }) + " does not lie inside the image of " + width + " x "
						+ height + " pixels; ask for a tile inside it.");
				reader.read(x, y, w, h, out);
			}
		};
	}

	/**
	 * A tilt-corrected view of an image.
	 *
	 * @param raw the image as recorded
	 * @param pixelHeightUm stretched pixel height, um
	 * @param tilt the correction
	 */
	record View(SurfaceImage raw, double pixelHeightUm, Tilt tilt) implements SurfaceImage {

		@Override
		public int width() {
			return raw.width();
		}

		@Override
		public int height() {
			return raw.height();
		}

		@Override
		public double pixelWidthUm() {
			return raw.pixelWidthUm();
		}

		@Override
		public void read(final int x, final int y, final int w, final int h, final float[] out) {
			raw.read(x, y, w, h, out);
		}
	}
}
