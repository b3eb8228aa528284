// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.eds.DisplayView;
import org.dendritej.core.eds.DrawnPath;
import org.dendritej.core.eds.Electrolyte;
import org.dendritej.core.eds.MagnesiumOptions;
import org.dendritej.core.eds.MagnesiumStudy;
import org.dendritej.core.eds.MapRegistration;
import org.dendritej.core.eds.Measurement;
import org.dendritej.core.eds.ObjectGraph;
import org.dendritej.core.eds.Reference;
import org.dendritej.core.eds.TestLevels;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Checksum;
import org.dendritej.ij.Images;
import org.dendritej.ij.MagnesiumComposite;
import org.dendritej.ij.MagnesiumPicture;
import org.dendritej.ij.MagnesiumScene;
import org.dendritej.ij.Screen;
import org.dendritej.ij.Tables;
import org.dendritej.io.CountsFile;
import org.dendritej.io.Csv;
import org.dendritej.io.Landmarks;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.TextFile;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Lays a map of magnesium counts on its image and decides of each object: lithium, lithium-magnesium, or cannot tell. */
@Plugin(type = Command.class, label = "Overlay Magnesium Map", menuPath = "Plugins>DendriteJ>Overlay Magnesium Map",
	description = "Registers an EDS magnesium map to an SE image and judges each pore or crack by exact counting statistics.")
public class OverlayMagnesium extends ImageCommand {

	@Parameter(label = "Magnesium counts", persist = false, required = false,
		description = "Title of an open map of raw counts, or path of a .txt, .csv, .rpl or .bcf file; empty: the image")
	private String magnesium = "";

	@Parameter(label = "SE or BSE image", persist = false, required = false, description = "Title of the image to lay the map on; empty: the map alone")
	private String reference = "";

	@Parameter(label = "Object labels", persist = false, required = false,
		description = "Title of a label image on the pixels of the SE image or the map; empty: drawn regions")
	private String labels = "";

	@Parameter(label = "Labels are", choices = { "pores", "cracks" }, persist = false, required = false,
		description = "What the numbers of the labels mean in the sample's graph")
	private String objects = "pores";

	@Parameter(label = "Class image", persist = false, required = false,
		description = "Title of the class image of the labels' pixels; background is then taken from class 0 alone")
	private String classes = "";

	@Parameter(label = "Background", persist = false, required = false,
		description = "local: ring around each object; windows: beside the line, for spectrum files; else title or path of a background map")
	private String background = "local";

	@Parameter(label = "All counts", persist = false, required = false,
		description = "Title or path of the map of all counts or its own BSE image, which is registered in place of the magnesium map")
	private String total = "";

	@Parameter(label = "Half width of the Mg window (keV)", persist = false, required = false, description = "For spectrum files, around Mg K-alpha 1.2536 keV")
	private double window = 0.06;

	@Parameter(label = "Beam (kV)", persist = false, required = false, description = "Energy of the electron beam while the map was taken")
	private double beam = 10;

	@Parameter(label = "Solid electrolyte", choices = { "LLZTO", "Li6PS5Cl" }, persist = false, required = false,
		description = "What surrounds the objects; decides ranges and the tantalum overlap")
	private String electrolyte = "LLZTO";

	@Parameter(label = "Registration", choices = { "none", "translation", "affine" }, persist = false, required = false,
		description = "How the map is laid on the image; none: their pixels are the same")
	private String register = "none";

	@Parameter(label = "Landmarks", persist = false, required = false,
		description = "CSV with map_x,map_y,reference_x,reference_y in pixels, at least three pairs; for affine")
	private String landmarks = "";

	@Parameter(label = "Tilt (degrees)", persist = false, required = false,
		description = "Angle between beam and face, such as 52, if map and image are still foreshortened; 0: corrected already")
	private double tilt = 0;

	@Parameter(label = "Days of diffusion", persist = false, required = false, description = "Time between plating and sectioning")
	private double days = 15;

	@Parameter(label = "False-discovery rate", persist = false, required = false, description = "Largest rate at which an object is called lithium-magnesium")
	private double alpha = 0.05;

	@Parameter(label = "Label of the electrode", persist = false, required = false, description = "Region of known lithium-magnesium in the labels; 0: none")
	private int electrode = 0;

	@Parameter(label = "Reference counts per pixel", persist = false, required = false,
		description = "Net counts per pixel of wide lithium-magnesium where the labels hold no electrode; 0: not known")
	private double rate = 0;

	@Parameter(label = "Mg of the reference (at%)", persist = false, required = false, description = "Magnesium in electrode or reference, atomic percent of the metal")
	private double atpct = 10;

	@Parameter(label = "Mg to exclude (at%)", persist = false, required = false, description = "Content that lithium must exclude; 0: that of the reference")
	private double wanted = 0;

	@Parameter(label = "Electrode side", choices = { "none", "X-", "X+", "Y-", "Y+", "Z-", "Z+" }, persist = false, required = false,
		description = "Side of the image on which the electrode lies; Y- is the top")
	private String face = "Y-";

	@Parameter(label = "Slice", min = "1", persist = false, required = false, description = "Slice that is meant in stacks, from 1")
	private int slice = 1;

	@Parameter(label = "Name of the section", persist = false, required = false, description = "Column section of the table; empty: the map's title")
	private String section = "";

	@Parameter(label = "Opacity (%)", min = "0", max = "100", persist = false, required = false, description = "Of the coloured counts above the image")
	private double opacity = 60;

	@Parameter(label = "Binning for display", min = "1", persist = false, required = false, description = "Edge in map pixels of the blocks shown; statistics always use raw counts")
	private int binning = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Magnesium overlay")
	private ImagePlus overlay;

	@Parameter(type = ItemIO.OUTPUT, label = "Magnesium")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Magnesium summary")
	private ResultsTable summary;

	@Parameter(type = ItemIO.OUTPUT, label = "Isolated objects")
	private int isolated;

	@Override
	protected void work(final Progress progress) {
		final ElectrodeFace side = ElectrodeFace.parse(face);
		final MagnesiumInputs in = new MagnesiumInputs(slice, window);
		MagnesiumOptions o = MagnesiumOptions.DEFAULT.with(Measurement.DEFAULT.withBeam(beam).in(Electrolyte.parse(electrolyte)).after(days)).with(
			new TestLevels(alpha, TestLevels.DEFAULT.power())).with(Reference.typed(electrode, rate, atpct, wanted)).onThreads(threads());
		final MagnesiumStudy.Placement placement = MagnesiumStudy.Placement.parse(register, landmarks == null || landmarks.isBlank() ? List.of()
			: Landmarks.parse(landmarks, TextFile.read("landmarks", landmarks, 1 << 20)), tilt);
		final MagnesiumInputs.Source source = in.source("magnesium", magnesium);
		final ImagePlus map = source == null ? image(false) : use(source.image());
		final CountsFile file = source == null ? null : source.file();
		final VoxelGrid grid = grid();
		try (OutputFolder out = output()) {
			final FloatVolume counts = in.plane(map, grid);
			final ImagePlus image = image(file);
			final VoxelGrid imageGrid = image == null ? null : MagnesiumInputs.beside(image, map, grid);
			final MagnesiumInputs.Objects found = in.objects(labels, map, grid, image, imageGrid);
			final String name = name(map, image);
			if (out != null) out.target(name + "-magnesium.csv");
			final ObjectGraph graph = graph(known(name, out), found);
			o = o.named(section.isBlank() ? map.getTitle() : section.strip()).with(in.background(background, file, MagnesiumInputs.flat(grid))).with(
				graph.links().isEmpty() ? null : graph).with(o.measurement().withWidths(widths(known(name, out), found)));
			final MagnesiumStudy.Outcome r = MagnesiumStudy.run(new MagnesiumStudy.Inputs(counts, total(in, file, grid), image == null ? null : in
				.plane(image, imageGrid), image == null ? "" : image.getTitle(), found.labels(), in.classes(classes, found), found.onImage()),
				placement, o, progress);
			final List<Flag> flags = new ArrayList<>(r.result().flags());
			if (file != null && Math.abs(file.beamKeV() - beam) > 0.1) flags.add(Flag.warn("beam_differs", "The file says " + file.beamKeV()
				+ " kV and beam=" + beam + " was used for the X-ray ranges; set beam= to the right one."));
			final Map<String, String> inputs = new LinkedHashMap<>();
			for (final ImagePlus i : new ImagePlus[] { map, image, Images.named("labels", labels) })
				if (i != null) inputs.put(i.getTitle(), Checksum.of(i, threads(), progress));
			final Section<MgRegion> s = new Section<>(r.map(), side, r.result().regions(), r.result().summary(), flags, provenance(inputs));
			final MagnesiumScene scene = scene(r, found, counts, image == null ? map : image, in, graph, side);
			results(name, s, scene);
			if (out != null) stage(out, name, s, scene);
			publish(name, m -> m.withMagnesium(s), out);
			Screen.show(summary, name + " magnesium summary");
			Screen.show(table, name + " magnesium");
		}
		Screen.publish(overlay);
	}

	private ImagePlus image(final CountsFile file) {
		final ImagePlus named = Images.named("reference", reference);
		if (named != null || file == null || file.images().isEmpty()) return named;
		final Map.Entry<String, FloatVolume> own = file.images().entrySet().iterator().next();
		return MagnesiumInputs.image(own.getKey(), own.getValue(), true);
	}

	/** A map from elsewhere belongs to the sample of its labels or its image. */
	private String name(final ImagePlus map, final ImagePlus image) {
		for (final ImagePlus i : new ImagePlus[] { Images.named("labels", labels), image })
			if (map.getProp(Images.SAMPLE) == null && i != null && i.getProp(Images.SAMPLE) != null) map.setProp(Images.SAMPLE, i.getProp(Images.SAMPLE));
		return sample();
	}

	private FloatVolume total(final MagnesiumInputs in, final CountsFile file, final VoxelGrid grid) {
		final MagnesiumInputs.Source s = in.source("total", total);
		if (s == null) return file == null ? null : file.total();
		if (s.image().getWidth() != grid.nx() || s.image().getHeight() != grid.ny()) throw new IllegalArgumentException("total=" + total
			+ " has another size than the magnesium map; give the map of all counts of the same pixels.");
		return in.plane(s.image(), new VoxelGrid(grid.nx(), grid.ny(), s.image().getStackSize(), grid.dxUm(), grid.dyUm(), grid.dzUm(), grid.originUm()));
	}

	/** Drawn regions stand in the graph only under names such as pore:3. */
	private ObjectGraph graph(final Microstructure known, final MagnesiumInputs.Objects found) {
		if (!List.of("pores", "cracks").contains(objects)) throw new IllegalArgumentException("objects=" + objects + " is not known; use pores or cracks.");
		final boolean usable = known.graph() != null && (!found.drawn() || !found.names().isEmpty());
		return new ObjectGraph(usable ? known.graph().rows() : List.of(), found.drawn() ? "region" : objects.equals("pores") ? "pore" : "crack", found.names());
	}

	private Map<Integer, Double> widths(final Microstructure known, final MagnesiumInputs.Objects found) {
		final Map<Integer, Double> um = new HashMap<>();
		if (known.cracks() != null && !found.drawn() && objects.equals("cracks")) for (final Crack c : known.cracks().rows())
			if (c.widthMeanNm() > 0) um.put(c.label(), c.widthMeanNm() / 1000);
		return um;
	}

	private MagnesiumScene scene(final MagnesiumStudy.Outcome r, final MagnesiumInputs.Objects found, final FloatVolume counts,
		final ImagePlus base, final MagnesiumInputs in, final ObjectGraph graph, final ElectrodeFace side)
	{
		final VoxelGrid g = r.image() == null ? r.map() : r.image();
		final int[] on = found.onImage() ? found.labels().plane(0) : MapRegistration.labelsOnMap(r.labels(), 0, r.transform().inverse(), g).plane(0);
		final List<MagnesiumScene.Line> paths = DrawnPath.of(r.result().regions(), graph, on, g, electrode, side).stream().map(
			p -> new MagnesiumScene.Line(p.id(), p.bearing(), p.x(), p.y())).toList();
		return new MagnesiumScene(base.getStack().getProcessor(in.slice(base)), g, DisplayView.onImage(DisplayView.binned(counts, binning), r.map(), r
			.transform(), g), on, r.result().regions(), electrode, paths, opacity / 100);
	}

	private void results(final String name, final Section<MgRegion> s, final MagnesiumScene scene) {
		isolated = (int) s.rows().stream().filter(MgRegion::isolated).count();
		table = Tables.of(MgRegion.COLUMNS, s.rows());
		summary = Tables.of(Quantity.PREDICTION, withFlags(s));
		overlay = tied(MagnesiumComposite.of(name + "-magnesium-overlay", scene), name);
	}

	private static List<Quantity> withFlags(final Section<MgRegion> s) {
		final List<Quantity> rows = new ArrayList<>(s.summary());
		for (final Flag f : s.flags())
			rows.add(Quantity.text(f.code(), f.level().name().toLowerCase(java.util.Locale.ROOT), f.reason()));
		return rows;
	}

	private static void stage(final OutputFolder out, final String name, final Section<MgRegion> s, final MagnesiumScene scene) {
		out.addText(name + "-magnesium.csv", Csv.text(MgRegion.COLUMNS, s.rows()));
		out.addText(name + "-magnesium-summary.csv", Csv.text(Quantity.PREDICTION, withFlags(s)));
		out.add(name + "-magnesium-overlay.png", f -> MagnesiumPicture.write(scene, f));
	}
}
