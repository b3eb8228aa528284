// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.pore.LargestPore;
import org.dendritej.core.pore.PairCorrelation;
import org.dendritej.core.pore.PoreAnalysis;
import org.dendritej.core.pore.PoreOptions;
import org.dendritej.core.pore.PoreResult;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Checksum;
import org.dendritej.ij.Images;
import org.dendritej.ij.LabelOutlines;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.Screen;
import org.dendritej.ij.Tables;
import org.dendritej.io.Csv;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Finds the pores of a class image or mask, and measures each of them and their population. */
@Plugin(type = Command.class, label = "Label Pores", menuPath = "Plugins>DendriteJ>Label Pores",
	description = "Labels the pores of a class image or mask; sizes, depths, separations and their intervals.")
public class LabelPores extends ImageCommand {

	@Parameter(label = "Class of the pores", min = "0", max = "255", persist = false, required = false,
		description = "1 in a class image; a 0/255 mask is taken as it is")
	private int phase = 1;

	@Parameter(label = "Neighbours", choices = { "6", "18", "26" }, persist = false, required = false,
		description = "Voxels that count as joined: by faces (6), edges (18) or corners (26)")
	private String connectivity = "26";

	@Parameter(label = "Electrode face", choices = { "none", "X-", "X+", "Y-", "Y+", "Z-", "Z+" }, persist = false, required = false,
		description = "Side of the volume on which the lithium electrode lies; Y- is the top of a FIB-SEM slice")
	private String face = "Y-";

	@Parameter(label = "Smallest pore (voxels)", min = "1", persist = false, required = false, description = "Smaller ones are left out and counted")
	private int minvoxels = 8;

	@Parameter(label = "Split touching pores", persist = false, required = false, description = "Watershed on the distance to the wall")
	private boolean split = false;

	@Parameter(label = "Measure these labels", persist = false, required = false,
		description = "Title of a label image of the pores from another program, such as the 3D ImageJ Suite; empty: the pores are labelled here")
	private String objects = "";

	@Parameter(label = "Seed", persist = false, required = false, description = "Start of the random numbers of the bootstrap intervals")
	private long seed = 1;

	@Parameter(label = "Electrode area (mm2)", persist = false, required = false,
		description = "Area for which the largest pore is extrapolated from the tail of the sizes; 0: not extrapolated")
	private double electrodearea = 0;

	@Parameter(label = "Show plots", persist = false, required = false,
		description = "Shows the size histogram and the Q-Q plot of the tail as ImageJ plots; the folder gets them as PNG files in any case")
	private boolean plots = false;

	@Parameter(label = "Outlines", persist = false, required = false,
		description = "Lays outlines named by label over the label image, and writes them as a ROI set into the folder")
	private boolean outlines = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Pore labels")
	private ImagePlus labels;

	@Parameter(type = ItemIO.OUTPUT, label = "Pores")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Number of pores")
	private int count;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final PoreOptions options = new PoreOptions(Connectivity.of(neighbours()), ElectrodeFace.parse(face), minvoxels, split,
			PoreOptions.OUTSIDE, PoreOptions.DEFAULT.draws(), seed, threads());
		if (electrodearea != 0) LargestPore.requireArea(electrodearea, options.face());
		try (OutputFolder out = output()) {
			final ImagePlus given = given(imp);
			final Phase pores = given == null ? Images.phase(imp, grid, phase, "pore") : null;
			final String name = sample();
			if (out != null) out.target(name + "-pores.csv");
			final PoreResult r = given == null ? PoreAnalysis.measure(pores, options, progress.part(0, 0.8)) : PoreAnalysis.measure(Images.labels(given,
				grid), classes(imp, grid), options, progress.part(0, 0.8));
			count = r.pores().size();
			if (count == 0) throw new IllegalArgumentException("minvoxels=" + minvoxels + " removes every pore of \"" + imp.getTitle()
				+ "\"; give a smaller number.");
			table = Tables.of(Pore.COLUMNS, r.pores());
			final List<Quantity> summary = new ArrayList<>(r.summary());
			summary.addAll(SegmentationSpread.rows(imp, "radius"));
			final List<Flag> flags = new ArrayList<>(r.flags());
			final LargestPore largest = electrodearea == 0 ? r.tail() : r.largestOn(electrodearea, options);
			if (electrodearea != 0) {
				summary.add(largest.radius());
				flags.addAll(largest.flags());
			}
			final String missing = NewStack.noLabels(grid, count);
			if (!missing.isEmpty()) flags.add(Flag.note("no_label_image", missing));
			labels = missing.isEmpty() ? tied(NewStack.labels(name + "-pore-labels", grid, count, r.labels(), threads(), progress.part(0.8, 0.9)),
				name) : null;
			final LabelOutlines lines = outlines ? LabelOutlines.of(r.labels(), count, threads(), progress.part(0.9, 0.95)) : null;
			if (lines != null && labels != null) lines.layOver(labels);
			final PorePlots charts = new PorePlots(name, r.sizes(), largest);
			if (out != null) stage(out, name, r, summary, charts, lines);
			final Section<Pore> section = new Section<>(grid, options.face(), r.pores(), summary, flags, provenance(inputs(imp, given,
				progress)));
			publish(name, m -> m.withPores(section), out);
			Screen.tell(missing);
			Screen.show(table, name + " pores");
			Screen.show(Tables.of(Quantity.PREDICTION, summary), name + " pore population");
			if (plots) charts.show();
		}
		Screen.publish(labels);
	}

	/** The labels of another program, or null. */
	private ImagePlus given(final ImagePlus imp) {
		final ImagePlus given = Images.named("objects", objects);
		if (given == null) return null;
		if (split) throw new IllegalArgumentException("split=true and objects=[" + objects
			+ "] exclude each other: given labels are measured as they are; leave one of them out.");
		Images.requireStack(given, true);
		Images.requireSameSize(imp, given, "objects");
		Images.requireLabels(given);
		return given;
	}

	/** The class image beside given labels, which says what lies outside the sample; null if the image is none. */
	private static ByteVolume classes(final ImagePlus imp, final VoxelGrid grid) {
		return imp.getBitDepth() != 8 || Images.LABELS.equals(imp.getProp(Images.KIND)) ? null : Images.classes(imp, grid);
	}

	private Map<String, String> inputs(final ImagePlus imp, final ImagePlus given, final Progress progress) {
		final Map<String, String> sums = new TreeMap<>();
		sums.put(imp.getTitle(), Checksum.of(imp, threads(), progress));
		if (given != null) sums.put(given.getTitle(), Checksum.of(given, threads(), progress));
		return sums;
	}

	private int neighbours() {
		try {
			return Integer.parseInt(connectivity.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("connectivity=" + connectivity + " is not a number of neighbours; use 6, 18 or 26.", e);
		}
	}

	private void stage(final OutputFolder out, final String name, final PoreResult r, final List<Quantity> summary, final PorePlots charts,
		final LabelOutlines lines)
	{
		out.addText(name + "-pores.csv", Csv.text(Pore.COLUMNS, r.pores()));
		out.addText(name + "-pore-population.csv", Csv.text(Quantity.PREDICTION, summary));
		out.addText(name + "-pore-pairs.csv", Csv.text(PairCorrelation.COLUMNS, r.pairs().bins()));
		charts.stage(out);
		if (lines != null) out.add(name + "-pore-outlines.zip", lines::write);
		if (labels != null) out.add(name + "-pore-labels.tif", f -> Pictures.writeTiff(labels, f));
	}
}
