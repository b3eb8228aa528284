// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on real volumes, by macro, against the counts that other software gave. */
class RealVolumesTest {

	@TempDir
	Path out;

	private long rows(final String csv) throws IOException {
		return Files.readAllLines(out.resolve(csv)).size() - 1;
	}

	private String folder() {
		return "folder=[" + out + "] overwrite=true";
	}

	/** scipy.ndimage.label on grey &lt;= 75, and with at least 27 voxels. */
	@ParameterizedTest
	@CsvSource({ "6,1,2070", "18,1,1769", "26,1,1658", "6,27,970", "18,27,848", "26,27,792" })
	void cementPores(final int neighbours, final int least, final int expected) throws IOException {
		final Path p = SharedData.file("volumes/qim3d_cement_128x128x128.tif");
		// Commands of ImageJ that have a dialog need a window or Fiji; the macro language's own functions do not.
		MacroRunner.run("open('" + p + "'); for (i = 1; i <= nSlices; i++) { setSlice(i); changeValues(76, 255, 254); changeValues(0, 75, 255); "
			+ "changeValues(254, 254, 0); } run('Label Pores', 'voxel=1,1,1 sample=cement face=none connectivity=" + neighbours + " minvoxels=" + least + " " + folder() + "');");
		assertEquals(expected, rows("cement-pores.csv"));
	}

	/** Porosity of the crop, and that every pore voxel belongs to one label. */
	@ParameterizedTest
	@CsvSource({ "6", "18", "26" })
	void bereaPores(final int neighbours) throws IOException {
		final Path p = SharedData.unzipped("volumes/mosser_berea_crop_z000_y000_x000.zip", out);
		MacroRunner.run("open('" + p + "'); Stack.setDimensions(1, nSlices, 1); for (i = 1; i <= nSlices; i++) { setSlice(i);"
			+ " changeValues(0, 0, 1); changeValues(255, 255, 0); } run('Label Pores', 'voxel=1,1,1 sample=berea face=Z- minvoxels=1 connectivity="
			+ neighbours + " " + folder() + "');");
		long voxels = 0;
		for (final String line : Files.readAllLines(out.resolve("berea-pores.csv")).subList(1, (int) rows("berea-pores.csv") + 1))
			voxels += Long.parseLong(line.split(",")[1]);
		assertEquals(8_000_000 - 6_430_006, voxels);
	}

	/** Three flat fractures that meet in a Y: one object with one sheet each. */
	@Test
	void threeFractures() throws IOException {
		final Path p = SharedData.file("volumes/dpm_3_fractures_100x100x100_uint8.raw");
		final ij.io.FileInfo raw = new ij.io.FileInfo();
		raw.directory = p.getParent() + "/";
		raw.fileName = p.getFileName().toString();
		raw.width = raw.height = raw.nImages = 100;
		final Path tif = out.resolve("fractures.tif");
		assertTrue(new ij.io.FileSaver(new ij.io.FileOpener(raw).openImage()).saveAsTiffStack(tif.toString()));
		MacroRunner.run("open('" + tif + "'); run('Skeletonize Cracks',"
			+ " 'voxel=1,1,1 sample=fractures face=none " + folder() + "');");
		assertEquals(1, rows("fractures-cracks.csv"));
		assertTrue(rows("fractures-branches.csv") >= 3);
	}

	/** The stack's tag says inch, which is no size: refused, and taken with the voxel size typed. */
	@Test
	void unregisteredFibSem() throws IOException {
		final Path p = SharedData.file("volumes/elastix_tutorial_fibsem_unregistered.tif");
		final String refused = MacroRunner.failure("open('" + p + "'); run('Segment Pores and Cracks', 'threshold=90');");
		assertTrue(refused.contains("inch") && refused.contains("voxel="), refused);
		MacroRunner.run("open('" + p + "'); run('Segment Pores and Cracks', 'threshold=90 voxel=0.01,0.01,0.02 sample=fib " + folder() + "');"
			+ "run('Label Pores', 'sample=fib " + folder() + "');");
		assertTrue(rows("fib-pores.csv") > 0);
	}
}
