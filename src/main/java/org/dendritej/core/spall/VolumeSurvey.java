// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Labels;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;

/**
 * Measures the spallation cracks of a class volume: sheets of crack and lithium that lie under a lid of electrolyte.
 * <p>
 * Crack and lithium voxels that touch are one crack. A crack is a spallation when its footprint on the face (holes
 * filled) is at least as large as the smallest diameter asked for and is no sliver (circularity at least 0.2), when
 * electrolyte covers part of it, and when its mean opening under the lid is at most a third of its diameter. All other
 * components are left to the crack analyser. Time: one labelling and two passes over the volume; memory: the labels'
 * runs and 17 bytes for each column under a crack's box.
 */
public final class VolumeSurvey {

	private VolumeSurvey() {}

	/**
	 * What a survey found.
	 *
	 * @param spallations one record for each spallation, numbered as in {@code labels}
	 * @param shapes opening profiles and tips in the same order
	 * @param labels label image: 0 = none, else the record's id
	 * @param areaUm2 area of the face, um2
	 * @param flags remarks
	 */
	public record Result(List<Spallation> spallations, List<Shape> shapes, IntVolume labels, double areaUm2,
		List<Flag> flags)
	{

		/** Keeps copies. */
		public Result {
			spallations = List.copyOf(spallations);
			shapes = List.copyOf(shapes);
			flags = List.copyOf(flags);
		}
	}

	/**
	 * What does not fit a table row.
	 *
	 * @param profileUm mean opening in ten rings of equal width from the centre to the rim, um; NaN for an empty ring
	 * @param tipsUm deepest points of the crack below its floor, um
	 */
	public record Shape(List<Double> profileUm, List<Vec3> tipsUm) {}

	/**
	 * Measures.
	 *
	 * @param classes class image
	 * @param pores pore labels on the same grid, or null
	 * @param options what to look for
	 * @param progress progress and cancel
	 * @return the spallations
	 * @throws IllegalArgumentException if the grids differ
	 */
	public static Result measure(final ByteVolume classes, final IntVolume pores, final VolumeOptions options,
		final Progress progress)
	{
		final VoxelGrid raw = classes.grid();
		if (pores != null && (pores.grid().nx() != raw.nx() || pores.grid().ny() != raw.ny() || pores.grid().nz() != raw
			.nz())) throw new IllegalArgumentException("The pore labels have " + pores.grid().nx() + " x " + pores.grid().ny()
				+ " x " + pores.grid().nz() + " voxels where the class image has " + raw.nx() + " x " + raw.ny() + " x " + raw
					.nz() + "; both must come from the same volume.");
		final VoxelGrid grid = new VoxelGrid(raw.nx(), raw.ny(), raw.nz(), raw.dxUm(), raw.dyUm() * options.tilt()
			.verticalFactor(), raw.dzUm(), raw.originUm());
		final ByteVolume filled = filled(classes, grid, options);
		final Labels all = Components.label(new Phase(filled, 1), options.connectivity(), options.threads(), progress.part(
			0, 0.3));
		final FaceAxes axes = new FaceAxes(grid, options.face());
		final int[] surface = surface(classes, axes, options, progress.part(0.3, 0.4));
		final LidMap[] maps = maps(all, axes, options);
		fill(classes, all, axes, options, surface, maps, progress.part(0.4, 0.7));
		final int[] ids = new int[maps.length];
		final List<LidShape> shapes = new ArrayList<>();
		for (int l = 1; l < maps.length; l++) {
			progress.check();
			if (maps[l] == null) continue;
			final LidShape s = new LidShape(maps[l], axes, surface);
			if (!s.isSpallation(options.minDiameterUm())) continue;
			shapes.add(s);
			ids[l] = shapes.size();
		}
		final List<TreeSet<Integer>> met = pores == null ? null : pores(all, pores, ids, shapes.size(), progress.part(0.7,
			1));
		final List<Spallation> rows = new ArrayList<>();
		final List<Shape> details = new ArrayList<>();
		for (int i = 0; i < shapes.size(); i++) {
			final SpallationDraft d = shapes.get(i).draft();
			d.id = i + 1;
			d.verticalFactor = options.tilt().verticalFactor();
			if (met != null) d.poreLabels = List.copyOf(met.get(i));
			rows.add(d.done());
			details.add(new Shape(shapes.get(i).profile(), shapes.get(i).tips()));
		}
		return new Result(rows, details, kept(all, ids), options.face().areaUm2(grid), flags(rows, pores, options));
	}

	private static List<Flag> flags(final List<Spallation> rows, final IntVolume pores, final VolumeOptions options) {
		final List<Flag> flags = new ArrayList<>();
		final long cut = rows.stream().filter(Spallation::touchesBorder).count();
		if (cut > 0) flags.add(Flag.note("border_spallations", cut + " of " + rows.size()
			+ " spallations are cut by the volume; their diameters and volumes are lower bounds and their weight is 0."));
		if (pores == null) flags.add(Flag.note("no_pore_labels",
			"Pores that the cracks run through were not looked for, because no pore labels were given."));
		flags.add(Flag.note("tilt", "Vertical lengths: " + options.tilt().reason() + "; factor " + options.tilt()
			.verticalFactor() + "."));
		return flags;
	}

	private static ByteVolume filled(final ByteVolume classes, final VoxelGrid grid, final VolumeOptions o) {
		final byte a = (byte) o.crack(), b = (byte) o.lithium();
		return ByteVolume.of(grid, z -> {
			final byte[] from = classes.plane(z), to = new byte[from.length];
			for (int i = 0; i < from.length; i++)
				to[i] = from[i] == a || from[i] == b ? (byte) 1 : 0;
			return to;
		});
	}

	/** Depth at which the sample starts in each column: the outside voxels above it. */
	private static int[] surface(final ByteVolume classes, final FaceAxes axes, final VolumeOptions o,
		final Progress progress)
	{
		final int[] depth = new int[axes.nu * axes.nv];
		final byte outside = (byte) o.outside();
		for (int k = 0; k < axes.grid.nz(); k++) {
			progress.check();
			final int z = axes.slice(k);
			final byte[] plane = classes.plane(z);
			axes.visit(z, (u, v, w, i) -> {
				final int c = v * axes.nu + u;
				if (plane[i] == outside && depth[c] == w) depth[c] = w + 1;
			});
		}
		return depth;
	}

	/** A map for each component whose box could hold a spallation. */
	private static LidMap[] maps(final Labels all, final FaceAxes axes, final VolumeOptions o) {
		final LidMap[] maps = new LidMap[all.count() + 1];
		final int[] low = new int[3], high = new int[3];
		for (int l = 1; l <= all.count(); l++) {
			for (int a = 0; a < 3; a++) {
				low[a] = all.sums().min(l, a);
				high[a] = all.sums().max(l, a);
			}
			final int[] b = axes.box(low, high);
			final double fu = (b[2] - b[0] + 1) * axes.du, fv = (b[3] - b[1] + 1) * axes.dv;
			if (Math.PI / 4 * Math.min(fu, fv) * Math.max(fu, fv) < 0.5 * o.minDiameterUm() * o.minDiameterUm()) continue;
			maps[l] = new LidMap(b);
		}
		return maps;
	}

	private static void fill(final ByteVolume classes, final Labels all, final FaceAxes axes, final VolumeOptions o,
		final int[] surface, final LidMap[] maps, final Progress progress)
	{
		final int[] labels = new int[axes.grid.planeSize()];
		final byte lithium = (byte) o.lithium();
		for (int k = 0; k < axes.grid.nz(); k++) {
			progress.check();
			progress.report(k / (double) axes.grid.nz(), "going down the columns");
			final int z = axes.slice(k);
			final byte[] plane = classes.plane(z);
			all.plane(z, labels);
			axes.visit(z, (u, v, w, i) -> {
				final LidMap m = maps[labels[i]];
				if (m != null) m.add(u, v, w, surface[v * axes.nu + u], plane[i] == lithium);
			});
		}
	}

	/** Pores that share a voxel or a voxel face with each spallation. */
	private static List<TreeSet<Integer>> pores(final Labels all, final IntVolume pores, final int[] ids, final int n,
		final Progress progress)
	{
		final List<TreeSet<Integer>> met = new ArrayList<>();
		for (int i = 0; i < n; i++)
			met.add(new TreeSet<>());
		final VoxelGrid g = all.grid();
		final int nx = g.nx(), ny = g.ny();
		final int[] crack = new int[nx * ny];
		int[] below = null, here = pores.plane(0);
		for (int z = 0; z < g.nz(); z++) {
			progress.check();
			final int[] above = z + 1 < g.nz() ? pores.plane(z + 1) : null;
			all.plane(z, crack);
			for (int y = 0, i = 0; y < ny; y++)
				for (int x = 0; x < nx; x++, i++) {
					final int id = ids[crack[i]];
					if (id == 0) continue;
					final TreeSet<Integer> set = met.get(id - 1);
					take(set, here[i]);
					if (x > 0) take(set, here[i - 1]);
					if (x < nx - 1) take(set, here[i + 1]);
					if (y > 0) take(set, here[i - nx]);
					if (y < ny - 1) take(set, here[i + nx]);
					if (below != null) take(set, below[i]);
					if (above != null) take(set, above[i]);
				}
			below = here;
			here = above;
		}
		return met;
	}

	private static void take(final TreeSet<Integer> set, final int pore) {
		if (pore > 0) set.add(pore);
	}

	private static IntVolume kept(final Labels all, final int[] ids) {
		final int[] map = Arrays.copyOf(ids, ids.length);
		return IntVolume.of(all.grid(), z -> {
			final int[] out = new int[all.grid().planeSize()];
			all.plane(z, out);
			for (int i = 0; i < out.length; i++)
				out[i] = map[out[i]];
			return out;
		});
	}
}
