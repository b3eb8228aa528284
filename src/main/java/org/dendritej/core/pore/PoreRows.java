// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.RunSource;
import org.dendritej.core.label.Shapes;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Pore;
import org.dendritej.core.run.Progress;

/** Measures each pore and writes its row. */
final class PoreRows {

	private final VoxelGrid grid;
	private final PoreOptions options;
	private final LabelSums sums;
	private final SampleRegion region;
	private final PoreContacts contacts;
	private final Shapes shapes;
	private final double[] feret;
	private final double[] inscribed;
	private final double[] tip;
	private final double[] radius;
	private final double[] nearestLarge;
	private double largest;

	PoreRows(final Phase phase, final RunSource source, final LabelSums sums, final SampleRegion region,
		final PoreOptions options, final Progress progress)
	{
		grid = source.grid();
		this.options = options;
		this.sums = sums;
		this.region = region;
		contacts = new PoreContacts(phase, source, sums, region, options.face(), options.outside(), progress);
		shapes = Shapes.measure(source, options.threads(), progress.part(0, 0.2));
		inscribed = InscribedBall.distances(phase, source, sums, options.threads(), progress.part(0.2, 0.6));
		feret = FeretDiameter.of(source, sums, progress.part(0.6, 0.7));
		tip = TipRadius.of(source, sums, inscribed, options.threads(), progress.part(0.7, 1));
		radius = new double[sums.count() + 1];
		for (int l = 1; l < radius.length; l++) {
			radius[l] = Math.cbrt(3 * sums.voxels(l) * grid.voxelVolumeUm3() / (4 * Math.PI));
			largest = Math.max(largest, radius[l]);
		}
		nearestLarge = nearestLarge();
	}

	private double[] nearestLarge() {
		final List<Vec3> large = new ArrayList<>();
		final int[] index = new int[radius.length];
		for (int l = 1; l < radius.length; l++) {
			index[l] = -1;
			if (!LargeRule.THIRD.isLarge(radius[l], largest)) continue;
			index[l] = large.size();
			large.add(sums.centroidUm(l));
		}
		final NearestPoint near = new NearestPoint(large);
		final double[] d = new double[radius.length];
		for (int l = 1; l < d.length; l++) {
			final int other = near.find(sums.centroidUm(l), index[l]);
			d[l] = other < 0 ? Double.NaN : sums.centroidUm(l).distance(large.get(other));
		}
		return d;
	}

	List<Pore> rows() {
		final List<Pore> rows = new ArrayList<>(sums.count());
		for (int l = 1; l <= sums.count(); l++)
			rows.add(row(l));
		return rows;
	}

	private Pore row(final int l) {
		final double volume = sums.voxels(l) * grid.voxelVolumeUm3(), closed = shapes.surfaceUm2(l);
		final double sd = volumeSd(grid, shapes.faces(l), radius[l]) / (4 * Math.PI * radius[l] * radius[l]);
		final double sphericity = Math.cbrt(36 * Math.PI * volume * volume) / closed;
		final Vec3 c = sums.centroidUm(l);
		final InertiaEllipsoid e = InertiaEllipsoid.of(sums, l);
		final boolean face = options.face() != ElectrodeFace.NONE;
		final double edge = face ? grid.edgeUm(options.face().axis()) : Double.NaN;
		final int covered = face ? region.covered((int) Math.round(sums.meanIndex(l, 0)), (int) Math.round(sums.meanIndex(l,
			1)), (int) Math.round(sums.meanIndex(l, 2))) : 0;
		final double depth = options.face().depthUm(grid, c) - covered * edge;
		final long euler = options.connectivity() == Connectivity.SIX ? shapes.euler6(l) : shapes.euler26(l);
		return new Pore(l, sums.voxels(l), volume, radius[l], sd, inscribed[l], shapes.innerSurfaceUm2(l), sphericity, c,
			depth, contacts.top[l] * edge, contacts.cut[l], weight(l), nearestLarge[l], LargeRule.THIRD.isLarge(radius[l],
				largest), LargeRule.TWOTHIRDS.isLarge(radius[l], largest), face && contacts.top[l] == 0, feret[l], e.radiiUm(), e
					.major(), euler, tip[l]);
	}

	/**
	 * Standard deviation of a volume that comes from counting voxels. Each exposed face stands for one surface voxel filled
	 * to an even chance between 0 and 1, v^2 / 12. Along an axis the last layer errs as a whole: the area of a ball's
	 * sections ends with slope 2 pi r at both ends, which by Euler and Maclaurin gives 2 (pi r T^2)^2 / 180 for layers of
	 * thickness T (derived; Cavalieri's error); that matters where slices are thick.
	 */
	static double volumeSd(final VoxelGrid grid, final long faces, final double radius) {
		final double v = grid.voxelVolumeUm3();
		double variance = v * v * faces / 12.0;
		for (int a = 0; a < 3; a++) {
			final double layer = Math.PI * radius * grid.edgeUm(a) * grid.edgeUm(a);
			variance += layer * layer / 90;
		}
		return Math.sqrt(variance);
	}

	/**
	 * Miles-Lantuejoul: of the n places for a box of b voxels along an axis, n - b - 1 keep it off both outermost layers.
	 * Below an electrode's surface that the image shows only the far side can cut.
	 */
	private double weight(final int l) {
		if (contacts.cut[l]) return 0;
		double w = 1;
		for (int a = 0; a < 3; a++) {
			final double n = grid.size(a);
			final int b = sums.max(l, a) - sums.min(l, a);
			if (region.surfaceSeen() && a == options.face().axis()) {
				final double thick = region.voxels() / (grid.voxels() / n);
				w *= thick / Math.max(1, thick - b);
			}
			else w *= n / (n - b - 1);
		}
		return w;
	}
}
