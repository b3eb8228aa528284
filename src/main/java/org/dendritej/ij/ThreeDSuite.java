// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.lang.reflect.InvocationTargetException;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.MacroExtension;

/**
 * The door to the 3D ImageJ Suite (Ollion et al., Bioinformatics 2013, 29, 1840), which is found at run time and need not
 * be there. Only what its macros are documented to do is used: {@code Ext.Manager3D_AddImage()} and
 * {@code Ext.Manager3D_Count(n)} of the class behind the menu entry <i>3D Manager</i>.
 */
public final class ThreeDSuite {

	private static final String MANAGER = "mcib_plugins.tools.RoiManager3D_2";

	private final ClassLoader loader;

	/**
	 * Looks for the suite where ImageJ's plugins are.
	 *
	 * @param loader ImageJ's class loader ({@code IJ.getClassLoader()}), or that of this class if null
	 */
	public ThreeDSuite(final ClassLoader loader) {
		this.loader = loader == null ? ThreeDSuite.class.getClassLoader() : loader;
	}

	/**
	 * Whether it is installed.
	 *
	 * @return true if its 3D Manager can be loaded
	 */
	public boolean installed() {
		try {
			Class.forName(MANAGER, false, loader);
			return true;
		}
		catch (final ClassNotFoundException | LinkageError e) {
			return false;
		}
	}

	/**
	 * Opens a 3D Manager that holds each label as an object.
	 *
	 * @param labels label image, 0 is background
	 * @return number of objects that the manager then holds
	 * @throws IllegalArgumentException if the suite is not installed or refuses; the sentence says what to do
	 */
	public int add(final ImagePlus labels) {
		if (!installed()) throw new IllegalArgumentException(
			"The 3D ImageJ Suite is not installed; in Fiji choose Help > Update, Manage update sites, and tick \"3D ImageJ Suite\" and \"Java-8\", then restart.");
		try {
			final Object manager = Class.forName(MANAGER, true, loader).getConstructor().newInstance();
			if (!(manager instanceof MacroExtension)) throw new NoSuchMethodException("handleExtension");
			open(manager);
			WindowManager.setTempCurrentImage(labels);
			final MacroExtension calls = (MacroExtension) manager;
			calls.handleExtension("Manager3D_AddImage", new Object[0]);
			final Double[] count = { 0.0 };
			calls.handleExtension("Manager3D_Count", new Object[] { count });
			return count[0].intValue();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalArgumentException("The 3D Manager did not open (" + e.getCause()
				+ "); update the 3D ImageJ Suite with Help > Update, or add the labels by hand: Plugins > 3D Suite > 3D Manager, Add Image.", e);
		}
		catch (final ReflectiveOperationException | LinkageError e) {
			throw new IllegalArgumentException("This version of the 3D ImageJ Suite has another 3D Manager (" + e
				+ "); add the labels by hand: Plugins > 3D Suite > 3D Manager, Add Image.", e);
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
	}

	/** Newer versions build the window in a method of its own, older ones in the constructor. */
	private static void open(final Object manager) throws ReflectiveOperationException {
		try {
			manager.getClass().getMethod("create3DManager").invoke(manager);
		}
		catch (final NoSuchMethodException e) {
			if (manager instanceof java.awt.Window) ((java.awt.Window) manager).setVisible(true);
		}
	}
}
