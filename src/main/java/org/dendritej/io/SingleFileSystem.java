// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the files inside a "single file system" container (AidAim SFS), the shell of Bruker's .bcf: blocks of equal size
 * after a head of 0x118 bytes, each with 32 bytes of its own head (first the number of the next block), a directory of
 * 512-byte entries, and for each file blocks that list its data blocks. A file may be compressed in zlib parts ("AACS").
 * The layout was worked out from files and from public remarks on the format; nothing was taken from another reader.
 */
final class SingleFileSystem implements AutoCloseable {

	private static final int BASE = 0x118;
	private static final int BLOCK_HEAD = 32;
	private static final int ENTRY = 512;
	private static final long LARGEST_FILE = 2_000_000_000L;
	private final String name;
	private final FileChannel channel;
	private final int blockSize;
	private final Map<String, long[]> entries = new LinkedHashMap<>();

	SingleFileSystem(final Path file) throws IOException {
		name = file.getFileName().toString();
		channel = FileChannel.open(file);
		try {
			final ByteBuffer head = bytes(0, BASE + 0x30);
			if (head.getLong(0) != magic("AAMVHFSS") || head.getLong(BASE) != magic("AASFSSGN")) throw damaged(
				"it does not begin like one");
			blockSize = head.getInt(BASE + 0x10);
			final int directory = head.getInt(BASE + 0x28);
			final int count = head.getInt(BASE + 0x2c);
			if (blockSize < 0x400 || blockSize > 1 << 24) throw damaged("its block size is " + blockSize);
			if (count < 1 || (long) count * ENTRY > blockSize - BLOCK_HEAD) throw new IllegalArgumentException(name + " has "
				+ count + " files inside, more than one directory block of " + blockSize
				+ " bytes holds; save the map again without EBSD data, or export it as RPL/RAW.");
			readDirectory(directory, count);
		}
		catch (final IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	private void readDirectory(final int block, final int count) throws IOException {
		final ByteBuffer b = bytes(at(block), Math.min(blockSize, BLOCK_HEAD + count * ENTRY));
		for (int i = 0; i < count; i++) {
			final int e = BLOCK_HEAD + i * ENTRY;
			final StringBuilder text = new StringBuilder();
			for (int k = e + 0xe0; k < e + ENTRY && b.get(k) != 0; k++)
				text.append((char) (b.get(k) & 0xff));
			entries.put(text.toString(), new long[] { b.getInt(e), b.getLong(e + 4) });
		}
	}

	/** A file's content, uncompressed. */
	byte[] read(final String entry) throws IOException {
		final long[] e = entries.get(entry);
		if (e == null) throw new IllegalArgumentException(name + " has no " + entry + " inside (found: " + String.join(", ",
			entries.keySet()) + "); it is not a Bruker element map.");
		final long size = e[1];
		if (size < 0 || size > LARGEST_FILE || size > channel.size()) throw damaged(entry + " claims " + size + " bytes");
		final byte[] content = new byte[(int) size];
		final int payload = blockSize - BLOCK_HEAD;
		int done = 0;
		int table = (int) e[0];
		while (done < content.length) {
			if (table < 0) throw damaged("the block list of " + entry + " ends early");
			final ByteBuffer list = bytes(at(table), blockSize);
			for (int k = BLOCK_HEAD; k + 4 <= blockSize && done < content.length; k += 4) {
				final int n = Math.min(payload, content.length - done);
				bytes(at(list.getInt(k)) + BLOCK_HEAD, n).get(content, done, n);
				done += n;
			}
			table = list.getInt(0);
		}
		return content.length >= 128 && ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == (int) magic(
			"AACS\0\0\0\0") ? inflated(content, entry) : content;
	}

	private byte[] inflated(final byte[] packed, final String entry) {
		final ByteBuffer b = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
		final int parts = b.getInt(12);
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		long at = 128;
		for (int i = 0; i < parts; i++) {
			if (at + 16 > packed.length) throw damaged("part " + (i + 1) + " of " + entry + " is missing");
			final int small = b.getInt((int) at);
			final int large = b.getInt((int) at + 4);
			if (small < 0 || at + 16 + small > packed.length || large < 0 || large > 1 << 28 || all.size() + (long) large
				> LARGEST_FILE) throw damaged("part " + (i + 1) + " of " + entry + " has an impossible size");
			all.writeBytes(inflate(packed, (int) at + 16, small, large, entry));
			at += 16L + small;
		}
		return all.toByteArray();
	}

	private byte[] inflate(final byte[] packed, final int from, final int small, final int large, final String entry) {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(packed, from, small);
			final byte[] out = new byte[large];
			int n = 0;
			while (n < large) {
				final int more = inflater.inflate(out, n, large - n);
				if (more == 0) throw damaged(entry + " decompresses to fewer bytes than it claims");
				n += more;
			}
			return out;
		}
		catch (final DataFormatException e) {
			final IllegalArgumentException d = damaged(entry + " cannot be decompressed");
			d.initCause(e);
			throw d;
		}
		finally {
			inflater.end();
		}
	}

	private long at(final int block) {
		if (block < 0) throw damaged("it points to block " + block);
		return BASE + (long) block * blockSize;
	}

	private ByteBuffer bytes(final long at, final int length) throws IOException {
		final ByteBuffer b = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		while (b.hasRemaining() && channel.read(b, at + b.position()) > 0) {
			// read on
		}
		// the last block may be shorter than the others; what is missing beyond the file reads as 0
		if (b.position() == 0) throw damaged("it ends before byte " + at);
		return b.clear();
	}

	private static long magic(final String eight) {
		return ByteBuffer.wrap(eight.getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).getLong();
	}

	private IllegalArgumentException damaged(final String what) {
		return new IllegalArgumentException(name + " is not a readable Bruker .bcf: " + what
			+ "; copy it again from the microscope, or export the map as RPL/RAW.");
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
