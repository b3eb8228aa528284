// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

import org.scijava.Context;
import org.scijava.service.Service;

/**
 * Runs a Jython script outside Fiji with the {@code #@} lines that Fiji's Script Editor understands: services and the
 * context are handed in by type, {@code #@ String arg} takes the command line's argument.
 */
final class JythonScript {

	private static final Pattern PARAMETER = Pattern.compile("^#@\\s*(\\w+)\\s*(?:\\(.*\\))?\\s+(\\w+)\\s*$", Pattern.MULTILINE);

	private JythonScript() {}

	/**
	 * Runs a script.
	 *
	 * @param context services come from here
	 * @param name file name, for messages
	 * @param text the script
	 * @param argument value of {@code arg}
	 */
	static void run(final Context context, final String name, final String text, final String argument) {
		final ScriptEngine engine = new ScriptEngineManager(JythonScript.class.getClassLoader()).getEngineByName("python");
		if (engine == null) throw new IllegalArgumentException("Jython is not on the class path; add jython-slim-2.7.4.jar to run " + name + ".");
		final Matcher m = PARAMETER.matcher(text);
		while (m.find())
			engine.put(m.group(2), value(context, name, m.group(1), m.group(2), argument));
		engine.put("__file__", name);
		engine.put("__name__", "__main__");
		try {
			engine.eval(text);
		}
		catch (final ScriptException e) {
			throw new IllegalArgumentException(name + " stopped: " + deepest(e), e);
		}
	}

	private static String deepest(final Throwable e) {
		Throwable t = e;
		while (t.getCause() != null && t.getCause() != t)
			t = t.getCause();
		return t.toString().strip();
	}

	private static Object value(final Context context, final String script, final String type, final String name, final String argument) {
		if (type.equals("String")) return argument;
		if (type.equals("Context")) return context;
		for (final Service s : context.getServiceIndex())
			for (Class<?> c = s.getClass(); c != null; c = c.getSuperclass())
				for (final Class<?> i : c.getInterfaces())
					if (i.getSimpleName().equals(type)) return s;
		throw new IllegalArgumentException(script + " asks for \"#@ " + type + " " + name
			+ "\", which only Fiji can give; outside Fiji use a service, Context or String.");
	}
}
