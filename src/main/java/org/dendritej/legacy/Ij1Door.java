// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.dendritej.ij.Screen;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.event.EventService;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

/**
 * The one class behind {@code plugins.config}: runs the SciJava command whose class name is its argument, with the
 * options of the running macro or a dialog, and shows what it made.
 */
public final class Ij1Door implements PlugIn {

	@Override
	public void run(final String argument) {
		// A sample image of File > Open Samples is a command with its options behind the class name.
		final int space = argument.indexOf(' ');
		final String className = space < 0 ? argument : argument.substring(0, space);
		// There a semicolon stands for a comma, at which ImageJ would cut the line of plugins.config.
		final String fixed = space < 0 ? null : argument.substring(space + 1).replace(';', ',');
		final Context context = SuiteContext.get();
		final CommandInfo info = context.service(CommandService.class).getCommand(className);
		if (info == null) throw new IllegalStateException("Command " + className + " was not found by SciJava; the jar is damaged.");
		// Kept now: a command that fails ends the macro itself, and then nothing tells any more that one was running.
		final boolean inMacro = Interpreter.getInstance() != null;
		try {
			final String options = fixed != null ? fixed : Macro.getOptions();
			final boolean ask = options == null && !GraphicsEnvironment.isHeadless() && !IJ.macroRunning();
			final Map<String, Object> values = ask ? AskUser.ask(info) : CommandKeys.parse(info, options == null ? "" : options);
			if (values == null) return;
			// Here, in the macro's thread: what is active is not the same in the thread in which the command runs.
			if (info.getInput("image") != null && !values.containsKey("image")) values.put("image", WindowManager.getCurrentImage());
			if (Recorder.record) CommandKeys.different(info, values).forEach(Ij1Door::record);
			show(execute(context, info, values));
		}
		catch (final Refused e) {
			if (!inMacro) tell(info, e.getMessage());
		}
		catch (final IllegalArgumentException e) {
			if (!Screen.stopMacro(e.getMessage())) {
				context.service(EventService.class).publish(new ModuleCanceledEvent(context.service(ModuleService.class).createModule(info), e.getMessage()));
				tell(info, e.getMessage());
			}
		}
	}

	/** The command itself has said no, and has stopped the macro if there was one. */
	private static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Refused(final String sentence) {
			super(sentence);
		}
	}

	/**
	 * ImageJ itself writes the line around these options, in whatever language its recorder is set to, and puts brackets
	 * around a value with a space, so that a single bracket in it would not be read back.
	 */
	private static void record(final String key, final String text) {
		final boolean spaced = text.indexOf(' ') >= 0 || text.isEmpty();
		final String written = MacroOptions.written(key, text);
		if (spaced && !MacroOptions.balanced(text)) throw new IllegalArgumentException(key + "=" + text
			+ " holds a square bracket without its partner, which the recorder cannot write down; close the recorder, or rename the file, folder or image.");
		// As an option "µ" is recorded as a number that macros do not read back; as a path, a quote would end the macro's string.
		if (text.indexOf('"') < 0 && (IJ.isWindows() || text.indexOf('\\') < 0)) Recorder.recordPath(key, spaced ? text : written);
		else Recorder.recordOption(key, spaced ? text : written);
	}

	private static Module execute(final Context context, final CommandInfo info, final Map<String, Object> values) {
		try {
			// The outputs are shown by show() below; SciJava alone would only warn that it knows no display for them.
			final List<PreprocessorPlugin> before = context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class);
			final Module module = context.service(ModuleService.class).run(info, before, List.of(), values).get();
			final Object command = module.getDelegateObject();
			if (command instanceof Cancelable && ((Cancelable) command).isCanceled()) throw new Refused(((Cancelable) command)
				.getCancelReason());
			return module;
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalArgumentException("Interrupted: nothing was kept or written.", e);
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}

	/**
	 * With a window the images are shown. Without one the command, which runs in a thread of its own, has put them into the
	 * macro's list; here, in the macro's thread, the last one becomes the active image, as after any ImageJ command.
	 */
	private static void show(final Module module) {
		for (final Object output : module.getOutputs().values()) {
			if (!(output instanceof ImagePlus)) continue;
			final ImagePlus imp = (ImagePlus) output;
			if (!GraphicsEnvironment.isHeadless()) imp.show();
			else {
				WindowManager.setTempCurrentImage(imp);
				Interpreter.activateImage(imp);
			}
		}
	}

	/** With a window in a message box; without one the launcher listens to SciJava's events and prints the sentence. */
	private static void tell(final CommandInfo info, final String sentence) {
		if (!GraphicsEnvironment.isHeadless()) IJ.error(info.getLabel(), wrapped(sentence));
	}

	/** Breaks a long sentence so that the message box stays narrower than a screen. */
	private static String wrapped(final String sentence) {
		final StringBuilder s = new StringBuilder();
		int column = 0;
		for (final String word : sentence.split(" ")) {
			if (column > 0 && column + word.length() > 80) {
				s.append('\n');
				column = 0;
			}
			else if (column > 0) s.append(' ');
			s.append(word);
			column += word.length() + 1;
		}
		return s.toString();
	}
}
