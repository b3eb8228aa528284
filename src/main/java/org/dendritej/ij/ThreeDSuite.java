// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Window;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.MacroExtension;
import ij.plugin.PlugIn;

/**
 * The door to the 3D ImageJ Suite (Ollion et al., Bioinformatics 2013, 29, 1840), which is found at run time and need not
 * be there. Only what its macros are documented to do is used: the {@code Ext.Manager3D_...} calls of the class behind the
 * menu entry <i>3D Manager</i>.
 */
public final class ThreeDSuite {

	private static final String MANAGER = "mcib_plugins.tools.RoiManager3D_2";

	/** Numbers of an object that the 3D Manager can be asked for. */
	public enum Measure {
		/** Volume in the image's units, cubed. */
		VOLUME("Vol", 3),
		/** Surface in the image's units, squared. */
		SURFACE("Surf", 2),
		/** Largest caliper diameter in the image's units. */
		FERET("Feret", 1),
		/** Sphericity. */
		SPHERICITY("Spher", 0),
		/** Ratio of the two largest axes of the fitted ellipsoid. */
		ELONGATION("Elon1", 0),
		/** Voxels. */
		VOXELS("NbVox", 0);

		private final String call;
		private final int power;

		Measure(final String call, final int power) {
			this.call = call;
			this.power = power;
		}
	}

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
	 * Adds each label as an object with a name to the 3D Manager; opens one if none is open.
	 *
	 * @param labels label image, 0 is background
	 * @param name name of the object of a label
	 * @return number of objects that were added
	 * @throws IllegalArgumentException if the suite is not installed or refuses; the sentence says what to do
	 */
	public int add(final ImagePlus labels, final IntFunction<String> name) {
		return with(labels, (calls, from, to) -> {
			calls.handleExtension("Manager3D_MonoSelect", new Object[0]);
			for (int i = from; i < to; i++) {
				calls.handleExtension("Manager3D_Select", new Object[] { (double) i });
				calls.handleExtension("Manager3D_Rename", new Object[] { name.apply(label(calls, i)) });
			}
			calls.handleExtension("Manager3D_DeselectAll", new Object[0]);
			return to - from;
		});
	}

	/**
	 * What the suite measures of each label. The objects stay in the manager.
	 *
	 * @param labels label image, 0 is background
	 * @return label to measures, lengths in um; NaN where the suite gives none
	 * @throws IllegalArgumentException as {@link #add}
	 */
	public Map<Integer, Map<Measure, Double>> measure(final ImagePlus labels) {
		final double um = LengthUnit.inUm(labels.getCalibration().getXUnit());
		return with(labels, (calls, from, to) -> {
			final Map<Integer, Map<Measure, Double>> all = new TreeMap<>();
			for (int i = from; i < to; i++) {
				final Map<Measure, Double> own = new TreeMap<>();
				for (final Measure m : Measure.values())
					own.put(m, number(calls, "Manager3D_Measure3D", (double) i, m.call) * Math.pow(um, m.power));
				all.put(label(calls, i), own);
			}
			return all;
		});
	}

	/** Each voxel of the object has its label in the label image, which is the active one here. */
	private static int label(final MacroExtension calls, final int object) {
		return (int) Math.round(number(calls, "Manager3D_Quantif3D", (double) object, "Mean"));
	}

	private static double number(final MacroExtension calls, final String name, final Object... args) {
		final Double[] result = { Double.NaN };
		final Object[] all = java.util.Arrays.copyOf(args, args.length + 1);
		all[args.length] = result;
		calls.handleExtension(name, all);
		return result[0];
	}

	/** What is done with the objects that were added to an open manager. */
	private interface Work<R> {

		R with(MacroExtension calls, int from, int to);
	}

	private <R> R with(final ImagePlus labels, final Work<R> work) {
		if (!installed()) throw new IllegalArgumentException(
			"The 3D ImageJ Suite is not installed; in Fiji choose Help > Update, Manage update sites, and tick \"3D ImageJ Suite\" and \"Java-8\", then restart.");
		final ImagePlus before = WindowManager.getTempCurrentImage();
		try {
			final Object manager = manager();
			if (!(manager instanceof MacroExtension)) throw new NoSuchMethodException("handleExtension");
			WindowManager.setTempCurrentImage(labels);
			final MacroExtension calls = (MacroExtension) manager;
			final int from = (int) number(calls, "Manager3D_Count");
			calls.handleExtension("Manager3D_AddImage", new Object[0]);
			return work.with(calls, from, (int) number(calls, "Manager3D_Count"));
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
			WindowManager.setTempCurrentImage(before);
		}
	}

	/**
	 * The open manager, or a new one. How its window is built has changed: new versions have a public method for it, some
	 * build it when run as a plugin, the oldest in the constructor.
	 */
	private Object manager() throws ReflectiveOperationException {
		final Class<?> type = Class.forName(MANAGER, true, loader);
		final Object open = open(type);
		if (open != null) return open;
		final Object made = type.getConstructor().newInstance();
		boolean hidden = false;
		for (final Method m : type.getDeclaredMethods()) {
			if (!m.getName().equals("create3DManager")) continue;
			hidden = !Modifier.isPublic(m.getModifiers());
			if (!hidden) {
				m.invoke(made);
				return made;
			}
		}
		if (hidden && made instanceof PlugIn) {
			((PlugIn) made).run("");
			final Object opened = open(type);
			return opened == null ? made : opened;
		}
		if (made instanceof Window) ((Window) made).setVisible(true);
		return made;
	}

	/** The manager that is open already, if this version keeps it where it always has. */
	private static Object open(final Class<?> type) throws IllegalAccessException {
		try {
			final Field kept = type.getDeclaredField("manager3d");
			kept.setAccessible(true);
			final Object m = kept.get(null);
			return m instanceof Window && !((Window) m).isShowing() ? null : m;
		}
		catch (final NoSuchFieldException e) {
			return null;
		}
	}
}
