// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * Fingerprint of an image's pixels, so that a document says which image it was measured on: the SHA-256 of the slices'
 * SHA-256 digests, each over the pixel values as big-endian bytes in raster order. The file format does not matter.
 */
public final class Checksum {

	private static final int CHUNK = 1 << 14;

	private Checksum() {}

	/**
	 * The fingerprint.
	 *
	 * @param imp grey image of 8, 16 or 32 bits, or RGB
	 * @param threads threads to use, 0 for all
	 * @param progress asked whether to stop
	 * @return 64 hexadecimal digits
	 */
	public static String of(final ImagePlus imp, final int threads, final Progress progress) {
		final ImageStack stack = imp.getStack();
		final byte[][] digests = new byte[stack.getSize()][];
		Slabs.forEach(digests.length, threads, progress, null, z -> digests[z] = slice(stack.getPixels(z + 1)));
		final MessageDigest all = sha256();
		for (final byte[] d : digests)
			all.update(d);
		return HexFormat.of().formatHex(all.digest());
	}

	private static byte[] slice(final Object pixels) {
		final MessageDigest d = sha256();
		if (pixels instanceof byte[]) return d.digest((byte[]) pixels);
		final ByteBuffer b = ByteBuffer.allocate(4 * CHUNK);
		final int n = java.lang.reflect.Array.getLength(pixels);
		for (int i = 0; i < n; i++) {
			if (pixels instanceof short[]) b.putShort(((short[]) pixels)[i]);
			else if (pixels instanceof int[]) b.putInt(((int[]) pixels)[i]);
			else b.putFloat(((float[]) pixels)[i]);
			if (b.remaining() < 4) drain(b, d);
		}
		drain(b, d);
		return d.digest();
	}

	private static void drain(final ByteBuffer b, final MessageDigest d) {
		b.flip();
		d.update(b);
		b.clear();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
