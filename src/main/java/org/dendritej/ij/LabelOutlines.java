// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/**
 * Outlines of labelled objects, one selection for each object and slice, named by the label: for an overlay and for the
 * ROI Manager.
 */
public final class LabelOutlines {

	/** More selections than this make ImageJ unusable. */
	public static final int MOST = 200_000;

	private final List<Roi> rois;

	private LabelOutlines(final List<Roi> rois) {
		this.rois = rois;
	}

	/**
	 * Traces all objects.
	 *
	 * @param labels the labels
	 * @param count largest label
	 * @param threads threads to use, 0 for all
	 * @param progress progress and cancelling
	 * @return the outlines in order of slices, then labels
	 * @throws IllegalArgumentException if there are more than {@link #MOST}
	 */
	public static LabelOutlines of(final IntVolume labels, final int count, final int threads, final Progress progress) {
		final int nz = labels.grid().nz();
		final List<List<Roi>> slices = new ArrayList<>();
		for (int z = 0; z < nz; z++)
			slices.add(new ArrayList<>());
		final AtomicInteger made = new AtomicInteger();
		Slabs.forEach(nz, threads, progress, "Outlines", z -> {
			slice(labels.plane(z), labels.grid().nx(), z, count, slices.get(z));
			if (made.addAndGet(slices.get(z).size()) > MOST) throw new IllegalArgumentException("outlines=true asks for more than " + MOST
				+ " selections (one for each pore and slice); raise minvoxels=, crop the image, or leave outlines= out.");
		});
		final List<Roi> all = new ArrayList<>();
		slices.forEach(all::addAll);
		return new LabelOutlines(all);
	}

	private static void slice(final int[] plane, final int nx, final int z, final int count, final List<Roi> out) {
		final int[] box = new int[4 * (count + 1)];
		final boolean[] seen = new boolean[count + 1];
		for (int i = 0; i < plane.length; i++) {
			final int l = plane[i], x = i % nx, y = i / nx;
			if (l <= 0) continue;
			if (!seen[l]) {
				seen[l] = true;
				Arrays.fill(box, 4 * l, 4 * l + 2, Integer.MAX_VALUE);
			}
			box[4 * l] = Math.min(box[4 * l], x);
			box[4 * l + 1] = Math.min(box[4 * l + 1], y);
			box[4 * l + 2] = Math.max(box[4 * l + 2], x);
			box[4 * l + 3] = Math.max(box[4 * l + 3], y);
		}
		for (int l = 1; l <= count; l++)
			if (seen[l]) out.add(outline(plane, nx, z, l, box));
	}

	private static Roi outline(final int[] plane, final int nx, final int z, final int l, final int[] box) {
		final int x0 = box[4 * l], y0 = box[4 * l + 1], w = box[4 * l + 2] - x0 + 1, h = box[4 * l + 3] - y0 + 1;
		final ByteProcessor piece = new ByteProcessor(w, h);
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				if (plane[x0 + x + nx * (y0 + y)] == l) piece.set(x, y, 255);
		piece.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(piece);
		roi.setLocation(x0, y0);
		roi.setName(Integer.toString(l));
		roi.setPosition(z + 1);
		roi.setStrokeColor(Colours.line(l));
		return roi;
	}

	/**
	 * How many there are.
	 *
	 * @return selections
	 */
	public int size() {
		return rois.size();
	}

	/**
	 * Lays the outlines over an image.
	 *
	 * @param imp an image of ours, never an input
	 */
	public void layOver(final ImagePlus imp) {
		final Overlay overlay = new Overlay();
		for (final Roi r : rois)
			overlay.add(r);
		imp.setOverlay(overlay);
	}

	/**
	 * Writes the outlines as a set that the ROI Manager opens.
	 *
	 * @param file where to, .zip
	 * @throws IOException if it cannot be written
	 */
	public void write(final Path file) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (final Roi r : rois) {
				// A fixed time: equal outlines give equal files.
				final ZipEntry e = new ZipEntry(String.format(Locale.ROOT, "%s-slice%05d.roi", r.getName(), r.getPosition()));
				e.setTime(0);
				zip.putNextEntry(e);
				zip.write(RoiEncoder.saveAsByteArray(r));
				zip.closeEntry();
			}
		}
	}
}
