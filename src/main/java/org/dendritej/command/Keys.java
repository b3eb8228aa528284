// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.record.Provenance;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.scijava.util.ClassUtils;

import ij.ImagePlus;

/** Reads a command's keys off its own parameters, so that what is recorded is what was run. */
final class Keys {

	private Keys() {}

	/** The keys and values that a macro would write to repeat this run, without folder and overwrite. */
	static Map<String, String> of(final SuiteCommand command) {
		final Map<String, String> keys = new TreeMap<>();
		for (final Field f : ClassUtils.getAnnotatedFields(command.getClass(), Parameter.class)) {
			final Parameter p = f.getAnnotation(Parameter.class);
			if (p.type() == ItemIO.OUTPUT || p.visibility() == ItemVisibility.MESSAGE) continue;
			if (Service.class.isAssignableFrom(f.getType()) || f.getType() == Context.class) continue;
			final Object value = ClassUtils.getValue(f, command);
			if (value == null || "".equals(value)) continue;
			keys.put(f.getName().toLowerCase(Locale.ROOT), value instanceof ImagePlus ? ((ImagePlus) value).getTitle() : value.toString());
		}
		keys.keySet().removeIf(k -> k.equals("folder") || k.equals("overwrite") || k.equals("threads"));
		return keys;
	}

	static Provenance provenance(final SuiteCommand command, final Map<String, String> inputs) {
		final String path = command.getClass().getAnnotation(Plugin.class).menuPath();
		final String version = command.getClass().getPackage().getImplementationVersion();
		return new Provenance(path.substring(path.lastIndexOf('>') + 1), version == null ? "development" : version,
			Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), of(command), inputs);
	}
}
