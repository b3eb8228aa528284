// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Acquisition;
import org.dendritej.core.phantom.AcquisitionOptions;
import org.dendritej.core.phantom.CrackShape;
import org.dendritej.core.phantom.Ellipsoid;
import org.dendritej.core.phantom.Frame;
import org.dendritej.core.phantom.Rod;
import org.dendritej.core.phantom.SliceTruth;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenBuilder;
import org.dendritej.core.run.Progress;

/** A simulated acquisition with a milled mark, two cylinders that slant by 20 degrees, a sheet and pores. */
public final class Recorded {

	/** Slope of the cylinders: dx over dz. */
	static final double SLOPE = Math.tan(Math.toRadians(20));
	/** Middle of the first cylinder at half depth, um. */
	static final double TUBE_X = 4.2, TUBE_Y = 2.2;
	private static final VoxelGrid GRID = VoxelGrid.of(180, 180, 60, 0.04, 0.04, 0.1);

	private Recorded() {}

	/** The specimen; its mark lies in x and y below 2.2 um. */
	public static Specimen specimen(final long seed) {
		final SpecimenBuilder b = new SpecimenBuilder("recorded", GRID, ElectrodeFace.Y_MINUS, 0.2);
		b.outside(new Rod(new Vec3(1, 1, -1), new Vec3(1, 1, 9), 0.6));
		for (final double y : new double[] { TUBE_Y, 5.6 })
			b.crack(CrackShape.tube(new Vec3(TUBE_X - SLOPE * 2.8, y, 0.2), new Vec3(TUBE_X + SLOPE * 2.8, y, 5.8), 0.45));
		b.crack(CrackShape.sheet(new Vec3(2.4, 3.9, 1), new Vec3(6.2, 3.9, 4.4), new Vec3(0, 1, 0.2).unit(), 1.4, 0.2));
		final Random r = new Random(seed);
		for (int i = 0; i < 20000 && b.pores() < 30; i++) {
			final Vec3 c = new Vec3(7.2 * r.nextDouble(), 7.2 * r.nextDouble(), 6 * r.nextDouble());
			final double radius = 0.25 + 0.3 * r.nextDouble();
			if (c.x() - radius > 2.4 || c.y() - radius > 2.4) b.offerSphere(c, radius);
		}
		return b.build();
	}

	/** The same two cylinders without a mark, and bodies of random place: balls, or ellipsoids of random direction. */
	public static Specimen unmarked(final long seed, final int bodies, final boolean slanted) {
		return unmarked(seed, bodies, slanted, GRID.nx());
	}

	/** The same in a field of another side, pixels. */
	static Specimen unmarked(final long seed, final int bodies, final boolean slanted, final int side) {
		final double wide = 0.04 * side;
		final SpecimenBuilder b = new SpecimenBuilder("unmarked", VoxelGrid.of(side, side, 60, 0.04, 0.04, 0.1), ElectrodeFace.Y_MINUS, 0.2);
		for (final double y : new double[] { TUBE_Y, 5.6 })
			b.crack(CrackShape.tube(new Vec3(TUBE_X - SLOPE * 2.8, y, 0.2), new Vec3(TUBE_X + SLOPE * 2.8, y, 5.8), 0.45));
		final Random r = new Random(seed);
		for (int i = 0; i < 40000 && b.pores() < bodies; i++) {
			final Vec3 c = new Vec3(wide * r.nextDouble(), wide * r.nextDouble(), 6 * r.nextDouble());
			final double radius = 0.25 + 0.3 * r.nextDouble();
			if (!slanted) {
				b.offerSphere(c, radius);
				continue;
			}
			final Ellipsoid e = new Ellipsoid(c, 1.3 * radius, radius, 0.75 * radius, Frame.withNormal(new Vec3(r.nextGaussian(), r.nextGaussian(), r
				.nextGaussian()).unit()));
			if (b.free(e)) b.ellipsoid(e);
		}
		return b.build();
	}

	/** The usual faults, with a stated strength of the shining back walls. */
	public static AcquisitionOptions faults(final long seed, final double shine) {
		final AcquisitionOptions s = AcquisitionOptions.standard(seed);
		return new AcquisitionOptions(s.grey(), s.driftStepPx(), s.jitterPx(), s.thicknessJitter(), s.infoDepthUm(), s.tiltDeg(), s.curtain(), s.curtainPx(), s
			.shading(), s.gainDrift(), s.offset(), shine, s.shineLengthUm());
	}

	static Acquisition acquisition(final long seed) {
		return Acquisition.record(specimen(seed), faults(seed, 0.5), 2, Progress.NONE);
	}

	/** The mark's region in the recorded image. */
	static AlignOptions mark() {
		return AlignOptions.fiducial(0, 0, 52, 42);
	}

	/** Grey values as floats. */
	public static FloatVolume floats(final ByteVolume b) {
		final float[][] p = new float[b.grid().nz()][b.grid().planeSize()];
		for (int z = 0; z < p.length; z++)
			for (int i = 0; i < p[z].length; i++)
				p[z][i] = b.plane(z)[i] & 0xff;
		return FloatVolume.of(b.grid(), p);
	}

	/** What is left of the drift: root mean square over both axes, the largest, and that from slice to slice; pixels. */
	static double[] left(final List<SliceMove> m, final List<SliceTruth> t) {
		final int n = m.size();
		final double[] ex = new double[n], ey = new double[n];
		double mx = 0, my = 0;
		for (int k = 0; k < n; k++) {
			ex[k] = m.get(k).dxPx() - t.get(k).driftXPx();
			ey[k] = m.get(k).dyPx() - t.get(k).driftYPx();
			mx += ex[k] / n;
			my += ey[k] / n;
		}
		double all = 0, most = 0, step = 0;
		for (int k = 0; k < n; k++) {
			final double e = Math.hypot(ex[k] - mx, ey[k] - my);
			all += e * e / n;
			most = Math.max(most, e);
			if (k > 0) step += (Math.pow(ex[k] - ex[k - 1], 2) + Math.pow(ey[k] - ey[k - 1], 2)) / (n - 1);
		}
		return new double[] { Math.sqrt(all), most, Math.sqrt(step) };
	}

	/** Angle of the first cylinder against the milling direction in a prepared stack, degrees. */
	static double slantDeg(final FloatVolume v, final double sine) {
		final int nx = v.grid().nx();
		final double row = TUBE_Y / 0.04 * sine;
		double n = 0, sz = 0, sx = 0, szz = 0, szx = 0, at = (TUBE_X - SLOPE * 2.2) / 0.04;
		for (int z = 8; z < 52; z++) {
			at += z == 8 ? 0 : SLOPE * 0.1 / 0.04;
			double w = 0, c = 0;
			for (int round = 0; round < 4; round++) {
				final double centre = round == 0 ? at : c / w;
				w = 0;
				c = 0;
				for (int y = (int) row - 3; y <= row + 3; y++)
					for (int x = (int) centre - 11; x <= centre + 11; x++) {
						final double d = Math.max(0, 110 - v.plane(z)[y * nx + x]);
						w += d;
						c += d * x;
					}
			}
			at = c / w;
			n++;
			sz += z;
			sx += at;
			szz += (double) z * z;
			szx += z * at;
		}
		return Math.toDegrees(Math.atan((n * szx - sz * sx) / (n * szz - sz * sz) * 0.04 / 0.1));
	}
}
