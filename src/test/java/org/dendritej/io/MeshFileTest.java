// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.mesh.SurfaceMesh;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both kinds of mesh files as another program reads them, which joins corners at one place: closed, outwards, in um, at their place. */
class MeshFileTest {

	private static final VoxelGrid GRID = new VoxelGrid(12, 10, 8, 0.04, 0.04, 0.1, new Vec3(10, 20, 30));

	/** A body cut by three sides of the image, two that touch at an edge, two that touch at a corner. */
	private static SurfaceMesh mesh() {
		final byte[][] v = new byte[GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < 3; z++)
			for (int y = 0; y < 4; y++)
				for (int x = 0; x < 4; x++)
					v[z][x + 12 * y] = 1;
		for (final int[] p : new int[][] { { 6, 2, 2 }, { 7, 3, 2 }, { 3, 7, 5 }, { 4, 8, 6 } })
			v[p[2]][p[0] + 12 * p[1]] = 1;
		return SurfaceMesh.of(new Phase(ByteVolume.of(GRID, v), 1), Progress.NONE).smoothed(10, Progress.NONE);
	}

	private static final double VOLUME = (48 + 4) * 0.04 * 0.04 * 0.1;

	@Test
	void stl(@TempDir final Path dir) throws Exception {
		final Path file = dir.resolve("a.stl");
		MeshFile.STL.write(mesh(), file);
		final ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		final byte[] head = new byte[80];
		b.get(head);
		final String text = new String(head, StandardCharsets.US_ASCII);
		assertTrue(text.contains("micrometres") && !text.startsWith("solid"), "a text STL would begin with solid");
		final int n = b.getInt();
		assertEquals(84 + 50 * n, b.capacity());
		final List<Vec3[]> triangles = new ArrayList<>();
		for (int t = 0; t < n; t++) {
			final Vec3 normal = vec(b);
			final Vec3[] p = { vec(b), vec(b), vec(b) };
			assertEquals(1, p[1].minus(p[0]).cross(p[2].minus(p[0])).unit().dot(normal), 1e-4, "normal of triangle " + t);
			assertEquals(0, b.getShort());
			triangles.add(p);
		}
		check(triangles);
	}

	@Test
	void ply(@TempDir final Path dir) throws Exception {
		final Path file = dir.resolve("a.ply");
		MeshFile.PLY.write(mesh(), file);
		final byte[] all = Files.readAllBytes(file);
		final String head = new String(all, StandardCharsets.ISO_8859_1).split("end_header\n")[0];
		assertTrue(head.startsWith("ply\nformat binary_little_endian 1.0\n") && head.contains("micrometres"), head);
		final int vertices = number(head, "element vertex "), faces = number(head, "element face ");
		final ByteBuffer b = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).position(head.length() + "end_header\n".length());
		final Vec3[] v = new Vec3[vertices];
		for (int i = 0; i < vertices; i++)
			v[i] = vec(b);
		final List<Vec3[]> triangles = new ArrayList<>();
		for (int t = 0; t < faces; t++) {
			assertEquals(3, b.get());
			triangles.add(new Vec3[] { v[b.getInt()], v[b.getInt()], v[b.getInt()] });
		}
		assertEquals(0, b.remaining());
		check(triangles);
	}

	private static int number(final String head, final String key) {
		return Integer.parseInt(head.split(key)[1].split("\n")[0]);
	}

	private static Vec3 vec(final ByteBuffer b) {
		return new Vec3(b.getFloat(), b.getFloat(), b.getFloat());
	}

	private static void check(final List<Vec3[]> triangles) {
		final Set<List<Vec3>> edges = new HashSet<>();
		double six = 0, lowest = Double.POSITIVE_INFINITY;
		final Vec3 o = GRID.originUm();
		for (final Vec3[] p : triangles) {
			for (int k = 0; k < 3; k++) {
				assertTrue(edges.add(List.of(p[k], p[(k + 1) % 3])), "two triangles run an edge in one direction");
				lowest = Math.min(lowest, p[k].minus(o).norm());
			}
			six += p[0].minus(o).dot(p[1].minus(o).cross(p[2].minus(o)));
		}
		assertTrue(edges.stream().allMatch(e -> edges.contains(List.of(e.get(1), e.get(0)))), "an edge has one triangle only");
		assertEquals(VOLUME, six / 6, 1e-4 * VOLUME);
		assertEquals(0, lowest, 1e-5, "the corner of the image, which the body fills");
	}
}
