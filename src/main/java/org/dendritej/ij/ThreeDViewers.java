// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.lang.reflect.InvocationTargetException;

import org.dendritej.core.geom.VoxelGrid;

import ij.ImagePlus;

/**
 * Opens a coloured volume in one of Fiji's viewers, which are found at run time by the names of their classes and need not
 * be there: the 3D Viewer (Schmid et al., BMC Bioinformatics 2010, 11, 274) and BigDataViewer (Pietzsch et al., Nature
 * Methods 2015, 12, 481).
 */
public final class ThreeDViewers {

	private final ClassLoader loader;

	/**
	 * Looks for the viewers where ImageJ's plugins are.
	 *
	 * @param loader ImageJ's class loader, or that of this class if null
	 */
	public ThreeDViewers(final ClassLoader loader) {
		this.loader = loader == null ? ThreeDViewers.class.getClassLoader() : loader;
	}

	/**
	 * Colours bodies for a viewer; what is no body is black, which viewers show as clear.
	 *
	 * @param title its title
	 * @param grid geometry
	 * @param planes colours of a slice, 0xRRGGBB
	 * @return RGB stack: 4 bytes per voxel
	 */
	public static ImagePlus coloured(final String title, final VoxelGrid grid, final java.util.function.IntFunction<int[]> planes) {
		return NewStack.of(title, grid, planes);
	}

	/**
	 * Opens the volume.
	 *
	 * @param viewer 3D Viewer or BigDataViewer
	 * @param volume RGB stack; it must be shown already for BigDataViewer
	 * @throws IllegalArgumentException if the viewer is missing or fails; the sentence says what to do
	 */
	public void open(final String viewer, final ImagePlus volume) {
		final boolean big = viewer.equals("BigDataViewer");
		try {
			if (big) ((Runnable) make("bdv.ij.OpenImagePlusPlugIn")).run();
			else {
				final Object universe = make("ij3d.Image3DUniverse");
				universe.getClass().getMethod("show").invoke(universe);
				universe.getClass().getMethod("addVoltex", ImagePlus.class).invoke(universe, volume);
			}
		}
		catch (final ClassNotFoundException e) {
			throw new IllegalArgumentException(viewer + " is not installed; Fiji brings it: use Fiji, or Render Turntable, which needs no viewer.", e);
		}
		catch (final InvocationTargetException e) {
			throw new IllegalArgumentException(viewer + " failed (" + e.getCause()
				+ "); update Fiji with Help > Update, or use Render Turntable, which needs neither a viewer nor a graphics card.", e);
		}
		catch (final ReflectiveOperationException | ClassCastException | LinkageError e) {
			throw new IllegalArgumentException("This version of " + viewer + " cannot be called from here (" + e + "); select \"" + volume.getTitle()
				+ "\" and open it by hand from the Plugins menu, or use Render Turntable.", e);
		}
	}

	private Object make(final String name) throws ReflectiveOperationException {
		return Class.forName(name, true, loader).getConstructor().newInstance();
	}
}
