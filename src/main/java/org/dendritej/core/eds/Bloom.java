// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.MgRegion.Verdict;

/**
 * Takes back claims that stronger lithium-magnesium within the X-ray range can explain: the electrode or a claimed
 * object with more counts per pixel. The counts sent over are an upper estimate ({@link XrayVolume#shareBeyond}).
 */
final class Bloom {

	private final List<ObjectFinding> findings;
	private final ObjectFinding reference;
	private final ReferenceRate rate;
	private final VoxelGrid grid;
	private final MagnesiumOptions options;

	Bloom(final List<ObjectFinding> findings, final ObjectFinding reference, final ReferenceRate rate,
		final VoxelGrid grid, final MagnesiumOptions options)
	{
		this.findings = findings;
		this.reference = reference;
		this.rate = rate;
		this.grid = grid;
		this.options = options;
	}

	void apply() {
		final List<ObjectFinding> claimed = new ArrayList<>();
		for (final ObjectFinding f : findings)
			if (f.verdict == Verdict.LI_MG) claimed.add(f);
		claimed.sort(Comparator.comparingDouble(ObjectFinding::ratePerPixel).reversed().thenComparing(f -> f.tally.label()));
		final float[] source = new float[grid.planeSize()];
		if (reference != null && rate.usable()) paint(source, reference, rate.perPixel());
		for (final ObjectFinding f : claimed) {
			f.bloom = received(source, f);
			if (f.bloom > 0 && f.tally.pUpper(f.bloom) > options.levels().alpha()) {
				f.verdict = Verdict.UNDECIDED;
				f.remarks.add("bloom");
			}
			else paint(source, f, f.ratePerPixel());
		}
	}

	private static void paint(final float[] source, final ObjectFinding f, final double rate) {
		for (final int i : f.object.index())
			source[i] = (float) rate;
	}

	/** Counts from sources within reach, each pixel seeing the nearest border as a straight one. */
	private double received(final float[] source, final ObjectFinding f) {
		final double reach = XrayVolume.bloomReachUm(f.tally.widthUm(), options.measurement());
		final int[] b = f.object.box((int) Math.ceil(reach / grid.dxUm()), (int) Math.ceil(reach / grid.dyUm()), grid);
		double strongest = 0;
		for (int y = b[1]; y < b[1] + b[3]; y++)
			for (int x = b[0]; x < b[0] + b[2]; x++)
				strongest = Math.max(strongest, source[y * grid.nx() + x]);
		if (strongest == 0) return 0;
		final double[] d = PlaneDistance.of(b[2], b[3], grid.dxUm(), grid.dyUm(),
			(x, y) -> source[(b[1] + y) * grid.nx() + b[0] + x] > 0);
		final double halfEdge = Math.min(grid.dxUm(), grid.dyUm()) / 2;
		double sum = 0;
		for (final int i : f.object.index()) {
			final double centre = d[(i / grid.nx() - b[1]) * b[2] + i % grid.nx() - b[0]];
			sum += strongest * XrayVolume.shareBeyond(Math.max(0, centre - halfEdge), reach);
		}
		return sum;
	}
}
