// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Flag;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * The grey stack that widths are read from, with its levels and with what each voxel is: matrix, crack, pore, or other.
 * <p>
 * Voids must be darker than the matrix. The void level comes from voxels deep inside cracks and pores, as cracks alone are
 * all partial volume. Memory: 1 byte per voxel, and 4 for the slices near cracks while the heap has room for them.
 */
public final class CrackGrey {

	static final byte MATRIX = 0, CRACK = 1, PORE = 2, OTHER = 3;

	/** Share of voids or matrix at the end of the grey scale from which the image counts as saturated. */
	private static final double SATURATED = 0.05;

	private final Phase cracks;
	private final FloatVolume grey;
	private final byte[][] kind;
	private final GreyLevels levels;
	private final double saturated;

	private CrackGrey(final Phase cracks, final FloatVolume grey, final byte[][] kind, final GreyLevels levels,
		final double saturated)
	{
		this.cracks = cracks;
		this.grey = grey;
		this.kind = kind;
		this.levels = levels;
		this.saturated = saturated;
	}

	/**
	 * Reads the levels.
	 *
	 * @param stack grey values, voids dark, on the voxels of the crack image
	 * @param cracks the class of the cracks; in the same image 1 is pore, 0 matrix, all others neither
	 * @param poreLabels labelled pores, 0 = none; null if there are none
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return the stack, ready to be measured
	 * @throws IllegalArgumentException if the sizes differ, the stack is one single grey value, or voids are not darker
	 */
	public static CrackGrey of(final FloatVolume stack, final Phase cracks, final IntVolume poreLabels, final int threads,
		final Progress progress)
	{
		final VoxelGrid g = cracks.grid(), s = stack.grid();
		if (g.nx() != s.nx() || g.ny() != s.ny() || g.nz() != s.nz()) throw new IllegalArgumentException("grey= is " + s.nx() + " x "
			+ s.ny() + " x " + s.nz() + " voxels and the crack image " + g.nx() + " x " + g.ny() + " x " + g.nz()
			+ "; give the grey stack that the crack image was made from.");
		final FloatVolume grey = kept(stack, g);
		final byte[][] kind = new byte[g.nz()][];
		Slabs.forEach(g.nz(), threads, progress.part(0, 0.2), "Reading classes", z -> kind[z] = kinds(cracks, poreLabels, z));
		final Phase voids = new Phase(ByteVolume.of(g, z -> {
			final byte[] p = new byte[kind[z].length];
			for (int i = 0; i < p.length; i++)
				p[i] = (byte) (kind[z][i] == CRACK || kind[z][i] == PORE ? 1 : 0);
			return p;
		}), 1);
		// The levels are read from slices that are not kept: most of them are never looked at again.
		final Scale scale = Scale.of(stack, kind, progress);
		scale.check();
		final GreyLevels levels = GreyLevels.fromVoids(stack, voids, threads, progress.part(0.2, 1));
		return new CrackGrey(cracks, grey, kind, levels, scale.saturated());
	}

	/** The stack with the slices that were asked for kept as floats, as long as the heap has room for them. */
	private static FloatVolume kept(final FloatVolume stack, final VoxelGrid g) {
		final AtomicReferenceArray<SoftReference<float[]>> planes = new AtomicReferenceArray<>(g.nz());
		return FloatVolume.of(g, z -> {
			final SoftReference<float[]> kept = planes.get(z);
			float[] p = kept == null ? null : kept.get();
			if (p == null) planes.set(z, new SoftReference<>(p = stack.plane(z)));
			return p;
		});
	}

	private static byte[] kinds(final Phase cracks, final IntVolume poreLabels, final int z) {
		final byte[] c = cracks.volume().plane(z);
		final int[] pores = poreLabels == null ? null : poreLabels.plane(z);
		final byte[] out = new byte[c.length];
		// Where the cracks are class 0 no other class is known to be the matrix: all of it is taken as such.
		final boolean inverted = cracks.code() == 0;
		for (int i = 0; i < out.length; i++)
			out[i] = c[i] == cracks.code() ? CRACK : pores != null && pores[i] > 0 || c[i] == 1 && !inverted ? PORE : c[i] == 0
				|| inverted ? MATRIX : OTHER;
		return out;
	}

	/**
	 * Grey levels of matrix and voids by histogram-free quantiles of a sample of voxels.
	 *
	 * @param matrix median of the matrix
	 * @param voids median of cracks and pores
	 * @param saturated share at the end of the scale, of voids or matrix, whichever is larger
	 */
	private record Scale(double matrix, double voids, double saturated) {

		private static final int MOST = 1 << 20;

		static Scale of(final FloatVolume grey, final byte[][] kind, final Progress progress) {
			final long stride = Math.max(1, grey.grid().voxels() / MOST);
			final float[] m = new float[(int) (grey.grid().voxels() / stride) + 1], v = new float[MOST];
			int nm = 0, nv = 0;
			long left = 0;
			for (int z = 0; z < kind.length; z++) {
				progress.check();
				final float[] p = grey.plane(z);
				for (int i = 0; i < p.length; i++) {
					if (kind[z][i] == MATRIX) {
						if (left-- > 0) continue;
						left = stride - 1;
						if (nm < m.length) m[nm++] = p[i];
					}
					else if (nv < MOST && (kind[z][i] == CRACK || kind[z][i] == PORE)) v[nv++] = p[i];
				}
			}
			Arrays.sort(m, 0, nm);
			Arrays.sort(v, 0, nv);
			return new Scale(nm == 0 ? Double.NaN : m[nm / 2], nv == 0 ? Double.NaN : v[nv / 2], Math.max(atEnd(m, nm), atEnd(v, nv)));
		}

		private static double atEnd(final float[] sorted, final int n) {
			int at = 0;
			for (int i = 0; i < n; i++)
				if (sorted[i] == 0 || sorted[i] == 255 || sorted[i] == 65535) at++;
			return n == 0 ? 0 : at / (double) n;
		}

		void check() {
			if (matrix == voids) throw new IllegalArgumentException("grey= has the same grey value (" + matrix
				+ ") in cracks and solid; give the grey stack that the crack image was made from.");
			if (!(matrix > voids)) throw new IllegalArgumentException("grey= is brighter in cracks and pores (" + voids
				+ ") than in the solid (" + matrix + "); give a stack with dark voids, or invert it (Edit > Invert).");
		}
	}

	/**
	 * The same stack with what the levels lack found at points of the cracks' medial surfaces.
	 *
	 * @param points the points, um
	 * @param widestUm widest crack to expect, um
	 */
	CrackGrey completed(final List<Vec3> points, final double widestUm, final int threads, final Progress progress) {
		final GreyLevels found = VoidLevel.find(grey, points, normals(points, 1.5 * widestUm), widestUm, levels, threads, progress);
		final double edge = grey.grid().finestEdgeUm();
		// A fit to slits that are tubes may call anything a blur. It only says how far to integrate: too much costs noise, too
		// little costs width.
		final double psf = Math.max(0.6 * edge, Math.min(1.5 * edge, found.psfSigmaUm()));
		return new CrackGrey(cracks, grey, kind, new GreyLevels(found.voidLevel(), found.voidSd(), psf), saturated);
	}

	/** Normals of the cracks at points, in balls of a radius. */
	List<Vec3> normals(final List<Vec3> points, final double radiusUm) {
		return SheetNormals.at(cracks, points, radiusUm, 1, Progress.NONE).stream().map(SheetNormals.Sheet::normal).toList();
	}

	FloatVolume grey() {
		return grey;
	}

	byte kind(final int x, final int y, final int z) {
		return kind[z][x + grey.grid().nx() * y];
	}

	/** What the voxel at a point is; outside the image nothing is known, and it counts as matrix. */
	byte kindAt(final double x, final double y, final double z) {
		final VoxelGrid g = grey.grid();
		final int i = (int) Math.floor((x - g.originUm().x()) / g.dxUm()), j = (int) Math.floor((y - g.originUm().y()) / g.dyUm());
		final int k = (int) Math.floor((z - g.originUm().z()) / g.dzUm());
		return i < 0 || j < 0 || k < 0 || i >= g.nx() || j >= g.ny() || k >= g.nz() ? MATRIX : kind(i, j, k);
	}

	/**
	 * Void level and blur that the widths rest on.
	 *
	 * @return the levels
	 */
	public GreyLevels levels() {
		return levels;
	}

	/** Whether a void level is known at all. */
	boolean usable() {
		return !Double.isNaN(levels.voidLevel()) && levels.voidSd() < Double.POSITIVE_INFINITY;
	}

	/**
	 * Whether many voxels lie at the end of the grey scale, so that the levels cannot be trusted.
	 *
	 * @return true from 5 % of the voids or of the matrix at 0, 255 or 65535
	 */
	public boolean saturated() {
		return saturated >= SATURATED;
	}

	/** Remarks on the widths that were read from it. */
	List<Flag> flags(final Openings openings) {
		final int fromMask = openings.fromMask();
		final List<Flag> flags = new ArrayList<>();
		if (!usable()) flags.add(Flag.warn("grey_void_unknown",
			"The grey stack shows no void wide enough to read the grey value of an empty voxel; widths are from the mask."));
		else flags.add(Flag.note("width_from_grey", String.format(Locale.ROOT,
			"Widths are from grey values: void level %.4g (standard error %.2g), blur %.3g nm.", levels.voidLevel(), levels.voidSd(), 1000
				* levels.psfSigmaUm())));
		if (usable() && openings.freeTips() > 0) flags.add(Flag.note("tips_from_grey", openings.foundTips() + " of " + openings.freeTips()
			+ " free tips of cracks and branches are from grey values; the others are where the mask ends."));
		if (saturated()) flags.add(Flag.warn("grey_saturated", String.format(Locale.ROOT,
			"%.0f %% of the voids or of the solid lie at the end of the grey scale; no width counts as resolved.", 100 * saturated)));
		if (usable() && fromMask > 0) flags.add(Flag.note("grey_not_measured", fromMask
			+ " line(s) lie too near pores, junctions or the border for grey values; their widths are from the mask."));
		return flags;
	}
}
