// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Finds the void level and the blur of an image by fitting blurred slits to the widest of many profiles. */
final class VoidLevel {

	/** Points looked at, evenly picked. */
	private static final int POINTS = 400;

	/** Widths over blur from which depth and width can be told apart. */
	private static final double SEPARABLE = 2.5;

	/** Largest error of a depth that tells the void level, share of the depth. */
	private static final double SURE = 0.04;

	/** Fewest fits that make a median. */
	private static final int ENOUGH = 5;

	private VoidLevel() {}

	/**
	 * Fills in what is missing of the levels; a void level that the widths do not allow stays uncertain by as much as the
	 * darkest place differs from it.
	 */
	static GreyLevels find(final FloatVolume grey, final List<Vec3> points, final List<Vec3> normals, final double widestUm,
		final GreyLevels known, final int threads, final Progress progress)
	{
		final VoxelGrid g = grey.grid();
		final int n = Math.min(POINTS, points.size());
		final Seen[] seen = new Seen[n];
		final int perTask = 16;
		Slabs.forEach((n + perTask - 1) / perTask, threads, progress, "Void level and blur", t -> {
			final GreySampler sampler = new GreySampler(grey);
			for (int i = t * perTask; i < Math.min(n, (t + 1) * perTask); i++) {
				final int at = (int) ((long) i * points.size() / n);
				seen[i] = look(sampler, g, points.get(at), normals.get(at), widestUm, known);
			}
		});
		final List<Seen> good = new ArrayList<>();
		double darkest = Double.POSITIVE_INFINITY;
		for (final Seen s : seen) {
			if (!Double.isNaN(s.voidLevel)) darkest = Math.min(darkest, s.voidLevel);
			if (s.slit != null && s.slit.widthOverBlur() >= SEPARABLE
				&& s.slit.depthSd() < SURE * s.slit.depth()) good.add(s);
		}
		good.sort(Comparator.comparingDouble((Seen s) -> s.slit.widthOverBlur()).reversed());
		final List<Seen> widest = good.subList(0, Math.min(good.size(), Math.max(ENOUGH, good.size() / 3)));
		return filled(known, widest, darkest, g);
	}

	private static GreyLevels filled(final GreyLevels known, final List<Seen> widest, final double darkest, final VoxelGrid g) {
		final double psf = GreyWidth.median(widest.stream().mapToDouble(s -> s.psfUm).toArray());
		final double level = GreyWidth.median(widest.stream().mapToDouble(s -> s.voidLevel).toArray());
		final double scatter = 1.4826 * GreyWidth.median(widest.stream().mapToDouble(s -> Math.abs(s.voidLevel - level))
			.toArray());
		final boolean enough = widest.size() >= ENOUGH;
		final double usedPsf = !Double.isNaN(known.psfSigmaUm()) ? known.psfSigmaUm() : enough ? psf : GreyWidth.psfOrUsual(g,
			GreyLevels.UNKNOWN);
		if (!Double.isNaN(known.voidLevel())) return new GreyLevels(known.voidLevel(), known.voidSd(), usedPsf);
		if (!enough) return new GreyLevels(Double.isInfinite(darkest) ? Double.NaN : darkest, Double.POSITIVE_INFINITY, usedPsf);
		return new GreyLevels(level, 1.253 * scatter / Math.sqrt(widest.size()), usedPsf);
	}

	/** One profile as a blurred slit. */
	private record Seen(BlurredSlit slit, double voidLevel, double psfUm) {}

	private static Seen look(final GreySampler sampler, final VoxelGrid g, final Vec3 p, final Vec3 normal,
		final double widestUm, final GreyLevels known)
	{
		if (normal.norm() == 0) return new Seen(null, Double.NaN, Double.NaN);
		final double blur = GreyWidth.sampledBlurUm(g, normal, GreyWidth.psfOrUsual(g, known));
		final GreyProfile profile = GreyWidth.profile(sampler, g, p, normal, widestUm, blur);
		final SlitWindow w = SlitWindow.find(profile, widestUm, 3.2 * blur, 5 * g.finestEdgeUm());
		if (!w.found()) return new Seen(null, Double.NaN, Double.NaN);
		final int n = w.to() - w.from() + 1;
		final double[] s = new double[n], deficit = new double[n];
		double sum = 0, peak = 0, moment = 0;
		for (int i = 0; i < n; i++) {
			s[i] = (w.from() + i - profile.middle()) * profile.stepUm();
			deficit[i] = w.matrix()[w.from() + i] - profile.mean()[w.from() + i];
			sum += deficit[i];
			moment += deficit[i] * s[i];
			peak = Math.max(peak, deficit[i]);
		}
		if (!(sum > 0)) return new Seen(null, Double.NaN, Double.NaN);
		final double[] start = { 1.1 * peak, sum * profile.stepUm() / (1.1 * peak), blur, moment / sum };
		return BlurredSlit.fit(s, deficit, start).map(f -> {
			final double voxel = GreyWidth.sampledBlurUm(g, normal, 0);
			final double psf = Math.sqrt(Math.max(0, f.blurUm() * f.blurUm() - voxel * voxel));
			return new Seen(f, w.level() - f.depth(), psf);
		}).orElse(new Seen(null, w.level() - peak, Double.NaN));
	}
}
