// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.segment.HalfContrast;
import org.dendritej.core.segment.Hysteresis;
import org.dendritej.core.segment.OutsideSample;
import org.dendritej.core.segment.PoreBacks;
import org.dendritej.core.segment.Probabilities;
import org.dendritej.core.segment.ShapeClasses;
import org.dendritej.core.segment.ThresholdRange;
import org.dendritej.core.segment.Thresholded;
import org.dendritej.ij.Colours;
import org.dendritej.ij.Images;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
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

	@Parameter(label = "Method", choices = { "half", "hysteresis", "probability" }, persist = false, required = false,
		description = "half: one threshold; hysteresis: below low, or below high and connected to it; probability: the image and maps are class probabilities")
	private String method = "half";

	@Parameter(label = "Threshold (grey)", persist = false, required = false,
		description = "Voxels below it are void; 0: half-way between the greys of solid and voids")
	private double threshold = 0;

	@Parameter(label = "Low threshold (grey)", persist = false, required = false, description = "Lower end of the interval of thresholds; 0: 40 % of the contrast")
	private double low = 0;

	@Parameter(label = "High threshold (grey)", persist = false, required = false, description = "Upper end of the interval; 0: 60 % of the contrast")
	private double high = 0;

	@Parameter(label = "Three label sets", persist = false, required = false, description = "Also make the class images of the low and the high threshold")
	private boolean interval = false;

	@Parameter(label = "Pore backs (share of contrast)", persist = false, required = false,
		description = "Voids reach to where this share of the contrast begins, so that shining back walls are void; 0: off, 0.8 is usual")
	private double poreback = 0;

	@Parameter(label = "Milling direction", choices = { "Z+", "Z-" }, persist = false, required = false, description = "Z+: later slices were milled later")
	private String milling = "Z+";

	@Parameter(label = "Cap brighter than (grey)", persist = false, required = false,
		description = "Brighter material that touches a side of the slices is outside the sample (class 4); 0: none")
	private double cap = 0;

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

	@Parameter(type = ItemIO.OUTPUT, label = "Threshold used")
	private double used;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final String name = sample();
		final List<ImagePlus> made = new ArrayList<>();
		try (OutputFolder out = output()) {
			if (out != null) for (final String s : interval ? List.of("", "-low", "-high", "-void") : List.of(""))
				out.target(name + "-phases" + s + ".tif");
			final FloatVolume grey = Images.grey(imp, grid);
			if (method.equals("probability")) made.add(classes = shown(name + "-phases", name, fromMaps(imp, grey, progress)));
			else fromGrey(grey, name, made, progress);
			if (out != null) for (final ImagePlus m : made)
				out.add(m.getTitle() + ".tif", f -> Pictures.writeTiff(m, f));
			if (out != null) out.commit();
		}
		made.forEach(Screen::publish);
	}

	private void fromGrey(final FloatVolume grey, final String name, final List<ImagePlus> made, final Progress progress) {
		if (!method.equals("half") && !method.equals("hysteresis")) throw new IllegalArgumentException("method=" + method
			+ " is not known; use half, hysteresis or probability.");
		final boolean levelsNeeded = threshold == 0 || poreback != 0 || interval || method.equals("hysteresis");
		final HalfContrast levels = levelsNeeded ? HalfContrast.of(grey, threads(), progress.part(0, 0.1)) : null;
		used = threshold == 0 ? levels.threshold() : threshold;
		if (levels != null && (interval || method.equals("hysteresis"))) {
			final ThresholdRange r = ThresholdRange.of(levels), typed = new ThresholdRange(low == 0 ? Math.min(r.low(), used - (r.mid() - r.low())) : low, used,
				high == 0 ? Math.max(r.high(), used + (r.high() - r.mid())) : high);
			if (interval) {
				least = shown(name + "-phases-low", name, divided(grey, Thresholded.below(grey, typed.low(), threads(), progress), levels, progress));
				most = shown(name + "-phases-high", name, divided(grey, Thresholded.below(grey, typed.high(), threads(), progress), levels, progress));
				chance = tied(NewStack.of(name + "-phases-void", grey.grid(), Probabilities.below(grey, used, Math.max(1e-3, levels.noise()), threads(),
					progress)::plane), name);
			}
			if (method.equals("hysteresis")) classes = shown(name + "-phases", name, divided(grey, Hysteresis.below(grey, typed.low(), typed.high(), threads(),
				progress), levels, progress));
		}
		if (method.equals("half")) classes = shown(name + "-phases", name, divided(grey, Thresholded.below(grey, used, threads(), progress.part(0.1, 0.2)), levels,
			progress.part(0.2, 1)));
		made.add(classes);
		if (interval) made.addAll(List.of(least, most, chance));
	}

	/** Voids with their grey ends, told apart by shape, with the cap marked. */
	private byte[][] divided(final FloatVolume grey, final Phase voids, final HalfContrast levels, final Progress progress) {
		if (!milling.equals("Z+") && !milling.equals("Z-")) throw new IllegalArgumentException("milling=" + milling
			+ " is not a direction; use Z+ if later slices were milled later, else Z-.");
		final Phase whole = poreback == 0 ? voids : PoreBacks.filled(grey, voids, levels, poreback, milling.equals("Z+"), progress.part(0, 0.1));
		final byte[][] planes = planes(ShapeClasses.of(whole, aspect, threads(), progress.part(0.1, 0.95)));
		if (cap != 0) OutsideSample.mark(grey, cap, planes, threads(), progress.part(0.95, 1));
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
		imp.setLut(Colours.classes());
		imp.setDisplayRange(0, 255);
		return imp;
	}
}
