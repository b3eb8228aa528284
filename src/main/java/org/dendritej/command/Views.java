// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;

import org.dendritej.core.record.Column;
import org.dendritej.ij.Chart;
import org.dendritej.ij.Graphic;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.Screen;
import org.dendritej.ij.Tables;
import org.dendritej.io.Csv;
import org.dendritej.io.OutputFolder;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Shows tables and plots of one sample and, if a folder is open, stages them as CSV, PNG and SVG. */
final class Views {

	private final OutputFolder out;
	private final String sample;

	Views(final OutputFolder out, final String sample) {
		this.out = out;
		this.sample = sample;
	}

	String sample() {
		return sample;
	}

	/** Refuses, before any work is done, to overwrite files of these names. */
	void reserve(final String... stems) {
		if (out == null) return;
		for (final String s : stems)
			out.target(sample + "-" + s);
	}

	<R> ResultsTable table(final String stem, final List<Column<R>> columns, final List<R> rows) {
		if (out != null) out.addText(sample + "-" + stem + ".csv", Csv.text(columns, rows));
		final ResultsTable t = Tables.of(columns, rows);
		// an empty table would be a window without even its headings
		if (!rows.isEmpty()) Screen.show(t, sample + " " + stem.replace('-', ' '));
		return t;
	}

	void chart(final String stem, final Chart chart) {
		if (out != null) {
			out.add(sample + "-" + stem + ".png", chart::write);
			out.add(sample + "-" + stem + ".svg", chart::writeSvg);
		}
		Screen.show(chart);
	}

	void graphic(final String stem, final Graphic graphic) {
		if (out != null) {
			out.add(sample + "-" + stem + ".png", graphic::writePng);
			out.add(sample + "-" + stem + ".svg", graphic::writeSvg);
		}
		Screen.show(graphic);
	}

	/** Stages an image as it is seen. */
	void picture(final String stem, final ImagePlus picture) {
		if (out != null) out.add(sample + "-" + stem + ".png", f -> Pictures.writePng(picture.getProcessor(), f));
	}

	/** Stages a stack with its calibration. */
	void stack(final String stem, final ImagePlus stack) {
		if (out != null) out.add(sample + "-" + stem + ".tif", f -> Pictures.writeTiff(stack, f));
	}
}
