// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.crack.CrackAnalysis;
import org.dendritej.core.crack.CrackOptions;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.model.CrackRule;
import org.dendritej.core.model.LargestPores;
import org.dendritej.core.model.LongestCracks;
import org.dendritej.core.model.SegmentationError;
import org.dendritej.core.pore.PoreAnalysis;
import org.dendritej.core.pore.PoreOptions;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;

import ij.ImagePlus;

/**
 * What the choice of the threshold does to the lengths of a microstructure: they are measured in the label sets of the lowest and
 * the highest threshold; the interval between counts as 5 to 95 %. The numbers travel as a property of the class image.
 */
final class SegmentationSpread {

	/** Property of a class image: relative standard deviations as radius=..;length=..;width=... */
	static final String PROPERTY = "dendritej.segmentation";
	private static final double NINETY_PERCENT = 2 * 1.6449;

	private SegmentationSpread() {}

	/** Radius of the largest pores, length and width of the long cracks in one label set; NaN where there is none. */
	private static double[] lengths(final ByteVolume classes, final int threads, final Progress progress) {
		final double[] out = { Double.NaN, Double.NaN, Double.NaN };
		final boolean[] held = new boolean[256];
		for (int z = 0; z < classes.grid().nz(); z++)
			for (final byte b : classes.plane(z))
				held[b & 0xff] = true;
		if (held[1]) {
			final List<Pore> pores = PoreAnalysis.measure(new Phase(classes, 1), PoreOptions.DEFAULT.withThreads(threads), progress).pores();
			if (!pores.isEmpty()) out[0] = LargestPores.of(pores, LargeRule.THIRD).largest().radiusEqUm();
		}
		if (held[2]) {
			final List<Crack> cracks = CrackAnalysis.analyse(new Phase(classes, 2), null, null, CrackOptions.of(ElectrodeFace.NONE), threads, progress)
				.cracks();
			try {
				final LongestCracks l = LongestCracks.of(cracks, CrackRule.parse("twothirds"));
				out[1] = l.length().value();
				out[2] = l.width().value();
			}
			catch (final IllegalArgumentException none) {
				// no crack that counts: nothing to say about lengths
			}
		}
		return out;
	}

	/** The property's text from the two ends of the interval. */
	static String of(final ByteVolume least, final ByteVolume most, final int threads, final Progress progress) {
		final double[] a = lengths(least, threads, progress), b = lengths(most, threads, progress), sd = new double[3];
		for (int i = 0; i < 3; i++)
			sd[i] = Math.abs(Math.log(b[i] / a[i])) / NINETY_PERCENT;
		return String.format(Locale.ROOT, "radius=%.4g;length=%.4g;width=%.4g", sd[0], sd[1], sd[2]);
	}

	/** Rows for the summary of a section that was measured in this image: its names begin with the word; none if nothing is known. */
	static List<Quantity> rows(final ImagePlus imp, final String... words) {
		final String text = imp.getProp(PROPERTY);
		final List<Quantity> rows = new ArrayList<>();
		if (text == null) return rows;
		for (final String part : text.split(";")) {
			final String[] p = part.split("=", 2);
			if (p.length < 2 || !List.of(words).contains(p[0])) continue;
			try {
				final double v = Double.parseDouble(p[1]);
				if (Double.isFinite(v)) rows.add(Quantity.of(SegmentationError.name(p[0]), v, "1",
					"relative standard deviation from the interval of thresholds of Segment Pores and Cracks"));
			}
			catch (final NumberFormatException e) {
				// not measured, or edited by hand: nothing is claimed
			}
		}
		return rows;
	}

	/** A section of cracks with what the image says of its segmentation. */
	static Section<Crack> added(final Section<Crack> s, final ImagePlus imp, final boolean widths) {
		final List<Quantity> all = new ArrayList<>(s.summary());
		all.addAll(widths ? rows(imp, "length", "width") : rows(imp, "length"));
		return new Section<>(s.grid(), s.face(), s.rows(), all, s.flags(), s.provenance());
	}
}
