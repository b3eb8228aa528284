// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.distance.LocalThickness;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.Labels;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Cuts voids into thick and thin pieces and judges each by the rule of {@link ShapeClasses}, in one piece of memory. */
final class VoidPieces {

	/** Memory while working, bytes per voxel. */
	static final long BYTES = 7;
	private static final byte PORE = ShapeClasses.PORE, CRACK = ShapeClasses.CRACK;
	private static final double BODY = 0.5;
	/** Share of a thin piece that may touch the body it was cut from. */
	private static final double CRUMB = 1 / 3.0;

	private VoidPieces() {}

	/** Classes of all voids of a volume: 0 solid, 1 pore, 2 crack, as planes; about 7 bytes per voxel while working. */
	static byte[][] classes(final Phase voids, final double aspect, final int threads, final Progress progress) {
		final VoxelGrid g = voids.grid();
		final float[][] thickness = LocalThickness.diameterUm(voids, false, threads, progress.part(0, 0.7));
		final Labels whole = Components.label(voids, Connectivity.TWENTYSIX, threads, progress.part(0.7, 0.8));
		final float[] largest = largest(whole, thickness, progress);
		final byte[][] parts = new byte[g.nz()][g.planeSize()];
		cut(whole, thickness, largest, parts, threads, progress.part(0.8, 0.85));
		final ByteVolume pieces = ByteVolume.of(g, parts);
		// The two kinds are judged one after the other; a judged piece gets its class plus 2, so that kinds do not mix.
		judge(new Phase(pieces, 1), thickness, parts, aspect, threads, progress.part(0.85, 0.92));
		judge(new Phase(pieces, 2), thickness, parts, aspect, threads, progress.part(0.92, 1));
		for (final byte[] p : parts)
			for (int i = 0; i < p.length; i++)
				if (p[i] > 0) p[i] -= 2;
		return parts;
	}

	/** Largest local thickness of every label; a void that nothing bounds counts as infinitely thick. */
	private static float[] largest(final Labels labels, final float[][] thickness, final Progress progress) {
		final float[] largest = new float[labels.count() + 1];
		final int[] line = new int[labels.grid().planeSize()];
		for (int z = 0; z < thickness.length; z++) {
			progress.check();
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++) {
				if (line[i] == 0) continue;
				final float t = Float.isNaN(thickness[z][i]) ? Float.POSITIVE_INFINITY : thickness[z][i];
				if (t > largest[line[i]]) largest[line[i]] = t;
			}
		}
		return largest;
	}

	/** 1 where a void is at least half as thick as its thickest place, 2 where it is thinner. */
	private static void cut(final Labels labels, final float[][] thickness, final float[] largest, final byte[][] parts, final int threads,
		final Progress progress)
	{
		Slabs.forEach(parts.length, threads, progress, "Cutting cracks off pores", z -> {
			final int[] line = new int[parts[z].length];
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++)
				if (line[i] > 0) parts[z][i] = (byte) (Float.isNaN(thickness[z][i]) || thickness[z][i] >= BODY * largest[line[i]] ? 1 : 2);
		});
	}

	private static void judge(final Phase kind, final float[][] thickness, final byte[][] parts, final double aspect, final int threads,
		final Progress progress)
	{
		if (!occurs(kind)) return;
		final Labels labels = Components.label(kind, Connectivity.TWENTYSIX, threads, progress);
		final double[] sum = new double[labels.count() + 1];
		final int[] line = new int[labels.grid().planeSize()];
		for (int z = 0; z < parts.length; z++) {
			progress.check();
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++)
				if (line[i] > 0) sum[line[i]] += thickness[z][i];
		}
		final byte[] verdict = new byte[labels.count() + 1];
		final LabelSums sums = labels.sums();
		for (int l = 1; l < verdict.length; l++)
			verdict[l] = (byte) (2 + (PrincipalLength.um(sums, l) >= aspect * sum[l] / sums.voxels(l) ? CRACK : PORE));
		final byte code = kind.code();
		if (code == 2) joinCrumbs(labels, parts, verdict, sums, progress);
		for (int z = 0; z < parts.length; z++) {
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++)
				if (parts[z][i] == code) parts[z][i] = verdict[line[i]];
		}
	}

	/** Gives thin pieces that are corners of a body the class of that body; bodies carry their class plus 2 by now. */
	private static void joinCrumbs(final Labels labels, final byte[][] parts, final byte[] verdict, final LabelSums sums, final Progress progress) {
		final long[] touching = new long[verdict.length];
		final byte[] body = new byte[verdict.length];
		final int[] line = new int[labels.grid().planeSize()];
		for (int z = 0; z < parts.length; z++) {
			progress.check();
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++) {
				if (line[i] == 0) continue;
				final byte b = neighbour(labels.grid(), parts, z, i);
				if (b == 0) continue;
				touching[line[i]]++;
				if (b > body[line[i]]) body[line[i]] = b;
			}
		}
		for (int l = 1; l < verdict.length; l++)
			if (body[l] > 0 && (verdict[l] == 2 + PORE || touching[l] >= CRUMB * sums.voxels(l))) verdict[l] = body[l];
	}

	/** Largest code of a judged body among the 26 neighbours, or 0. */
	private static byte neighbour(final VoxelGrid g, final byte[][] parts, final int z, final int i) {
		final int nx = g.nx(), x = i % nx, y = i / nx;
		byte most = 0;
		for (int k = Math.max(0, z - 1); k <= Math.min(parts.length - 1, z + 1); k++)
			for (int v = Math.max(0, y - 1); v <= Math.min(g.ny() - 1, y + 1); v++)
				for (int u = Math.max(0, x - 1); u <= Math.min(nx - 1, x + 1); u++)
					if (parts[k][v * nx + u] > 2 && parts[k][v * nx + u] > most) most = parts[k][v * nx + u];
		return most;
	}

	private static boolean occurs(final Phase kind) {
		for (int z = 0; z < kind.grid().nz(); z++)
			for (final byte b : kind.volume().plane(z))
				if (b == kind.code()) return true;
		return false;
	}
}
