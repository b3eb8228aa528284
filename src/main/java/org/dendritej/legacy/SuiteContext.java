// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import org.scijava.Context;

import ij.IJ;

/**
 * Finds the SciJava context of this ImageJ: Fiji's own where there is one, else one that is made once and kept in
 * ImageJ's own property table, so that commands of one session see the same documents.
 */
public final class SuiteContext {

	private static final String KEY = "org.dendritej.context";

	private SuiteContext() {}

	/**
	 * The context.
	 *
	 * @return never null
	 */
	public static synchronized Context get() {
		final Object kept = IJ.getProperty(KEY);
		if (kept instanceof Context) return (Context) kept;
		final Object fiji = inFiji() ? IJ.runPlugIn("org.scijava.Context", "") : null;
		final Context context = fiji instanceof Context ? (Context) fiji : create();
		IJ.setProperty(KEY, context);
		return context;
	}

	/** Ends the context at the end of a run without Fiji; the next call of {@link #get()} makes a new one. */
	public static synchronized void close() {
		final Object kept = IJ.getProperty(KEY);
		IJ.setProperty(KEY, null);
		if (kept instanceof Context && !inFiji()) ((Context) kept).dispose();
	}

	private static boolean inFiji() {
		try {
			Class.forName("net.imagej.legacy.LegacyService", false, SuiteContext.class.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException e) {
			return false;
		}
	}

	/**
	 * Plugins are found through the thread's class loader; in a plain ImageJ that is not the one that knows this jar. The
	 * loader is wrapped so that SciJava takes a run from compiled classes for what it is and not for a project in Eclipse,
	 * whose index of plugins it would write anew at each start.
	 */
	private static Context create() {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(new ClassLoader(SuiteContext.class.getClassLoader()) {});
		try {
			return new Context();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
