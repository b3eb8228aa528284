// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.CrackShape;
import org.dendritej.core.phantom.GreyOptions;
import org.dendritej.core.record.Crack;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Widths from grey stacks of cracks of known width: 40 x 40 x 100 nm voxels, 25 nm blur, noise of 5 % of the contrast. */
class GreyOpeningsTest {

	private static final VoxelGrid GRID = SeenCrack.GRID;
	private static final Vec3 MIDDLE = new Vec3(1.9, 1.9, 1.8);

	private static CrackShape shape(final String kind, final double w, final Random r) {
		final Vec3 d = Bodies.direction(r), across = Bodies.direction(r);
		final double half = 0.9;
		final Vec3 a = MIDDLE.minus(d.times(half)), b = MIDDLE.plus(d.times(half));
		switch (kind) {
			case "tube":
				return CrackShape.tube(a, b, w);
			case "sheet":
				return CrackShape.sheet(a, b, across, 1, w);
			case "wedge":
				return CrackShape.wedge(a, b, across, 1, 1.25 * w, 0.75 * w);
			default:
				return CrackShape.disc(MIDDLE, d, 0.8, w);
		}
	}

	/** Errors in voxels of 40 nm: mean, standard deviation, share within two stated deviations; the mask's mean error. */
	private record Row(double bias, double sd, double covered, double stated, double maskBias) {

		static Row of(final String kind, final int voxels, final int bodies) {
			final List<Double> errors = new ArrayList<>();
			double covered = 0, stated = 0, mask = 0;
			for (int i = 0; i < bodies; i++) {
				final Random r = new Random(1000L * voxels + i);
				final SeenCrack seen = SeenCrack.of(shape(kind, 0.04 * voxels, r), GreyOptions.standard(i));
				final Crack c = seen.largest(true);
				final double error = c.widthMeanNm() / 40 - voxels;
				errors.add(error);
				stated += c.widthSdNm() / 40 / bodies;
				if (Math.abs(error) <= 2 * c.widthSdNm() / 40) covered += 1.0 / bodies;
				mask += (seen.largest(false).widthMeanNm() / 40 - voxels) / bodies;
			}
			final double mean = errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
			final double var = errors.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum() / (bodies - 1);
			return new Row(mean, Math.sqrt(var), covered, stated, mask);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tube", "sheet", "wedge", "disc" })
	void biasStaysWithinATenthOfAVoxel(final String kind) {
		final Row row = Row.of(kind, 3, 8);
		assertEquals(0, row.bias, 0.1, row.toString());
		assertTrue(row.covered >= 0.75, row.toString());
	}

	@Test
	@Tag("long")
	void tableOfErrors() {
		final List<String> wrong = new ArrayList<>();
		for (final String kind : List.of("tube", "sheet", "wedge", "disc"))
			for (final int w : new int[] { 2, 3, 4, 5, 6 }) {
				// A tube of 80 nm leaves no voxel below half contrast in slices of 100 nm: there is no mask to start from.
				if (w == 2 && kind.equals("tube")) continue;
				final Row r = Row.of(kind, w, 12);
				System.out.printf(Locale.ROOT, "| %s | %d | %+.2f | %.2f | %.2f | %.0f %% | %+.2f |%n", kind, w, r.bias, r.sd, r.stated, 100
					* r.covered, r.maskBias);
				if (!(Math.abs(r.bias) <= 0.1)) wrong.add(kind + " " + w + " " + r);
			}
		assertEquals(List.of(), wrong);
	}

	@Test
	void theSpecimensOfThePaperAreMeasuredAcrossSlicesThatAreThickerThanTheirCracks() {
		final CrackShape tube = CrackShape.tube(new Vec3(1.9, -0.2, 1.83), new Vec3(1.9, 2.4, 1.83), 0.125);
		final Crack c = SeenCrack.of(tube, GreyOptions.standard(3)).largest(true);
		assertEquals(125, c.widthMeanNm(), 0.03 * 125);
		assertTrue(c.widthResolved());
	}

	@Test
	void aTubeFlowsAsATubeAndASheetAsASlit() {
		final CrackOptions o = CrackOptions.of(ElectrodeFace.NONE);
		assertEquals(1 + 3 / o.creepExponent(), o.flowExponent(false), 1e-12);
		assertEquals(1 + 2 / o.creepExponent(), o.flowExponent(true), 1e-12);
	}

	@Test
	void saturatedGreyResolvesNothing() {
		final GreyOptions clipped = new GreyOptions(new double[] { 252, 3, 3, 70, 230 }, new Vec3(0.025, 0.025, 0.02), 6, 0, 1);
		final SeenCrack seen = SeenCrack.of(shape("sheet", 0.16, new Random(5)), clipped);
		final float[][] planes = new float[GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < planes.length; z++)
			for (int i = 0; i < planes[z].length; i++)
				planes[z][i] = Math.max(0, Math.min(255, Math.round(seen.grey().plane(z)[i])));
		final CrackResult r = new SeenCrack(FloatVolume.of(GRID, planes), seen.cracks()).analyse(true);
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("grey_saturated")), r.flags().toString());
		assertTrue(r.cracks().stream().noneMatch(Crack::widthResolved));
	}

	@Test
	void wrongGreyStacksAreRefusedInOneSentence() {
		final SeenCrack seen = SeenCrack.of(shape("tube", 0.16, new Random(5)), GreyOptions.standard(1));
		final VoxelGrid small = VoxelGrid.of(10, 10, 10, 0.04, 0.04, 0.1);
		assertThrows(IllegalArgumentException.class, () -> CrackGrey.of(FloatVolume.of(small, new float[10][100]), seen.cracks(), null, 1,
			Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> CrackGrey.of(FloatVolume.of(GRID, new float[GRID.nz()][GRID.planeSize()]),
			seen.cracks(), null, 1, Progress.NONE));
		final float[][] inverted = new float[GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < inverted.length; z++)
			for (int i = 0; i < inverted[z].length; i++)
				inverted[z][i] = 255 - seen.grey().plane(z)[i];
		assertThrows(IllegalArgumentException.class, () -> CrackGrey.of(FloatVolume.of(GRID, inverted), seen.cracks(), null, 1,
			Progress.NONE));
	}

	@Test
	void withoutAWideVoidATubeFallsBackToTheMask() {
		final SeenCrack seen = SeenCrack.of(shape("tube", 0.12, new Random(5)), GreyOptions.standard(1));
		final byte[][] onlyCrack = new byte[GRID.nz()][];
		for (int z = 0; z < onlyCrack.length; z++) {
			onlyCrack[z] = seen.cracks().volume().plane(z).clone();
			for (int i = 0; i < onlyCrack[z].length; i++)
				if (onlyCrack[z][i] == 1) onlyCrack[z][i] = 0;
		}
		final CrackResult r = new SeenCrack(seen.grey(), new Phase(ByteVolume.of(GRID, onlyCrack), 2)).analyse(true);
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("grey_void_unknown")), r.flags().toString());
		assertFalse(r.cracks().isEmpty());
	}
}
