// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

class GeometryTest {

	private static ImagePlus image(final double x, final double y, final double z, final String unit) {
		final ImagePlus imp = IJ.createImage("stack", "8-bit black", 4, 5, 6);
		final Calibration c = imp.getCalibration();
		c.pixelWidth = x;
		c.pixelHeight = y;
		c.pixelDepth = z;
		c.setUnit(unit);
		return imp;
	}

	@ParameterizedTest
	@CsvSource({ "nm,0.001", "um,1", "µm,1", "μm,1", "micron,1", "Micrometer,1", "mm,1000", "m,1000000", "Å,0.0001", "angstrom,0.0001" })
	void unitsBecomeMicrometres(final String unit, final double um) {
		final VoxelGrid g = Geometry.grid(image(40, 41, 100, unit), "");
		assertEquals(40 * um, g.dxUm(), 1e-12 * um);
		assertEquals(41 * um, g.dyUm(), 1e-12 * um);
		assertEquals(100 * um, g.dzUm(), 1e-12 * um);
		assertEquals(4 * 5 * 6, g.voxels());
	}

	@ParameterizedTest
	@ValueSource(strings = { "pixel", "pixels", "inch", "", "furlong", "M" })
	void otherUnitsAreRefusedWithTheRemedy(final String unit) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Geometry.grid(image(1, 1, 1, unit), ""));
		assertTrue(e.getMessage().contains("Image > Properties") && e.getMessage().contains("voxel="), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void impossibleEdgesAreRefused(final double edge) {
		assertThrows(IllegalArgumentException.class, () -> Geometry.grid(image(0.04, 0.04, edge, "um"), ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.04", "0.04,0.04", "0.04,0.04,0", "0.04,0.04,-1", "a,b,c", "0.04;0.04;0.1", "0.04,0.04,0.1,1", "NaN,1,1" })
	void impossibleTypedVoxelsAreRefused(final String voxel) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Geometry.grid(image(1, 1, 1, "pixel"), voxel));
		assertTrue(e.getMessage().contains(voxel), e.getMessage());
	}

	@Test
	void typedVoxelsStandInForAMissingCalibration() {
		final VoxelGrid g = Geometry.grid(image(1, 1, 1, "pixel"), " 0.04, 0.05 ,0.1");
		assertEquals(0.04, g.dxUm());
		assertEquals(0.05, g.dyUm());
		assertEquals(0.1, g.dzUm());
	}

	@Test
	void geometryGoesInAndComesOutTheSame() {
		final ImagePlus in = image(40, 40, 100, "nm");
		in.getCalibration().xOrigin = 3;
		in.getCalibration().zOrigin = -2;
		final VoxelGrid g = Geometry.grid(in, "");
		final ImagePlus out = IJ.createImage("out", "8-bit black", 4, 5, 6);
		Geometry.apply(out, g);
		final VoxelGrid back = Geometry.grid(out, "");
		assertEquals(g, back);
		assertEquals(-0.12, g.originUm().x(), 1e-12);
		assertEquals(0.2, g.originUm().z(), 1e-12);
	}
}
