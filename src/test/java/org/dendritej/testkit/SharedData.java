// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Assumptions;

/** Public volumes with other people's numbers, which lie beside the project and are not part of it. */
public final class SharedData {

	private static final Path FOLDER = Path.of("../shared/data").toAbsolutePath().normalize();

	private SharedData() {}

	/** The file, or the test is skipped with a message. */
	public static Path file(final String name) {
		final Path p = FOLDER.resolve(name);
		Assumptions.assumeTrue(Files.exists(p), "skipped: " + name + " is not beside the project (../shared/data)");
		return p;
	}

	/** Unpacks the first file of a zip into a folder. */
	public static Path unzipped(final String name, final Path into) throws IOException {
		try (InputStream in = Files.newInputStream(file(name)); ZipInputStream zip = new ZipInputStream(in)) {
			final ZipEntry e = zip.getNextEntry();
			final Path out = into.resolve(Path.of(e.getName()).getFileName());
			Files.copy(zip, out);
			return out;
		}
	}
}
