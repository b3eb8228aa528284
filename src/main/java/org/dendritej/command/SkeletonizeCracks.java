// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;
import java.util.Map;

import org.dendritej.core.crack.CrackAnalysis;
import org.dendritej.core.crack.CrackChange;
import org.dendritej.core.crack.CrackGrey;
import org.dendritej.core.crack.CrackGrowth;
import org.dendritej.core.crack.CrackOptions;
import org.dendritej.core.crack.CrackResult;
import org.dendritej.core.crack.GraphNode;
import org.dendritej.core.crack.ProfilePoint;
import org.dendritej.core.distance.LocalThickness;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Chart;
import org.dendritej.ij.Checksum;
import org.dendritej.ij.Colours;
import org.dendritej.ij.Images;
import org.dendritej.ij.Legend;
import org.dendritej.ij.LegendOverlay;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.Screen;
import org.dendritej.ij.SkeletonView;
import org.dendritej.ij.Tables;
import org.dendritej.io.Csv;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Reduces cracks to their medial surfaces and measures length, opening, and the graph to pores and electrode. */
@Plugin(type = Command.class, label = "Skeletonize Cracks", menuPath = "Plugins>DendriteJ>Skeletonize Cracks",
	description = "Medial surfaces of cracks; geodesic lengths, openings, branches, and the graph from the electrode face to the pores.")
public class SkeletonizeCracks extends ImageCommand {

	@Parameter(label = "Class of the cracks", min = "0", max = "255", persist = false, required = false,
		description = "2 in a class image; a 0/255 mask is taken as it is")
	private int phase = 2;

	@Parameter(label = "Grey stack", persist = false, required = false,
		description = "Title of the grey stack with dark voids, for widths below the voxel; empty: widths from the mask")
	private String grey = "";

	@Parameter(label = "Pore labels", persist = false, required = false,
		description = "Title of the label image of the same specimen's pores; empty: no graph to pores")
	private String labels = "";

	@Parameter(label = "Electrode face", choices = { "none", "X-", "X+", "Y-", "Y+", "Z-", "Z+" }, persist = false, required = false,
		description = "Side of the volume on which the lithium electrode lies; Y- is the top of a FIB-SEM slice")
	private String face = "Y-";

	@Parameter(label = "Least aspect of a crack", persist = false, required = false, description = "Length:width from which an object counts as a crack")
	private double aspect = 3;

	@Parameter(label = "Shortest spur kept (local widths)", persist = false, required = false,
		description = "Side branches shorter than this many local widths are pruned; 0 keeps all")
	private double prune = 1;

	@Parameter(label = "Smallest crack (voxels)", min = "1", persist = false, required = false, description = "Smaller objects are left out")
	private int minvoxels = 8;

	@Parameter(label = "Meshes", choices = { "none", "stl", "ply" }, persist = false, required = false,
		description = "Closed surfaces of cracks and pores in um, written into the folder as STL or PLY")
	private String mesh = "none";

	@Parameter(label = "Skeleton on the image", persist = false, required = false,
		description = "Also makes an RGB stack with the skeleton on the grey stack (on the image itself without one)")
	private boolean overlay = false;

	@Parameter(label = "Cracks before plating", persist = false, required = false,
		description = "Title of the registered class image or mask of the same specimen before plating; empty: nothing is compared")
	private String before = "";

	@Parameter(label = "Charge plated since (mAh/cm2)", persist = false, required = false,
		description = "For the growth per charge; 0: not known")
	private double capacity = 0;

	@Parameter(type = ItemIO.OUTPUT, label = "Crack skeleton")
	private ImagePlus skeleton;

	@Parameter(type = ItemIO.OUTPUT, label = "Crack width")
	private ImagePlus width;

	@Parameter(type = ItemIO.OUTPUT, label = "Crack labels")
	private ImagePlus cracklabels;

	@Parameter(type = ItemIO.OUTPUT, label = "Skeleton on the image")
	private ImagePlus drawn;

	@Parameter(type = ItemIO.OUTPUT, label = "Changes since before")
	private ResultsTable changes;

	@Parameter(type = ItemIO.OUTPUT, label = "Cracks")
	private ResultsTable cracks;

	@Parameter(type = ItemIO.OUTPUT, label = "Branches")
	private ResultsTable branches;

	@Parameter(type = ItemIO.OUTPUT, label = "Graph")
	private ResultsTable graph;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final CrackOptions options = new CrackOptions(ElectrodeFace.parse(face), aspect, prune, Connectivity.TWENTYSIX, minvoxels,
			CrackOptions.LITHIUM_EXPONENT, false);
		try (OutputFolder out = output()) {
			final Phase phases = Images.phase(imp, grid, phase, "crack");
			final ImagePlus pores = Images.named("labels", labels);
			if (pores != null) Images.requireSameSize(imp, pores, "labels");
			final IntVolume poreLabels = pores == null ? null : Images.labels(pores, grid);
			final ImagePlus stack = Images.named("grey", grey);
			if (stack != null) {
				Images.requireStack(stack, true);
				Images.requireSameSize(imp, stack, "grey");
			}
			final CrackGrey levels = stack == null ? null : CrackGrey.of(Images.grey(stack, grid), phases, poreLabels, threads(), progress
				.part(0, 0.1));
			final String name = sample();
			if (out != null) out.target(name + "-cracks.csv");
			final CrackResult r = CrackAnalysis.analyse(phases, poreLabels, null, levels, options, threads(), progress.part(0.1, 0.7));
			final float[][] um = LocalThickness.diameterUm(phases, false, threads(), progress.part(0.7, 1));
			images(name, grid, r, um, progress);
			tables(name, r);
			if (overlay) drawn = tied(SkeletonView.of(name + "-crack-overlay", grid, stack == null ? imp : stack, r.surface()), name);
			CrackViews.turnTo(r.surface(), cracklabels, skeleton, width, drawn);
			final List<CrackChange> since = compared(imp, grid, r, options, progress);
			final List<CrackViews.Bin> bins = CrackViews.histogram(r.branches(), um);
			final Chart widths = CrackViews.chart(name, bins);
			if (out != null) {
				stage(out, name, r, since);
				CrackViews.histogram(out, name, bins, widths);
			}
			CrackViews.mesh(out, name, mesh, phases, CrackViews.pores(phases, poreLabels), progress);
			final Provenance how = provenance(Map.of(imp.getTitle(), Checksum.of(imp, threads(), progress)));
			// Widths from grey values do not depend on the threshold.
			final Section<Crack> section = SegmentationSpread.added(r.section(how), imp, stack == null);
			publish(name, m -> m.withCracks(section, r.branchSection(how), r.linkSection(how)), out);
			Screen.showIfWindow(widths);
		}
		Screen.publish(cracklabels);
		Screen.publish(skeleton);
		Screen.publish(width);
		if (drawn != null) Screen.publish(drawn);
	}

	/** What became of the cracks since the earlier volume; empty without one. */
	private List<CrackChange> compared(final ImagePlus imp, final VoxelGrid grid, final CrackResult now, final CrackOptions options,
		final Progress progress)
	{
		final ImagePlus earlier = Images.named("before", before);
		if (earlier == null) return List.of();
		Images.requireStack(earlier, true);
		Images.requireSameSize(imp, earlier, "before");
		final List<CrackChange> since = CrackGrowth.since(Images.phaseIfAny(earlier, grid, phase, "crack"), now, options, capacity == 0 ? Double.NaN
			: capacity, threads(), progress);
		changes = Tables.of(CrackChange.COLUMNS, since);
		Screen.show(changes, sample() + " crack changes");
		return since;
	}

	private void images(final String name, final VoxelGrid grid, final CrackResult r, final float[][] um, final Progress progress) {
		cracklabels = tied(NewStack.labels(name + "-crack-labels", grid, r.cracks().size(), r.labels().volume(), threads(), progress), name);
		skeleton = tied(NewStack.of(name + "-crack-skeleton", grid, z -> r.surface()[z]), name);
		skeleton.setDisplayRange(0, 255);
		width = tied(NewStack.nanometres(name + "-crack-width", grid, um), name);
		width.setLut(Colours.values());
		LegendOverlay.lay(width, Legend.bar("width (nm)", 0, width.getDisplayRangeMax()));
	}

	private void tables(final String name, final CrackResult r) {
		if (!r.links().isEmpty()) Screen.show(Tables.of(GraphNode.COLUMNS, CrackViews.nodes(r)), name + " graph nodes");
		cracks = Tables.of(Crack.COLUMNS, r.cracks());
		branches = Tables.of(Branch.COLUMNS, r.branches());
		graph = Tables.of(Link.COLUMNS, r.links());
		Screen.show(graph, name + " graph");
		Screen.show(branches, name + " branches");
		Screen.show(cracks, name + " cracks");
	}

	private void stage(final OutputFolder out, final String name, final CrackResult r, final List<CrackChange> since) {
		out.addText(name + "-cracks.csv", Csv.text(Crack.COLUMNS, r.cracks()));
		out.addText(name + "-branches.csv", Csv.text(Branch.COLUMNS, r.branches()));
		out.addText(name + "-graph.csv", Csv.text(Link.COLUMNS, r.links()));
		out.add(name + "-crack-labels.tif", f -> Pictures.writeTiff(cracklabels, f));
		out.add(name + "-crack-skeleton.tif", f -> Pictures.writeTiff(skeleton, f));
		out.add(name + "-crack-width.tif", f -> Pictures.writeTiff(width, f));
		CrackViews.graph(out, name, r);
		out.addText(name + "-crack-profile.csv", Csv.text(ProfilePoint.COLUMNS, r.profile()));
		if (drawn != null) out.add(name + "-crack-overlay.tif", f -> Pictures.writeTiff(drawn, f));
		if (!before.isBlank()) out.addText(name + "-crack-changes.csv", Csv.text(CrackChange.COLUMNS, since));
	}
}
