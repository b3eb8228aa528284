// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

/** Images that no command may accept, each with words that its refusal must hold. Written once, used for every command. */
public final class BadImages {

	private BadImages() {}

	/** A case: the image and what the sentence must say. */
	public record Case(Supplier<ImagePlus> image, String says) {}

	/** Images that are wrong for anything that measures a volume. */
	public static Map<String, Case> forVolumes() {
		final Map<String, Case> cases = new LinkedHashMap<>();
		cases.put("RGB", new Case(() -> um(IJ.createImage("rgb", "RGB black", 8, 8, 8)), "RGB"));
		cases.put("2D", new Case(() -> um(IJ.createImage("flat", "8-bit black", 8, 8, 1)), "1 slice"));
		cases.put("hyperstack", new Case(() -> um(IJ.createHyperStack("hyper", 8, 8, 2, 4, 1, 8)), "channels"));
		cases.put("time series", new Case(() -> um(IJ.createHyperStack("series", 8, 8, 1, 4, 2, 8)), "frames"));
		cases.put("uncalibrated", new Case(() -> blob("plain"), "Image > Properties"));
		cases.put("inch", new Case(() -> unit(blob("inch"), "inch", 1, 1, 1), "inch"));
		cases.put("zero voxel", new Case(() -> unit(blob("zero"), "um", 0.04, 0, 0.1), "positive"));
		cases.put("negative voxel", new Case(() -> unit(blob("negative"), "um", 0.04, 0.04, -0.1), "positive"));
		cases.put("NaN voxel", new Case(() -> unit(blob("nan"), "um", Double.NaN, 0.04, 0.1), "positive"));
		cases.put("no pixels", new Case(() -> new ImagePlus(), "not open"));
		return cases;
	}

	/** Images that are wrong for anything that takes a class image or mask. */
	public static Map<String, Case> forMasks() {
		final Map<String, Case> cases = new LinkedHashMap<>();
		cases.put("empty", new Case(() -> um(IJ.createImage("empty", "8-bit black", 8, 8, 8)), "holds no voxel of class"));
		cases.put("full", new Case(() -> um(IJ.createImage("full", "8-bit white", 8, 8, 8)), "Every voxel"));
		cases.put("NaN", new Case(() -> {
			final ImagePlus imp = um(IJ.createImage("nan", "32-bit black", 8, 8, 8));
			imp.getStack().getProcessor(3).setf(2, 2, Float.NaN);
			return imp;
		}, "NaN"));
		cases.put("grey", new Case(() -> um(IJ.createImage("ramp", "8-bit ramp", 64, 8, 8)), "different values"));
		return cases;
	}

	/** A calibrated 0/255 mask with a ball in it. */
	public static ImagePlus ball(final String title) {
		return um(blob(title));
	}

	private static ImagePlus blob(final String title) {
		final ImagePlus imp = IJ.createImage(title, "8-bit black", 24, 24, 24);
		for (int z = 0; z < 24; z++)
			for (int y = 0; y < 24; y++)
				for (int x = 0; x < 24; x++)
					if ((x - 12) * (x - 12) + (y - 12) * (y - 12) + (z - 12) * (z - 12) < 50) imp.getStack().getProcessor(z + 1).set(x, y, 255);
		return imp;
	}

	private static ImagePlus um(final ImagePlus imp) {
		return unit(imp, "um", 0.04, 0.04, 0.1);
	}

	private static ImagePlus unit(final ImagePlus imp, final String unit, final double x, final double y, final double z) {
		final Calibration c = imp.getCalibration();
		c.setUnit(unit);
		c.pixelWidth = x;
		c.pixelHeight = y;
		c.pixelDepth = z;
		return imp;
	}
}
