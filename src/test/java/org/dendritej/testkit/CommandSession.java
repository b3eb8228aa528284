// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.record.Microstructure;
import org.dendritej.session.MicrostructureService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.macro.Interpreter;

/** A session without a window for tests that call commands one after the other: images are found by title, documents by sample. */
public abstract class CommandSession {

	private Context context;
	private final List<ImagePlus> shown = new ArrayList<>();

	/** Opens the session. */
	@BeforeEach
	void open() {
		context = new Context();
		Interpreter.batchMode = true;
	}

	/** Forgets its images and documents. */
	@AfterEach
	void close() {
		shown.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
		context.dispose();
	}

	/** Forgets all documents, as a new session does; images stay. */
	protected void startOver() {
		context.dispose();
		context = new Context();
	}

	/** Keeps an image where commands find it by its title. */
	protected ImagePlus show(final ImagePlus imp) {
		imp.show();
		shown.add(imp);
		return imp;
	}

	/** Runs a command, given by the name of its class, with keys and values in turn; it may refuse. */
	protected Module call(final String command, final Object... keys) throws Exception {
		final Map<String, Object> inputs = new HashMap<>();
		for (int i = 0; i < keys.length; i += 2)
			inputs.put((String) keys[i], keys[i + 1]);
		return context.service(CommandService.class).run("org.dendritej.command." + command, true, inputs).get();
	}

	/** Runs a command that must not refuse. */
	protected Module done(final String command, final Object... keys) throws Exception {
		final Module m = call(command, keys);
		final Cancelable c = (Cancelable) m.getDelegateObject();
		assertFalse(c.isCanceled(), c.getCancelReason());
		return m;
	}

	/** Runs a command that must refuse, and gives its reason. */
	protected String reason(final String command, final Object... keys) throws Exception {
		final Cancelable c = (Cancelable) call(command, keys).getDelegateObject();
		assertTrue(c.isCanceled(), "was accepted");
		return c.getCancelReason();
	}

	/** What the session knows of a sample. */
	protected Microstructure document(final String name) {
		return context.service(MicrostructureService.class).find(name).orElseThrow();
	}
}
