// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayDeque;

/**
 * The slow oracle of a shape's topology: 26-components by flood fill, cavities by flood fill of the 6-connected
 * background, Euler number by counting the corners, edges, faces and cubes of the union of closed voxels.
 *
 * @param components 26-components of the shape
 * @param cavities 6-components of the background that do not reach the outside
 * @param euler vertices - edges + faces - cubes
 */
record Topology(int components, int cavities, int euler) {

	int tunnels() {
		return components + cavities - euler;
	}

	static Topology of(final byte[][] planes, final int nx, final int ny, final int nz, final byte code) {
		final boolean[][][] s = new boolean[nz + 2][ny + 2][nx + 2];
		for (int z = 0; z < nz; z++)
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++)
					s[z + 1][y + 1][x + 1] = planes[z][x + nx * y] == code;
		return new Topology(count(s, true, 3), count(s, false, 1) - 1, euler(s));
	}

	private static int count(final boolean[][][] s, final boolean value, final int reach) {
		final int nz = s.length;
		final int ny = s[0].length;
		final int nx = s[0][0].length;
		final boolean[][][] seen = new boolean[nz][ny][nx];
		int n = 0;
		for (int z = 0; z < nz; z++)
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++) {
					if (seen[z][y][x] || s[z][y][x] != value) continue;
					n++;
					final ArrayDeque<int[]> open = new ArrayDeque<>();
					open.add(new int[] { x, y, z });
					seen[z][y][x] = true;
					while (!open.isEmpty()) {
						final int[] v = open.poll();
						for (int b = 0; b < 27; b++) {
							final int dx = b % 3 - 1;
							final int dy = b / 3 % 3 - 1;
							final int dz = b / 9 - 1;
							if (Math.abs(dx) + Math.abs(dy) + Math.abs(dz) > reach) continue;
							final int a = v[0] + dx;
							final int c = v[1] + dy;
							final int e = v[2] + dz;
							if (a < 0 || c < 0 || e < 0 || a >= nx || c >= ny || e >= nz) continue;
							if (seen[e][c][a] || s[e][c][a] != value) continue;
							seen[e][c][a] = true;
							open.add(new int[] { a, c, e });
						}
					}
				}
		return n;
	}

	private static int euler(final boolean[][][] s) {
		int chi = 0;
		for (int z = 1; z < s.length; z++)
			for (int y = 1; y < s[0].length; y++)
				for (int x = 1; x < s[0][0].length; x++) {
					final boolean a = s[z][y][x];
					final boolean ax = s[z][y][x - 1];
					final boolean ay = s[z][y - 1][x];
					final boolean az = s[z - 1][y][x];
					final boolean axy = s[z][y - 1][x - 1];
					final boolean axz = s[z - 1][y][x - 1];
					final boolean ayz = s[z - 1][y - 1][x];
					final boolean axyz = s[z - 1][y - 1][x - 1];
					chi += a | ax | ay | az | axy | axz | ayz | axyz ? 1 : 0;
					chi -= (a | ay | az | ayz ? 1 : 0) + (a | ax | az | axz ? 1 : 0) + (a | ax | ay | axy ? 1 : 0);
					chi += (a | ax ? 1 : 0) + (a | ay ? 1 : 0) + (a | az ? 1 : 0);
					chi -= a ? 1 : 0;
				}
		return chi;
	}
}
