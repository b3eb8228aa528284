// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * All choices of a magnesium analysis.
 *
 * @param section name of the map (cross-section), for the table
 * @param slice slice of stacks that is meant, from 0; images of one slice always use that slice
 * @param background where the expected counts come from
 * @param levels how sure a verdict must be
 * @param reference what lithium-magnesium looks like
 * @param measurement beam, electrolyte, time, widths
 * @param graph the pore-crack-face graph; null = not known
 * @param threads threads to use; 0 = all
 */
public record MagnesiumOptions(String section, int slice, Background background, TestLevels levels, Reference reference,
	Measurement measurement, ObjectGraph graph, int threads)
{

	/** Local ring, alpha 0.05, power 0.95, no reference, the papers' measurement, no graph. */
	public static final MagnesiumOptions DEFAULT = new MagnesiumOptions("map", 0, Background.local(null),
		TestLevels.DEFAULT, Reference.NONE, Measurement.DEFAULT, null, 0);

	/**
	 * Another name of the map.
	 *
	 * @param name for the table
	 * @return a copy
	 */
	public MagnesiumOptions named(final String name) {
		return new MagnesiumOptions(name, slice, background, levels, reference, measurement, graph, threads);
	}

	/**
	 * Another slice.
	 *
	 * @param z from 0
	 * @return a copy
	 */
	public MagnesiumOptions at(final int z) {
		return new MagnesiumOptions(section, z, background, levels, reference, measurement, graph, threads);
	}

	/**
	 * Another background.
	 *
	 * @param b where the expected counts come from
	 * @return a copy
	 */
	public MagnesiumOptions with(final Background b) {
		return new MagnesiumOptions(section, slice, b, levels, reference, measurement, graph, threads);
	}

	/**
	 * Other error rates.
	 *
	 * @param l how sure a verdict must be
	 * @return a copy
	 */
	public MagnesiumOptions with(final TestLevels l) {
		return new MagnesiumOptions(section, slice, background, l, reference, measurement, graph, threads);
	}

	/**
	 * Another reference.
	 *
	 * @param r what lithium-magnesium looks like
	 * @return a copy
	 */
	public MagnesiumOptions with(final Reference r) {
		return new MagnesiumOptions(section, slice, background, levels, r, measurement, graph, threads);
	}

	/**
	 * Another measurement.
	 *
	 * @param m beam, electrolyte, time, widths
	 * @return a copy
	 */
	public MagnesiumOptions with(final Measurement m) {
		return new MagnesiumOptions(section, slice, background, levels, reference, m, graph, threads);
	}

	/**
	 * A graph.
	 *
	 * @param g pores, cracks and face; null = not known
	 * @return a copy
	 */
	public MagnesiumOptions with(final ObjectGraph g) {
		return new MagnesiumOptions(section, slice, background, levels, reference, measurement, g, threads);
	}

	/**
	 * Another number of threads; the result does not depend on it.
	 *
	 * @param n threads; 0 = all
	 * @return a copy
	 */
	public MagnesiumOptions onThreads(final int n) {
		return new MagnesiumOptions(section, slice, background, levels, reference, measurement, graph, n);
	}

	int mapSlice(final FloatVolume map) {
		return map.grid().nz() == 1 ? 0 : slice;
	}

	int labelSlice(final IntVolume labels) {
		return labels.grid().nz() == 1 ? 0 : slice;
	}

	int phaseSlice(final ByteVolume classes) {
		return classes.grid().nz() == 1 ? 0 : slice;
	}

	/** The free gap around objects: half the X-ray range unless given, at least one pixel edge. */
	double gapUm(final Background.Local ring, final VoxelGrid grid) {
		if (!Double.isNaN(ring.gapUm())) return ring.gapUm();
		final double range = measurement.electrolyte().xrayRangeUm(measurement.beamKeV(), Measurement.MAGNESIUM_EDGE_KEV);
		return Math.max(Math.max(grid.dxUm(), grid.dyUm()), range / 2);
	}

	/** Checks that all images lie on one grid. */
	void check(final FloatVolume counts, final IntVolume labels) {
		final VoxelGrid g = counts.grid();
		sameSize("label image", g, labels.grid());
		if (background instanceof Background.Window w) sameSize("background window map", g, w.counts().grid());
		if (background instanceof Background.Expected e) sameSize("background map", g, e.expected().grid());
		if (background instanceof Background.Local l && l.phase() != null) sameSize("class image", g, l.phase().grid());
	}

	private void sameSize(final String name, final VoxelGrid map, final VoxelGrid other) {
		if (map.nx() != other.nx() || map.ny() != other.ny()) throw new IllegalArgumentException("The magnesium map is "
			+ map.nx() + " x " + map.ny() + " pixels and the " + name + " " + other.nx() + " x " + other.ny()
			+ "; register them first (register=translation or register=affine).");
		for (final VoxelGrid g : new VoxelGrid[] { map, other })
			if (g.nz() > 1 && (slice < 0 || slice >= g.nz())) throw new IllegalArgumentException("slice=" + (slice + 1)
				+ " does not exist in a stack of " + g.nz() + " slices; give a number from 1 to " + g.nz() + ".");
	}
}
