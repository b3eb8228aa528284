// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.Map;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.pore.PoreAnalysis;
import org.dendritej.core.pore.PoreOptions;
import org.dendritej.core.pore.PoreResult;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Checksum;
import org.dendritej.ij.Images;
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

	@Parameter(label = "Seed", persist = false, required = false, description = "Start of the random numbers of the bootstrap intervals")
	private long seed = 1;

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
		try (OutputFolder out = output()) {
			final Phase pores = Images.phase(imp, grid, phase, "pore");
			final String name = sample();
			if (out != null) out.target(name + "-pores.csv");
			final PoreResult r = PoreAnalysis.measure(pores, options, progress.part(0, 0.9));
			count = r.pores().size();
			if (count == 0) throw new IllegalArgumentException("minvoxels=" + minvoxels + " removes every pore of \"" + imp.getTitle()
				+ "\"; give a smaller number.");
			table = Tables.of(Pore.COLUMNS, r.pores());
			labels = count > NewStack.EXACT ? null : tied(labelImage(name, grid, r.labels(), progress.part(0.9, 1)), name);
			if (out != null) stage(out, name, r);
			final Section<Pore> section = new Section<>(grid, options.face(), r.pores(), r.summary(), r.flags(), provenance(Map.of(imp
				.getTitle(), Checksum.of(imp, threads(), progress))));
			publish(name, m -> m.withPores(section), out);
			Screen.show(table, name + " pores");
			Screen.show(Tables.of(Quantity.PREDICTION, r.summary()), name + " pore population");
		}
		Screen.publish(labels);
	}

	private int neighbours() {
		try {
			return Integer.parseInt(connectivity.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("connectivity=" + connectivity + " is not a number of neighbours; use 6, 18 or 26.", e);
		}
	}

	private ImagePlus labelImage(final String name, final VoxelGrid grid, final IntVolume volume, final Progress progress) {
		return NewStack.labels(name + "-pore-labels", grid, count, volume, threads(), progress);
	}

	private void stage(final OutputFolder out, final String name, final PoreResult r) {
		out.addText(name + "-pores.csv", Csv.text(Pore.COLUMNS, r.pores()));
		out.addText(name + "-pore-population.csv", Csv.text(Quantity.PREDICTION, r.summary()));
		if (labels != null) out.add(name + "-pore-labels.tif", f -> Pictures.writeTiff(labels, f));
	}
}
