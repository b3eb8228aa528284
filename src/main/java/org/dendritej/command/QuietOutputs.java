// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.awt.GraphicsEnvironment;
import java.util.Map;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Marks outputs that our commands have shown themselves as dealt with, so that SciJava does not warn about displays that
 * it lacks. Scripts still get them with {@code getOutput}.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.HIGH)
public class QuietOutputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof SuiteCommand)) return;
		for (final Map.Entry<String, Object> output : module.getOutputs().entrySet()) {
			final Object value = output.getValue();
			final boolean image = value instanceof ImagePlus && GraphicsEnvironment.isHeadless();
			if (image || !(value instanceof ImagePlus)) module.resolveOutput(output.getKey());
		}
	}
}
