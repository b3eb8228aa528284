// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Runs the suite's commands one after the other, as a user's script would, and turns a refusal into an exception. */
public final class CommandCalls {

	private static final String ROOM = "org.dendritej.command.";

	private final Context context;

	/**
	 * Calls in a context.
	 *
	 * @param context has a {@code CommandService}
	 */
	public CommandCalls(final Context context) {
		this.context = context;
	}

	/**
	 * Runs one command to its end.
	 *
	 * @param command its class name without the package
	 * @param inputs values by key
	 * @return its outputs by name
	 * @throws IllegalArgumentException with the command's own sentence, if it refused
	 */
	public Map<String, Object> run(final String command, final Map<String, Object> inputs) {
		try {
			final Module m = context.service(CommandService.class).run(ROOM + command, true, inputs).get();
			final Cancelable c = (Cancelable) m.getDelegateObject();
			if (c.isCanceled()) throw new IllegalArgumentException(c.getCancelReason());
			return m.getOutputs();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalArgumentException("Interrupted in " + command + ".", e);
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
