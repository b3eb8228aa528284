// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;

/**
 * Mean distance from a large pore to the nearest other one, corrected for neighbours that lie beyond the image.
 * <p>
 * Only a pore whose nearest neighbour is nearer than the image's border is certain to have its true neighbour; it counts
 * with one over the volume in which a pore with this distance would be certain (Hanisch, Statistics 15 (1984) 409,
 * doi:10.1080/02331888408801788, recalled). Surface to surface: the smallest centre distance less both equivalent radii,
 * not below 0.
 */
final class Separation {

	private final VoxelGrid grid;
	private final SampleRegion region;
	private final PoreOptions options;
	private final List<Pore> large = new ArrayList<>();
	private final String name;
	private double largest;

	Separation(final List<Pore> pores, final LargeRule rule, final VoxelGrid grid, final SampleRegion region,
		final PoreOptions options)
	{
		this.grid = grid;
		this.region = region;
		this.options = options;
		name = rule.key();
		for (final Pore p : pores)
			if (rule == LargeRule.THIRD ? p.largeThird() : p.largeTwothirds()) {
				large.add(p);
				largest = Math.max(largest, p.radiusEqUm());
			}
		large.sort(Comparator.comparingDouble((Pore p) -> p.centroidUm().x()).thenComparingInt(Pore::label));
	}

	int count() {
		return large.size();
	}

	/** The two means as summary rows. */
	List<Quantity> quantities() {
		final List<Vec3> centre = new ArrayList<>();
		for (final Pore p : large)
			centre.add(p.centroidUm());
		final NearestPoint near = new NearestPoint(centre);
		final double[] centres = new double[large.size()], gaps = new double[large.size()];
		for (int i = 0; i < centres.length; i++) {
			final int j = near.find(centre.get(i), i);
			centres[i] = j < 0 ? Double.NaN : centre.get(i).distance(centre.get(j));
			gaps[i] = gap(i);
		}
		final String rule = " of the " + large.size() + " pores that are large by the rule " + name;
		return List.of(mean("separation_" + name + "_um", centres, centres, "mean centre distance to the nearest" + rule
			+ ", Hanisch edge correction, block bootstrap"), mean("gap_" + name + "_um", gaps, centres,
				"mean surface distance (equivalent spheres) to the nearest" + rule
					+ ", Hanisch edge correction, block bootstrap"));
	}

	/** Large pores are sorted along x, so that the search ends where no pore can be nearer. */
	private double gap(final int i) {
		double least = Double.POSITIVE_INFINITY;
		final Pore p = large.get(i);
		for (int step = -1; step <= 1; step += 2)
			for (int j = i + step; j >= 0 && j < large.size(); j += step) {
				final Pore q = large.get(j);
				if (Math.abs(p.centroidUm().x() - q.centroidUm().x()) - p.radiusEqUm() - largest > least) break;
				least = Math.min(least, p.centroidUm().distance(q.centroidUm()) - p.radiusEqUm() - q.radiusEqUm());
			}
		return least == Double.POSITIVE_INFINITY ? Double.NaN : Math.max(0, least);
	}

	/** Weighted mean of a value; the weight depends on the centre distance. */
	private Quantity mean(final String key, final double[] value, final double[] centres, final String source) {
		final double[] a = new double[region.blockCount()], b = new double[a.length];
		double sum = 0, weights = 0;
		for (int i = 0; i < value.length; i++) {
			final double w = weight(large.get(i).centroidUm(), centres[i]);
			if (!(w > 0)) continue;
			final Vec3 c = large.get(i).centroidUm().minus(grid.originUm());
			final int block = region.blockOf(c.x() / grid.dxUm() - 0.5, c.y() / grid.dyUm() - 0.5, c.z() / grid.dzUm() - 0.5);
			a[block] += w * value[i];
			b[block] += w;
			sum += w * value[i];
			weights += w;
		}
		final double[] q = RatioBootstrap.interval(a, b, options.draws(), options.seed());
		return Quantity.of(key, weights > 0 ? sum / weights : Double.NaN, q[0], q[1], q[2], "um", source);
	}

	private double weight(final Vec3 centre, final double distance) {
		if (!(distance > 0)) return 0;
		final Vec3 c = centre.minus(grid.originUm());
		double w = 1;
		for (int a = 0; a < 3; a++) {
			final double x = a == 0 ? c.x() : a == 1 ? c.y() : c.z(), length = grid.extentUm(a);
			if (x < distance || length - x < distance) return 0;
			w *= length / (length - 2 * distance);
		}
		return w;
	}
}
