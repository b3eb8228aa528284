// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.GraphicsEnvironment;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.ImageProcessor;

/**
 * Makes the three sections live: a click or drag moves their common point, the wheel moves it through the section under the
 * mouse, and the stacks that are shown follow to its slice.
 */
public final class OrthoWindow {

	/** Paints the sections through a voxel. */
	@FunctionalInterface
	public interface Painter {

		/**
		 * Paints.
		 *
		 * @param cursor i, j, k
		 * @return the picture
		 */
		ImageProcessor paint(int... cursor);
	}

	/** Finds the voxel that the mouse means. */
	@FunctionalInterface
	public interface Click {

		/**
		 * The new voxel.
		 *
		 * @param x column of the picture
		 * @param y row
		 * @param wheel steps of the wheel, or 0 for a click
		 * @param cursor voxel before: i, j, k
		 * @return voxel now
		 */
		int[] voxel(int x, int y, int wheel, int... cursor);
	}

	private OrthoWindow() {}

	/**
	 * The picture of one point.
	 *
	 * @param title its title
	 * @param painter paints it
	 * @param pxPerUm scale
	 * @param cursor i, j, k
	 * @return RGB image, calibrated in um
	 */
	public static ImagePlus image(final String title, final Painter painter, final double pxPerUm, final int... cursor) {
		final ImagePlus imp = new ImagePlus(title, painter.paint(cursor));
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 1 / pxPerUm;
		return imp;
	}

	/**
	 * Listens to the mouse as soon as the picture has a window; without a screen nothing happens.
	 *
	 * @param picture the sections
	 * @param painter paints them anew
	 * @param click finds the voxel that the mouse means
	 * @param cursor first voxel
	 * @param followers stacks whose slice follows; null ones are left out
	 */
	public static void listen(final ImagePlus picture, final Painter painter, final Click click, final int[] cursor, final ImagePlus... followers) {
		if (GraphicsEnvironment.isHeadless()) return;
		ImagePlus.addImageListener(new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus imp) {
				if (imp != picture || imp.getCanvas() == null) return;
				final Mouse m = new Mouse(picture, painter, click, cursor, followers);
				imp.getCanvas().addMouseListener(m);
				imp.getCanvas().addMouseMotionListener(m);
				imp.getCanvas().addMouseWheelListener(m);
			}

			@Override
			public void imageClosed(final ImagePlus imp) {
				if (imp == picture) ImagePlus.removeImageListener(this);
			}

			@Override
			public void imageUpdated(final ImagePlus imp) {
				// our own doing
			}
		});
	}

	private static final class Mouse extends MouseAdapter {

		private final ImagePlus picture;
		private final Painter painter;
		private final Click click;
		private final ImagePlus[] followers;
		private int[] cursor;

		Mouse(final ImagePlus picture, final Painter painter, final Click click, final int[] cursor, final ImagePlus... followers) {
			this.picture = picture;
			this.painter = painter;
			this.click = click;
			this.cursor = cursor.clone();
			this.followers = followers.clone();
		}

		@Override
		public void mousePressed(final MouseEvent e) {
			go(e, 0);
		}

		@Override
		public void mouseDragged(final MouseEvent e) {
			go(e, 0);
		}

		@Override
		public void mouseWheelMoved(final MouseWheelEvent e) {
			go(e, e.getWheelRotation());
		}

		private void go(final MouseEvent e, final int wheel) {
			final ImageCanvas c = (ImageCanvas) e.getSource();
			final int[] next = click.voxel(c.offScreenX(e.getX()), c.offScreenY(e.getY()), wheel, cursor);
			if (!java.util.Arrays.equals(next, cursor)) show(next);
		}

		private void show(final int... next) {
			picture.setProcessor(painter.paint(next));
			cursor = next;
			for (final ImagePlus f : followers)
				if (f != null && f.getWindow() != null) f.setSlice(next[2] + 1);
		}
	}
}
