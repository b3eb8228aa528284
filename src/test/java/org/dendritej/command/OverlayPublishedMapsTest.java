// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;


import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.record.Microstructure;
import org.dendritej.testkit.CommandSession;
import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;

/** Overlay Magnesium Map on published maps: a mineral's spectra, and a porous solid's maps on its electron image. */
class OverlayPublishedMapsTest extends CommandSession {

	@TempDir
	Path dir;

	private Module overlay(final Object... keys) throws Exception {
		return done("OverlayMagnesium", keys);
	}

	/** 25 blocks cover the mineral's map: their counts are those of the Mg window, from the image and from the spectra. */
	@Test
	void chevkiniteFromImageAndFromSpectra() throws Exception {
		final Path tif = SharedData.file("eds/chevkinite_derived/Mg_Ka_counts.tif");
		final Path bcf = SharedData.file("eds/rsciio_bruker_chevkinite_30x30.bcf");
		final ImagePlus map = show(IJ.openImage(tif.toString()));
		assertEquals(1.667409, map.getCalibration().pixelWidth, 1e-6);
		final float[] blocks = new float[900];
		for (int i = 0; i < 900; i++)
			blocks[i] = 1 + i % 30 / 6 + 5 * (i / 30 / 6);
		show(OverlayMagnesiumTest.image("blocks", blocks, 30, 1));
		final ImagePlus flat = IJ.openImage(SharedData.file("eds/chevkinite_derived/Ti_Ka_counts.tif").toString());
		flat.setTitle("Ti");
		show(flat);
		overlay("image", map, "labels", "blocks", "background", "Ti", "beam", 20.0, "sample", "image");
		final Module m = overlay("magnesium", bcf.toString(), "labels", "blocks", "background", "windows", "beam", 20.0, "sample", "spectra", "folder", dir
			.toString());
		assertEquals(657127, document("image").magnesium().rows().stream().mapToDouble(MgRegion::counts).sum());
		assertEquals(657127, document("spectra").magnesium().rows().stream().mapToDouble(MgRegion::counts).sum());
		assertEquals(1.667409, document("spectra").magnesium().grid().dxUm(), 1e-5);
		assertEquals(25, document("spectra").magnesium().rows().size());
		// the file's own electron image lies below the counts
		final ImagePlus electrons = IJ.openImage(SharedData.file("eds/chevkinite_derived/AsB.tif").toString());
		for (int i = 0; i < 900; i += 89)
			assertEquals(electrons.getProcessor().getf(i), ((ImagePlus) m.getOutput("overlay")).getProcessor().getf(i));
		assertTrue(Files.exists(dir.resolve("spectra-magnesium-overlay.png")));
		overlay("magnesium", bcf.toString(), "labels", "blocks", "background", "windows", "sample", "ten");
		assertTrue(document("ten").magnesium().flags().stream().anyMatch(f -> f.code().equals("beam_differs")));
	}

	/** The brighter rows of the BSE image are flagged on it and not found as magnesium. */
	@Test
	void theBrighterBandOfTheBseImageIsFlagged() throws Exception {
		final Path mg = SharedData.file("eds/edxia_map_short_atom_Mg.txt");
		final float[] bse = org.dendritej.io.EdsText.read(SharedData.file("eds/edxia_map_short_atom_BSE.txt"), 1).plane(0);
		show(OverlayMagnesiumTest.image("BSE", bse, 225, 1));
		final float[] objects = new float[225 * 150];
		for (int i = 0; i < objects.length; i++) {
			final int x = i % 225 - 30, y = i / 225;
			final int row = y >= 95 && y < 103 ? 0 : y >= 132 && y < 140 ? 1 : -1;
			if (row >= 0 && x >= 0 && x % 38 < 8 && x / 38 < 5) objects[i] = 1 + x / 38 + 5 * row;
		}
		show(OverlayMagnesiumTest.image("objects", objects, 225, 1));
		overlay("magnesium", mg.toString(), "voxel", "1,1,1", "reference", "BSE", "labels", "objects", "rate", 20.0, "sample", "porous", "folder", dir
			.toString());
		final Microstructure d = document("porous");
		assertEquals(10, d.magnesium().rows().size());
		assertEquals(1, d.magnesium().flags().stream().filter(f -> f.code().equals("frame_step") && f.reason().contains("row 121") && f.reason().contains(
			"BSE")).count());
		assertTrue(d.magnesium().rows().stream().filter(r -> r.id() > 5 && r.verdict() == Verdict.LI_MG).count() < 5);
		assertTrue(reason("OverlayMagnesium", "magnesium", mg.toString(), "labels", "objects").contains("voxel="));
	}

	/** A window of the porous solid's maps is found again on its BSE image, which is stretched against them. */
	@Test
	void aWindowOfTheRealMapsIsFoundOnTheBseImage() throws Exception {
		final float[] total = new float[180 * 120];
		float[] mg = null;
		for (final String element : List.of("Ca", "Si", "Fe", "O", "Mg")) {
			mg = new float[total.length];
			final float[] p = org.dendritej.io.EdsText.read(SharedData.file("eds/edxia_map_short_atom_" + element + ".txt"), 1).plane(0);
			for (int i = 0; i < mg.length; i++)
				total[i] += mg[i] = p[(9 + i / 180) * 225 + 14 + i % 180];
		}
		show(OverlayMagnesiumTest.image("Mg", mg, 180, 1));
		show(OverlayMagnesiumTest.image("all", total, 180, 1));
		final float[] bse = org.dendritej.io.EdsText.read(SharedData.file("eds/edxia_map_short_atom_BSE.txt"), 1).plane(0);
		final float[] object = new float[bse.length];
		for (int i = 0; i < object.length; i++)
			object[i] = i % 225 >= 100 && i % 225 < 108 && i / 225 >= 60 && i / 225 < 68 ? 1 : 0;
		show(OverlayMagnesiumTest.image("BSE", bse, 225, 1));
		show(OverlayMagnesiumTest.image("object", object, 225, 1));
		overlay("magnesium", "Mg", "total", "all", "reference", "BSE", "labels", "object", "register", "translation", "sample", "window");
		assertEquals(16, OverlayMagnesiumTest.value(document("window"), "registration_shift_x"), 1);
		assertEquals(9, OverlayMagnesiumTest.value(document("window"), "registration_shift_y"), 1);
		assertEquals(64, document("window").magnesium().rows().get(0).pixels(), 9);
		final Path pairs = Files.writeString(dir.resolve("pairs.csv"), "map_x,map_y,reference_x,reference_y\n10,10,26.5,19.5\n170,12,185.5,21\n"
			+ "165,110,181,118.5\n12,108,28,117.5\n");
		overlay("magnesium", "Mg", "total", "all", "reference", "BSE", "labels", "object", "register", "affine", "landmarks", pairs.toString(), "sample",
			"landmarks");
		final Microstructure d = document("landmarks");
		// blocks of the two images, compared by other means, lie 4 columns left to 4 columns right of each other: a shift alone is not enough,
		// which its residual says, and the affine transform fits better
		assertEquals(16, OverlayMagnesiumTest.value(d, "registration_shift_x"), 4);
		assertEquals(9, OverlayMagnesiumTest.value(d, "registration_shift_y"), 2);
		assertTrue(OverlayMagnesiumTest.value(d, "registration_residual") < 1000 && OverlayMagnesiumTest.value(document("window"), "registration_residual") > 2000);
		assertTrue(OverlayMagnesiumTest.value(d, "registration_score") > OverlayMagnesiumTest.value(document("window"), "registration_score"));
		assertTrue(OverlayMagnesiumTest.value(d, "landmark_residual") < 1500);
	}
}
