// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * A simulated FIB-SEM acquisition of a specimen: slices with drift, uneven thickness, tilt, curtains, shading, pore backs
 * that shine through, and noise, together with the truth of every slice.
 * <p>
 * Milling goes along +z. The recorded pixels are square (the grid's x edge); a tilt below 90 degrees makes rows cover
 * {@code edge / sin(tilt)} of the face, so the stack has fewer rows than the specimen. Slices are independent once the
 * drift is drawn, so threads change nothing. Shine-through: a void pixel gets the solid's grey times the share of its
 * line of sight (along +z) that ends on solid, fading with the depth of that wall.
 *
 * @param stack recorded grey values; nominal slice thickness, square pixels as recorded
 * @param slices truth of every slice
 */
public record Acquisition(ByteVolume stack, List<SliceTruth> slices) {

	/** Depths at which the line of sight is looked at, per fading length, and how many lengths it is followed. */
	private static final int STEPS_PER_LENGTH = 3;
	private static final int LENGTHS = 4;

	/** Keeps a copy. */
	public Acquisition {
		slices = List.copyOf(slices);
	}

	/**
	 * Records a specimen.
	 *
	 * @param specimen the specimen
	 * @param o instrument
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return stack and truth
	 */
	public static Acquisition record(final Specimen specimen, final AcquisitionOptions o, final int threads,
		final Progress progress)
	{
		final VoxelGrid g = specimen.grid();
		final double sine = o.tiltDeg() == 90 ? 1 : Math.sin(Math.toRadians(o.tiltDeg()));
		final int ny = (int) Math.max(1, Math.floor(g.extentUm(1) * sine / g.dxUm() + 1e-9));
		final VoxelGrid recorded = new VoxelGrid(g.nx(), ny, g.nz(), g.dxUm(), g.dxUm(), g.dzUm(), g.originUm());
		final List<SliceTruth> slices = truth(g, o);
		final float[][] curtains = curtains(g, o);
		final byte[][] planes = new byte[g.nz()][];
		Slabs.forEach(g.nz(), threads, progress, "recording slices", k -> {
			final SliceTruth t = slices.get(k);
			final VoxelGrid face = new VoxelGrid(g.nx(), ny, 1, g.dxUm(), g.dxUm() / sine, o.infoDepthUm(), g.originUm().plus(
				new Vec3(-t.driftXPx() * g.dxUm(), -t.driftYPx() * g.dxUm() / sine, t.positionUm())));
			final float[] values = look(specimen, face, o);
			if (o.shine() > 0) shine(specimen, face, o, values);
			faults(values, g.nx(), ny, o, t, curtains[k]);
			planes[k] = Rendering.toBytes(values);
		});
		return new Acquisition(ByteVolume.of(recorded, planes), slices);
	}

	private static List<SliceTruth> truth(final VoxelGrid g, final AcquisitionOptions o) {
		final Dice dice = new Dice(o.grey().seed(), -2);
		final List<SliceTruth> rows = new ArrayList<>();
		double z = 0, walkX = 0, walkY = 0, gain = 1;
		for (int k = 0; k < g.nz(); k++) {
			final double thickness = g.dzUm() * Math.max(0.2, 1 + o.thicknessJitter() * dice.gauss());
			final double jitterX = o.jitterPx() * dice.gauss(), jitterY = o.jitterPx() * dice.gauss();
			// the first face lies in the middle of the first slice, as a voxel's centre does
			final double position = z + 0.5 * g.dzUm() - 0.5 * o.infoDepthUm();
			rows.add(new SliceTruth(k, position, thickness, k == 0 ? 0 : walkX + jitterX, k == 0 ? 0 : walkY + jitterY, gain,
				o.offset() * dice.gauss()));
			z += thickness;
			walkX += o.driftStepPx() * dice.gauss();
			walkY += o.driftStepPx() * dice.gauss();
			gain *= 1 + o.gainDrift() * dice.gauss();
		}
		return rows;
	}

	/** Stripes per slice and column: smooth across columns, and like those of the slice before by 0.9. */
	private static float[][] curtains(final VoxelGrid g, final AcquisitionOptions o) {
		final float[][] out = new float[g.nz()][];
		if (o.curtain() == 0) return out;
		final float[] k = Blur.kernel(o.curtainPx());
		final int r = k.length - 1;
		double square = k[0] * k[0];
		for (int i = 1; i <= r; i++)
			square += 2 * k[i] * k[i];
		final double memory = 0.9, fresh = Math.sqrt(1 - memory * memory) * o.curtain() / Math.sqrt(square);
		for (int z = 0; z < g.nz(); z++) {
			final Dice dice = new Dice(o.grey().seed() ^ 0xC0FFEEL, z);
			final float[] white = new float[g.nx() + 2 * r];
			for (int i = 0; i < white.length; i++)
				white[i] = (float) dice.gauss();
			out[z] = new float[g.nx()];
			for (int x = 0; x < g.nx(); x++) {
				float s = k[0] * white[x + r];
				for (int i = 1; i <= r; i++)
					s += k[i] * (white[x + r - i] + white[x + r + i]);
				out[z][x] = (float) ((z == 0 ? fresh / Math.sqrt(1 - memory * memory) : fresh) * s + (z == 0 ? 0 : memory
					* out[z - 1][x]));
			}
		}
		return out;
	}

	/** The milled face with the blur of the beam. */
	private static float[] look(final Specimen s, final VoxelGrid face, final AcquisitionOptions o) {
		final float[][] k = kernels(face, o);
		final int px = k[0].length - 1, py = k[1].length - 1;
		final float[] plane = new float[(face.nx() + 2 * px) * (face.ny() + 2 * py)];
		new SliceSweep(s.bodies(), face, 0).grey(o.grey().levels(), px, py, plane);
		return blurred(plane, face, k);
	}

	private static float[][] kernels(final VoxelGrid face, final AcquisitionOptions o) {
		return new float[][] { Blur.kernel(o.grey().blurUm().x() / face.dxUm()), Blur.kernel(o.grey().blurUm().y() / face
			.dyUm()) };
	}

	/** Blurs a plane with the kernels' margin and cuts the margin off. */
	private static float[] blurred(final float[] plane, final VoxelGrid face, final float[][] k) {
		final int px = k[0].length - 1, py = k[1].length - 1, w = face.nx() + 2 * px, h = face.ny() + 2 * py;
		if (px + py == 0) return plane;
		Blur.plane(plane, w, h, k[0], k[1], new float[w * h]);
		final float[] out = new float[face.planeSize()];
		for (int y = 0; y < face.ny(); y++)
			System.arraycopy(plane, (y + py) * w + px, out, y * face.nx(), face.nx());
		return out;
	}

	/** Share of each pixel that is void at a depth behind the face; by pixel centres, then blurred as the beam does. */
	private static float[] open(final Specimen s, final VoxelGrid face, final double depth,
		final AcquisitionOptions o)
	{
		final float[][] k = kernels(face, o);
		final int px = k[0].length - 1, py = k[1].length - 1;
		final VoxelGrid g = new VoxelGrid(face.nx() + 2 * px, face.ny() + 2 * py, 1, face.dxUm(), face.dyUm(), face.dzUm(),
			face.originUm().plus(new Vec3(-px * face.dxUm(), -py * face.dyUm(), depth)));
		final byte[] classes = new byte[g.planeSize()];
		new SliceSweep(s.bodies(), g, 0).classes(classes);
		final float[] plane = new float[classes.length];
		for (int i = 0; i < plane.length; i++)
			plane[i] = classes[i] == Specimen.PORE || classes[i] == Specimen.CRACK ? 1 : 0;
		return blurred(plane, face, k);
	}

	private static void shine(final Specimen s, final VoxelGrid face, final AcquisitionOptions o, final float[] values) {
		final double[] levels = o.grey().levels();
		final double step = o.shineLengthUm() / STEPS_PER_LENGTH;
		final float[] sight = open(s, face, 0, o);
		for (int m = 1; m <= LENGTHS * STEPS_PER_LENGTH; m++) {
			final float[] beyond = open(s, face, m * step, o);
			final double fade = o.shine() * Math.exp(-m * step / o.shineLengthUm()) * (levels[Specimen.SOLID]
				- levels[Specimen.PORE]);
			for (int i = 0; i < values.length; i++) {
				values[i] += (float) (sight[i] * (1 - beyond[i]) * fade);
				sight[i] *= beyond[i];
			}
		}
	}

	private static void faults(final float[] values, final int nx, final int ny, final AcquisitionOptions o,
		final SliceTruth t, final float[] curtain)
	{
		final Dice dice = new Dice(o.grey().seed(), t.slice());
		final double counts = o.grey().countsPerGrey(), noise = o.grey().noise();
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				final int i = y * nx + x;
				double v = values[i] * t.gain() + t.offset() + o.shading() * ((x + 0.5) / nx + (y + 0.5) / ny - 1);
				if (curtain != null) v += curtain[x];
				if (counts > 0) v = dice.poisson(v * counts) / counts;
				if (noise > 0) v += noise * dice.gauss();
				values[i] = (float) v;
			}
	}
}
