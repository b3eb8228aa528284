// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.GraphicsEnvironment;

import org.dendritej.core.run.Progress;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

/** Shows results, progress and failures in ImageJ, with and without a window. */
public final class Screen {

	private Screen() {}

	/**
	 * Makes an output image reachable for the rest of a macro when there is no window; with a window the framework shows it.
	 *
	 * @param imp the image
	 */
	public static void publish(final ImagePlus imp) {
		if (imp != null && GraphicsEnvironment.isHeadless() && (IJ.isMacro() || Interpreter.isBatchMode())) imp.show();
	}

	/**
	 * Shows a table under a title, replacing one of the same title. Without a window nothing happens.
	 *
	 * @param table the table
	 * @param title its title
	 */
	public static void show(final ResultsTable table, final String title) {
		if (!GraphicsEnvironment.isHeadless()) table.show(title);
	}

	/**
	 * Shows a chart as an ordinary ImageJ plot; without a window a macro gets its picture.
	 *
	 * @param chart the chart
	 */
	public static void show(final Chart chart) {
		chart.show();
	}

	/**
	 * Shows a chart to somebody who looks on; without a window nothing happens, so that macros keep the images that they had.
	 *
	 * @param chart the chart
	 */
	public static void showIfWindow(final Chart chart) {
		if (!GraphicsEnvironment.isHeadless()) chart.show();
	}

	/**
	 * Shows a drawn plot as an RGB image. Without a window nothing happens.
	 *
	 * @param graphic the plot
	 */
	public static void show(final Graphic graphic) {
		if (!GraphicsEnvironment.isHeadless()) graphic.image().show();
	}

	/**
	 * Tells the user something that is no failure, in ImageJ's log.
	 *
	 * @param sentence what; nothing is said if it is empty
	 */
	public static void tell(final String sentence) {
		if (!sentence.isEmpty()) IJ.log(sentence);
	}

	/**
	 * Stops a running macro with one sentence; does nothing if none runs.
	 *
	 * @param sentence what went wrong and what to do
	 * @return whether a macro was stopped
	 */
	public static boolean stopMacro(final String sentence) {
		final Interpreter running = Interpreter.getInstance();
		if (running == null) return false;
		try {
			running.abort(sentence);
		}
		catch (final RuntimeException stop) {
			// ImageJ ends a macro by throwing; the macro is stopped all the same.
		}
		return true;
	}

	/**
	 * ImageJ's status bar, progress bar and Esc key.
	 *
	 * @return a progress that reports there
	 */
	public static Progress progress() {
		IJ.resetEscape();
		return new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				IJ.showStatus(stage);
				IJ.showProgress(fraction);
			}

			@Override
			public boolean cancelled() {
				return IJ.escapePressed();
			}
		};
	}

	/**
	 * Where ImageJ's plugins are loaded from.
	 *
	 * @return ImageJ's class loader
	 */
	public static ClassLoader plugins() {
		return IJ.getClassLoader();
	}

	/**
	 * Prints a text in ImageJ's log window, or on standard output where there is no window.
	 *
	 * @param text lines
	 */
	public static void log(final String text) {
		IJ.log(text);
	}
}
