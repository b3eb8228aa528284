// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dendritej.app.CommandCalls;
import org.scijava.Context;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.ImgPlus;
import net.imglib2.type.Type;

/** Runs the suite's commands on ImageJ2's images: {@code Dataset} or {@code ImgPlus} in, {@code Dataset} and tables out. */
public final class DatasetCommands {

	private final Context context;

	/**
	 * Commands of a context.
	 *
	 * @param context has a {@code CommandService} and a {@code DatasetService}
	 */
	public DatasetCommands(final Context context) {
		this.context = context;
	}

	/**
	 * Runs one command.
	 *
	 * @param name class in {@code org.dendritej.command}, such as LabelPores
	 * @param keys keys as everywhere; an image may be a {@code Dataset}, an {@code ImgPlus} or an {@code ImagePlus}
	 * @return outputs by name: images as {@code Dataset}, tables as {@code GenericTable}, everything else as it is
	 * @throws IllegalArgumentException if the command refuses, with its sentence
	 */
	public Map<String, Object> run(final String name, final Map<String, Object> keys) {
		final Map<String, Object> inputs = new HashMap<>();
		keys.forEach((key, value) -> inputs.put(key, value instanceof Dataset ? Volumes.imagePlus(((Dataset) value).getImgPlus())
			: value instanceof ImgPlus ? Volumes.imagePlus((ImgPlus<?>) value) : value));
		final Map<String, Object> outputs = new LinkedHashMap<>();
		new CommandCalls(context).run(name, inputs).forEach((key, value) -> outputs.put(key, converted(value)));
		return outputs;
	}

	private Object converted(final Object value) {
		if (value instanceof ImagePlus && ((ImagePlus) value).getBitDepth() != 24) return dataset(Volumes.imgPlus((ImagePlus) value));
		if (value instanceof ResultsTable) return SciJavaTables.of((ResultsTable) value);
		return value;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private Dataset dataset(final ImgPlus<?> image) {
		return context.service(DatasetService.class).create((ImgPlus<Type>) image);
	}
}
