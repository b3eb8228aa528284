// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.eds.Background;
import org.dendritej.core.eds.CountsMap;
import org.dendritej.core.eds.ObjectPixels;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.ij.Geometry;
import org.dendritej.ij.Images;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Regions;
import org.dendritej.io.CountsFile;

import ij.ImagePlus;

/** Gathers the images of a magnesium overlay: open images by title or files, one slice of each, objects from labels or regions. */
final class MagnesiumInputs {

	private final int slice;
	private final double windowKeV;

	MagnesiumInputs(final int slice, final double windowKeV) {
		if (slice < 1) throw new IllegalArgumentException("slice=" + slice + " does not exist; slices count from 1.");
		this.slice = slice;
		this.windowKeV = windowKeV;
	}

	/** An image, and the file it came from; the file is null for an open image. */
	record Source(ImagePlus image, CountsFile file) {}

	/** Objects, the names of drawn regions, and whether they lie on the reference image's pixels. */
	record Objects(IntVolume labels, Map<Integer, String> names, boolean drawn, boolean onImage) {}

	/** The open image or the file that a key names; null if the key is empty. */
	Source source(final String key, final String text) {
		if (text == null || text.isBlank()) return null;
		final ImagePlus open = ij.WindowManager.getImage(text.strip());
		if (open != null || !CountsFile.isOne(text)) return new Source(Images.named(key, text), null);
		final CountsFile f = CountsFile.read(key, text, windowKeV);
		return new Source(image(f.name(), f.counts(), f.calibrated()), f);
	}

	static ImagePlus image(final String title, final FloatVolume v, final boolean calibrated) {
		final ImagePlus imp = NewStack.of(title, v.grid(), v::plane);
		if (!calibrated) imp.getCalibration().setUnit("pixel");
		imp.resetDisplayRange();
		return imp;
	}

	/** The slice of an image that is meant, from 1; the only one of a flat image. */
	int slice(final ImagePlus imp) {
		final int n = imp.getStackSize();
		if (n > 1 && slice > n) throw new IllegalArgumentException("slice=" + slice + " does not exist in \"" + imp.getTitle() + "\" of " + n
			+ " slices; give a number from 1 to " + n + ".");
		return n == 1 ? 1 : slice;
	}

	static VoxelGrid flat(final VoxelGrid g) {
		return VoxelGrid.of(g.nx(), g.ny(), 1, g.dxUm(), g.dyUm(), g.dzUm());
	}

	FloatVolume plane(final ImagePlus imp, final VoxelGrid grid) {
		Images.requireStack(imp, false);
		return FloatVolume.of(flat(grid), new float[][] { Images.grey(imp, grid).plane(slice(imp) - 1) });
	}

	/** The grid of a second image: its own, or the map's if it has the same size and no calibration. */
	static VoxelGrid beside(final ImagePlus imp, final ImagePlus map, final VoxelGrid grid) {
		final boolean same = sameSize(imp, map) && !imp.getCalibration().scaled();
		return same ? grid : Geometry.grid(imp, "");
	}

	static boolean sameSize(final ImagePlus a, final ImagePlus b) {
		return a.getWidth() == b.getWidth() && a.getHeight() == b.getHeight();
	}

	/** Labels of an open image, or regions drawn on the reference or on the map, or in the ROI Manager. */
	Objects objects(final String title, final ImagePlus map, final VoxelGrid mapGrid, final ImagePlus reference, final VoxelGrid referenceGrid) {
		final ImagePlus labels = Images.named("labels", title);
		if (labels != null) return labelled(labels, map, mapGrid, reference, referenceGrid);
		for (final boolean manager : new boolean[] { false, true })
			for (final ImagePlus on : reference == null ? new ImagePlus[] { map } : new ImagePlus[] { reference, map }) {
				final List<Regions.Region> regions = Regions.of(on, manager);
				if (regions.isEmpty()) continue;
				final Map<Integer, String> names = new HashMap<>();
				for (int i = 0; i < regions.size(); i++)
					if (regions.get(i).name().matches("(pore|crack):\\d+")) names.put(i + 1, regions.get(i).name());
				return new Objects(ObjectPixels.labelled(flat(on == map ? mapGrid : referenceGrid), regions.stream().map(Regions.Region::pixels)
					.toList()), names, true, on != map);
			}
		throw new IllegalArgumentException("No objects are given; set labels= to the title of a label image, or draw regions on the image or in the"
			+ " ROI Manager.");
	}

	private Objects labelled(final ImagePlus labels, final ImagePlus map, final VoxelGrid mapGrid, final ImagePlus reference,
		final VoxelGrid referenceGrid)
	{
		final boolean onImage = reference != null && sameSize(labels, reference);
		if (!onImage && !sameSize(labels, map)) throw new IllegalArgumentException("labels=[" + labels.getTitle() + "] is " + labels.getWidth()
			+ " x " + labels.getHeight() + " pixels, which is neither the map's size (" + map.getWidth() + " x " + map.getHeight() + ")"
			+ (reference == null ? "; give the image that the labels belong to as reference= and register it." : " nor the reference's ("
				+ reference.getWidth() + " x " + reference.getHeight() + "); give labels on one of the two."));
		final FloatVolume values = plane(labels, onImage ? referenceGrid : mapGrid);
		final float[] v = values.plane(0);
		final int[] whole = new int[v.length];
		for (int i = 0; i < v.length; i++) {
			whole[i] = (int) v[i];
			if (whole[i] != v[i]) throw new IllegalArgumentException("labels=[" + labels.getTitle() + "] holds " + v[i] + " at x=" + i % labels
				.getWidth() + ", y=" + i / labels.getWidth() + "; labels are whole numbers, so this may be another kind of image.");
		}
		return new Objects(IntVolume.of(values.grid(), new int[][] { whole }), Map.of(), false, onImage);
	}

	/** The class image, on the pixels of the objects. */
	ByteVolume classes(final String title, final Objects objects) {
		final ImagePlus imp = Images.named("classes", title);
		if (imp == null) return null;
		final VoxelGrid g = objects.labels().grid();
		if (imp.getWidth() != g.nx() || imp.getHeight() != g.ny()) throw new IllegalArgumentException("classes=[" + imp.getTitle() + "] is " + imp
			.getWidth() + " x " + imp.getHeight() + " pixels where the objects have " + g.nx() + " x " + g.ny()
			+ "; give the class image of the same pixels.");
		Images.requireStack(imp, false);
		return ByteVolume.of(g, new byte[][] { Images.classes(imp, g).plane(slice(imp) - 1) });
	}

	/** Where expected counts come from: a ring, the cube's side windows, counts of another window, or a model. */
	Background background(final String text, final CountsFile file, final VoxelGrid grid) {
		final String word = text == null || text.isBlank() ? "local" : text.strip();
		if (word.equalsIgnoreCase("local")) return Background.local(null);
		if (word.equalsIgnoreCase("windows")) {
			if (file == null || file.sides() == null) throw new IllegalArgumentException("background=windows needs a spectrum in each pixel;"
				+ " give magnesium= the path of an .rpl or .bcf file, or use background=local.");
			return new Background.Window(FloatVolume.of(flat(grid), new float[][] { file.sides().plane(0) }), file.sideScale());
		}
		final Source s = source("background", word);
		final FloatVolume v = plane(s.image(), new VoxelGrid(s.image().getWidth(), s.image().getHeight(), s.image().getStackSize(), grid.dxUm(), grid
			.dyUm(), grid.dzUm(), grid.originUm()));
		final CountsMap.Kind kind = CountsMap.kind(v, 0);
		if (kind == CountsMap.Kind.FRACTIONAL) return new Background.Expected(v);
		CountsMap.requireCounts("of the background", v, 0);
		return new Background.Window(v, 1);
	}
}
