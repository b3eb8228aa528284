// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.prepare.AlignOptions;
import org.dendritej.core.prepare.Alignment;
import org.dendritej.core.prepare.PreparedStack;
import org.dendritej.core.prepare.PreparedStack.Cleaning;
import org.dendritej.core.prepare.SliceMove;
import org.dendritej.core.prepare.Tilt;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Images;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.Screen;
import org.dendritej.ij.Tables;
import org.dendritej.io.Csv;
import org.dendritej.io.MicroscopeTags;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Makes a measurable volume of recorded FIB-SEM slices: in line, without stripes and shading, with true row heights. */
@Plugin(type = Command.class, label = "Prepare FIB-SEM Stack", menuPath = "Plugins>DendriteJ>Prepare FIB-SEM Stack",
	description = "Aligns slices, takes curtaining and shading off, corrects the tilt, and lists faulty slices.")
public class PrepareStack extends ImageCommand {

	/** Property of a stack whose tilt was corrected: the angle in degrees. */
	static final String TILT = "dendritej.tilt";

	@Parameter(label = "Pixel size from TIFF", persist = false, required = false,
		description = "Path of one slice as an FEI, ThermoFisher or Zeiss microscope saved it; its tags give pixel size and data bar")
	private String tags = "";

	@Parameter(label = "Slice thickness (nm)", persist = false, required = false, description = "Distance between slices; needed with tags, else 0: the image's own")
	private double thickness = 0;

	@Parameter(label = "Data bar (rows)", persist = false, required = false, description = "Rows cut off below; 0: as the tags say, else none")
	private int databar = 0;

	@Parameter(label = "Tilt (degrees)", persist = false, required = false,
		description = "Angle between beam and milled face; rows become 1/sin(angle) higher. 0: none; 52 on most microscopes")
	private double tilt = 0;

	@Parameter(label = "Shear of the milled face", persist = false, required = false,
		description = "Take back the climb of the face through the image by thickness x cos(tilt) for each slice; off if the microscope follows the face")
	private boolean shear = false;

	@Parameter(label = "Align", choices = { "auto", "content", "bodies", "fiducial", "none" }, persist = false, required = false,
		description = "auto: by what keeps its place over all slices, else by many bodies, else fast motion alone; content: by all structure, slow motion left alone; "
			+ "bodies: by the motion that bodies of random slant share; fiducial: by a region that stands still; none")
	private String align = "auto";

	@Parameter(label = "Trend (slices)", persist = false, required = false,
		description = "align=content: motion slower than this is left alone, for it may be slanted structure; 0: all motion is taken back")
	private double trend = 10;

	@Parameter(label = "Fiducial region", persist = false, required = false, description = "align=fiducial: x,y,width,height in pixels of a cap edge or milled mark")
	private String fiducial = "";

	@Parameter(label = "Mend turned slices", persist = false, required = false,
		description = "Also take back rotation (up to about 10 degrees), stretch and shear of single slices")
	private boolean affine = false;

	@Parameter(label = "Transforms", persist = false, required = false, description = "CSV or JSON of an earlier run to apply instead of aligning")
	private String transforms = "";

	@Parameter(label = "Take curtaining off", persist = false, required = false, description = "Stripes along y")
	private boolean destripe = true;

	@Parameter(label = "Stripe length (pixels)", persist = false, required = false, description = "Shorter stripes stay; 0: a quarter of the rows")
	private double stripelength = 0;

	@Parameter(label = "Take shading off", persist = false, required = false, description = "Shading in the slice and grey drift between slices")
	private boolean shading = true;

	@Parameter(label = "Denoise (strength)", persist = false, required = false, description = "0: none; 2 to 3 noise standard deviations are usual")
	private double denoise = 0;

	@Parameter(label = "Crop to the common field", persist = false, required = false, description = "Off: borders repeat the nearest pixel")
	private boolean crop = true;

	@Parameter(label = "Preview", persist = false, required = false,
		description = "Only show one slice as recorded and, beside it, without stripes, shading and noise; nothing is aligned or written")
	private boolean preview = false;

	@Parameter(label = "Slice of the preview", persist = false, required = false, description = "Counted from 1; 0: the one that is shown")
	private int slice = 0;

	@Parameter(type = ItemIO.OUTPUT, label = "Preview")
	private ImagePlus look;

	@Parameter(type = ItemIO.OUTPUT, label = "Prepared stack")
	private ImagePlus prepared;

	@Parameter(type = ItemIO.OUTPUT, label = "Transforms")
	private ResultsTable moves;

	@Parameter(type = ItemIO.OUTPUT, label = "Faulty slices")
	private String faults = "";

	@Parameter(type = ItemIO.OUTPUT, label = "What the alignment rests on")
	private String basis = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Standard error of the path (pixels)")
	private double patherror = Double.NaN;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final MicroscopeTags read = tags.isBlank() ? null : MicroscopeTags.read("tags", tags);
		final VoxelGrid recorded = recorded(imp, read);
		final String name = sample();
		if (tilt != 0 && imp.getProp(TILT) != null) throw new IllegalArgumentException("Image \"" + imp.getTitle() + "\" had its tilt of " + imp.getProp(TILT)
			+ " degrees corrected already and tilt=" + tilt + "; a second correction would be wrong, so use tilt=0.");
		final VoxelGrid upright = tilt == 0 ? recorded : Tilt.corrected(recorded, tilt);
		final double climb = !shear ? 0 : tilt == 0 ? Double.NaN : Tilt.shearPx(recorded, tilt);
		if (Double.isNaN(climb)) throw new IllegalArgumentException("shear=true needs the angle between beam and milled face; give tilt=.");
		final Cleaning how = new Cleaning(!destripe ? 0 : stripelength == 0 ? Math.max(1, recorded.ny() / 4.0) : stripelength, shading, denoise);
		final FloatVolume raw = Images.rows(Images.grey(imp, grid(imp, recorded)), recorded);
		if (preview) {
			look = SlicePreview.cleaned(imp, name, raw, how, slice);
			Screen.publish(look);
			return;
		}
		try (OutputFolder out = output()) {
			if (out != null) List.of("-prepared.tif", "-transforms.csv", "-transforms.json").forEach(s -> out.target(name + s));
			final FloatVolume clean = PreparedStack.cleaned(raw, how);
			final Alignment found = found(raw, how, climb, progress.part(0, 0.6));
			final List<SliceMove> list = found.moves();
			basis = found.note();
			patherror = found.errorPx();
			final int[] field = crop ? PreparedStack.common(recorded, list) : new int[] { 0, 0, recorded.nx(), recorded.ny() };
			final Object[] planes = PreparedStack.planes(clean, list, field, denoise, imp.getBitDepth(), threads(), progress.part(0.6, 1));
			final VoxelGrid g = new VoxelGrid(field[2], field[3], upright.nz(), upright.dxUm(), upright.dyUm(), upright.dzUm(), upright.originUm().plus(
				new org.dendritej.core.geom.Vec3(field[0] * upright.dxUm(), field[1] * upright.dyUm(), 0)));
			prepared = tied(NewStack.of(name + "-prepared", g, z -> planes[z]), name);
			if (tilt != 0 || imp.getProp(TILT) != null) prepared.setProp(TILT, tilt != 0 ? String.valueOf(tilt) : imp.getProp(TILT));
			prepared.setDisplayRange(imp.getDisplayRangeMin(), imp.getDisplayRangeMax());
			moves = Tables.of(TransformTable.COLUMNS, list);
			faults = list.stream().filter(m -> !m.fault().isEmpty()).map(m -> (m.slice() + 1) + ": " + m.fault()).collect(Collectors.joining("; "));
			if (out != null) {
				out.add(name + "-prepared.tif", f -> Pictures.writeTiff(prepared, f));
				out.addText(name + "-transforms.csv", Csv.text(TransformTable.COLUMNS, list));
				out.addText(name + "-transforms.json", TransformTable.json(list, basis));
				out.commit();
			}
		}
		Screen.tell(name + ": " + basis);
		Screen.publish(prepared);
		Screen.show(moves, name + " transforms");
	}

	/** Geometry of the slices without their data bar. */
	private VoxelGrid recorded(final ImagePlus imp, final MicroscopeTags read) {
		if (thickness < 0 || Double.isNaN(thickness) || read != null && thickness == 0) throw new IllegalArgumentException("thickness=" + thickness
			+ " nm is not a distance between slices; give a positive one (the tags of a slice do not tell it).");
		final VoxelGrid g = read == null ? grid() : VoxelGrid.of(imp.getWidth(), imp.getHeight(), imp.getStackSize(), read.pixelXUm(), read.pixelYUm(),
			thickness / 1000);
		final int bar = databar != 0 ? databar : read == null ? 0 : Math.max(0, imp.getHeight() - read.rows());
		if (bar < 0 || bar > imp.getHeight() - 16) throw new IllegalArgumentException("databar=" + bar + " rows do not leave 16 of the image's "
			+ imp.getHeight() + " rows; give 0 to " + Math.max(0, imp.getHeight() - 16) + ".");
		return new VoxelGrid(g.nx(), g.ny() - bar, g.nz(), g.dxUm(), g.dyUm(), thickness == 0 ? g.dzUm() : thickness / 1000, g.originUm());
	}

	private static VoxelGrid grid(final ImagePlus imp, final VoxelGrid r) {
		return new VoxelGrid(imp.getWidth(), imp.getHeight(), r.nz(), r.dxUm(), r.dyUm(), r.dzUm(), r.originUm());
	}

	private Alignment found(final FloatVolume raw, final Cleaning how, final double climb, final Progress progress) {
		final int n = raw.grid().nz();
		if (!transforms.isBlank()) return new Alignment(TransformTable.read(transforms, n), "file", null, 0, Double.NaN, 0);
		if (!align.equals("none")) {
			final Alignment a = PreparedStack.aligned(raw, how, options().withAffine(affine), threads(), progress);
			return a.basis().equals("content") && trend != 0 ? a.with(climbed(a.moves(), climb)) : a;
		}
		final List<SliceMove> still = IntStream.range(0, n).mapToObj(SliceMove::none).toList();
		final List<SliceMove> even = shading ? PreparedStack.evened(PreparedStack.cleaned(raw, how), still, threads(), progress) : still;
		return new Alignment(climbed(even, climb), "none", null, 0, Double.NaN, 0);
	}

	/** The same moves with the climb of the face taken back; only where the slow motion is not measured. */
	private static List<SliceMove> climbed(final List<SliceMove> moves, final double climb) {
		return climb == 0 ? moves : moves.stream().map(m -> m.at(m.dxPx(), m.dyPx() - m.slice() * climb, 1)).toList();
	}

	private AlignOptions options() {
		if (align.equals("content")) return AlignOptions.content(trend);
		if (align.equals("auto")) return AlignOptions.auto();
		if (align.equals("bodies")) return AlignOptions.bodies();
		if (!align.equals("fiducial")) throw new IllegalArgumentException("align=" + align + " is not known; use auto, content, bodies, fiducial or none.");
		final String[] p = fiducial.split(",", -1);
		try {
			if (p.length == 4) return AlignOptions.fiducial(Integer.parseInt(p[0].strip()), Integer.parseInt(p[1].strip()), Integer.parseInt(p[2].strip()), Integer
				.parseInt(p[3].strip()));
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException("fiducial=" + fiducial + " is not a region; give x,y,width,height in whole pixels, such as fiducial=10,10,200,80.");
	}
}
