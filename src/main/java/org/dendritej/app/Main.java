// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dendritej.legacy.SuiteContext;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;

import ij.Macro;
import ij.macro.Interpreter;

/**
 * Starts the suite without Fiji: nothing = the demo study; {@code --demo FOLDER}; {@code file.ijm ARG} or
 * {@code file.py ARG}; {@code --bench KERNEL N}; {@code --gui}. Exit code 0: done, 1: a command failed, 2: wrong usage.
 */
public final class Main {

	private static final String USAGE = "Usage: [--demo FOLDER] | file.ijm|file.py [ARG] | --bench KERNEL [N] | --gui";

	private Main() {}

	/**
	 * Runs and ends the JVM with the exit code when it is not 0.
	 *
	 * @param args see the class
	 */
	public static void main(final String[] args) {
		final int code = run(args);
		if (code != 0) System.exit(code);
	}

	/**
	 * Runs.
	 *
	 * @param args see the class
	 * @return exit code
	 */
	static int run(final String... args) {
		final String first = args.length == 0 ? "--demo" : args[0];
		if (first.equals("--gui")) {
			PlainImageJ.withWindow();
			waitForEver();
			return 0;
		}
		System.setProperty("java.awt.headless", "true");
		final String second = args.length < 2 ? "" : args[1];
		try {
			if (first.equals("--demo")) return demo(second.isEmpty() ? "target/demo" : second);
			if (first.equals("--bench")) return bench(args);
			if (first.endsWith(".ijm") || first.endsWith(".py") || first.endsWith(".txt")) return script(first, second);
		}
		catch (final IllegalArgumentException e) {
			System.err.println(e.getMessage());
			return 1;
		}
		finally {
			// Not left to the shutdown hook: the class loader that runs us may be closed by then.
			SuiteContext.close();
			PlainImageJ.end();
		}
		System.err.println(USAGE);
		return 2;
	}

	private static void waitForEver() {
		try {
			Thread.currentThread().join();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static int demo(final String folder) {
		PlainImageJ.withoutWindow();
		final Context context = SuiteContext.get();
		final Failures failures = new Failures(context);
		new Demo(context, folder, System.out::println).run();
		return failures.code();
	}

	private static int bench(final String... args) {
		if (args.length < 2) {
			System.err.println(USAGE + System.lineSeparator() + "Kernels: " + Bench.names());
			return 2;
		}
		System.out.print(Bench.run(args[1], args.length < 3 ? 256 : whole(args[2])));
		return 0;
	}

	private static int whole(final String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("--bench takes a whole number as the size, not " + text + "; such as --bench label 256.", e);
		}
	}

	private static int script(final String file, final String argument) {
		final String text;
		try {
			text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			System.err.println("The script " + file + " cannot be read (" + e.getClass().getSimpleName() + "); check its path.");
			return 2;
		}
		PlainImageJ.withoutWindow();
		final Context context = SuiteContext.get();
		final Failures failures = new Failures(context);
		if (file.endsWith(".py")) JythonScript.run(context, file, text, argument);
		else macro(text, argument, failures);
		return failures.code();
	}

	/** Runs a macro so that a failure ends it with its message instead of a dialog. */
	static void macro(final String text, final String argument, final Failures failures) {
		// A command that fails inside a loop ends the macro with its reason; the interpreter then misses the loop's end and says that instead.
		final String[] reason = { null };
		final Interpreter interpreter = new Interpreter() {

			@Override
			public void abort(final String why) {
				reason[0] = why;
				super.abort(why);
			}
		};
		interpreter.setIgnoreErrors(true);
		final String returned;
		try {
			returned = interpreter.run(text, argument);
		}
		catch (final RuntimeException e) {
			// exit("why") and ImageJ's own refusals; they have printed their reason.
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			failures.add("The macro was stopped in line " + interpreter.getLineNumber() + ".");
			return;
		}
		if (reason[0] != null) failures.add(reason[0] + " (line " + interpreter.getLineNumber() + ")");
		else if (interpreter.getErrorMessage() != null) failures.add(interpreter.getErrorMessage() + " (line " + interpreter.getLineNumber() + ")");
		else if (returned != null && !returned.isEmpty() && !"[aborted]".equals(returned)) System.out.println(returned);
	}

	/** Hears of every command that failed in a context and prints its sentence once. */
	static final class Failures {

		private final List<String> sentences = new ArrayList<>();

		Failures(final Context context) {
			context.service(EventService.class).subscribe(this);
		}

		/**
		 * A command was cancelled.
		 *
		 * @param e says why
		 */
		@EventHandler
		public void onEvent(final ModuleCanceledEvent e) {
			add(e.getReason());
		}

		/**
		 * A command has a defect.
		 *
		 * @param e holds the trace
		 */
		@EventHandler
		public void onEvent(final ModuleErroredEvent e) {
			add("A defect: " + e.getException());
		}

		synchronized void add(final String sentence) {
			if (sentence == null || sentences.stream().anyMatch(s -> sentence.startsWith(s))) return;
			sentences.add(sentence);
			System.err.println(sentence);
		}

		synchronized int code() {
			return sentences.isEmpty() ? 0 : 1;
		}
	}
}
