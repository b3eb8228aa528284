// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/api.md, taken out of the page, run and give the same current density in Java, Jython and macro. */
class ApiPageTest {

	@Test
	void javaJythonAndMacroGiveTheSameCurrent(@TempDir final Path dir) throws Exception {
		final String page = Files.readString(Path.of("docs/api.md"));
		final Path jython = Files.createDirectory(dir.resolve("jython")), macro = Files.createDirectory(dir.resolve("macro"));
		assertEquals(0, Main.run(Files.writeString(dir.resolve("example.py"), block(page, "python")).toString(), jython.toString()));
		assertEquals(0, Main.run(Files.writeString(dir.resolve("example.ijm"), block(page, "")).toString(), macro.toString()));
		final String name = "specimen-prediction.csv";
		assertEquals(Files.readString(jython.resolve(name)), Files.readString(macro.resolve(name)));
		final String row = Files.readAllLines(macro.resolve(name)).stream().filter(l -> l.startsWith("ccd,")).findFirst().orElseThrow();
		assertEquals(row.split(",")[1], String.valueOf(java(block(page, "java"), dir)));
	}

	private static String block(final String page, final String language) {
		final Matcher m = Pattern.compile("(?s)```" + language + "\\R(.*?)```").matcher(page.replaceAll("(?s)```(?!" + (language.isEmpty() ? "\\R" : language)
			+ ")\\w+\\R.*?```", ""));
		assertTrue(m.find(), "docs/api.md has no " + language + " example");
		return m.group(1);
	}

	private static double java(final String source, final Path dir) throws Exception {
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		Assumptions.assumeTrue(compiler != null, "this Java has no compiler");
		final JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(final boolean ignoreEncodingErrors) {
				return source;
			}
		};
		final StringWriter said = new StringWriter();
		final boolean compiled = compiler.getTask(said, null, null, List.of("-proc:none", "-d", dir.toString(), "-cp", classPath()), null, List.of(file)).call();
		assertTrue(compiled, said.toString());
		try (URLClassLoader loader = new URLClassLoader(new URL[] { dir.toUri().toURL() }, ApiPageTest.class.getClassLoader())) {
			return (Double) loader.loadClass("Example").getMethod("run").invoke(null);
		}
	}

	private static String classPath() throws IOException {
		return Path.of("target/classes").toAbsolutePath() + System.getProperty("path.separator") + System.getProperty("surefire.test.class.path", System
			.getProperty("java.class.path"));
	}
}
