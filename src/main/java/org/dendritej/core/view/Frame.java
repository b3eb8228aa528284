// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import java.util.Arrays;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.mesh.SurfaceMesh;

/** Paints one picture with a depth buffer at twice its resolution; its memory serves any number of pictures. */
final class Frame {

	/** Samples per pixel along each axis; their mean takes the jags off. */
	private static final int FINE = 2;
	/** Direction of the lamp: right, up, towards the viewer; a unit vector. */
	private static final double LAMP_X = -0.42, LAMP_Y = 0.5, LAMP_Z = Math.sqrt(1 - 0.42 * 0.42 - 0.25);
	private static final int EDGE = 0x808080, ELECTRODE = 0xd55e00;

	private final Scene scene;
	private final int n;
	/** Column, row and depth of each vertex on the fine picture. */
	private final float[] seen;
	private final int[] lit;
	private final float[] depth;
	private final int[] paint;

	Frame(final Scene scene, final int sizePx) {
		this.scene = scene;
		n = FINE * sizePx;
		final int vertices = scene.mesh().vertices();
		seen = new float[3 * vertices];
		lit = new int[vertices];
		depth = new float[n * n];
		paint = new int[n * n];
	}

	int[] render(final Camera camera, final Look look) {
		Arrays.fill(depth, Float.NEGATIVE_INFINITY);
		Arrays.fill(paint, look.background());
		final View view = new View(camera);
		vertices(view, look);
		final SurfaceMesh m = scene.mesh();
		for (int t = 0; t < m.triangles(); t++)
			triangle(m.corner(t, 0), m.corner(t, 1), m.corner(t, 2));
		if (look.box()) box(view, camera.face());
		return mean(camera.sizePx());
	}

	/** The projection of one picture. */
	private final class View {

		final double[] m;
		final double scale, eye;
		final boolean perspective;

		View(final Camera c) {
			m = c.axes();
			scale = FINE * c.pxPerUm(scene.grid());
			eye = Camera.eyeUm(scene.grid());
			perspective = c.perspective();
		}

		/** Depth towards the viewer, um; in the perspective a quantity that is linear on the picture. */
		float z(final double towards) {
			return (float) (perspective ? eye / (eye - towards) : towards);
		}

		double enlarged(final double towards) {
			return perspective ? scale * eye / (eye - towards) : scale;
		}
	}

	private void vertices(final View v, final Look look) {
		final float[] p = scene.xyz(), q = scene.normal();
		final double half = Camera.halfDiagonalUm(scene.grid());
		final double[] m = v.m;
		for (int i = 0, a = 0; i < lit.length; i++, a += 3) {
			final double towards = m[6] * p[a] + m[7] * p[a + 1] + m[8] * p[a + 2], s = v.enlarged(towards);
			seen[a] = (float) (n / 2.0 + s * (m[0] * p[a] + m[1] * p[a + 1] + m[2] * p[a + 2]));
			seen[a + 1] = (float) (n / 2.0 - s * (m[3] * p[a] + m[4] * p[a + 1] + m[5] * p[a + 2]));
			seen[a + 2] = v.z(towards);
			final double nz = m[6] * q[a] + m[7] * q[a + 1] + m[8] * q[a + 2];
			if (look.shading() == Look.Shading.DEPTH) lit[i] = shaded(scene.colour()[i], (0.25 + 0.75 * (0.5 + towards / half / 2)) * (0.75 + 0.25
				* Math.max(0, nz)), 0);
			else {
				final double nx = m[0] * q[a] + m[1] * q[a + 1] + m[2] * q[a + 2], ny = m[3] * q[a] + m[4] * q[a + 1] + m[5] * q[a + 2];
				final double lamp = Math.max(0, nx * LAMP_X + ny * LAMP_Y + nz * LAMP_Z), shine = 2 * lamp * nz - LAMP_Z;
				final double s2 = shine * shine, s4 = s2 * s2, s8 = s4 * s4;
				lit[i] = shaded(scene.colour()[i], 0.34 + 0.66 * lamp, shine > 0 ? 0.25 * s8 * s8 * s8 : 0);
			}
		}
	}

	private static int shaded(final int rgb, final double light, final double shine) {
		return channel(rgb >> 16, light, shine) << 16 | channel(rgb >> 8, light, shine) << 8 | channel(rgb, light, shine);
	}

	private static int channel(final int c, final double light, final double shine) {
		return (int) Math.min(255, (c & 0xff) * light + 255 * shine + 0.5);
	}

	/** Fills a triangle that faces the viewer; its corners run anticlockwise then. */
	private void triangle(final int a, final int b, final int c) {
		final float ax = seen[3 * a], ay = seen[3 * a + 1], bx = seen[3 * b], by = seen[3 * b + 1], cx = seen[3 * c], cy = seen[3 * c + 1];
		final float area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
		if (!(area < 0)) return;
		final float az = seen[3 * a + 2], bz = seen[3 * b + 2], cz = seen[3 * c + 2];
		// Samples lie at the middles of the fine pixels.
		final int x0 = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5f)), x1 = Math.min(n - 1, (int) Math.floor(Math.max(ax, Math.max(bx,
			cx)) - 0.5f));
		final int y0 = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5f)), y1 = Math.min(n - 1, (int) Math.floor(Math.max(ay, Math.max(by,
			cy)) - 0.5f));
		if (x0 > x1 || y0 > y1) return;
		final float inverse = 1 / area;
		final float stepB = (cy - ay) * inverse, stepC = -(by - ay) * inverse;
		for (int y = y0; y <= y1; y++) {
			final float py = y + 0.5f, px = x0 + 0.5f;
			// Weights of b and c; that of a is what is left of one.
			float wb = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) * inverse;
			float wc = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) * inverse;
			for (int x = x0, i = x0 + n * y; x <= x1; x++, i++, wb += stepB, wc += stepC) {
				final float wa = 1 - wb - wc;
				if (wa < -1e-5f || wb < -1e-5f || wc < -1e-5f) continue;
				final float z = wa * az + wb * bz + wc * cz;
				if (z <= depth[i]) continue;
				depth[i] = z;
				paint[i] = mixed(lit[a], wa, lit[b], wb, lit[c], wc);
			}
		}
	}

	private static int mixed(final int a, final float wa, final int b, final float wb, final int c, final float wc) {
		if (a == b && b == c) return a;
		return mix(a >> 16, wa, b >> 16, wb, c >> 16, wc) << 16 | mix(a >> 8, wa, b >> 8, wb, c >> 8, wc) << 8 | mix(a, wa, b, wb, c, wc);
	}

	private static int mix(final int a, final float wa, final int b, final float wb, final int c, final float wc) {
		return Math.max(0, Math.min(255, (int) (wa * (a & 0xff) + wb * (b & 0xff) + wc * (c & 0xff) + 0.5f)));
	}

	/** The twelve edges of the volume; those of the electrode's face are thicker and coloured. */
	private void box(final View v, final ElectrodeFace face) {
		for (int axis = 0; axis < 3; axis++)
			for (int b = 0; b < 4; b++) {
				final double[] p = new double[3], q = new double[3];
				final int u = (axis + 1) % 3, w = (axis + 2) % 3;
				p[axis] = -scene.grid().extentUm(axis) / 2;
				q[axis] = -p[axis];
				p[u] = q[u] = ((b & 1) - 0.5) * scene.grid().extentUm(u);
				p[w] = q[w] = ((b >> 1) - 0.5) * scene.grid().extentUm(w);
				final boolean electrode = face.axis() >= 0 && face.axis() != axis && p[face.axis()] < 0 == face.isLow();
				line(v, p, q, electrode ? ELECTRODE : EDGE, electrode ? 3 : 2);
			}
	}

	private void line(final View v, final double[] p, final double[] q, final int colour, final int width) {
		final double[] a = projected(v, p), b = projected(v, q);
		final int steps = (int) Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1]))) + 1;
		for (int s = 0; s <= steps; s++) {
			final double t = (double) s / steps;
			final int x = (int) Math.floor(a[0] + t * (b[0] - a[0])), y = (int) Math.floor(a[1] + t * (b[1] - a[1]));
			final float z = (float) (a[2] + t * (b[2] - a[2]));
			for (int dy = 0; dy < width; dy++)
				for (int dx = 0; dx < width; dx++) {
					final int px = x + dx - width / 2, py = y + dy - width / 2;
					if (px < 0 || py < 0 || px >= n || py >= n || z < depth[px + n * py]) continue;
					paint[px + n * py] = colour;
				}
		}
	}

	private double[] projected(final View v, final double[] p) {
		final double[] m = v.m;
		final double towards = m[6] * p[0] + m[7] * p[1] + m[8] * p[2], s = v.enlarged(towards);
		return new double[] { n / 2.0 + s * (m[0] * p[0] + m[1] * p[1] + m[2] * p[2]), n / 2.0 - s * (m[3] * p[0] + m[4] * p[1] + m[5] * p[2]), v.z(
			towards) };
	}

	private int[] mean(final int size) {
		final int[] out = new int[size * size];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				int r = 0, g = 0, b = 0;
				for (int k = 0; k < FINE * FINE; k++) {
					final int c = paint[FINE * x + k % FINE + n * (FINE * y + k / FINE)];
					r += c >> 16 & 0xff;
					g += c >> 8 & 0xff;
					b += c & 0xff;
				}
				final int half = FINE * FINE / 2;
				out[x + size * y] = 0xff000000 | (r + half) / (FINE * FINE) << 16 | (g + half) / (FINE * FINE) << 8 | (b + half) / (FINE * FINE);
			}
		return out;
	}
}
