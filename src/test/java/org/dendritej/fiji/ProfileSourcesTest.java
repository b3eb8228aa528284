// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

/**
 * The sources of the profile {@code fiji} compile and run against small stand-ins of the classes that they call, written
 * from the public sources of imagej-common, scijava-table and mcib3d-core; not against these libraries themselves.
 */
class ProfileSourcesTest {

	private static List<Path> sources(final String folder) throws IOException {
		try (Stream<Path> s = Files.walk(Path.of(folder))) {
			return s.filter(p -> p.toString().endsWith(".java") && !p.endsWith("package-info.java")).sorted().toList();
		}
	}

	@Test
	void theSourcesCompileAndCallWhatExists(@TempDir final Path dir) throws Exception {
		final List<Path> all = new ArrayList<>(sources("src/fiji/java"));
		assertTrue(all.size() >= 6, "sources of the profile are missing");
		all.addAll(sources("src/test/fiji"));
		final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
		final StringWriter said = new StringWriter();
		try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
			final boolean compiled = javac.getTask(said, files, null, List.of("-proc:none", "-d", dir.toString(), "-classpath", System.getProperty(
				"java.class.path"), "-Xlint:all,-processing,-serial,-path", "-Werror", "--release", "17"), null, files.getJavaFileObjectsFromPaths(all)).call();
			assertTrue(compiled, said.toString());
		}
		assertEquals("", said.toString());
		try (URLClassLoader loader = new URLClassLoader(new URL[] { dir.toUri().toURL() }, ProfileSourcesTest.class.getClassLoader()); Context context =
			new Context())
		{
			final Class<?> exercise = loader.loadClass("org.dendritej.fiji.Exercise");
			for (final String part : List.of("images", "converters", "objects"))
				exercise.getMethod(part).invoke(null);
			exercise.getMethod("commands", Context.class).invoke(null, context);
		}
	}

	@Test
	void everySourceOfTheProfileHasALicenceLineAndStaysSmall() throws IOException {
		final List<Path> all = sources("src/fiji/java");
		assertFalse(all.isEmpty());
		for (final Path p : all) {
			final List<String> lines = Files.readAllLines(p);
			assertEquals("// SPDX-License-Identifier: BSD-2-Clause", lines.get(0), p.toString());
			assertTrue(lines.size() <= 320, p + " is long");
		}
	}
}
