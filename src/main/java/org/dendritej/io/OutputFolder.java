// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a command's files all or nothing: everything goes to temporary names first and is moved into place when all of
 * it is there. An existing file is replaced only when the user said so.
 */
public final class OutputFolder implements AutoCloseable {

	/** Writes one file. */
	@FunctionalInterface
	public interface FileWriter {

		/**
		 * Writes the whole content.
		 *
		 * @param file where to
		 * @throws IOException if the disk refuses
		 */
		void write(Path file) throws IOException;
	}

	private final Path folder;
	private final boolean overwrite;
	private final Map<Path, Path> pending = new LinkedHashMap<>();
	private final Set<Path> replaceable = new HashSet<>();

	/**
	 * Opens a folder, making it if needed.
	 *
	 * @param folder path as the user typed it
	 * @param overwrite whether existing files may be replaced
	 * @throws IllegalArgumentException if it cannot be made or written
	 */
	public OutputFolder(final String folder, final boolean overwrite) {
		this.overwrite = overwrite;
		try {
			this.folder = Path.of(folder.strip()).toAbsolutePath().normalize();
			Files.createDirectories(this.folder);
		}
		catch (final InvalidPathException | FileAlreadyExistsException e) {
			throw new IllegalArgumentException("folder=" + folder + " is not a folder; give the path of one.", e);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("folder=" + folder + " cannot be made (" + reason(e)
				+ "); choose a folder in which you may write.", e);
		}
		if (!Files.isWritable(this.folder)) throw new IllegalArgumentException("folder=" + folder
			+ " cannot be written to; choose a folder in which you may write.");
	}

	private static String reason(final IOException e) {
		return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
	}

	/**
	 * The folder itself.
	 *
	 * @return absolute path
	 */
	public Path path() {
		return folder;
	}

	/**
	 * Checks, before any work is done, that a file may be written.
	 *
	 * @param name file name
	 * @return the file's final path
	 * @throws IllegalArgumentException if it exists and overwrite is off
	 */
	public Path target(final String name) {
		final Path file = folder.resolve(fileName(name));
		if (Files.isDirectory(file)) throw new IllegalArgumentException(file
			+ " is a folder where a file should be written; remove it or choose another folder.");
		if (!overwrite && !replaceable.contains(file) && Files.exists(file)) throw new IllegalArgumentException(file
			+ " exists already and overwrite=false; choose another folder or sample name, or set overwrite=true.");
		return file;
	}

	/**
	 * A name that every file system takes: path separators and control signs become underscores.
	 *
	 * @param name wished name
	 * @return safe name
	 */
	public static String fileName(final String name) {
		return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
	}

	/**
	 * Stages a file; it appears under its name only after {@link #commit()}.
	 *
	 * @param name file name
	 * @param writer writes it
	 */
	public void add(final String name, final FileWriter writer) {
		final Path target = target(name);
		try {
			final String leaf = target.getFileName().toString();
			// Not a system temporary file: those are readable by their owner alone, and the rights would stay.
			final Path temporary = folder.resolve(".dendritej-" + UUID.randomUUID() + leaf.substring(Math.max(0, leaf.lastIndexOf('.'))));
			pending.put(target, temporary);
			writer.write(temporary);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(target + " cannot be written (" + reason(e)
				+ "); check free space and rights, or choose another folder.", e);
		}
	}

	/**
	 * Stages a text file in UTF-8.
	 *
	 * @param name file name
	 * @param text content
	 */
	public void addText(final String name, final String text) {
		add(name, file -> Files.write(file, text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Stages a text file that belongs to the suite itself and grows from command to command, such as the sidecar: an older
	 * one is replaced even without overwrite.
	 *
	 * @param name file name
	 * @param text content, UTF-8
	 */
	public void replace(final String name, final String text) {
		replaceable.add(folder.resolve(fileName(name)));
		addText(name, text);
	}

	/** Moves all staged files into place. */
	public void commit() {
		for (final Path target : pending.keySet())
			target(target.getFileName().toString());
		for (final Map.Entry<Path, Path> e : pending.entrySet()) {
			try {
				Files.move(e.getValue(), e.getKey(), StandardCopyOption.REPLACE_EXISTING);
			}
			catch (final IOException x) {
				throw new IllegalArgumentException(e.getKey() + " cannot be written (" + reason(x)
					+ "); check free space and rights, or choose another folder.", x);
			}
		}
		pending.clear();
	}

	/** Removes what was staged and not committed. */
	@Override
	public void close() {
		for (final Path temporary : pending.values()) {
			try {
				Files.deleteIfExists(temporary);
			}
			catch (final IOException e) {
				temporary.toFile().deleteOnExit();
			}
		}
		pending.clear();
	}
}
