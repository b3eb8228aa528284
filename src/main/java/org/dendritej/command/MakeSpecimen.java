// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.phantom.Acquisition;
import org.dendritej.core.phantom.AcquisitionOptions;
import org.dendritej.core.phantom.CrackTruth;
import org.dendritej.core.phantom.MagnesiumMap;
import org.dendritej.core.phantom.MagnesiumOptions;
import org.dendritej.core.phantom.MagnesiumTruth;
import org.dendritej.core.phantom.PoreTruth;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.RimTruth;
import org.dendritej.core.phantom.RimView;
import org.dendritej.core.phantom.SpallationPhantom;
import org.dendritej.core.phantom.SpallationTruth;
import org.dendritej.core.phantom.SliceTruth;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.phantom.SurfaceImage;
import org.dendritej.core.run.Progress;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.ij.Colours;
import org.dendritej.ij.Geometry;
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

/** Makes a specimen whose truth is known: a grey stack as a FIB-SEM would give it, its classes, and truth tables. */
@Plugin(type = Command.class, label = "Make Synthetic Specimen", menuPath = "Plugins>DendriteJ>Make Synthetic Specimen",
	description = "Renders a specimen of known geometry: grey stack, class image and truth tables.")
public class MakeSpecimen extends SuiteCommand {

	/** Stands for the value that the kind has of its own. */
	private static final double KINDS_OWN = -1;
	/** Assumed: depth that electrons come from and over which back walls fade, um; width of a curtain, pixels; gain per level of charging. */
	private static final double INFORMATION_UM = 0.02, SHINE_UM = 0.4, CURTAIN_PX = 2, GAIN_PER_LEVEL = 0.005;

	@Parameter(label = "Kind", choices = { "dense83", "dense99", "spheres", "ellipsoids", "pointed", "tubes", "plates", "wedge", "penny", "bent",
		"branching", "ending", "spallation", "magnesium", "fibsem" }, persist = false, required = false,
		description = "dense83 and dense99: the two Li6PS5Cl electrolytes of Melvin et al., Nature Energy 2025; else what the specimen holds")
	private String kind = "dense83";

	@Parameter(label = "Size (voxels)", persist = false, required = false,
		description = "nx,ny,nz of the image; empty: that of the kind. The two electrolytes have their own")
	private String size = "";

	@Parameter(label = "Voxel edges (um)", persist = false, required = false, description = "x,y,z in micrometres; empty: 0.04,0.04,0.1, as FIB-SEM stacks")
	private String voxel = "";

	@Parameter(label = "Number of bodies", persist = false, required = false, description = "Pores or cracks to place; 0: as the kind has it")
	private int count = 0;

	@Parameter(label = "Pore radius (um)", persist = false, required = false, description = "Radius of the largest pore; 0: as the kind has it")
	private double poreradius = 0;

	@Parameter(label = "Crack length (um)", persist = false, required = false, description = "Length of the cracks; 0: as the kind has it")
	private double cracklength = 0;

	@Parameter(label = "Crack width (nm)", persist = false, required = false, description = "Opening of the cracks; 0: as the kind has it")
	private double crackwidth = 0;

	@Parameter(label = "Noise (grey levels)", persist = false, required = false, description = "Standard deviation of the noise of the grey stack")
	private double noise = 6;

	@Parameter(label = "Blur (um)", persist = false, required = false, description = "Standard deviation of the blur in the slice")
	private double blur = 0.025;

	@Parameter(label = "Tilt of the surface image (deg)", persist = false, required = false,
		description = "Spallations only: stage tilt that foreshortens the surface image by its sine; 0: seen at right angles")
	private double tilt = 0;

	@Parameter(label = "Closure of the rims", min = "0", max = "1", persist = false, required = false,
		description = "Spallations only: share of each rim that reaches the surface; 0: between 0.4 and 1 by chance")
	private double closure = 0;

	@Parameter(label = "Contrast of the rims (grey levels)", persist = false, required = false, description = "Spallations only: on the surface image")
	private double contrast = RimView.CONTRAST;

	@Parameter(label = "Drift (pixels)", persist = false, required = false,
		description = "fibsem only, as are jitter to shine: standard deviation of the drift from slice to slice. All 0: no faults but blur and noise")
	private double drift = 0;

	@Parameter(label = "Jitter (pixels)", persist = false, required = false, description = "Standard deviation of each slice's own shift")
	private double jitter = 0;

	@Parameter(label = "Uneven thickness (share)", persist = false, required = false, description = "Standard deviation of the slice thickness over the nominal one, 0 to 0.5")
	private double uneven = 0;

	@Parameter(label = "Milling angle (degrees)", persist = false, required = false, description = "Between beam and milled face: rows shrink by its sine; 0: seen at right angles, 52 is usual")
	private double angle = 0;

	@Parameter(label = "Curtaining (grey levels)", persist = false, required = false, description = "Standard deviation of stripes along y")
	private double curtains = 0;

	@Parameter(label = "Shading (grey levels)", persist = false, required = false, description = "Difference between left and right, and between top and bottom")
	private double shading = 0;

	@Parameter(label = "Charging (grey levels)", persist = false, required = false, description = "Spallations: shading across the surface image; fibsem: standard deviation of the grey offset of a slice, its gain wanders by half a percent per level; -1: 20 for spallations, else 0")
	private double charging = KINDS_OWN;

	@Parameter(label = "Shine-through (0 to 1)", persist = false, required = false, description = "Strength of back walls that shine through pores, fading over 0.4 um")
	private double shine = 0;

	@Parameter(label = "Seed", persist = false, required = false, description = "Start of the random numbers; equal seeds give equal specimens")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Grey stack")
	private ImagePlus grey;

	@Parameter(type = ItemIO.OUTPUT, label = "Classes")
	private ImagePlus classes;

	@Parameter(type = ItemIO.OUTPUT, label = "True pores")
	private ResultsTable pores;

	@Parameter(type = ItemIO.OUTPUT, label = "True cracks")
	private ResultsTable cracks;

	@Parameter(type = ItemIO.OUTPUT, label = "Magnesium counts")
	private ImagePlus magnesium;

	@Parameter(type = ItemIO.OUTPUT, label = "Labels of the magnesium map")
	private ImagePlus maplabels;

	@Parameter(type = ItemIO.OUTPUT, label = "Electron image of the magnesium map")
	private ImagePlus mapimage;

	@Parameter(type = ItemIO.OUTPUT, label = "Slice of the magnesium map")
	private int mapslice;

	@Parameter(type = ItemIO.OUTPUT, label = "True magnesium")
	private ResultsTable content;

	@Parameter(type = ItemIO.OUTPUT, label = "Surface image")
	private ImagePlus surface;

	@Parameter(type = ItemIO.OUTPUT, label = "True spallations")
	private ResultsTable spallations;

	@Parameter(type = ItemIO.OUTPUT, label = "True rims")
	private ResultsTable rims;

	@Parameter(type = ItemIO.OUTPUT, label = "True slices")
	private ResultsTable slices;

	@Override
	protected void work(final Progress progress) {
		final SpecimenOptions options = options();
		final AcquisitionOptions faults = faults(options);
		final SpallationPhantom lids = options.kind() == SpecimenOptions.Kind.SPALLATION ? SpallationPhantom.make(options, closure) : null;
		final Specimen specimen = lids == null ? Specimens.make(options) : lids.specimen();
		final SurfaceImage view = lids == null ? null : RimView.of(lids, noise, tilt, contrast, charging(options), seed);
		final String name = typedSample().isEmpty() ? specimen.name() : typedSample();
		try (OutputFolder out = output()) {
			if (out != null) out.target(name + "-grey.tif");
			final Acquisition recorded = faults == null ? null : Acquisition.record(specimen, faults, threads(), progress.part(0, 0.7));
			final ByteVolume g = recorded != null ? recorded.stack() : Rendering.grey8(specimen, options.grey(), threads(), progress.part(0, 0.7));
			final ByteVolume c = Rendering.classes(specimen, threads(), progress.part(0.7, 1));
			grey = NewStack.of(name + "-grey", g.grid(), g::plane);
			classes = NewStack.of(name + "-classes", specimen.grid(), c::plane);
			classes.setLut(Colours.classes());
			classes.setDisplayRange(0, 255);
			for (final ImagePlus imp : new ImagePlus[] { grey, classes })
				imp.setProp(Images.SAMPLE, name);
			pores = Tables.of(PoreTruth.COLUMNS, specimen.pores());
			cracks = Tables.of(CrackTruth.COLUMNS, specimen.cracks());
			final MagnesiumMap map = options.kind() == SpecimenOptions.Kind.MAGNESIUM ? record(specimen, options, name) : null;
			if (lids != null) look(lids, view, name, out);
			if (recorded != null) slices = Tables.of(SliceTruth.COLUMNS, recorded.slices());
			if (recorded != null && out != null) out.addText(name + "-true-slices.csv", Csv.text(SliceTruth.COLUMNS, recorded.slices()));
			if (out != null) write(out, specimen, map, name);
		}
		Screen.publish(grey);
		Screen.publish(classes);
		Screen.publish(magnesium);
		Screen.publish(maplabels);
		Screen.publish(mapimage);
		Screen.publish(surface);
		Screen.show(pores, name + " true pores");
		Screen.show(cracks, name + " true cracks");
		if (slices != null) Screen.show(slices, name + " true slices");
	}

	private SpecimenOptions options() {
		final SpecimenOptions plain = SpecimenOptions.of(SpecimenOptions.parse(kind));
		final VoxelGrid grid = Geometry.typed(size, voxel, plain.grid());
		return plain.withGrid(grid).withBodies(count == 0 ? plain.count() : count, poreradius == 0 ? plain.radiusUm() : poreradius,
			cracklength == 0 ? plain.lengthUm() : cracklength, crackwidth == 0 ? plain.widthNm() : crackwidth).withLook(noise, blur, seed);
	}

	/** Charging as typed, else as the kind has it. */
	private double charging(final SpecimenOptions o) {
		if (charging != KINDS_OWN) return charging;
		return o.kind() == SpecimenOptions.Kind.SPALLATION ? RimView.CHARGING : 0;
	}

	/** The faults of the acquisition; null for a perfect one. */
	private AcquisitionOptions faults(final SpecimenOptions o) {
		final double charge = o.kind() == SpecimenOptions.Kind.SPALLATION ? 0 : charging(o);
		final double[] all = { drift, jitter, uneven, angle, curtains, shading, charge, shine };
		if (java.util.Arrays.stream(all).allMatch(v -> v == 0)) return null;
		if (o.kind() != SpecimenOptions.Kind.FIBSEM) throw new IllegalArgumentException("kind=" + kind
			+ " has no faults of an acquisition; use kind=fibsem, or leave drift, jitter, uneven, angle, curtains, shading, charging and shine out.");
		return new AcquisitionOptions(o.grey(), drift, jitter, uneven, INFORMATION_UM, angle == 0 ? 90 : angle, curtains, CURTAIN_PX, shading, charge
			* GAIN_PER_LEVEL, charge, shine, SHINE_UM);
	}

	/** The map of the slice that cuts most bodies; those joined to the electrode hold 10 at% magnesium, all others none. */
	private MagnesiumMap record(final Specimen specimen, final SpecimenOptions options, final String name) {
		mapslice = MagnesiumMap.busiestSlice(specimen) + 1;
		final MagnesiumMap map = MagnesiumMap.record(specimen, MagnesiumOptions.standard(MagnesiumMap.sectionUm(specimen, mapslice - 1), options.seed(),
			MagnesiumOptions.joinedOnly(specimen, 10)), threads(), Progress.NONE);
		final float[] counts = new float[map.counts().length];
		for (int i = 0; i < counts.length; i++)
			counts[i] = map.counts()[i];
		magnesium = NewStack.of(name + "-magnesium", map.grid(), z -> counts);
		magnesium.resetDisplayRange();
		maplabels = NewStack.labels(name + "-magnesium-labels", map.grid(), map.truth().size(), IntVolume.of(map.grid(), new int[][] { map.labels() }), 1,
			Progress.NONE);
		final ByteVolume electrons = Rendering.grey8(specimen.seenIn(map.grid()), options.grey(), threads(), Progress.NONE);
		mapimage = NewStack.of(name + "-magnesium-image", map.grid(), electrons::plane);
		for (final ImagePlus imp : new ImagePlus[] { magnesium, maplabels, mapimage }) {
			imp.setProp(Images.SAMPLE, name);
			imp.setProp("dendritej.slice", String.valueOf(mapslice));
		}
		content = Tables.of(MagnesiumTruth.COLUMNS, map.truth());
		Screen.show(content, name + " true magnesium");
		return map;
	}

	/** The electrode's side as an electron image, and what is true of the spallations in the volume and on that image. */
	private void look(final SpallationPhantom lids, final SurfaceImage view, final String name, final OutputFolder out) {
		final byte[] seen = view.bytes(threads(), Progress.NONE);
		surface = NewStack.of(name + "-surface", VoxelGrid.of(view.nx(), view.ny(), 1, view.pixelUm(), view.pixelUm(), view.pixelUm()), z -> seen);
		surface.setProp(Images.SAMPLE, name);
		spallations = Tables.of(SpallationTruth.COLUMNS, lids.spallations());
		rims = Tables.of(RimTruth.COLUMNS, view.truth());
		Screen.show(spallations, name + " true spallations");
		Screen.show(rims, name + " true rims");
		if (out == null) return;
		out.add(name + "-surface.tif", f -> Pictures.writeTiff(surface, f));
		out.addText(name + "-true-spallations.csv", Csv.text(SpallationTruth.COLUMNS, lids.spallations()));
		out.addText(name + "-true-rims.csv", Csv.text(RimTruth.COLUMNS, view.truth()));
	}

	private void write(final OutputFolder out, final Specimen specimen, final MagnesiumMap map, final String name) {
		out.add(name + "-grey.tif", f -> Pictures.writeTiff(grey, f));
		out.add(name + "-classes.tif", f -> Pictures.writeTiff(classes, f));
		out.addText(name + "-true-pores.csv", Csv.text(PoreTruth.COLUMNS, specimen.pores()));
		out.addText(name + "-true-cracks.csv", Csv.text(CrackTruth.COLUMNS, specimen.cracks()));
		if (map != null) {
			out.add(name + "-magnesium.tif", f -> Pictures.writeTiff(magnesium, f));
			out.add(name + "-magnesium-labels.tif", f -> Pictures.writeTiff(maplabels, f));
			out.add(name + "-magnesium-image.tif", f -> Pictures.writeTiff(mapimage, f));
			out.addText(name + "-true-magnesium.csv", Csv.text(MagnesiumTruth.COLUMNS, map.truth()));
		}
		out.commit();
	}
}
