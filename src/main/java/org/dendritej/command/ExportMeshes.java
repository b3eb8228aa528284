// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.mesh.LabelBoxes;
import org.dendritej.core.mesh.SurfaceMesh;
import org.dendritej.core.record.Column;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Images;
import org.dendritej.ij.Screen;
import org.dendritej.ij.Tables;
import org.dendritej.io.Csv;
import org.dendritej.io.MeshFile;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Writes closed surfaces of labels, classes or masks as STL or PLY: one mesh for all, or one for each label. */
@Plugin(type = Command.class, label = "Export Label Meshes", menuPath = "Plugins>DendriteJ>Export Label Meshes",
	description = "Closed surfaces of labels, classes or masks in um as STL or PLY files: together, or one for each label.")
public class ExportMeshes extends ImageCommand {

	/** More files than this in one folder help nobody. */
	private static final int MOST = 10_000;

	@Parameter(label = "Format", choices = { "stl", "ply" }, persist = false, required = false,
		description = "stl: three corners per triangle, for printing and finite elements; ply: shared vertices, smaller")
	private String mesh = "stl";

	@Parameter(label = "Classes", persist = false, required = false, description = "Of a class image, one mesh each, such as 1,2; of no effect for labels and masks")
	private String phases = "1,2";

	@Parameter(label = "One mesh per label", persist = false, required = false, description = "Of a label image; off: all labels in one mesh")
	private boolean each = false;

	@Parameter(label = "Smoothing rounds", min = "0", max = "100", persist = false, required = false,
		description = "Taubin's pairs of steps, no vertex moving more than half a voxel; 0 keeps the steps of the voxels and their exact volume")
	private int smooth = Meshes.ROUNDS;

	@Parameter(type = ItemIO.OUTPUT, label = "Meshes")
	private ResultsTable table;

	/**
	 * What was written.
	 *
	 * @param name end of the file's name
	 * @param mesh the surface
	 */
	private record Written(String name, SurfaceMesh mesh) {}

	private static final List<Column<Written>> COLUMNS = List.of(new Column<>("mesh", "what it shows", Written::name), new Column<>("triangles",
		"how many", w -> w.mesh.triangles()), new Column<>("area_um2", "of the mesh", w -> w.mesh.areaUm2()), new Column<>("volume_um3",
			"inside the mesh", w -> w.mesh.volumeUm3()));

	@Override
	protected void work(final Progress progress) {
		final ImagePlus imp = image(true);
		final VoxelGrid grid = grid();
		final MeshFile format = MeshFile.parse(mesh);
		if (smooth < 0 || smooth > 100) throw new IllegalArgumentException("smooth=" + smooth + " is not possible; give 0 to 100.");
		try (OutputFolder out = output()) {
			Meshes.requireFolder(out, "mesh", mesh);
			final String name = sample();
			Images.requireLabels(imp);
			final boolean labelled = LabelCommand.isLabels(imp, grid, progress);
			if (each && !labelled) throw new IllegalArgumentException("each=true needs a label image and \"" + imp.getTitle()
				+ "\" is a class image or mask; give the label image that Label Pores makes.");
			final List<Written> made = each ? each(Images.labels(imp, grid), progress) : labelled ? together(Images.labels(imp, grid), progress) : classes(
				imp, grid, progress);
			for (final Written w : made)
				Meshes.stage(out, name + "-" + w.name, w.mesh, format);
			out.addText(name + "-meshes.csv", Csv.text(COLUMNS, made));
			out.commit();
			table = Tables.of(COLUMNS, made);
			Screen.show(table, name + " meshes");
		}
	}

	private Written made(final String name, final SurfaceMesh steps, final Progress progress) {
		if (steps.triangles() == 0) throw new IllegalArgumentException("There is nothing to mesh: the image holds no voxel of " + name
			+ "; give labels, or name the classes that it holds with phases=.");
		return new Written(name, smooth == 0 ? steps : steps.smoothed(smooth, progress));
	}

	private List<Written> classes(final ImagePlus imp, final VoxelGrid grid, final Progress progress) {
		final List<Written> out = new ArrayList<>();
		for (final int c : LabelCommand.parse(phases)) {
			final Phase phase = Images.phase(imp, grid, c, "class " + c);
			final boolean mask = phase.value() == 255;
			out.add(made(mask ? "mask" : c == 1 ? "pores" : c == 2 ? "cracks" : "class" + c, SurfaceMesh.of(phase, progress), progress));
			if (mask) break;
		}
		return out;
	}

	private List<Written> together(final IntVolume labels, final Progress progress) {
		return List.of(made("labels", SurfaceMesh.of(labels, progress), progress));
	}

	/** One after the other; the labels are held in memory, 4 bytes per voxel. */
	private List<Written> each(final IntVolume labels, final Progress progress) {
		final int[][] planes = new int[labels.grid().nz()][];
		for (int z = 0; z < planes.length; z++)
			planes[z] = labels.plane(z);
		final LabelBoxes boxes = new LabelBoxes(IntVolume.of(labels.grid(), planes), progress);
		if (boxes.count() > MOST) throw new IllegalArgumentException("each=true asks for " + boxes.count() + " files, more than " + MOST
			+ "; raise minvoxels= of Label Pores, crop the image, or leave each= out.");
		final List<Written> out = new ArrayList<>();
		for (final int l : boxes.labels()) {
			progress.check();
			progress.report((double) out.size() / boxes.count(), "Meshing labels");
			out.add(made(String.format(Locale.ROOT, "label%05d", l), SurfaceMesh.of(boxes.box(l), l, Progress.NONE), Progress.NONE));
		}
		return out;
	}
}
