// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.model.LidMechanics;
import org.dendritej.core.model.Material;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.dendritej.core.spall.LithiumAccount;
import org.dendritej.core.spall.SampleCount;
import org.dendritej.core.spall.SpallationSummary;
import org.dendritej.core.spall.SurfaceOptions;
import org.dendritej.core.spall.Tilt;
import org.dendritej.core.spall.TipLink;
import org.dendritej.ij.Checksum;
import org.dendritej.ij.Geometry;
import org.dendritej.ij.Images;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.RimPicture;
import org.dendritej.ij.RimRegions;
import org.dendritej.ij.Screen;
import org.dendritej.ij.SurfacePixels;
import org.dendritej.ij.Tables;
import org.dendritej.io.Csv;
import org.dendritej.io.MaterialReader;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.TextFile;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Finds spallation cracks in a class volume or on an image of the surface, measures them and holds them against the charge. */
@Plugin(type = Command.class, label = "Measure Spallations", menuPath = "Plugins>DendriteJ>Measure Spallations",
	description = "Circular spallation cracks: size, depth, lid, lithium against charge, pressures, stage, density per mm2.")
public class MeasureSpallations extends ImageCommand {

	@Parameter(label = "Mode", choices = { "volume", "surface" }, persist = false, required = false,
		description = "volume: a class image (3D); surface: an electron image of the surface (2D)")
	private String mode = "volume";

	@Parameter(label = "Electrode face", choices = { "X-", "X+", "Y-", "Y+", "Z-", "Z+" }, persist = false, required = false,
		description = "Volumes: side on which the lithium electrode lies; Y- is the top of a FIB-SEM slice")
	private String face = "Y-";

	@Parameter(label = "Class of the cracks", min = "0", max = "255", persist = false, required = false, description = "Volumes: 2 in a class image")
	private int phase = 2;

	@Parameter(label = "Class of lithium", min = "0", max = "255", persist = false, required = false, description = "Volumes: 3 in a class image")
	private int lithium = 3;

	@Parameter(label = "Pore labels", persist = false, required = false, description = "Volumes: title of Label Pores' label image; empty: not asked")
	private String pores = "";

	@Parameter(label = "Smallest diameter (um)", persist = false, required = false, description = "Smaller spallations are not looked for")
	private double mindiameter = 5;

	@Parameter(label = "Largest diameter (um)", persist = false, required = false, description = "Surfaces: larger rims are not looked for")
	private double maxdiameter = 100;

	@Parameter(label = "Capacity (mAh/cm2)", persist = false, required = false, description = "Charge passed when the image was taken; 0: not known")
	private double capacity = 0;

	@Parameter(label = "Current density (mA/cm2)", persist = false, required = false, description = "Nominal plating current density; 0: not known")
	private double current = 0;

	@Parameter(label = "Tilt (degrees)", persist = false, required = false,
		description = "Stage tilt to correct the image vertical for, once; 0: no correction")
	private double tilt = 0;

	@Parameter(label = "View", choices = { "section", "surface" }, persist = false, required = false,
		description = "section: a cross-section, vertical / sin(tilt); surface: the tilted surface itself, vertical / cos(tilt)")
	private String view = "section";

	@Parameter(label = "Electrode", persist = false, required = false,
		description = "Its area in mm2, or (surfaces) its outline: name of a region, or x,y;x,y;x,y in um; empty: all of the image")
	private String electrode = "";

	@Parameter(label = "Measure the drawn regions", persist = false, required = false,
		description = "Surfaces: measure the regions on the overlay or in the ROI Manager instead of searching")
	private boolean rois = false;

	@Parameter(label = "EBIC image", persist = false, required = false, description = "Surfaces: title of the EBIC image of the same pixels; empty: none")
	private String ebic = "";

	@Parameter(label = "Solid electrolyte", persist = false, required = false,
		description = "For the mechanics: LLZTO, Li6PS5Cl, another built-in one, or the path of a material file")
	private String material = "LLZTO";

	@Parameter(label = "Depth (um)", persist = false, required = false, description = "Depth of the cracks for the mechanics where it is not measured; 0: not known")
	private double depth = 0;

	@Parameter(label = "Occluded pore radius (um)", persist = false, required = false, description = "Of the pore that is asked whether it could have started the crack")
	private double poreradius = 1;

	@Parameter(label = "I-V points", persist = false, required = false, description = "CSV file of voltages and currents of the shorted cell; empty: none")
	private String iv = "";

	@Parameter(label = "Thickness of the electrolyte (mm)", persist = false, required = false, description = "Length of the filament for the I-V points")
	private double thickness = 1.2;

	@Parameter(label = "Trace", persist = false, required = false, description = "File with the voltage or impedance of the cell over time; empty: none")
	private String trace = "";

	@Parameter(label = "Cell area (cm2)", persist = false, required = false, description = "For the trace's capacity per area; 0: not known")
	private double area = 0;

	@Parameter(label = "Frequency (Hz)", persist = false, required = false, description = "At which an impedance trace is followed")
	private double frequency = 1;

	@Parameter(label = "Window (s)", persist = false, required = false, description = "Length of the windows in which a trace is judged")
	private double window = 1800;

	@Parameter(label = "Compare samples", persist = false, required = false,
		description = "CSV table with sample, group columns and, optionally, count and area_mm2; then only the trend is made")
	private String compare = "";

	@Parameter(label = "Seed", persist = false, required = false, description = "Start of the random numbers of the EBIC test")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Spallation labels")
	private ImagePlus labels;

	@Parameter(type = ItemIO.OUTPUT, label = "Rims")
	private ImagePlus overlay;

	@Parameter(type = ItemIO.OUTPUT, label = "Spallations")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Mechanics")
	private ResultsTable mechanics;

	@Parameter(type = ItemIO.OUTPUT, label = "Tips")
	private ResultsTable tips;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private ResultsTable summary;

	@Parameter(type = ItemIO.OUTPUT, label = "Number of spallations")
	private int count;

	@Override
	protected void work(final Progress progress) {
		if (compare != null && !compare.isBlank()) trend();
		else measure(progress);
	}

	private void measure(final Progress progress) {
		final boolean surface = SpallationSource.surface(mode);
		final ElectrodeFace side = ElectrodeFace.parse(face);
		final Tilt correction = SpallationSource.tilt(tilt, view);
		final SurfaceOptions limits = SurfaceOptions.DEFAULT.withDiameters(mindiameter, maxdiameter);
		final LidMechanics.Question question = question();
		final CellTraces traces = new CellTraces(iv, thickness, trace, known(area), frequency, window, known(current));
		if (!surface && (rois || !ebic.isBlank())) throw new IllegalArgumentException(
			"rois= and ebic= belong to images of the surface; set mode=surface, or leave them out.");
		final ImagePlus imp = image(!surface);
		final VoxelGrid grid = grid();
		try (OutputFolder out = output()) {
			final SpallationSource source = new SpallationSource(imp, grid, correction, threads());
			final ImagePlus beam = Images.named("ebic", ebic);
			final String name = sample();
			if (out != null) out.target(name + "-spallations.csv");
			final SpallationSource.Found f = surface ? source.surface(limits, electrode, rois, beam, seed, progress.part(0, 0.9)) : source.volume(
				side, phase, lithium, mindiameter, pores, progress.part(0, 0.9));
			final Microstructure known = known(name, out);
			final List<Spallation> rows = new LithiumAccount(known(capacity), known(current), edge(f), f.lithium()).complete(f.rows(), verdicts(
				known, name));
			final List<LidMechanics> lids = LidMechanics.of(rows, question);
			final List<TipLink> links = TipLink.of(f.shapes(), known.branches() == null || correction.corrects() ? List.of() : known.branches().rows(),
				side, f.grid(), 3 * Math.max(f.grid().dxUm(), Math.max(f.grid().dyUm(), f.grid().dzUm())));
			final List<Quantity> numbers = numbers(f, rows, traces);
			images(imp, name, f, rows, correction, progress.part(0.9, 1));
			tables(name, rows, lids, links, numbers, f.flags());
			if (out != null) stage(out, name, imp, f, rows, lids, links, numbers, traces);
			final Map<String, String> inputs = new LinkedHashMap<>();
			for (final ImagePlus i : new ImagePlus[] { imp, beam, Images.named("pores", pores) })
				if (i != null) inputs.put(i.getTitle(), Checksum.of(i, threads(), progress));
			final Section<Spallation> section = new Section<>(f.grid(), f.face(), rows, numbers, f.flags(), provenance(inputs));
			publish(name, m -> m.withSpallations(section), out);
		}
		Screen.publish(labels);
		Screen.publish(overlay);
	}

	private LidMechanics.Question question() {
		final Material m = material.endsWith(".json") ? MaterialReader.material(TextFile.read("material", material, 1 << 20), material)
			: MaterialReader.builtIn(material);
		return new LidMechanics.Question(m, MaterialReader.builtIn(m.metal()), known(current), known(capacity), known(depth), poreradius);
	}

	/** 0 stands for "not known"; a negative number goes on to the check that refuses it. */
	private static double known(final double value) {
		return value == 0 ? Double.NaN : value;
	}

	private static double edge(final SpallationSource.Found f) {
		return f.face().axis() == 0 ? f.grid().dxUm() : f.face().axis() == 1 ? f.grid().dyUm() : f.grid().dzUm();
	}

	/** Verdicts count only if the magnesium map was judged on this command's own labels: then the ids are the same. */
	private static Map<Integer, MgRegion.Verdict> verdicts(final Microstructure known, final String name) {
		if (known.magnesium() == null || !(name + "-spallation-labels").equals(known.magnesium().provenance().parameters().get("labels")))
			return Map.of();
		return known.magnesium().rows().stream().collect(Collectors.toMap(MgRegion::id, MgRegion::verdict, (a, b) -> a));
	}

	private List<Quantity> numbers(final SpallationSource.Found f, final List<Spallation> rows, final CellTraces traces) {
		final SpallationSummary s = new SpallationSummary(rows, f.areaUm2());
		final double mm2 = SpallationSource.electrodeMm2(electrode);
		if (!Double.isNaN(mm2)) s.onElectrode(mm2);
		if (f.electrode() != null) s.alongEdge(f.electrode(), f.grid().extentUm(0), f.grid().extentUm(1));
		traces.addTo(s);
		return s.rows();
	}

	private void images(final ImagePlus imp, final String name, final SpallationSource.Found f, final List<Spallation> rows, final Tilt correction,
		final Progress progress)
	{
		count = rows.size();
		if (f.labels() != null) labels = tied(NewStack.labels(name + "-spallation-labels", f.grid(), count, f.labels(), threads(), progress), name);
		else {
			final var regions = RimRegions.of(rows, f.curves(), f.grid());
			overlay = tied(RimRegions.overlaid(imp, name + "-spallation-rims", regions), name);
			Geometry.apply(overlay, f.grid());
			RimRegions.manage(regions);
		}
		SurfacePixels.mark(labels == null ? overlay : labels, correction.mark(), imp);
	}

	private void tables(final String name, final List<Spallation> rows, final List<LidMechanics> lids, final List<TipLink> links,
		final List<Quantity> numbers, final List<Flag> flags)
	{
		table = Tables.of(Spallation.COLUMNS, rows);
		mechanics = Tables.of(LidMechanics.COLUMNS, lids);
		tips = Tables.of(TipLink.COLUMNS, links);
		summary = Tables.of(Quantity.PREDICTION, withFlags(numbers, flags));
		Screen.show(mechanics, name + " spallation mechanics");
		Screen.show(summary, name + " spallation summary");
		Screen.show(table, name + " spallations");
	}

	private static List<Quantity> withFlags(final List<Quantity> numbers, final List<Flag> flags) {
		final List<Quantity> rows = new ArrayList<>(numbers);
		for (final Flag f : flags)
			rows.add(Quantity.text(f.code(), f.level().name().toLowerCase(java.util.Locale.ROOT), f.reason()));
		return rows;
	}

	private void stage(final OutputFolder out, final String name, final ImagePlus imp, final SpallationSource.Found f, final List<Spallation> rows,
		final List<LidMechanics> lids, final List<TipLink> links, final List<Quantity> numbers, final CellTraces traces)
	{
		out.addText(name + "-spallations.csv", Csv.text(Spallation.COLUMNS, rows));
		out.addText(name + "-spallation-mechanics.csv", Csv.text(LidMechanics.COLUMNS, lids));
		out.addText(name + "-spallation-summary.csv", Csv.text(Quantity.PREDICTION, withFlags(numbers, f.flags())));
		if (labels != null) {
			out.addText(name + "-spallation-tips.csv", Csv.text(TipLink.COLUMNS, links));
			out.add(name + "-spallation-labels.tif", file -> Pictures.writeTiff(labels, file));
		}
		else {
			out.add(name + "-spallation-rois.zip", file -> RimRegions.write(RimRegions.of(rows, f.curves(), f.grid()), file));
			out.add(name + "-spallation-rims.png", file -> RimPicture.write(imp, f.grid(), rows, f.curves(), file));
		}
		traces.stage(out, name, "cell with " + rows.size() + " spallations");
	}

	private void trend() {
		try (OutputFolder out = output()) {
			final SpallationTrend t = new SpallationTrend(compare, s -> known(s, out));
			final String name = typedSample().isEmpty() ? "samples" : typedSample();
			final List<Quantity> all = new ArrayList<>();
			t.groups().forEach(g -> all.addAll(g.trend()));
			final SpallationTrend.Group first = t.groups().get(0);
			table = Tables.of(SampleCount.columns(first.name()), first.samples());
			summary = Tables.of(Quantity.PREDICTION, all);
			if (out != null) t.stage(out, name);
			Screen.show(table, name + " spallation densities");
			Screen.show(summary, name + " spallation trend");
		}
	}
}
