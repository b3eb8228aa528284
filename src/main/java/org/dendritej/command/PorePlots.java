// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.pore.LargestPore;
import org.dendritej.core.pore.SizeDistribution;
import org.dendritej.ij.Chart;
import org.dendritej.io.OutputFolder;

/** The two plots of a pore population: sizes corrected for the border, and their tail against its fitted law. */
final class PorePlots {

	private final String sample;
	private final SizeDistribution sizes;
	private final LargestPore tail;

	PorePlots(final String sample, final SizeDistribution sizes, final LargestPore tail) {
		this.sample = sample;
		this.sizes = sizes;
		this.tail = tail;
	}

	/** Histogram of the uncut pores as counted and as weighted; null if the border cuts all of them. */
	private Chart histogram() {
		final double[] edges = sizes.edgesUm();
		if (edges.length == 0) return null;
		return new Chart(sample + " pore sizes", "Equivalent radius (\u00b5m)", "Pores in the imaged volume").steps("corrected for the border", edges,
			sizes.histogram(edges)).steps("uncut pores as counted", edges, sizes.counts(edges));
	}

	/** Quantiles of the tail; null if it is too thin to be fitted. */
	private Chart quantiles() {
		final double[] x = tail.modelUm(), y = tail.measuredUm();
		if (x.length == 0) return null;
		final double[] ends = { Math.min(x[0], y[0]), Math.max(x[x.length - 1], y[y.length - 1]) };
		return new Chart(sample + " largest pores, Q-Q", "Radius by the fitted tail (\u00b5m)", "Measured radius (\u00b5m)").points("largest pores", x, y,
			null, null, "circle").line("equal", ends, ends);
	}

	void show() {
		for (final Chart c : new Chart[] { histogram(), quantiles() })
			if (c != null) c.show();
	}

	void stage(final OutputFolder out) {
		final Chart h = histogram(), q = quantiles();
		if (h != null) out.add(sample + "-pore-sizes.png", h::write);
		if (q != null) out.add(sample + "-pore-qq.png", q::write);
	}
}
