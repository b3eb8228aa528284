// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Branch;
import org.junit.jupiter.api.Test;

class CrackViewsTest {

	private static final Vec3 O = new Vec3(0, 0, 0);

	private static Branch branch(final double lengthUm, final double widthNm) {
		return new Branch(1, 1, false, lengthUm, widthNm, widthNm, O, O, lengthUm * 1000 / widthNm, true);
	}

	@Test
	void aBranchWithoutAWidthDoesNotSqueezeTheHistogram() {
		final float[][] thickness = { { 0, 150, 120, 120 } };
		final List<CrackViews.Bin> bins = CrackViews.histogram(List.of(branch(3, 120), branch(9, Double.NaN), branch(1, 30)), thickness);
		assertEquals(150, bins.get(bins.size() - 1).toNm(), 1e-9);
		final CrackViews.Bin most = bins.get(24);
		assertTrue(most.fromNm() <= 120 && 120 < most.toNm());
		assertEquals(0.75, most.length(), 1e-12);
		assertEquals(2 / 3.0, most.volume(), 1e-12);
		assertEquals(1, bins.stream().mapToDouble(CrackViews.Bin::length).sum(), 1e-12);
	}

	@Test
	void nothingMeasuredGivesNothingInsteadOfNaN() {
		final List<CrackViews.Bin> bins = CrackViews.histogram(List.of(branch(9, Double.NaN)), new float[][] { { 0 } });
		assertTrue(bins.stream().allMatch(b -> b.length() == 0 && b.volume() == 0));
	}
}
