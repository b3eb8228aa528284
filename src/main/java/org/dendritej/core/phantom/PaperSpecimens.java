// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The two electrolytes of Melvin et al. (Nature Energy 2025, doi:10.1038/s41560-025-01847-0) as synthetic specimens: 83 %
 * and 99 % dense, with the pore and crack dimensions that the paper gives.
 * <p>
 * Four large pores stand in a square whose pitch is solved so that their mean nearest distance, centre to centre, is the
 * stated one; each is joined to the electrode by a cylindrical crack of the stated length. Smaller pores, all below a
 * third of the largest, fill up to the stated density as far as there is room; eight lesser cracks (sheets, tubes, a
 * bent one, a wedge) are shorter than two thirds of the longest. The arrangement is ours: the paper states the numbers,
 * not the positions.
 */
public final class PaperSpecimens {

	/** Voxel edge in the slice, um. */
	static final double PIXEL_UM = 0.04;
	/** Slice thickness, um. */
	static final double SLICE_UM = 0.1;

	/**
	 * What the paper states and how large the volume is.
	 *
	 * @param name name of the specimen
	 * @param sideUm side of the volume along x and z, um
	 * @param depthUm extent along y, um
	 * @param radiusUm radius of the largest pore, um
	 * @param separationUm mean nearest distance of the large pores, um
	 * @param lengthUm length of the longest cracks, um
	 * @param widthUm mean width of the longest cracks, um
	 * @param porosity void fraction aimed at
	 * @param smallLargest radius of the largest small pore over that of the largest pore
	 * @param smallLeast radius of the smallest small pore over that of the largest small one
	 */
	record Plan(String name, double sideUm, double depthUm, double radiusUm, double separationUm, double lengthUm,
		double widthUm, double porosity, double smallLargest, double smallLeast)
	{}

	private static final Plan DENSE83 = new Plan("dense83", 20, 8.6, 2.3, 10, 2.5, 0.158, 0.17, 0.3, 0.4);
	private static final Plan DENSE99 = new Plan("dense99", 26, 4, 0.5, 22, 1.5, 0.125, 0.01, 0.27, 0.6);

	private final Plan plan;
	private final Dice dice;
	private final SpecimenBuilder builder;

	private PaperSpecimens(final Plan plan, final long seed) {
		this.plan = plan;
		this.dice = new Dice(seed, 83);
		final int side = (int) Math.round(plan.sideUm / PIXEL_UM);
		final VoxelGrid grid = VoxelGrid.of(side, (int) Math.round(plan.depthUm / PIXEL_UM), (int) Math.round(plan.sideUm
			/ SLICE_UM), PIXEL_UM, PIXEL_UM, SLICE_UM);
		builder = new SpecimenBuilder(plan.name, grid, ElectrodeFace.Y_MINUS, 2 * SLICE_UM);
	}

	/**
	 * The 83 % dense specimen: largest pores 2.3 um, separation 10 um, longest cracks 2.5 um long and 158 nm wide; 500 x
	 * 215 x 200 voxels.
	 *
	 * @param seed seed of all positions
	 * @return the specimen
	 */
	public static Specimen dense83(final long seed) {
		return new PaperSpecimens(DENSE83, seed).build();
	}

	/**
	 * The 99 % dense specimen: largest pores 0.5 um, separation 22 um, longest cracks 1.5 um long and 125 nm wide; 650 x
	 * 100 x 260 voxels.
	 *
	 * @param seed seed of all positions
	 * @return the specimen
	 */
	public static Specimen dense99(final long seed) {
		return new PaperSpecimens(DENSE99, seed).build();
	}

	private Specimen build() {
		final Vec3[] centres = largePores();
		final LesserCracks lesser = new LesserCracks(builder, dice, plan);
		lesser.fromPores(centres);
		lesser.others();
		fill(builder.build().truth("porosity"));
		return builder.build();
	}

	/** Radii as shares of the largest, and widths of the joining cracks as shares of their mean. */
	private static final double[] RADII = { 1, 0.97, 0.95, 0.93 };
	private static final double[] WIDTHS = { 0.95, 1.05, 0.975, 1.025 };

	private Vec3[] largePores() {
		final double[] jitter = new double[8];
		for (int i = 0; i < 8; i++)
			jitter[i] = dice.uniform(-0.02, 0.02);
		double lo = 0.5 * plan.separationUm, hi = 2 * plan.separationUm;
		for (int i = 0; i < 100; i++) {
			final double pitch = 0.5 * (lo + hi);
			if (meanNearest(centres(pitch, jitter)) < plan.separationUm) lo = pitch;
			else hi = pitch;
		}
		final Vec3[] at = centres(0.5 * (lo + hi), jitter);
		for (int i = 0; i < 4; i++)
			builder.sphere(at[i], RADII[i] * plan.radiusUm);
		for (int i = 0; i < 4; i++) {
			final Vec3 above = new Vec3(at[i].x(), -0.5, at[i].z());
			builder.crack(CrackShape.tube(above, new Vec3(at[i].x(), plan.lengthUm + 0.2 * plan.radiusUm, at[i].z()), WIDTHS[i] * plan.widthUm), i + 1);
		}
		return at;
	}

	/** A square of the given pitch, a little disturbed; every pore has its top at the depth of the crack's length. */
	private Vec3[] centres(final double pitch, final double[] jitter) {
		final Vec3[] at = new Vec3[4];
		for (int i = 0; i < 4; i++) {
			final double a = (i % 2 - 0.5 + jitter[2 * i]) * pitch, b = (i / 2 - 0.5 + jitter[2 * i + 1]) * pitch;
			at[i] = new Vec3(plan.sideUm / 2 + a, plan.lengthUm + RADII[i] * plan.radiusUm, plan.sideUm / 2 + b);
		}
		return at;
	}

	private static double meanNearest(final Vec3[] at) {
		double sum = 0;
		for (int i = 0; i < at.length; i++) {
			double best = Double.POSITIVE_INFINITY;
			for (int k = 0; k < at.length; k++)
				if (k != i) best = Math.min(best, at[i].distance(at[k]));
			sum += best;
		}
		return sum / at.length;
	}

	/** Small pores at random until the void fraction is reached or no more room is found. */
	private void fill(final double already) {
		final double box = plan.sideUm * plan.depthUm * plan.sideUm;
		final double largest = plan.smallLargest * plan.radiusUm;
		double missing = (plan.porosity - already) * box;
		for (int misses = 0; misses < 20_000;) {
			final double r = largest * Math.max(plan.smallLeast, Math.exp(-0.35 * Math.abs(dice.gauss())));
			final double volume = 4 * Math.PI / 3 * r * r * r;
			if (volume > missing) {
				final double least = plan.smallLeast * largest;
				if (4 * Math.PI / 3 * least * least * least > missing) return;
				misses++;
				continue;
			}
			final double edge = r + 2 * SLICE_UM;
			final Vec3 at = new Vec3(dice.uniform(edge, plan.sideUm - edge), dice.uniform(edge, plan.depthUm - edge), dice
				.uniform(edge, plan.sideUm - edge));
			if (builder.offerSphere(at, r)) missing -= volume;
			else misses++;
		}
	}
}
