// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.dendritej.core.mesh.SurfaceMesh;

/** Writes closed surfaces as binary STL or binary PLY; both in um, which the files cannot say but their header does. */
public enum MeshFile {

	/** Stereolithography: three corners and a normal per triangle, single precision. */
	STL,
	/** Polygon file: shared vertices, single precision. */
	PLY;

	private static final int STL_HEADER = 80;

	/**
	 * The format that a user typed.
	 *
	 * @param key stl or ply
	 * @return the format
	 * @throws IllegalArgumentException for anything else
	 */
	public static MeshFile parse(final String key) {
		for (final MeshFile f : values())
			if (f.name().equalsIgnoreCase(key == null ? "" : key.strip())) return f;
		throw new IllegalArgumentException("mesh=" + key + " is not known; use none, stl or ply.");
	}

	/**
	 * End of the file's name.
	 *
	 * @return .stl or .ply
	 */
	public String suffix() {
		return "." + name().toLowerCase(java.util.Locale.ROOT);
	}

	/**
	 * Writes a mesh.
	 *
	 * @param mesh the mesh, um
	 * @param file where to
	 * @throws IOException if the disk refuses
	 */
	public void write(final SurfaceMesh mesh, final Path file) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
			if (this == STL) stl(mesh, out);
			else ply(mesh, out);
		}
	}

	private static ByteBuffer little(final int bytes) {
		return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static void stl(final SurfaceMesh m, final OutputStream out) throws IOException {
		out.write(Arrays.copyOf("DendriteJ surface, lengths in micrometres".getBytes(StandardCharsets.US_ASCII), STL_HEADER));
		out.write(little(4).putInt(m.triangles()).array());
		final ByteBuffer b = little(50);
		for (int t = 0; t < m.triangles(); t++) {
			b.clear();
			final double[] n = m.normal(t);
			final double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
			for (final double c : n)
				b.putFloat((float) (length > 0 ? c / length : 0));
			for (int k = 0; k < 3; k++)
				for (int axis = 0; axis < 3; axis++)
					b.putFloat((float) m.at(m.corner(t, k), axis));
			b.putShort((short) 0);
			out.write(b.array());
		}
	}

	private static void ply(final SurfaceMesh m, final OutputStream out) throws IOException {
		out.write(("ply\nformat binary_little_endian 1.0\ncomment DendriteJ surface, lengths in micrometres\nelement vertex " + m.vertices()
			+ "\nproperty float x\nproperty float y\nproperty float z\nelement face " + m.triangles()
			+ "\nproperty list uchar int vertex_indices\nend_header\n").getBytes(StandardCharsets.US_ASCII));
		final ByteBuffer v = little(12), f = little(13);
		for (int i = 0; i < m.vertices(); i++) {
			v.clear();
			for (int axis = 0; axis < 3; axis++)
				v.putFloat((float) m.at(i, axis));
			out.write(v.array());
		}
		for (int t = 0; t < m.triangles(); t++) {
			f.clear();
			f.put((byte) 3);
			for (int k = 0; k < 3; k++)
				f.putInt(m.corner(t, k));
			out.write(f.array());
		}
	}
}
