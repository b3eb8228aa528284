// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

class ThreeDSuiteTest {

	private static ImagePlus labels() {
		final ImagePlus imp = IJ.createImage("labels", "16-bit black", 6, 5, 4);
		imp.getStack().getProcessor(1).set(1, 1, 1);
		imp.getStack().getProcessor(2).set(1, 1, 1);
		imp.getStack().getProcessor(4).set(4, 4, 300);
		return imp;
	}

	@Test
	void labelsArriveAsObjectsAndTheActiveImageStays() {
		assertEquals(2, new ThreeDSuite(null).add(labels()));
		assertNull(WindowManager.getTempCurrentImage());
	}

	@Test
	void whereItIsAbsentTheSentenceSaysHowToInstallIt() {
		final ThreeDSuite none = new ThreeDSuite(ClassLoader.getPlatformClassLoader());
		assertFalse(none.installed());
		final String said = assertThrows(IllegalArgumentException.class, () -> none.add(labels())).getMessage();
		assertTrue(said.contains("not installed") && said.contains("Manage update sites"), said);
	}
}
