// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Pixel sizes are those that the microscopes wrote, to the last digit, whatever the resolution tags say. */
class MicroscopeTagsTest {

	private static byte[] tiff(final int width, final int height, final int tag, final String text, final boolean little) {
		final byte[] t = text.getBytes(StandardCharsets.ISO_8859_1);
		final ByteBuffer b = ByteBuffer.allocate(8 + 2 + 36 + 4 + t.length).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		b.put((little ? "II" : "MM").getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 3);
		b.putShort((short) 256).putShort((short) 3).putInt(1).putShort((short) width).putShort((short) 0);
		b.putShort((short) 257).putShort((short) 4).putInt(1).putInt(height);
		b.putShort((short) tag).putShort((short) 2).putInt(t.length).putInt(50).putInt(0).put(t);
		return b.array();
	}

	@Test
	void feiPixelsOfARealFileAreExact() {
		final MicroscopeTags t = MicroscopeTags.read("tags", SharedData.file("semslices/skan_retic_FEI.tif").toString());
		assertEquals("FEI", t.maker());
		assertEquals(1.07917e-3, t.pixelXUm(), 1e-15);
		assertEquals(1.07917e-3, t.pixelYUm(), 1e-15);
		assertEquals(1024, t.rows(), "rows above the data bar");
	}

	@Test
	void zeissPixelsOfARealFileAreExact() {
		final MicroscopeTags t = MicroscopeTags.read("tags", SharedData.file("semslices/rsciio_test_tiff_Zeiss_SEM_1k.tif").toString());
		assertEquals("Zeiss", t.maker());
		assertEquals(2.614514, t.pixelXUm(), 1e-12);
		assertEquals(768, t.rows());
	}

	@Test
	void zeissStatesThePixelOf1024Columns() {
		for (final boolean little : new boolean[] { true, false })
			assertEquals(0.5, MicroscopeTags.parse("x", tiff(2048, 1536, 34118, "0\r\n0\r\n0\r\n1.0e-006\r\n", little)).pixelXUm(), 1e-12);
	}

	@Test
	void feiSectionsAreNotMixedUpAndSavedSizesCount() {
		final String s = "[EScan]\r\nPixelWidth=7e-9\r\n[Scan]\r\nPixelWidth=4e-9\r\nPixelHeight=5e-9\r\n[Image]\r\nResolutionX=2000\r\nResolutionY=1600\r\n";
		final MicroscopeTags t = MicroscopeTags.parse("x", tiff(1000, 850, 34682, s, true));
		assertEquals(0.008, t.pixelXUm(), 1e-12);
		assertEquals(0.010, t.pixelYUm(), 1e-12);
		assertEquals(800, t.rows());
		assertTrue(Double.isNaN(t.stageTiltDeg()));
	}

	@Test
	void otherFilesAreRefusedInOneSentence() {
		final byte[][] wrong = { new byte[3], "no picture at all".getBytes(StandardCharsets.US_ASCII), tiff(8, 8, 270, "text", true), tiff(8, 8, 34682,
			"[Scan]\nPixelWidth=zero", true), tiff(8, 8, 34118, "0\n0", true), java.util.Arrays.copyOf(tiff(8, 8, 34682, "[Scan]", true), 30) };
		for (final byte[] w : wrong)
			assertTrue(assertThrows(IllegalArgumentException.class, () -> MicroscopeTags.parse("tags=a.tif", w)).getMessage().matches(
				"tags=a\\.tif [^\\n]*\\."));
		assertThrows(IllegalArgumentException.class, () -> MicroscopeTags.read("tags", "/nowhere/at-all.tif"));
	}
}
