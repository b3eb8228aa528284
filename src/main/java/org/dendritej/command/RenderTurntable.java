// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.Locale;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.view.Camera;
import org.dendritej.core.view.Look;
import org.dendritej.core.view.Scene;
import org.dendritej.core.view.Turntable;
import org.dendritej.ij.Images;
import org.dendritej.ij.Legend;
import org.dendritej.ij.Pictures;
import org.dendritej.ij.ScenePicture;
import org.dendritej.ij.Screen;
import org.dendritej.ij.ValueColours;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Renders pores and cracks in space while they turn once: frames, PNG series and film, without a 3D viewer or a window. */
@Plugin(type = Command.class, label = "Render Turntable", menuPath = "Plugins>DendriteJ>Render Turntable",
	description = "Pores and cracks as lit surfaces, turning once about the electrode's normal; PNG series and AVI film.")
public class RenderTurntable extends LabelCommand {

	@Parameter(label = "Classes shown", persist = false, required = false, description = "Of a class image, such as 1,2,3; of no effect for labels")
	private String phases = "1,2,3";

	@Parameter(label = "Value image", persist = false, required = false,
		description = "Title of a value image of the same size, such as a crack width or current density, that colours the surface; empty: none")
	private String values = "";

	@Parameter(label = "Electrode face", choices = { "none", "X-", "X+", "Y-", "Y+", "Z-", "Z+" }, persist = false, required = false,
		description = "Side that is up and whose edges are drawn in vermilion; the turn is about its normal")
	private String face = "Y-";

	@Parameter(label = "Frames", min = "1", max = "720", persist = false, required = false, description = "Pictures of one turn, at equal angles")
	private int frames = 36;

	@Parameter(label = "Size (px)", min = "64", max = "4096", persist = false, required = false, description = "Edge of the square picture")
	private int size = 512;

	@Parameter(label = "First angle (deg)", persist = false, required = false, description = "Where the turn begins; 0: as on the slices")
	private double azimuth = 30;

	@Parameter(label = "Elevation (deg)", min = "-90", max = "90", persist = false, required = false, description = "Of the viewer above the horizon")
	private double elevation = 20;

	@Parameter(label = "Projection", choices = { "perspective", "orthographic" }, persist = false, required = false,
		description = "perspective: near parts look larger, the scale bar is right in the middle; orthographic: right everywhere")
	private String projection = "perspective";

	@Parameter(label = "Shading", choices = { "surface", "depth" }, persist = false, required = false,
		description = "surface: lit from the upper left; depth: plain colours, darker with distance")
	private String shading = "surface";

	@Parameter(label = "Background", choices = { "white", "black" }, persist = false, required = false, description = "Behind the bodies")
	private String background = "white";

	@Parameter(label = "Box", persist = false, required = false, description = "Draws the edges of the volume")
	private boolean box = true;

	@Parameter(label = "Frames per second", min = "1", max = "60", persist = false, required = false, description = "Of the film and the shown stack")
	private double rate = 12;

	@Parameter(label = "PNG series", persist = false, required = false, description = "Writes each frame into the folder as a PNG file")
	private boolean series = true;

	@Parameter(label = "AVI film", persist = false, required = false, description = "Writes the turn into the folder as an AVI film (JPEG frames)")
	private boolean film = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Turntable")
	private ImagePlus turntable;

	@Parameter(type = ItemIO.OUTPUT, label = "Triangles")
	private int triangles;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final Camera camera = new Camera(size, ElectrodeFace.parse(face), azimuth, elevation, Choice.of("projection", projection, "perspective",
			"orthographic").equals("perspective"));
		final boolean light = Choice.of("background", background, "white", "black").equals("white");
		final Look look = new Look(Look.Shading.parse(shading), light ? 0xffffff : 0, box);
		if (frames < 1 || frames > 720) throw new IllegalArgumentException("frames=" + frames + " is not possible; give 1 to 720.");
		if (!(rate >= 1 && rate <= 60)) throw new IllegalArgumentException("rate=" + rate + " frames per second is not possible; give 1 to 60.");
		try (OutputFolder out = output()) {
			final Bodies b = bodies(imp, grid, phases, progress.part(0, 0.1));
			final String name = sample();
			if (out != null) out.target(name + "-turntable.avi");
			final Coloured c = coloured(imp, grid, b, progress);
			final Scene scene = Scene.of(b.labels(), c.values, c.paint, progress.part(0.1, 0.4));
			triangles = scene.triangles();
			final int[][] pictures = Turntable.turn(scene, camera, frames, look, threads(), progress.part(0.4, 1));
			turntable = tied(ScenePicture.stack(name + "-turntable", pictures, size, camera.pxPerUm(grid), camera.perspective() ? " in the middle" : "",
				c.legend, light, rate), name);
			if (out != null) stage(out, name);
		}
		Screen.publish(turntable);
	}

	/** The colours of the surface: those of the bodies, or those of a value image. */
	private record Coloured(FloatVolume values, Scene.Paint paint, Legend legend) {}

	private Coloured coloured(final ImagePlus imp, final VoxelGrid grid, final Bodies b, final Progress progress) {
		final ImagePlus shown = Images.named("values", values);
		if (shown == null) return new Coloured(null, b.paint(), b.legend());
		if (b.column() != null) throw new IllegalArgumentException("values=[" + values + "] and column=" + b.column().name()
			+ " both colour the surface; give one of them.");
		Images.requireStack(shown, true);
		Images.requireSameSize(imp, shown, "values");
		final double low = shown.getDisplayRangeMin(), high = shown.getDisplayRangeMax();
		final ValueColours colours = new ValueColours(low, high);
		final String unit = shown.getCalibration().getValueUnit();
		return new Coloured(Images.values(shown, grid), (label, value) -> colours.rgb(value), Legend.bar(shown.getTitle() + ("Gray Value".equals(unit) ? ""
			: " (" + unit + ")"), low, high));
	}

	private void stage(final OutputFolder out, final String name) {
		if (series) for (int k = 1; k <= frames; k++) {
			final int slice = k;
			out.add(String.format(Locale.ROOT, "%s-turntable-%03d.png", name, k), f -> Pictures.writePng(turntable.getStack().getProcessor(slice), f));
		}
		if (film) out.add(name + "-turntable.avi", f -> Pictures.writeAvi(turntable, f));
		out.commit();
	}
}
