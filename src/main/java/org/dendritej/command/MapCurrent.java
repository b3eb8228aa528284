// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.current.CurrentAnalysis;
import org.dendritej.core.current.CurrentOptions;
import org.dendritej.core.current.CurrentResult;
import org.dendritej.core.current.Filling;
import org.dendritej.core.current.LabelledBodies;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.model.EqualSphere;
import org.dendritej.core.pore.PoreOptions;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Checksum;
import org.dendritej.ij.HollowImage;
import org.dendritej.ij.Images;
import org.dendritej.ij.Screen;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Solves Laplace's equation in a class image: the current that each real pore and crack collects. */
@Plugin(type = Command.class, label = "Map Current Distribution", menuPath = "Plugins>DendriteJ>Map Current Distribution",
	description = "Potential, current density and the current of each pore and crack, from Laplace's equation on the class image itself.")
public class MapCurrent extends ImageCommand {

	/** Default of Skeletonize Cracks: smaller objects have no label there. */
	private static final long SMALLEST_CRACK = 8;

	@Parameter(label = "Pore labels", persist = false, required = false,
		description = "Title of Label Pores' label image; empty: the pores are labelled as Label Pores does by default")
	private String pores = "";

	@Parameter(label = "Crack labels", persist = false, required = false,
		description = "Title of a label image of the cracks; empty: the cracks are labelled as Skeletonize Cracks does")
	private String cracks = "";

	@Parameter(label = "Electrode face", choices = { "X-", "X+", "Y-", "Y+", "Z-", "Z+" }, persist = false, required = false,
		description = "Side of the volume on which the lithium electrode lies; Y- is the top of a FIB-SEM slice")
	private String face = "Y-";

	@Parameter(label = "Conductivity (S/m)", persist = false, required = false, description = "Ionic, of the electrolyte (class 0)")
	private double sigma = 0.2;

	@Parameter(label = "Interface resistance (ohm cm2)", persist = false, required = false,
		description = "Of all lithium against the electrolyte, linear kinetics; 0: none")
	private double rint = 0;

	@Parameter(label = "Filled with lithium", choices = { "joined", "all" }, persist = false, required = false,
		description = "joined: pores and cracks that lead to the electrode, the others are empty voids; all: every one, as in the paper's model")
	private String metal = "joined";

	@Parameter(label = "Blocking classes", persist = false, required = false,
		description = "Further classes that carry no current, such as 5,6; outside (4) away from the electrode blocks always")
	private String blocking = "";

	@Parameter(label = "Other conductors", persist = false, required = false,
		description = "Further classes with their conductivity in S/m, such as 5:0.01,6:0.002")
	private String secondary = "";

	@Parameter(label = "Counter electrode", choices = { "flux", "plane" }, persist = false, required = false,
		description = "flux: uniform current enters opposite the electrode; plane: one potential there")
	private String counter = "flux";

	@Parameter(label = "Distance of the counter electrode (um)", persist = false, required = false,
		description = "Electrolyte added between the image's far side and the counter electrode")
	private double distance = 0;

	@Parameter(label = "Periodic sides", persist = false, required = false,
		description = "Sides along the electrode repeat; off: no current crosses them")
	private boolean periodic = true;

	@Parameter(label = "Current density (mA/cm2)", persist = false, required = false, description = "Scales the images and currents; no share depends on it")
	private double current = 1;

	@Parameter(label = "Tolerance", persist = false, required = false, description = "Relative residual at which the solver stops, 1e-10 to 0.1")
	private double tolerance = 1e-6;

	@Parameter(label = "Crack tips", min = "0", persist = false, required = false, description = "Number of deepest crack tips to report")
	private int tips = 5;

	@Parameter(label = "Length ahead of a tip (um)", persist = false, required = false,
		description = "The mean field ahead of a tip is taken over it; 0: 8 voxels, the shortest that is allowed")
	private double ahead = 0;

	@Parameter(type = ItemIO.OUTPUT, label = "Potential")
	private ImagePlus potential;

	@Parameter(type = ItemIO.OUTPUT, label = "Current density")
	private ImagePlus density;

	@Parameter(type = ItemIO.OUTPUT, label = "Current of the pores")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Current of the cracks")
	private ResultsTable cracktable;

	@Parameter(type = ItemIO.OUTPUT, label = "Crack tips")
	private ResultsTable tiptable;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private ResultsTable summary;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final CurrentOptions options = new CurrentOptions(ElectrodeFace.parse(face), sigma, rint, periodic, tolerance, current, Filling.parse(
			metal), CurrentOptions.parse(blocking, secondary), plane(), distance, tips, ahead, threads());
		try (OutputFolder out = output()) {
			CurrentAnalysis.checkMemory(grid, options);
			final ByteVolume classes = HollowImage.of(imp, grid);
			final Map<String, String> inputs = new TreeMap<>();
			final LabelledBodies p = bodies("pores", pores, imp, new Phase(classes, 1), PoreOptions.DEFAULT.minVoxels(), inputs, progress);
			final LabelledBodies c = bodies("cracks", cracks, imp, new Phase(classes, 2), SMALLEST_CRACK, inputs, progress);
			final Views views = new Views(out, sample());
			views.reserve("current.csv");
			final Microstructure known = session().find(views.sample()).orElse(null);
			final CurrentResult r = CurrentAnalysis.map(classes, p, c, known, CurrentViews.sphere(EqualSphere.in(known, options
				.kineticLengthUm())), options, progress.part(0, 0.95));
			show(new CurrentViews(views, r, current, threads(), progress.part(0.95, 1)), views.sample());
			inputs.put(imp.getTitle(), Checksum.of(imp, threads(), progress));
			publish(views.sample(), m -> m.withCurrent(r.section(provenance(inputs))), out);
		}
		Screen.publish(potential);
		Screen.publish(density);
	}

	private boolean plane() {
		if (!counter.equals("flux") && !counter.equals("plane")) throw new IllegalArgumentException("counter=" + counter
			+ " is not known; use flux (uniform current far away) or plane (one potential).");
		return counter.equals("plane");
	}

	private LabelledBodies bodies(final String key, final String title, final ImagePlus imp, final Phase phase, final long minVoxels,
		final Map<String, String> inputs, final Progress progress)
	{
		final ImagePlus labels = Images.named(key, title);
		if (labels == null) return LabelledBodies.found(phase, minVoxels, threads(), progress.part(0, 0));
		Images.requireSameSize(imp, labels, key);
		inputs.put(labels.getTitle(), Checksum.of(labels, threads(), progress));
		return LabelledBodies.given(Images.labels(labels, phase.grid()), key, progress);
	}

	private void show(final CurrentViews v, final String name) {
		potential = tied(v.potential, name);
		density = tied(v.density, name);
		table = v.pores;
		cracktable = v.cracks;
		tiptable = v.tips;
		summary = v.summary;
	}
}
