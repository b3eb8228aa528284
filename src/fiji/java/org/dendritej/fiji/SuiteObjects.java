// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

import org.dendritej.ij.ThreeDSuite.Measure;

import ij.ImagePlus;
import mcib3d.geom2.Object3DInt;
import mcib3d.geom2.Objects3DIntPopulation;
import mcib3d.geom2.measurements.MeasureCompactness;
import mcib3d.geom2.measurements.MeasureFeret;
import mcib3d.geom2.measurements.MeasureSurface;
import mcib3d.geom2.measurements.MeasureVolume;
import mcib3d.image3d.ImageHandler;

/**
 * The 3D ImageJ Suite (Ollion et al., Bioinformatics 2013, 29, 1840) without its window: label images as its objects, its
 * objects as label images, and its measures. Calibrated label images in micrometres give micrometres.
 */
public final class SuiteObjects {

	private SuiteObjects() {}

	/**
	 * Each label as an object with a name.
	 *
	 * @param labels label image, 0 is background
	 * @param name name of the object of a label
	 * @return the population
	 */
	public static Objects3DIntPopulation of(final ImagePlus labels, final IntFunction<String> name) {
		final Objects3DIntPopulation p = new Objects3DIntPopulation(ImageHandler.wrap(labels));
		for (final Object3DInt o : p.getObjects3DInt())
			o.setName(name.apply((int) o.getLabel()));
		return p;
	}

	/**
	 * A population as a label image that the suite's commands take.
	 *
	 * @param objects the population
	 * @param like image of the same volume
	 * @return label image with the calibration of {@code like}
	 */
	public static ImagePlus labels(final Objects3DIntPopulation objects, final ImagePlus like) {
		final ImageHandler canvas = ImageHandler.wrap(like).createSameDimensions();
		for (final Object3DInt o : objects.getObjects3DInt())
			o.drawObject(canvas, o.getLabel());
		final ImagePlus imp = canvas.getImagePlus();
		imp.setCalibration(like.getCalibration());
		imp.setProp("dendritej.kind", "labels");
		return imp;
	}

	/**
	 * What the suite measures of each object.
	 *
	 * @param objects the population
	 * @return label to measures, in the units of the label image; NaN where the suite gives none
	 */
	public static Map<Integer, Map<Measure, Double>> measures(final Objects3DIntPopulation objects) {
		final Map<Integer, Map<Measure, Double>> all = new TreeMap<>();
		for (final Object3DInt o : objects.getObjects3DInt()) {
			final Map<Measure, Double> own = new TreeMap<>();
			own.put(Measure.VOXELS, value(new MeasureVolume(o).getValueMeasurement(MeasureVolume.VOLUME_PIX)));
			own.put(Measure.VOLUME, value(new MeasureVolume(o).getValueMeasurement(MeasureVolume.VOLUME_UNIT)));
			own.put(Measure.SURFACE, value(new MeasureSurface(o).getValueMeasurement(MeasureSurface.SURFACE_UNIT)));
			own.put(Measure.FERET, value(new MeasureFeret(o).getValueMeasurement(MeasureFeret.FERET_UNIT)));
			own.put(Measure.SPHERICITY, value(new MeasureCompactness(o).getValueMeasurement(MeasureCompactness.SPHER_UNIT)));
			all.put((int) o.getLabel(), own);
		}
		return all;
	}

	private static double value(final Double measured) {
		return measured == null ? Double.NaN : measured;
	}
}
