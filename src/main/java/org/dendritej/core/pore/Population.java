// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;

/** Numbers of the whole population of pores, with intervals from a bootstrap over blocks of the sample. */
final class Population {

	private static final double UM3_PER_MM3 = 1e9, UM2_PER_MM2 = 1e6;

	private final VoxelGrid grid;
	private final List<Pore> pores;
	private final SampleRegion region;
	private final PoreOptions options;
	private final SizeDistribution sizes;
	private final List<Quantity> out = new ArrayList<>();

	Population(final VoxelGrid grid, final List<Pore> pores, final SampleRegion region, final PoreOptions options,
		final SizeDistribution sizes)
	{
		this.grid = grid;
		this.pores = pores;
		this.region = region;
		this.options = options;
		this.sizes = sizes;
	}

	List<Quantity> quantities(final long droppedVoxels, final double throughShare) {
		volumes(droppedVoxels, throughShare);
		densities();
		radii();
		for (final LargeRule rule : LargeRule.values()) {
			final Separation s = new Separation(pores, rule, grid, region, options);
			out.add(Quantity.of("large_" + rule.key(), s.count(), "", "pores that are large by the rule " + rule.key()
				+ ", those cut by the image included"));
			out.addAll(s.quantities());
		}
		return out;
	}

	private void volumes(final long droppedVoxels, final double throughShare) {
		final double[] solid = region.sampleVoxels(), pore = region.poreVoxels();
		final double p = region.pores() / (double) region.voxels();
		final double[] q = RatioBootstrap.interval(pore, solid, options.draws(), options.seed());
		final String source = "pore voxels over sample voxels, those below minvoxels included; block bootstrap";
		out.add(Quantity.of("porosity", p, q[0], q[1], q[2], "", source));
		out.add(Quantity.of("relative_density", 1 - p, 1 - q[2], 1 - q[1], 1 - q[0], "", "1 - porosity"));
		out.add(Quantity.of("porosity_below_minvoxels", droppedVoxels / (double) region.voxels(), "",
			"share of the sample in pores that were left out as too small"));
		out.add(Quantity.of("sample_volume_um3", region.voxels() * grid.voxelVolumeUm3(), "um3", region.outsideSeen()
			? "voxels that are not of the outside class" : "the whole image"));
		out.add(Quantity.of("open_share", share(true), "", "share of the pore volume that opens at the electrode face"));
		out.add(Quantity.of("closed_share", closed(), "", "share of the pore volume in pores that neither open nor are cut"));
		out.add(Quantity.of("percolating_share", throughShare, "",
			"share of the pore volume in pores that reach two opposite sides of the image"));
	}

	private double share(final boolean open) {
		double part = 0, all = 0;
		for (final Pore p : pores) {
			all += p.volumeUm3();
			if (p.opensAtFace() == open) part += p.volumeUm3();
		}
		return options.face() == ElectrodeFace.NONE ? Double.NaN : part / all;
	}

	private double closed() {
		double part = 0, all = 0;
		for (final Pore p : pores) {
			all += p.volumeUm3();
			if (!p.opensAtFace() && !p.touchesBorder()) part += p.volumeUm3();
		}
		return part / all;
	}

	private void densities() {
		final int blocks = region.blockCount();
		final double[] weight = new double[blocks], volume = region.sampleVoxels();
		int cut = 0;
		for (final Pore p : pores) {
			weight[block(p)] += p.samplingWeight();
			if (p.touchesBorder()) cut++;
		}
		out.add(Quantity.of("pores", pores.size(), "", "pores of at least minvoxels"));
		out.add(Quantity.of("pores_cut", cut, "", "pores that the image's border cuts"));
		final double perVoxel = sizes.total() / region.voxels();
		final double[] q = RatioBootstrap.interval(weight, volume, options.draws(), options.seed());
		final String how = "Miles-Lantuejoul weights of the uncut pores; block bootstrap";
		scaled("number_density_per_mm3", perVoxel, q, UM3_PER_MM3 / grid.voxelVolumeUm3(), "1/mm3", how);
		if (options.face() == ElectrodeFace.NONE) return;
		final double thickUm3 = region.voxels() / (double) grid.voxels() * grid.extentUm(options.face().axis());
		scaled("areal_density_per_mm2", perVoxel, q, UM2_PER_MM2 / grid.voxelVolumeUm3() * thickUm3, "1/mm2",
			"pores below each mm2 of electrode within the imaged depth; " + how);
		double open = 0;
		for (final Pore p : pores)
			if (p.opensAtFace()) open++;
		out.add(Quantity.of("open_density_per_mm2", open / options.face().areaUm2(grid) * UM2_PER_MM2, "1/mm2",
			"pores that open at the electrode face, cut ones counted whole"));
	}

	private void scaled(final String name, final double value, final double[] q, final double f, final String unit,
		final String source)
	{
		out.add(Quantity.of(name, value * f, q[0] * f, q[1] * f, q[2] * f, unit, source));
	}

	private int block(final Pore p) {
		final Vec3 c = p.centroidUm().minus(grid.originUm());
		return region.blockOf(c.x() / grid.dxUm() - 0.5, c.y() / grid.dyUm() - 0.5, c.z() / grid.dzUm() - 0.5);
	}

	private void radii() {
		final double[] a = new double[region.blockCount()], b = new double[a.length];
		for (final Pore p : pores) {
			a[block(p)] += p.samplingWeight() * p.radiusEqUm();
			b[block(p)] += p.samplingWeight();
		}
		final double[] q = RatioBootstrap.interval(a, b, options.draws(), options.seed());
		final String how = "equivalent radius of uncut pores by number, Miles-Lantuejoul weights";
		out.add(Quantity.of("radius_mean_um", sizes.meanUm(), q[0], q[1], q[2], "um", how + "; block bootstrap"));
		out.add(Quantity.of("radius_median_um", sizes.quantileUm(0.5), "um", how));
		out.add(Quantity.of("radius_p90_um", sizes.quantileUm(0.9), "um", how));
		final double[] largest = { Double.NaN, Double.NaN };
		for (final Pore p : pores) {
			largest[0] = Double.isNaN(largest[0]) ? p.radiusEqUm() : Math.max(largest[0], p.radiusEqUm());
			if (!p.touchesBorder()) largest[1] = Double.isNaN(largest[1]) ? p.radiusEqUm() : Math.max(largest[1], p
				.radiusEqUm());
		}
		out.add(Quantity.of("radius_max_um", largest[0], "um", "largest equivalent radius, cut pores included"));
		out.add(Quantity.of("radius_max_whole_um", largest[1], "um", "largest equivalent radius of the uncut pores"));
	}
}
