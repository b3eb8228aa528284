// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Widths of cracks from grey values, below one voxel: the grey deficit along the normal, over the contrast.
 * <p>
 * A slit of width w in a matrix of grey M filled with grey V darkens the line across it by the integral of M - I, which is
 * w (M - V) whatever the blur, the voxels' size and where the walls lie between voxel centres (partial volume); so
 * {@code w = integral (M - I) ds / (M - V)}. M is measured beside each point, on both sides, so that shading does not
 * matter. V cannot be seen in a slit narrower than the blur: it is given ({@link GreyLevels#fromVoids}) or found by fitting
 * blurred slits to the widest places. Lines are sampled in um, so voxels may have three different edges. Principle known
 * from fracture aperture in X-ray tomography (missing attenuation; Van Geet and Swennen, Geophys. Res. Lett. 28 (2001)
 * 3333, doi 10.1029/2001GL013247, recalled, not read again); the rest derived for this project. Border: a point whose lines leave the image
 * before the matrix is reached is not measured.
 */
public final class GreyWidth {

	/** Blur taken for the window when neither given nor found, finest voxel edges. */
	private static final double USUAL_BLUR = 0.8;

	/** Window beyond the walls, in standard deviations of all blur: leaves out under one part in a thousand. */
	private static final double TAIL = 3.2;

	/** Length of matrix looked at on each side, finest edges. */
	private static final double FLANK = 5;

	/** Correlation of neighbouring lines raises the error of their mean by about this. */
	private static final double CORRELATION = 1.6;

	private static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

	private GreyWidth() {}

	/**
	 * Width at one point.
	 *
	 * @param widthUm width, um; NaN = not measured
	 * @param sdUm standard error, um: scatter between lines and the error of the void level; NaN = not measured
	 * @param matrixLevel grey value beside the crack
	 * @param resolved true where the width is at least the image's resolution along the normal (full width at half maximum of
	 *          blur and voxel together) and three standard errors, and the void level is known
	 */
	public record Width(double widthUm, double sdUm, double matrixLevel, boolean resolved) {

		static final Width NONE = new Width(Double.NaN, Double.NaN, Double.NaN, false);
	}

	/**
	 * Widths and what they rest on.
	 *
	 * @param widths one for each point, in order
	 * @param levels void level and blur used
	 */
	public record Result(List<Width> widths, GreyLevels levels) {}

	/**
	 * Measures at points of the medial surface.
	 *
	 * @param grey the image; voids darker than the matrix
	 * @param pointsUm points near the middle of the crack, um
	 * @param normals unit normals of the crack there, in um space; a point with {@link Vec3#ZERO} is not measured
	 * @param widestUm widest crack to expect, um: how far the profiles reach
	 * @param levels void level and blur as far as known; {@link GreyLevels#UNKNOWN} to have both found
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return widths; about 20 us per point and 4 bytes per voxel of the slices touched
	 * @throws IllegalArgumentException for lists of different length, or a widest width that is no positive length
	 */
	public static Result measure(final FloatVolume grey, final List<Vec3> pointsUm, final List<Vec3> normals,
		final double widestUm, final GreyLevels levels, final int threads, final Progress progress)
	{
		if (pointsUm.size() != normals.size()) throw new IllegalArgumentException("There are " + pointsUm.size()
			+ " points and " + normals.size() + " normals; give one normal for each point.");
		if (!(widestUm > 0) || Double.isInfinite(widestUm)) throw new IllegalArgumentException("The widest crack is "
			+ widestUm + " um; it must be a positive, finite length.");
		for (final Vec3 n : normals)
			if (n.norm() > 0 && Math.abs(n.norm() - 1) > 1e-3) throw new IllegalArgumentException("A normal has the length "
				+ n.norm() + "; it must be 1 (or 0 where none is known).");
		final GreyLevels used = Double.isNaN(levels.voidLevel()) || Double.isNaN(levels.psfSigmaUm()) ? VoidLevel.find(grey,
			pointsUm, normals, widestUm, levels, threads, progress.part(0, 0.3)) : levels;
		final Width[] widths = new Width[pointsUm.size()];
		final int perTask = 256;
		Slabs.forEach((widths.length + perTask - 1) / perTask, threads, progress.part(0.3, 1), "Widths from grey values", t -> {
			final GreySampler sampler = new GreySampler(grey);
			for (int i = t * perTask; i < Math.min(widths.length, (t + 1) * perTask); i++)
				widths[i] = at(sampler, grey.grid(), pointsUm.get(i), normals.get(i), widestUm, used);
		});
		return new Result(List.of(widths), used);
	}

	/** Standard deviation along the normal of all blur: the image's own, and the box of the voxel. */
	static double blurUm(final VoxelGrid g, final Vec3 n, final double psfUm) {
		final double x = n.x() * g.dxUm(), y = n.y() * g.dyUm(), z = n.z() * g.dzUm();
		return Math.sqrt(psfUm * psfUm + (x * x + y * y + z * z) / 12);
	}

	/** The same for values interpolated between voxel centres, which adds about twice the box. */
	static double sampledBlurUm(final VoxelGrid g, final Vec3 n, final double psfUm) {
		return Math.hypot(blurUm(g, n, psfUm), Math.sqrt(2) * blurUm(g, n, 0));
	}

	static double psfOrUsual(final VoxelGrid g, final GreyLevels levels) {
		return Double.isNaN(levels.psfSigmaUm()) ? USUAL_BLUR * g.finestEdgeUm() : levels.psfSigmaUm();
	}

	static GreyProfile profile(final GreySampler sampler, final VoxelGrid g, final Vec3 p, final Vec3 n,
		final double widestUm, final double blurUm)
	{
		final double reach = widestUm + TAIL * blurUm + 2 * FLANK * g.finestEdgeUm();
		return new GreyProfile(sampler, p, n, reach, g.finestEdgeUm() / 4, 0.8 * g.finestEdgeUm());
	}

	private static Width at(final GreySampler sampler, final VoxelGrid g, final Vec3 p, final Vec3 n, final double widestUm,
		final GreyLevels levels)
	{
		if (n.norm() == 0) return Width.NONE;
		final double blur = sampledBlurUm(g, n, psfOrUsual(g, levels));
		final GreyProfile profile = profile(sampler, g, p, n, widestUm, blur);
		final SlitWindow window = SlitWindow.find(profile, widestUm, TAIL * blur, FLANK * g.finestEdgeUm());
		if (!window.found()) return Width.NONE;
		final double[] deficits = profile.deficits(window.matrix(), window.from(), window.to());
		double sum = 0, squares = 0;
		int lines = 0;
		for (final double d : deficits) {
			if (Double.isNaN(d)) continue;
			sum += d;
			squares += d * d;
			lines++;
		}
		final double contrast = window.level() - levels.voidLevel();
		if (lines < 3 || !(contrast > 0)) return Width.NONE;
		final double width = sum / lines / contrast;
		final double scatter = Math.max(0, squares / lines - sum / lines * (sum / lines)) / (lines - 1.0);
		final double ofVoid = width * levels.voidSd() / contrast;
		final double ofMatrix = window.levelSd() * ((window.to() - window.from()) * profile.stepUm() - width) / contrast;
		final double sd = Math.sqrt(CORRELATION * CORRELATION * scatter / (contrast * contrast) + ofVoid * ofVoid + ofMatrix
			* ofMatrix);
		final boolean resolved = width >= FWHM * blurUm(g, n, psfOrUsual(g, levels)) && width >= 3 * sd;
		return new Width(width, sd, window.level(), resolved);
	}

	/** Median of the numbers in a list that are numbers. */
	static double median(final double[] values) {
		final double[] v = new double[values.length];
		int n = 0;
		for (final double x : values)
			if (!Double.isNaN(x)) v[n++] = x;
		return Median.of(v, n);
	}
}
