// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import mcib_plugins.tools.RoiManager3D_2;

/** The doors to the 3D ImageJ Suite and to Fiji's viewers, against stand-ins of the same names and calls. */
class ThreeDSuiteTest {

	private static ImagePlus labels() {
		final ImagePlus imp = IJ.createImage("labels", "16-bit black", 6, 5, 4);
		imp.getStack().getProcessor(1).set(1, 1, 1);
		imp.getStack().getProcessor(2).set(1, 1, 1);
		imp.getStack().getProcessor(4).set(4, 4, 300);
		imp.getCalibration().setUnit("nm");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 40;
		imp.getCalibration().pixelDepth = 100;
		return imp;
	}

	@Test
	void labelsArriveAsNamedObjectsAndTheActiveImageStays() {
		final Set<String> names = new TreeSet<>();
		assertEquals(2, new ThreeDSuite(null).add(labels(), label -> {
			names.add("pore " + label);
			return "pore " + label;
		}));
		// The objects come in the order 300, 1: each is asked for by the label that its voxels have.
		assertEquals(Set.of("pore 1", "pore 300"), names);
		assertNull(WindowManager.getTempCurrentImage());
	}

	@Test
	void anOpenManagerIsAddedToAndItsOwnObjectsKeepTheirNames() {
		final RoiManager3D_2 open = new RoiManager3D_2();
		open.create3DManager();
		WindowManager.setTempCurrentImage(labels());
		open.handleExtension("Manager3D_AddImage", new Object[0]);
		WindowManager.setTempCurrentImage(null);
		RoiManager3D_2.keep(open);
		try {
			assertEquals(2, new ThreeDSuite(null).add(labels(), label -> "pore " + label));
			assertEquals(List.of("obj300-val300", "obj1-val1", "pore 300", "pore 1"), open.names());
			assertEquals(Set.of(1, 300), new ThreeDSuite(null).measure(labels()).keySet());
		}
		finally {
			RoiManager3D_2.keep(null);
		}
	}

	@Test
	void itsMeasuresComeBackByLabelInMicrometres() {
		final Map<Integer, Map<ThreeDSuite.Measure, Double>> m = new ThreeDSuite(null).measure(labels());
		assertEquals(Set.of(1, 300), m.keySet());
		assertEquals(2, m.get(1).get(ThreeDSuite.Measure.VOXELS));
		assertEquals(1, m.get(300).get(ThreeDSuite.Measure.VOXELS));
		assertEquals(2 * 0.04 * 0.04 * 0.1, m.get(1).get(ThreeDSuite.Measure.VOLUME), 1e-12);
		assertEquals(2e-6, m.get(1).get(ThreeDSuite.Measure.SURFACE), 1e-12);
		assertEquals(2e-3, m.get(1).get(ThreeDSuite.Measure.FERET), 1e-12);
		assertEquals(0.5, m.get(1).get(ThreeDSuite.Measure.SPHERICITY), 1e-12);
		assertTrue(m.get(1).get(ThreeDSuite.Measure.ELONGATION).isNaN());
	}

	@Test
	void whereItIsAbsentTheSentenceSaysHowToInstallIt() {
		final ThreeDSuite none = new ThreeDSuite(ClassLoader.getPlatformClassLoader());
		assertFalse(none.installed());
		final String said = assertThrows(IllegalArgumentException.class, () -> none.add(labels(), String::valueOf)).getMessage();
		assertTrue(said.contains("not installed") && said.contains("Manage update sites"), said);
		assertEquals(said, assertThrows(IllegalArgumentException.class, () -> none.measure(labels())).getMessage());
	}

	@Test
	void viewersAreOpenedByName() {
		final ImagePlus volume = labels();
		new ThreeDViewers(null).open("3D Viewer", volume);
		assertEquals(volume, ij3d.Image3DUniverse.last());
	}

	@Test
	void aMissingOrFailingViewerIsToldWithARemedy() {
		final ThreeDViewers none = new ThreeDViewers(ClassLoader.getPlatformClassLoader());
		for (final String viewer : new String[] { "3D Viewer", "BigDataViewer" }) {
			final String said = assertThrows(IllegalArgumentException.class, () -> none.open(viewer, labels())).getMessage();
			assertTrue(said.startsWith(viewer + " is not installed") && said.contains("Render Turntable"), said);
		}
		// The stand-in throws as Java 3D does without a graphics card.
		final ImagePlus broken = labels();
		broken.setTitle("no graphics card");
		final String said = assertThrows(IllegalArgumentException.class, () -> new ThreeDViewers(null).open("3D Viewer", broken)).getMessage();
		assertTrue(said.contains("3D Viewer failed") && said.contains("no OpenGL"), said);
	}
}
