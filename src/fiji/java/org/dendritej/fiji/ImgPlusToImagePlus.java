// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import org.scijava.Priority;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.imagej.ImgPlus;

/** Lets every command of the suite take an {@code ImgPlus} where it asks for an image; Fiji's own converter goes first. */
@Plugin(type = Converter.class, priority = Priority.LOW)
@SuppressWarnings("rawtypes")
public class ImgPlusToImagePlus extends AbstractConverter<ImgPlus, ImagePlus> {

	@Override
	@SuppressWarnings("unchecked")
	public <T> T convert(final Object source, final Class<T> type) {
		return (T) Volumes.imagePlus((ImgPlus<?>) source);
	}

	@Override
	public Class<ImagePlus> getOutputType() {
		return ImagePlus.class;
	}

	@Override
	public Class<ImgPlus> getInputType() {
		return ImgPlus.class;
	}
}
