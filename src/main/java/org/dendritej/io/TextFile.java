// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a text file that a user named, with one sentence for everything that can go wrong. */
public final class TextFile {

	private TextFile() {}

	/**
	 * The whole file.
	 *
	 * @param key parameter that names it, for the error
	 * @param file path as the user typed it
	 * @param most largest size that makes sense, bytes
	 * @return its text, decoded as UTF-8, without a byte order mark
	 * @throws IllegalArgumentException if it is missing, too large or no text
	 */
	public static String read(final String key, final String file, final long most) {
		try {
			final Path path = Path.of(file.strip());
			if (!Files.isRegularFile(path)) throw new IllegalArgumentException(key + "=" + file
				+ " does not exist; give the path of a file.");
			if (Files.size(path) > most) throw new IllegalArgumentException(key + "=" + file + " holds " + Files.size(path)
				+ " bytes where at most " + most + " make sense; is it another file?");
			final String text = Files.readString(path, StandardCharsets.UTF_8);
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (final InvalidPathException | IOException e) {
			throw new IllegalArgumentException(key + "=" + file + " cannot be read (" + e.getClass().getSimpleName().replace("Exception", "")
				+ "); check the path and that it is text in UTF-8.", e);
		}
	}
}
