// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.function.Supplier;

import org.dendritej.legacy.SuiteContext;

import ij.macro.Interpreter;

/** Runs macros as the launcher does, for tests. */
public final class MacroRunner {

	private MacroRunner() {}

	/** Runs a macro that must succeed. */
	public static void run(final String text) {
		assertNull(failure(text));
	}

	/** Runs a macro that prepares a session, then something of the test's own in the same session; all of it is closed after. */
	public static <T> T within(final String setup, final Supplier<T> own) {
		PlainImageJ.withoutWindow();
		try {
			final Interpreter interpreter = new Interpreter();
			interpreter.setIgnoreErrors(true);
			interpreter.run(setup, "");
			assertNull(interpreter.getErrorMessage());
			return own.get();
		}
		finally {
			SuiteContext.close();
			PlainImageJ.end();
		}
	}

	/** Runs a macro in a session that is already there and gives the sentence with which it stopped, or null. */
	public static String inside(final String text) {
		final Interpreter interpreter = new Interpreter();
		interpreter.setIgnoreErrors(true);
		interpreter.run(text, "");
		return interpreter.getErrorMessage();
	}

	/** Runs a macro and gives the sentence with which it stopped, or null. */
	public static String failure(final String text) {
		PlainImageJ.withoutWindow();
		try {
			final Interpreter interpreter = new Interpreter();
			interpreter.setIgnoreErrors(true);
			interpreter.run(text, "");
			return interpreter.getErrorMessage();
		}
		finally {
			SuiteContext.close();
			PlainImageJ.end();
		}
	}
}
