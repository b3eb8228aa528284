// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a plot: from values to positions, and the values at which a tick stands.
 *
 * @param label quantity and unit
 * @param from value at the start
 * @param to value at the end
 * @param log whether logarithmic
 * @param start position of the first value
 * @param end position of the last value
 */
record Axis(String label, double from, double to, boolean log, double start, double end) {

	double at(final double v) {
		final double t = log ? Math.log(v / from) / Math.log(to / from) : (v - from) / (to - from);
		// A value at zero on a logarithmic axis lies at minus infinity: no file format draws that.
		return Double.isInfinite(t) ? Double.NaN : start + t * (end - start);
	}

	boolean holds(final double v) {
		return v >= from - 1e-9 * (to - from) && v <= to + 1e-9 * (to - from);
	}

	/** Values with a number beside them. */
	List<Double> ticks() {
		final List<Double> all = new ArrayList<>();
		if (log) {
			final double decades = Math.log10(to / from);
			final double[] steps = decades > 5 ? new double[] { 1 } : decades > 2.2 ? new double[] { 1, 3 } : new double[] { 1, 2, 5 };
			final int every = decades > 12 ? (int) Math.ceil(decades / 8) : 1;
			for (int d = (int) Math.floor(Math.log10(from)); d <= Math.log10(to); d++)
				for (final double s : steps)
					if (Math.floorMod(d, every) == 0 && holds(s * Math.pow(10, d))) all.add(s * Math.pow(10, d));
			if (all.size() >= 2) return all;
			all.clear();
		}
		final double raw = (to - from) / 5, ten = Math.pow(10, Math.floor(Math.log10(raw)));
		final double step = ten * (raw / ten < 1.5 ? 1 : raw / ten < 3.5 ? 2 : raw / ten < 7.5 ? 5 : 10);
		for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * (to - from); i++)
			all.add(i * step);
		return all;
	}

	/** A number as short as it can be read. */
	static String number(final double v) {
		final double a = Math.abs(v);
		if (v == 0) return "0";
		if (a >= 1e5 || a < 1e-3) {
			final int e = (int) Math.floor(Math.log10(a) + 1e-9);
			final String m = plain(v / Math.pow(10, e));
			return (m.equals("1") ? "1" : m) + "e" + e;
		}
		return plain(v);
	}

	private static String plain(final double v) {
		final String s = String.format(Locale.ROOT, "%.4f", v);
		return s.replaceAll("0+$", "").replaceAll("\\.$", "");
	}
}
