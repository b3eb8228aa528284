// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Goes over a whole surface image, tile by tile and level by level, for rims between two diameters.
 * <p>
 * The finest level has 20 pixels or more across the smallest diameter and serves diameters up to 80 pixels; each further
 * level is half as fine and serves the next octave. The full image is read once; of the coarser levels at most a quarter
 * of the finest is kept in memory. Tiles overlap by more than the largest rim and its surroundings and lie on one
 * grid of blocks and bins, so that the tiling cannot be seen in the result. Cost: some 200 ns for each pixel of the image.
 */
final class RimSearch {

	private static final double FINEST = 20;
	private static final double WIDEST = 80;
	private static final int TILE = 3072;
	private static final double GRAIN = 1 << 20;
	private static final Comparator<RimFinder.Found> HEAVIEST = Comparator.comparingDouble(
		RimFinder.Found::weight).reversed().thenComparingDouble(f -> f.ellipse().yUm()).thenComparingDouble(f -> f.ellipse()
			.xUm());

	private final SurfaceImage image;
	private final SurfaceOptions options;
	private final double log10Offers;
	private final double log10Limit;
	private final int tile;

	/**
	 * One resolution of the image.
	 *
	 * @param w columns
	 * @param h rows
	 * @param fx full pixels in one of its columns
	 * @param fy full pixels in one of its rows
	 * @param grey its pixels; null for the finest, which is read from the image
	 */
	private record Level(int w, int h, int fx, int fy, float[] grey) {}

	RimSearch(final SurfaceImage image, final SurfaceOptions options) {
		this(image, options, TILE);
	}

	/**
	 * A search in tiles of another size, which finds the same.
	 *
	 * @param image the surface
	 * @param options what to look for
	 * @param tile edge of a tile, pixels, even
	 */
	RimSearch(final SurfaceImage image, final SurfaceOptions options, final int tile) {
		this.tile = tile;
		this.image = image;
		this.options = options;
		double offers = 0;
		for (final double r : CircleVotes.bands(options.minDiameterUm() / 2, options.maxDiameterUm() / 2))
			offers += RimTest.offers(image.areaUm2(), r);
		log10Offers = Math.log10(offers);
		log10Limit = Math.log10(options.falseAlarmsPerMm2() * image.areaUm2() * 1e-6);
	}

	/**
	 * Searches.
	 *
	 * @param progress told the fraction done
	 * @return rims, clearest first
	 */
	List<RimFinder.Found> run(final Progress progress) {
		final int fx = factor(image.pixelWidthUm()), fy = factor(image.pixelHeightUm());
		Level level = new Level(image.width() / fx, image.height() / fy, fx, fy, null);
		final List<RimFinder.Found> all = new ArrayList<>();
		double from = options.minDiameterUm();
		double done = 0;
		while (from < options.maxDiameterUm() && level.w >= 16 && level.h >= 16) {
			final double px = level.fx * image.pixelWidthUm(), py = level.fy * image.pixelHeightUm();
			final double to = Math.min(options.maxDiameterUm(), WIDEST * Math.max(px, py));
			final boolean more = to < options.maxDiameterUm();
			final float[] next = more ? new float[(level.w / 2) * (level.h / 2)] : null;
			final double end = more ? 1 - (1 - done) / 4 : 1;
			all.addAll(search(level, from, to, next, progress.part(done, end)));
			done = end;
			level = new Level(level.w / 2, level.h / 2, 2 * level.fx, 2 * level.fy, next);
			from = to;
		}
		return distinct(all);
	}

	private int factor(final double pixelUm) {
		return Math.max(1, (int) Math.floor(options.minDiameterUm() / (FINEST * pixelUm)));
	}

	private List<RimFinder.Found> search(final Level level, final double from, final double to, final float[] next,
		final Progress progress)
	{
		final int tilesX = (level.w + tile - 1) / tile, tilesY = (level.h + tile - 1) / tile;
		final List<List<RimFinder.Found>> found = new ArrayList<>();
		for (int i = 0; i < tilesX * tilesY; i++)
			found.add(List.of());
		Slabs.forEach(tilesX * tilesY, options.threads(), progress, "looking for rims of " + Math.round(from) + " to " + Math
			.round(to) + " um", t -> found.set(t, searched(level, t % tilesX * tile, t / tilesX * tile, from, to, next,
				progress)));
		final List<RimFinder.Found> all = new ArrayList<>();
		found.forEach(all::addAll);
		return all;
	}

	/** Rims whose centre lies in the tile at (tx, ty); also writes the tile's part of the next level. */
	private List<RimFinder.Found> searched(final Level level, final int tx, final int ty, final double from, final double to,
		final float[] next, final Progress progress)
	{
		final double px = level.fx * image.pixelWidthUm(), py = level.fy * image.pixelHeightUm();
		// Three radii, for the places beside a rim; then two blocks, because a block at the tile's border has other quantiles than
		// inside a tile, and so has the block next to it.
		final int b = EdgePoints.BLOCK;
		final int haloX = (int) Math.ceil(1.5 * to / px) + 4 + 2 * b, haloY = (int) Math.ceil(1.5 * to / py) + 4 + 2 * b;
		final int x0 = Math.max(0, Math.floorDiv(tx - haloX, b) * b), y0 = Math.max(0, Math.floorDiv(ty - haloY, b) * b);
		final int x1 = Math.min(level.w, Math.floorDiv(tx + tile + haloX + b, b) * b), y1 = Math.min(level.h, Math.floorDiv(ty + tile
			+ haloY + b, b) * b);
		final int w = x1 - x0, h = y1 - y0;
		final float[] grey = new float[w * h];
		load(level, x0, y0, w, h, grey, progress);
		if (next != null) halve(level, grey, x0, y0, w, tx, ty, next);
		final EdgePoints points = new EdgePoints(grey, w, h, px, py, x0, y0);
		progress.check();
		final RimFinder finder = new RimFinder(points, options, log10Offers, log10Limit);
		final double cx0 = (tx - x0) * px, cy0 = (ty - y0) * py;
		final double cx1 = (Math.min(level.w, tx + tile) - x0) * px, cy1 = (Math.min(level.h, ty + tile) - y0) * py;
		final List<RimFinder.Found> out = new ArrayList<>();
		for (final double r : CircleVotes.bands(from / 2, to / 2)) {
			progress.check();
			for (final RimFinder.Found f : finder.find(r, cx0, cy0, cx1, cy1))
				out.add(new RimFinder.Found(grained(f.ellipse().shifted(x0 * px, y0 * py)), f.verdict()));
		}
		return out;
	}

	/** Rounded to 2^-20 um, so that the last bit, which knows where the tile began, is gone. */
	private static Ellipse grained(final Ellipse e) {
		return new Ellipse(Math.rint(e.xUm() * GRAIN) / GRAIN, Math.rint(e.yUm() * GRAIN) / GRAIN, Math.rint(e.aUm() * GRAIN) / GRAIN, Math.rint(e
			.bUm() * GRAIN) / GRAIN, Math.rint(e.angle() * GRAIN) / GRAIN);
	}

	/** Mean of fx x fy full pixels, or a copy from a kept level. */
	private void load(final Level level, final int x0, final int y0, final int w, final int h, final float[] out,
		final Progress progress)
	{
		if (level.grey != null) {
			for (int y = 0; y < h; y++)
				System.arraycopy(level.grey, (y0 + y) * level.w + x0, out, y * w, w);
			return;
		}
		final int fx = level.fx, fy = level.fy, n = w * fx;
		final float[] strip = new float[n * fy];
		final float scale = 1f / (fx * fy);
		for (int y = 0; y < h; y++) {
			if ((y & 255) == 0) progress.check();
			image.read(x0 * fx, (y0 + y) * fy, n, fy, strip);
			for (int x = 0; x < w; x++) {
				float s = 0;
				for (int b = 0; b < fy; b++)
					for (int a = 0, i = b * n + x * fx; a < fx; a++, i++)
						s += strip[i];
				out[y * w + x] = s * scale;
			}
		}
	}

	private void halve(final Level level, final float[] grey, final int x0, final int y0, final int w, final int tx,
		final int ty, final float[] next)
	{
		final int nw = level.w / 2;
		for (int y = ty / 2; y < Math.min(level.h, ty + tile) / 2; y++)
			for (int x = tx / 2; x < Math.min(level.w, tx + tile) / 2; x++) {
				final int i = (2 * y - y0) * w + 2 * x - x0;
				next[y * nw + x] = (grey[i] + grey[i + 1] + grey[i + w] + grey[i + w + 1]) / 4;
			}
	}

	/**
	 * Goes through the rims from the heaviest down. A sector that lies on the outline of a heavier rim is taken: an ellipse
	 * that lives on another's arc must stand on what is left.
	 */
	private List<RimFinder.Found> distinct(final List<RimFinder.Found> all) {
		all.sort(HEAVIEST);
		final List<RimFinder.Found> out = new ArrayList<>();
		for (final RimFinder.Found f : all) {
			final BitSet left = (BitSet) f.verdict().seen().clone();
			boolean fresh = true;
			for (int i = 0; i < out.size() && fresh; i++) {
				fresh = !same(f.ellipse(), out.get(i).ellipse());
				take(left, f, out.get(i).ellipse());
			}
			final HitChance.Support s = f.verdict().support();
			final int k = left.cardinality();
			if (fresh && s.log10Alarms(k) <= log10Limit && s.closure(k) >= options.minClosure()) out.add(f);
		}
		return out;
	}

	private static void take(final BitSet left, final RimFinder.Found f, final Ellipse other) {
		final Ellipse e = f.ellipse();
		if (Math.hypot(e.xUm() - other.xUm(), e.yUm() - other.yUm()) > 1.2 * (e.aUm() + other.aUm())) return;
		final int n = f.verdict().support().sectors();
		final double reach = Math.max(0.15 * e.radiusUm(), 0.08 * other.radiusUm());
		final double[] at = new double[4];
		for (int j = left.nextSetBit(0); j >= 0; j = left.nextSetBit(j + 1)) {
			e.at(2 * Math.PI * (j + 0.5) / n, at);
			if (Math.abs(other.distance(at[0], at[1])) <= reach) left.clear(j);
		}
	}

	/**
	 * Whether two ellipses are one rim seen twice.
	 *
	 * @param a one
	 * @param b other
	 * @return true if centres agree within 0.3 radii and radii within a factor of 1.4
	 */
	static boolean same(final Ellipse a, final Ellipse b) {
		final double ra = a.radiusUm(), rb = b.radiusUm(), d = Math.hypot(a.xUm() - b.xUm(), a.yUm() - b.yUm());
		return d < 0.3 * Math.max(ra, rb) && Math.max(ra, rb) < 1.4 * Math.min(ra, rb);
	}
}
