// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.segment.ClassMaps;
import org.dendritej.core.segment.OutsideSample;
import org.dendritej.core.segment.Probabilities;
import org.dendritej.core.segment.SegmentOptions;
import org.dendritej.core.segment.Segmentation;
import org.dendritej.core.segment.ShapeClasses;
import org.dendritej.ij.Colours;
import org.dendritej.ij.Images;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.ReviewStack;
import org.dendritej.ij.Screen;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Turns a grey stack with dark voids, or probability maps, into a class image of pores and cracks. */
@Plugin(type = Command.class, label = "Segment Pores and Cracks", menuPath = "Plugins>DendriteJ>Segment Pores and Cracks",
	description = "Threshold at half contrast, then pores and cracks told apart by the 3:1 rule, piece by piece.")
public class SegmentPhases extends ImageCommand {

	/** Slices to either side that a preview works on. */
	private static final int AROUND = 5;

	@Parameter(label = "Method", choices = { "half", "hysteresis", "multi", "local", "probability" }, persist = false, required = false,
		description = "half: one threshold; hysteresis: below low, or below high and connected to it; multi: several materials by grey; "
			+ "local: a threshold for every pixel; probability: the image and maps are class probabilities")
	private String method = "half";

	@Parameter(label = "Threshold (grey)", persist = false, required = false,
		description = "Voxels below it are void; 0: half-way between the greys of solid and voids")
	private double threshold = 0;

	@Parameter(label = "Low threshold (grey)", persist = false, required = false, description = "Lower end of the interval of thresholds; 0: 40 % of the contrast")
	private double low = 0;

	@Parameter(label = "High threshold (grey)", persist = false, required = false, description = "Upper end of the interval; 0: 60 % of the contrast")
	private double high = 0;

	@Parameter(label = "Classes from dark to bright", persist = false, required = false,
		description = "For method=multi: codes of the materials, such as 1,3,0,4 (void, lithium, solid, cap); 1 first, and 0 among them")
	private String order = "1,0,4";

	@Parameter(label = "Reach of local thresholds (pixels)", persist = false, required = false, description = "For method=local: about the size of the largest void")
	private int radius = 25;

	@Parameter(label = "Weight of local scatter", persist = false, required = false, description = "For method=local: above 0 to 1; larger finds less")
	private double weight = 0.2;

	@Parameter(label = "Three label sets", persist = false, required = false,
		description = "Also make the class images of the low and the high threshold, and tell later commands what they do to lengths")
	private boolean interval = false;

	@Parameter(label = "Pore backs (share of contrast)", persist = false, required = false,
		description = "Voids reach to where this share of the contrast begins, so that shining back walls are void; 0: off, 0.8 is usual")
	private double poreback = 0;

	@Parameter(label = "Milling direction", choices = { "Z+", "Z-" }, persist = false, required = false, description = "Z+: later slices were milled later")
	private String milling = "Z+";

	@Parameter(label = "Cap brighter than (grey)", persist = false, required = false,
		description = "Brighter material that touches a side of the slices is outside the sample (class 4); 0: none")
	private double cap = 0;

	@Parameter(label = "Trench darker than (grey)", persist = false, required = false,
		description = "Darker parts of at least 1 % of the volume that touch a side of the slices are outside the sample (class 4); 0: none")
	private double trench = 0;

	@Parameter(label = "Outside mask", persist = false, required = false,
		description = "Title of a mask (one slice or the whole stack) whose voxels other than 0 are outside the sample (class 4), such as the milled edge")
	private String outside = "";

	@Parameter(label = "Class probabilities", persist = false, required = false,
		description = "Also make a map of the probability of every class; they sum to one. Makes the three label sets on the way")
	private boolean probabilities = false;

	@Parameter(label = "Review", choices = { "none", "overlay", "beside" }, persist = false, required = false,
		description = "Also show the outlines of the classes over the grey slices, or the two side by side; follows what is painted into the class image")
	private String outlines = "none";

	@Parameter(label = "Preview", persist = false, required = false,
		description = "Only try one slice, with five to either side, and show it beside its outlines; nothing is written")
	private boolean preview = false;

	@Parameter(label = "Slice of the preview", persist = false, required = false, description = "Counted from 1; 0: the one that is shown")
	private int slice = 0;

	@Parameter(label = "Probability maps", persist = false, required = false,
		description = "For method=probability: titles of the maps of pore and crack, or of all void, with commas; the image is the map of the solid")
	private String maps = "";

	@Parameter(label = "Least aspect of a crack", persist = false, required = false, description = "Length:width from which a void is a crack")
	private double aspect = 3;

	@Parameter(type = ItemIO.OUTPUT, label = "Classes")
	private ImagePlus classes;

	@Parameter(type = ItemIO.OUTPUT, label = "Classes, low threshold")
	private ImagePlus least;

	@Parameter(type = ItemIO.OUTPUT, label = "Classes, high threshold")
	private ImagePlus most;

	@Parameter(type = ItemIO.OUTPUT, label = "Probability of void")
	private ImagePlus chance;

	@Parameter(type = ItemIO.OUTPUT, label = "Probability of solid")
	private ImagePlus psolid;

	@Parameter(type = ItemIO.OUTPUT, label = "Probability of pore")
	private ImagePlus ppore;

	@Parameter(type = ItemIO.OUTPUT, label = "Probability of crack")
	private ImagePlus pcrack;

	@Parameter(type = ItemIO.OUTPUT, label = "Review")
	private ImagePlus view;

	@Parameter(type = ItemIO.OUTPUT, label = "Threshold used")
	private double used;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final String name = sample();
		if (!List.of("none", "overlay", "beside").contains(outlines)) throw new IllegalArgumentException("outlines=" + outlines
			+ " is not known; use none, overlay or beside.");
		final List<ImagePlus> made = new ArrayList<>();
		final FloatVolume grey = Images.grey(imp, grid);
		if (preview) {
			tried(imp, grey, name, progress);
			return;
		}
		try (OutputFolder out = output()) {
			if (out != null) for (final String s : interval ? List.of("", "-low", "-high", "-void") : List.of(""))
				out.target(name + "-phases" + s + ".tif");
			if (method.equals("probability")) made.add(classes = shown(name + "-phases", name, outsideOf(fromMaps(imp, grey, progress))));
			else fromGrey(grey, name, made, progress);
			if (out != null) for (final ImagePlus m : made)
				out.add(m.getTitle() + ".tif", f -> Pictures.writeTiff(m, f));
			if (out != null) out.commit();
		}
		if (!outlines.equals("none")) made.add(view = tied(ReviewStack.of(name + "-review", imp, classes, outlines.equals("beside")), name));
		made.forEach(Screen::publish);
	}

	private SegmentOptions options() {
		if (!milling.equals("Z+") && !milling.equals("Z-")) throw new IllegalArgumentException("milling=" + milling
			+ " is not a direction; use Z+ if later slices were milled later, else Z-.");
		return new SegmentOptions(method, threshold, low, high, SegmentOptions.order(order), radius, weight, poreback, milling.equals("Z+"), cap, trench,
			aspect);
	}

	private void fromGrey(final FloatVolume grey, final String name, final List<ImagePlus> made, final Progress progress) {
		final boolean sets = interval || probabilities;
		final Segmentation s = new Segmentation(grey, options(), sets, threads(), progress.part(0, 0.1));
		used = s.threshold();
		final byte[][] mid = outsideOf(s.middle(progress.part(0.1, 0.4)));
		made.add(classes = shown(name + "-phases", name, mid));
		if (!sets) return;
		final byte[][] few = outsideOf(s.end(false, progress.part(0.4, 0.6))), many = outsideOf(s.end(true, progress.part(0.6, 0.8)));
		final VoxelGrid g = grey.grid();
		final ByteVolume lo = ByteVolume.of(g, few), hi = ByteVolume.of(g, many), middle = ByteVolume.of(g, mid);
		final FloatVolume odds = s.chance(lo, middle, hi, progress.part(0.8, 0.85));
		if (interval) {
			made.add(least = shown(name + "-phases-low", name, few));
			made.add(most = shown(name + "-phases-high", name, many));
			made.add(chance = tied(NewStack.of(name + "-phases-void", g, odds::plane), name));
			classes.setProp(SegmentationSpread.PROPERTY, SegmentationSpread.of(lo, hi, threads(), progress.part(0.85, 0.95)));
		}
		if (probabilities) maps(ClassMaps.of(odds, lo, middle, hi, 5, threads(), progress.part(0.95, 1)), name, made);
	}

	private void maps(final FloatVolume[] p, final String name, final List<ImagePlus> made) {
		final String[] words = { "solid", "pore", "crack", "lithium", "outside" };
		for (int c = 0; c < p.length; c++) {
			final FloatVolume map = p[c];
			final ImagePlus imp = tied(NewStack.of(name + "-p-" + words[c], map.grid(), map::plane), name);
			imp.setDisplayRange(0, 1);
			if (c > 2 && empty(map)) continue;
			made.add(imp);
			if (c == 0) psolid = imp;
			else if (c == 1) ppore = imp;
			else if (c == 2) pcrack = imp;
		}
	}

	private static boolean empty(final FloatVolume v) {
		for (int z = 0; z < v.grid().nz(); z++)
			for (final float f : v.plane(z))
				if (f != 0) return false;
		return true;
	}

	/** One slice with its neighbours, segmented and shown beside its outlines. */
	private void tried(final ImagePlus imp, final FloatVolume grey, final String name, final Progress progress) {
		if (method.equals("probability")) throw new IllegalArgumentException(
			"preview=true shows what thresholds do; with method=probability look at the maps themselves.");
		final int z = SlicePreview.chosen(imp, slice), from = Math.max(0, z - AROUND), to = Math.min(grey.grid().nz(), z + AROUND + 1);
		final float[][] planes = new float[to - from][];
		for (int k = 0; k < planes.length; k++)
			planes[k] = grey.plane(from + k);
		final VoxelGrid g = grey.grid(), few = new VoxelGrid(g.nx(), g.ny(), planes.length, g.dxUm(), g.dyUm(), g.dzUm(), g.originUm());
		final Segmentation s = new Segmentation(FloatVolume.of(few, planes), options(), false, threads(), progress);
		used = s.threshold();
		final byte[][] c = s.middle(progress);
		final VoxelGrid one = new VoxelGrid(g.nx(), g.ny(), 1, g.dxUm(), g.dyUm(), g.dzUm(), g.originUm());
		final ImagePlus left = NewStack.of("grey", one, k -> planes[z - from]), right = NewStack.of("classes", one, k -> c[z - from]);
		left.setDisplayRange(imp.getDisplayRangeMin(), imp.getDisplayRangeMax());
		view = tied(ReviewStack.of(name + "-preview", left, right, true), name);
		Screen.publish(view);
	}

	/** Marks what the mask says lies outside; in place. */
	private byte[][] outsideOf(final byte[][] planes) {
		final ImagePlus mask = Images.named("outside", outside);
		if (mask == null) return planes;
		final VoxelGrid g = grid();
		if (mask.getWidth() != g.nx() || mask.getHeight() != g.ny() || mask.getStackSize() != 1 && mask.getStackSize() != g.nz())
			throw new IllegalArgumentException("outside=[" + mask.getTitle() + "] has " + mask.getWidth() + " x " + mask.getHeight() + " x " + mask.getStackSize()
				+ " voxels; give a mask of " + g.nx() + " x " + g.ny() + " pixels with 1 or " + g.nz() + " slices.");
		final ByteVolume m = Images.classes(mask, new VoxelGrid(g.nx(), g.ny(), mask.getStackSize(), g.dxUm(), g.dyUm(), g.dzUm(), g.originUm()));
		for (int z = 0; z < planes.length; z++) {
			final byte[] p = m.plane(mask.getStackSize() == 1 ? 0 : z);
			for (int i = 0; i < p.length; i++)
				if (p[i] != 0) planes[z][i] = OutsideSample.OUTSIDE;
		}
		return planes;
	}

	private byte[][] fromMaps(final ImagePlus imp, final FloatVolume solid, final Progress progress) {
		final List<FloatVolume> all = new ArrayList<>(List.of(solid));
		for (final String title : maps.split(",")) {
			final ImagePlus m = Images.named("maps", title);
			if (m == null) throw new IllegalArgumentException("maps= is empty; method=probability needs the titles of the maps of pore and crack, with commas.");
			Images.requireSameSize(imp, m, "maps");
			all.add(Images.grey(m, solid.grid()));
		}
		if (all.size() > 3) throw new IllegalArgumentException("maps=" + maps + " names " + (all.size() - 1)
			+ " maps; give one (all void) or two (pore, crack) besides the image, which is the map of the solid.");
		final int[] codes = all.size() == 2 ? new int[] { 0, 1 } : new int[] { 0, 1, 2 };
		final ByteVolume chosen = Probabilities.classes(all, codes, threads(), progress.part(0, 0.2));
		return all.size() == 2 ? planes(ShapeClasses.of(new Phase(chosen, 1), aspect, threads(), progress.part(0.2, 1))) : planes(chosen);
	}

	private static byte[][] planes(final ByteVolume v) {
		final byte[][] p = new byte[v.grid().nz()][];
		for (int z = 0; z < p.length; z++)
			p[z] = v.plane(z);
		return p;
	}

	private ImagePlus shown(final String title, final String name, final byte[][] planes) {
		final ImagePlus imp = tied(NewStack.of(title, grid(), z -> planes[z]), name);
		imp.setProp(Images.KIND, Images.CLASSES);
		imp.setLut(Colours.classes());
		imp.setDisplayRange(0, 255);
		return imp;
	}
}
