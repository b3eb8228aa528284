// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import org.scijava.Priority;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.imagej.Dataset;

/** Lets every command of the suite take a {@code Dataset} where it asks for an image; Fiji's own converter goes first. */
@Plugin(type = Converter.class, priority = Priority.LOW)
public class DatasetToImagePlus extends AbstractConverter<Dataset, ImagePlus> {

	@Override
	@SuppressWarnings("unchecked")
	public <T> T convert(final Object source, final Class<T> type) {
		return (T) Volumes.imagePlus(((Dataset) source).getImgPlus());
	}

	@Override
	public Class<ImagePlus> getOutputType() {
		return ImagePlus.class;
	}

	@Override
	public Class<Dataset> getInputType() {
		return Dataset.class;
	}
}
