// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spallations in class volumes, rendered from formulas. */
class VolumeSurveyTest {

	/** An analytic pothole crack: shallow bowl of elliptic opening, with a cone that climbs to the surface on an arc. */
	private static final class Pothole {

		double cu, cv, radius, depth, opening, bowl, tiltU, cap, coneShare, coneWidth, filled;

		/** Class of a point at (u, v) on the face and depth w. */
		int at(final double u, final double v, final double w) {
			if (w < cap) return 4;
			final double x = u - cu, y = v - cv, r = Math.hypot(x, y), d = w - cap;
			if (r <= radius) {
				final double mid = mid(x, y), half = 0.5 * opening * Math.sqrt(Math.max(0, 1 - 0.75 * r * r / (radius * radius)));
				if (Math.abs(d - mid) < half) return r < filled * radius ? 3 : 2;
			}
			if (coneShare > 0 && r > radius - coneWidth && r <= radius && d < depth) {
				final double a = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
				if (a < coneShare) return 2;
			}
			return 0;
		}

		double mid(final double x, final double y) {
			return depth + bowl * (1 - (x * x + y * y) / (radius * radius)) + tiltU * x;
		}
	}

	private static ByteVolume render(final VoxelGrid g, final ElectrodeFace face, final List<Pothole> potholes) {
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		final int axis = face.axis();
		for (int z = 0; z < g.nz(); z++)
			for (int y = 0; y < g.ny(); y++)
				for (int x = 0; x < g.nx(); x++) {
					final Vec3 c = g.centreUm(x, y, z);
					final double w = face.depthUm(g, c);
					final double u = axis == 0 ? c.y() : c.x(), v = axis == 2 ? c.y() : c.z();
					int k = 0;
					for (final Pothole p : potholes) {
						final int q = p.at(u, v, w);
						if (q > 0) k = q;
					}
					planes[z][y * g.nx() + x] = (byte) k;
				}
		return ByteVolume.of(g, planes);
	}

	/** Volume of the bowl by fine quadrature of its formula. */
	private static double volume(final Pothole p) {
		double sum = 0;
		final int n = 4000;
		for (int i = 0; i < n; i++) {
			final double r = (i + 0.5) / n * p.radius;
			sum += 2 * Math.PI * r * p.opening * Math.sqrt(1 - 0.75 * r * r / (p.radius * p.radius)) * p.radius / n;
		}
		return sum;
	}

	private static Pothole random(final Random random, final double nw, final double dw) {
		final Pothole p = new Pothole();
		p.radius = 4.5 + 2 * random.nextDouble();
		p.depth = 10 * dw * (1 + 0.3 * random.nextDouble());
		p.opening = 5 * dw * (1 + 0.5 * random.nextDouble());
		p.bowl = 2.5 * dw;
		p.tiltU = 0.04;
		p.cap = 4 * dw;
		p.filled = 0.5;
		assertTrue(p.cap + p.depth + 8 * dw < nw * dw);
		return p;
	}

	/** Issue "Spallation cracks": 10 voxels across the lid, any voxel shape: diameter 1 %, depth and volume 3 %. */
	@ParameterizedTest
	@EnumSource(value = ElectrodeFace.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void measuresPotholesWithTenVoxelsAcrossTheLid(final ElectrodeFace face) {
		final Random random = new Random(face.ordinal());
		for (int k = 0; k < 6; k++) {
			final double[] e = { 0.1 + 0.1 * random.nextDouble(), 0.1 + 0.1 * random.nextDouble(), 0.1 + 0.1 * random
				.nextDouble() };
			final int[] n = new int[3];
			for (int a = 0; a < 3; a++)
				n[a] = a == face.axis() ? 40 : (int) Math.ceil(16 / e[a]);
			final VoxelGrid g = new VoxelGrid(n[0], n[1], n[2], e[0], e[1], e[2], new Vec3(3, -2, 7));
			final Pothole p = random(random, 40, e[face.axis()]);
			final Vec3 o = g.originUm();
			p.cu = (face.axis() == 0 ? o.y() : o.x()) + 8 + random.nextDouble() * 0.3;
			p.cv = (face.axis() == 2 ? o.y() : o.z()) + 8 + random.nextDouble() * 0.3;
			final VolumeSurvey.Result r = VolumeSurvey.measure(render(g, face, List.of(p)), null, VolumeOptions.DEFAULT
				.withFace(face), Progress.NONE);
			assertEquals(1, r.spallations().size());
			final Spallation s = r.spallations().get(0);
			assertEquals(2 * p.radius, s.diameterUm(), 0.01 * 2 * p.radius);
			final double depth = p.depth + p.bowl / 2;
			assertEquals(depth, s.depthUm(), 0.03 * depth);
			assertEquals(volume(p), s.crackVolumeUm3(), 0.03 * volume(p));
			assertEquals(volume(p) / (Math.PI * p.radius * p.radius), s.openingUm(), 0.04 * p.opening);
			assertEquals(0, s.rimConnected());
			assertEquals(0, s.tips());
			final double shell = s.lithiumVolumeUm3() / s.crackVolumeUm3();
			assertEquals(s.fill(), shell, 1e-12);
			// share of the bowl's volume inside half its radius
			final double t = 0.75 * 0.25, whole = (1 - Math.pow(0.25, 1.5)) / 1.5, inner = (1 - Math.pow(1 - t, 1.5)) / 1.5;
			assertEquals(inner / whole, s.fill(), 0.02);
		}
	}

	/**
	 * Voxels of every shape a microscope makes: FIB-SEM at 40 x 40 x 100 nm, and slices up to 25 times as thick as the pixels, which
	 * then hold a row of the footprint each.
	 */
	@ParameterizedTest
	@CsvSource({ "0.04,0.04,0.1,1", "0.1,0.04,0.04,3", "0.04,0.1,0.04,2", "0.02,0.02,0.5,6", "0.5,0.02,0.02,4" })
	void measuresInVoxelsOfAnyShape(final double dx, final double dy, final double dz, final long seed) {
		final Random random = new Random(seed);
		for (int k = 0; k < 2; k++) {
			final Pothole p = random(random, 40, dy);
			p.radius = Math.max(14 * Math.sqrt(dx * dz) + 10 * Math.max(dx, dz), 35 * dy);
			final double side = 2.3 * p.radius;
			final VoxelGrid g = VoxelGrid.of((int) Math.ceil(side / dx), 40, (int) Math.ceil(side / dz), dx, dy, dz);
			p.tiltU = dy / p.radius;
			p.cu = side / 2 + random.nextDouble() * dx;
			p.cv = side / 2 + random.nextDouble() * dz;
			final Spallation s = VolumeSurvey.measure(render(g, ElectrodeFace.Y_MINUS, List.of(p)), null, VolumeOptions.DEFAULT.withMinDiameter(
				p.radius), Progress.NONE).spallations().get(0);
			assertEquals(2 * p.radius, s.diameterUm(), 0.01 * 2 * p.radius);
			assertEquals(p.depth + p.bowl / 2, s.depthUm(), 0.03 * (p.depth + p.bowl / 2));
			assertEquals(volume(p), s.crackVolumeUm3(), 0.03 * volume(p));
			assertEquals(volume(p) / (Math.PI * p.radius * p.radius), s.openingUm(), 0.04 * p.opening);
			assertTrue(s.openingResolved());
		}
	}

	/** An elastic opening that closes at the rim, two to four voxels on average: without a lean, and said when it is not resolved. */
	@ParameterizedTest
	@CsvSource({ "3.1,0.012,0.06,true", "4.5,0.008,0.05,true", "6,0.006,0.04,true", "1.6,1,1,false" })
	void measuresThinElasticOpenings(final double voxels, final double ofDiameter, final double ofOpening, final boolean resolved) {
		final Random random = new Random(11);
		double diameter = 0, opening = 0;
		final int n = 6;
		for (int k = 0; k < n; k++) {
			final double d = 0.1, c = 5 + random.nextDouble(), mid = 2 + 0.1 * random.nextDouble(), lean = 0.02 + 0.03 * random.nextDouble();
			final VoxelGrid g = VoxelGrid.of(140, 40, 140, d, d, d);
			final byte[][] planes = new byte[140][140 * 40];
			for (int z = 0; z < 140; z++)
				for (int y = 0; y < 40; y++)
					for (int x = 0; x < 140; x++) {
						final double u = d * (x - 69.7), v = d * (z - 70.1), r = Math.hypot(u, v) / c;
						if (r < 1 && Math.abs(d * (y + 0.5) - mid - lean * u) < 0.5 * voxels * d * Math.sqrt(1 - r * r)) planes[z][y * 140 + x] = 2;
					}
			final List<Spallation> found = VolumeSurvey.measure(ByteVolume.of(g, planes), null, VolumeOptions.DEFAULT, Progress.NONE).spallations();
			assertEquals(1, found.size());
			diameter += found.get(0).diameterUm() / (2 * c) / n;
			opening += found.get(0).openingUm() / (2 * voxels * d / 3) / n;
			assertEquals(resolved, found.get(0).openingResolved(), found.get(0).toString());
		}
		assertEquals(1, diameter, ofDiameter);
		assertEquals(1, opening, ofOpening);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.25, 0.5, 1 })
	void countsTheArcOnWhichTheConeReachesTheSurface(final double share) {
		final Pothole p = random(new Random(5), 44, 0.1);
		p.cu = 8;
		p.cv = 8;
		p.coneShare = share;
		p.coneWidth = 0.5;
		final VoxelGrid g = VoxelGrid.of(160, 44, 107, 0.1, 0.1, 0.15);
		final Spallation s = VolumeSurvey.measure(render(g, ElectrodeFace.Y_MINUS, List.of(p)), null,
			VolumeOptions.DEFAULT, Progress.NONE).spallations().get(0);
		assertEquals(share, s.rimConnected(), 0.02);
		assertEquals(2 * p.radius, s.diameterUm(), 0.01 * 2 * p.radius);
		assertEquals(p.depth + p.bowl / 2, s.depthUm(), 0.03 * p.depth);
	}

	@Test
	void leavesUprightCracksAndRoundPoresAlone() {
		final VoxelGrid g = VoxelGrid.of(120, 120, 120, 0.1, 0.1, 0.1);
		final byte[][] planes = new byte[120][120 * 120];
		for (int z = 0; z < 120; z++)
			for (int y = 0; y < 120; y++)
				for (int x = 0; x < 120; x++)
					if (x >= 20 && x < 23 && y > 10 || Math.hypot(Math.hypot(x - 75, y - 60), z - 60) < 30) planes[z][y * 120
						+ x] = 2;
		assertTrue(VolumeSurvey.measure(ByteVolume.of(g, planes), null, VolumeOptions.DEFAULT, Progress.NONE).spallations()
			.isEmpty());
	}

	@Test
	void findsTipsPoresUpliftAndBorder() {
		final VoxelGrid g = VoxelGrid.of(150, 60, 150, 0.1, 0.1, 0.1);
		final Pothole p = random(new Random(8), 60, 0.1);
		p.radius = 5;
		p.cu = 7.5;
		p.cv = 7.5;
		final ByteVolume v = render(g, ElectrodeFace.Y_MINUS, List.of(p));
		final int[][] pores = new int[150][150 * 60];
		for (int z = 0; z < 150; z++)
			for (int y = 0; y < 60; y++)
				for (int x = 0; x < 150; x++) {
					final int i = y * 150 + x;
					// a narrow crack below the middle, and a lid raised by two voxels
					if (Math.abs(x - 70) < 2 && Math.abs(z - 80) < 20 && y > 16 && y < 50) v.plane(z)[i] = 2;
					if (y >= 2 && y < 4 && Math.hypot(x - 75, z - 75) < 45) v.plane(z)[i] = 0;
					if (y == 53 && x > 100) pores[z][i] = 3;
					if (y == 50 && x == 70 && z == 80) pores[z][i] = 12;
				}
		final VolumeSurvey.Result r = VolumeSurvey.measure(v, IntVolume.of(g, pores), VolumeOptions.DEFAULT, Progress.NONE);
		final Spallation s = r.spallations().get(0);
		assertEquals(1, s.tips());
		assertEquals(4.8, s.tipDepthUm(), 1e-9);
		assertEquals(List.of(12), s.poreLabels());
		assertEquals(0.2, s.upliftUm(), 0.01);
		assertEquals(1, r.labels().plane(75)[(int) ((p.cap + p.depth + p.bowl) / 0.1) * 150 + 75]);
		p.cu = 3;
		final Spallation cut = VolumeSurvey.measure(render(g, ElectrodeFace.Y_MINUS, List.of(p)), null,
			VolumeOptions.DEFAULT, Progress.NONE).spallations().get(0);
		assertTrue(cut.touchesBorder());
		assertEquals(0, cut.samplingWeight());
	}

	@Test
	void stretchesTheVerticalOnceForTheTilt() {
		final VoxelGrid g = VoxelGrid.of(160, 40, 160, 0.1, 0.1, 0.1);
		final Pothole p = random(new Random(2), 40, 0.1);
		p.cu = 8;
		p.cv = 8;
		final ByteVolume v = render(g, ElectrodeFace.Y_MINUS, List.of(p));
		final Spallation a = VolumeSurvey.measure(v, null, VolumeOptions.DEFAULT, Progress.NONE).spallations().get(0);
		final Spallation b = VolumeSurvey.measure(v, null, VolumeOptions.DEFAULT.withTilt(Tilt.ofSection(52)), Progress.NONE)
			.spallations().get(0);
		assertEquals(1.26902, b.crackVolumeUm3() / a.crackVolumeUm3(), 1e-5);
		assertEquals(1.26902, b.depthUm() / a.depthUm(), 1e-5);
		assertEquals(a.diameterUm(), b.diameterUm(), 1e-12);
		assertEquals(1.26902, b.verticalFactor(), 1e-5);
	}

	@Test
	void refusesWhatCannotBeMeasured() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> VolumeOptions.DEFAULT.withFace(ElectrodeFace.NONE))
			.getMessage().contains("face=none"));
		assertThrows(IllegalArgumentException.class, () -> new VolumeOptions(ElectrodeFace.Y_MINUS, 2, 2, 4, 5, org.dendritej
			.core.label.Connectivity.SIX, Tilt.NONE, 0));
		final VoxelGrid g = VoxelGrid.of(4, 4, 4, 1, 1, 1);
		assertThrows(IllegalArgumentException.class, () -> VolumeSurvey.measure(ByteVolume.of(g, new byte[4][16]), IntVolume
			.of(VoxelGrid.of(4, 4, 3, 1, 1, 1), new int[3][16]), VolumeOptions.DEFAULT, Progress.NONE));
		assertTrue(VolumeSurvey.measure(ByteVolume.of(g, new byte[4][16]), null, VolumeOptions.DEFAULT, Progress.NONE)
			.spallations().isEmpty());
	}
}
