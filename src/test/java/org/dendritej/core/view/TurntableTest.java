// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Where bodies of known place and size appear on the picture, which one hides which, and in which colour. */
class TurntableTest {

	private static final Look PLAIN = new Look(Look.Shading.SURFACE, 0, false);
	private static final int RED = 0xff0000, GREEN = 0x00ff00, BLUE = 0x0000ff;
	private static final Scene.Paint THREE = (label, value) -> label == 1 ? RED : label == 2 ? GREEN : BLUE;

	private record Ball(int label, double x, double y, double z, double r) {}

	private static IntVolume volume(final VoxelGrid g, final Ball... balls) {
		final int[][] planes = new int[g.nz()][g.planeSize()];
		for (int k = 0; k < g.nz(); k++)
			for (int i = 0; i < g.planeSize(); i++) {
				final Vec3 p = g.centreUm(i % g.nx(), i / g.nx(), k);
				for (final Ball b : balls)
					if (Math.hypot(Math.hypot(p.x() - b.x, p.y() - b.y), p.z() - b.z) <= b.r) planes[k][i] = b.label;
			}
		return IntVolume.of(g, planes);
	}

	private static Camera camera(final double azimuth, final double elevation, final boolean perspective) {
		return new Camera(300, ElectrodeFace.Y_MINUS, azimuth, elevation, perspective);
	}

	/** Pixels in which a colour channel outshines the others, and where their middle lies. */
	private static double[] seen(final int[] picture, final int channel, final int size) {
		double n = 0, x = 0, y = 0;
		for (int i = 0; i < picture.length; i++) {
			int own = 0, rest = 0;
			for (int k = 0; k < 24; k += 8) {
				final int c = picture[i] >> k & 0xff;
				if ((channel >> k & 0xff) != 0) own = c;
				else rest = Math.max(rest, c);
			}
			final double share = own > rest ? 1 : 0;
			n += share;
			x += share * (i % size + 0.5);
			y += share * (i / size + 0.5);
		}
		return new double[] { n, x / n, y / n };
	}

	private static VoxelGrid unequal() {
		return new VoxelGrid(60, 50, 24, 0.1, 0.12, 0.25, new Vec3(-3, 2, 7));
	}

	@Test
	void aBallHasItsAreaAndPlaceAtEveryAngle() {
		final VoxelGrid g = new VoxelGrid(120, 100, 48, 0.05, 0.06, 0.125, new Vec3(-3, 2, 7));
		final Ball ball = new Ball(1, -3 + 4.1, 2 + 1.9, 7 + 3.6, 1.5);
		final Scene scene = Scene.of(volume(g, ball), null, THREE, Progress.NONE);
		final Random random = new Random(3);
		for (int n = 0; n < 12; n++) {
			final Camera c = new Camera(900, ElectrodeFace.Y_MINUS, random.nextInt(360), random.nextInt(181) - 90, false);
			final double[] s = seen(Turntable.frame(scene, c, PLAIN), RED, 900);
			final double px = c.pxPerUm(g), area = Math.PI * ball.r * ball.r * px * px;
			assertEquals(1, s[0] / area, 0.03, c.toString());
			final double[] m = c.axes(), p = { ball.x + 3 - 3, ball.y - 2 - 3, ball.z - 7 - 3 };
			assertEquals(450 + px * (m[0] * p[0] + m[1] * p[1] + m[2] * p[2]), s[1], 1.5, c.toString());
			assertEquals(450 - px * (m[3] * p[0] + m[4] * p[1] + m[5] * p[2]), s[2], 1.5, c.toString());
		}
	}

	@Test
	void theFirstViewIsThatOfTheSlices() {
		final VoxelGrid g = VoxelGrid.of(60, 60, 60, 0.1, 0.1, 0.1);
		// Red right and high, green left and low: as the slice shows them.
		final int[] p = Turntable.frame(Scene.of(volume(g, new Ball(1, 5, 1, 3, 0.6), new Ball(2, 1, 5, 3, 0.6)), null, THREE, Progress.NONE), camera(0, 0,
			false), PLAIN);
		final double[] red = seen(p, RED, 300), green = seen(p, GREEN, 300);
		assertTrue(red[1] > 180 && red[2] < 120 && green[1] < 120 && green[2] > 180, "red at " + red[1] + ", " + red[2]);
	}

	@Test
	void whatIsNearerHidesWhatIsBehindAndTurnsRound() {
		final VoxelGrid g = VoxelGrid.of(60, 60, 60, 0.1, 0.1, 0.1);
		final Scene scene = Scene.of(volume(g, new Ball(1, 3, 3, 1, 0.8), new Ball(2, 3, 3, 5, 0.8)), null, THREE, Progress.NONE);
		for (final boolean perspective : new boolean[] { false, true }) {
			final int[] front = Turntable.frame(scene, camera(0, 0, perspective), PLAIN), back = Turntable.frame(scene, camera(180, 0, perspective), PLAIN);
			assertTrue(seen(front, RED, 300)[0] > 500, "the first slices are in front at azimuth 0");
			assertEquals(0, seen(front, GREEN, 300)[0], perspective ? 0 : 10);
			assertEquals(0, seen(back, RED, 300)[0], perspective ? 0 : 10);
			assertEquals(seen(front, RED, 300)[0], seen(back, GREEN, 300)[0], 20);
		}
	}

	@Test
	void inPerspectiveTheNearerBallIsLargerByTheRatioOfDistances() {
		final VoxelGrid g = VoxelGrid.of(80, 60, 60, 0.1, 0.1, 0.1);
		final Scene scene = Scene.of(volume(g, new Ball(1, 2, 3, 1.2, 0.9), new Ball(2, 6, 3, 4.8, 0.9)), null, THREE, Progress.NONE);
		final int[] p = Turntable.frame(scene, new Camera(600, ElectrodeFace.Y_MINUS, 0, 0, true), PLAIN);
		final double eye = Camera.eyeUm(g), near = eye - 1.8, far = eye + 1.8;
		assertEquals(far * far / near / near, seen(p, RED, 600)[0] / seen(p, GREEN, 600)[0], 0.04);
	}

	@Test
	void theElectrodesFaceIsUp() {
		final VoxelGrid g = VoxelGrid.of(40, 40, 40, 0.1, 0.1, 0.1);
		for (final ElectrodeFace f : ElectrodeFace.values()) {
			if (f == ElectrodeFace.NONE) continue;
			final double[] at = { 2, 2, 2 };
			at[f.axis()] = f.isLow() ? 0.5 : 3.5;
			final Scene scene = Scene.of(volume(g, new Ball(1, at[0], at[1], at[2], 0.4)), null, THREE, Progress.NONE);
			for (final double azimuth : new double[] { 0, 77, 190 }) {
				final double[] s = seen(Turntable.frame(scene, new Camera(300, f, azimuth, 0, false), PLAIN), RED, 300);
				assertTrue(s[2] < 100, f + " at " + azimuth + ": " + s[2]);
				assertEquals(150, s[1], 1);
			}
		}
	}

	@Test
	void axesAreARotation() {
		final Random random = new Random(9);
		for (final ElectrodeFace f : ElectrodeFace.values())
			for (int n = 0; n < 20; n++) {
				final double[] m = new Camera(64, f, random.nextInt(1000) - 500, random.nextInt(181) - 90, false).axes();
				for (int r = 0; r < 3; r++)
					for (int s = 0; s < 3; s++)
						assertEquals(r == s ? 1 : 0, m[3 * r] * m[3 * s] + m[3 * r + 1] * m[3 * s + 1] + m[3 * r + 2] * m[3 * s + 2], 1e-12);
				assertEquals(1, m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]), 1e-12,
					"mirrored for " + f);
			}
	}

	@Test
	void valuesColourTheSurfaceOfTheirOwnVoxels() {
		final VoxelGrid g = VoxelGrid.of(40, 40, 40, 0.1, 0.1, 0.1);
		final IntVolume ball = volume(g, new Ball(1, 2, 2, 2, 1.2));
		final float[][] left = new float[40][1600];
		for (final float[] plane : left)
			for (int i = 0; i < 1600; i++)
				plane[i] = i % 40 < 20 ? 1 : 2;
		final Scene scene = Scene.of(ball, FloatVolume.of(g, left), (label, value) -> value == 1 ? RED : GREEN, Progress.NONE);
		final int[] p = Turntable.frame(scene, camera(0, 0, false), PLAIN);
		final double[] red = seen(p, RED, 300), green = seen(p, GREEN, 300);
		assertTrue(red[1] < 150 && green[1] > 150);
		assertEquals(1, red[0] / green[0], 0.15);
	}

	@Test
	void framesDoNotDependOnThreadsAndLookAsOneByOne() {
		final VoxelGrid g = unequal();
		final Scene scene = Scene.of(volume(g, new Ball(1, 0, 4, 9, 1.4), new Ball(2, 1.5, 5, 11, 1)), null, THREE, Progress.NONE);
		for (final Look look : new Look[] { new Look(Look.Shading.SURFACE, 0xffffff, true), new Look(Look.Shading.DEPTH, 0, true) }) {
			final int[][] one = Turntable.turn(scene, camera(10, 20, true), 5, look, 1, Progress.NONE), many = Turntable.turn(scene, camera(10, 20, true), 5, look,
				4, Progress.NONE);
			for (int k = 0; k < 5; k++) {
				assertArrayEquals(one[k], many[k]);
				assertArrayEquals(one[k], Turntable.frame(scene, camera(10 + 72.0 * k, 20, true), look));
			}
		}
	}

	@Test
	void anEmptyImageAndImpossibleCamerasAreRefused() {
		final VoxelGrid g = VoxelGrid.of(4, 4, 4, 1, 1, 1);
		assertThrows(IllegalArgumentException.class, () -> Scene.of(volume(g), null, THREE, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> camera(0, 91, false));
		assertThrows(IllegalArgumentException.class, () -> new Camera(20, ElectrodeFace.NONE, 0, 0, false));
		assertThrows(IllegalArgumentException.class, () -> Look.Shading.parse("gouraud"));
	}
}
