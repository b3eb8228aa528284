// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A session in which a command runs through, with values that are not its defaults.
 *
 * @param label the command
 * @param setup macro that prepares the session
 * @param image title of the image it works on, or null
 * @param values its keys
 * @param refusal what it says where it needs a window; empty if it runs through
 */
record Scene(String label, String setup, String image, Map<String, Object> values, String refusal) {

	private static final String MADE = "run('Make Synthetic Specimen', 'kind=ending size=96,96,32 count=2 poreradius=0.4 sample=[s 1]');";
	private static final String PORES = MADE + "run('Label Pores', 'image=[s 1-classes]');";
	private static final String CRACKS = PORES + "run('Skeletonize Cracks', 'image=[s 1-classes] labels=[s 1-pore-labels]');";
	private static final String TRACER = "run('Make Synthetic Specimen', 'kind=magnesium poreradius=1.2 cracklength=2 size=300,240,120 sample=tracer');";
	private static final String LIDS = "run('Make Synthetic Specimen', 'kind=spallation count=1 poreradius=6 cracklength=4 crackwidth=750 size=80,40,80 voxel=0.25,0.25,0.25 sample=lids');";

	static List<Scene> all(final Path folder) throws IOException {
		final Path table = Files.writeString(folder.resolve("a table.csv"), "label,number\n1,0.5\n2,1.5\n");
		final Path cells = Files.writeString(folder.resolve("cells.csv"), "sample,density_percent,count,area_mm2\nA,83,41,0.8\nB,90,22,0.8\nC,99,3,0.8\n");
		final String sidecar = folder.resolve("s 1.dendritej.json").toString();
		final String saved = CRACKS + "run('Save Microstructure', \"sample=[s 1] folder=[" + folder + "] overwrite=true\");";
		final List<Scene> s = new ArrayList<>();
		s.add(of("Make Synthetic Specimen", "", null, Map.of("kind", "spheres", "size", "64,60,30", "voxel", "0.05,0.05,0.1", "count", 3, "sample", "a 'b' \u00b5")));
		s.add(of("Prepare FIB-SEM Stack", MADE, "s 1-grey", Map.of("align", "content")));
		s.add(of("Segment Pores and Cracks", MADE, "s 1-grey", Map.of("interval", true, "sample", "\u732b 1")));
		s.add(of("Label Pores", MADE, "s 1-classes", Map.of("voxel", "0.05,0.05,0.2", "outlines", true, "electrodearea", 1.0, "threads", 2, "sample", "t 2")));
		s.add(of("Label Pores", PORES, "s 1-classes", Map.of("objects", "s 1-pore-labels", "minvoxels", 20, "sample", "given")));
		s.add(of("Skeletonize Cracks", PORES, "s 1-classes", Map.of("labels", "s 1-pore-labels", "grey", "s 1-grey", "mesh", "ply", "overlay", true)));
		s.add(of("Skeletonize Cracks", PORES, "s 1-classes", Map.of("before", "s 1-classes", "capacity", 0.5)));
		s.add(of("Measure Spallations", LIDS, "lids-classes", Map.of("mode", "volume", "capacity", 0.5, "current", 0.5)));
		s.add(of("Measure Spallations", "", null, Map.of("compare", cells.toString(), "sample", "batch")));
		s.add(of("Overlay Magnesium Map", TRACER, null, Map.of("magnesium", "tracer-magnesium", "labels", "tracer-magnesium-labels", "sample", "tracer")));
		s.add(of("Map Current Distribution", PORES, "s 1-classes", Map.of("pores", "s 1-pore-labels", "metal", "all", "distance", 2.0)));
		s.add(of("Map Sphere Array", "", null, Map.of("vary", "depth", "resolution", 4.0, "points", 3)));
		s.add(of("Predict Dendrite Initiation", CRACKS, null, Map.of("sample", "s 1", "poreseparation", 8.0, "samples", 50)));
		s.add(of("Predict Dendrite Initiation", "", null, Map.of("sample", "typed", "poreradius", 2.3, "poreseparation", 10.0, "cracklength", 2.5, "crackwidth",
			158.0, "sweep", "temperature", "range", "278.15,353.15", "preset", "B", "samples", 50)));
		s.add(of("Write Report", CRACKS, null, Map.of("sample", "s 1")));
		s.add(of("Write Report", saved, null, Map.of("file", sidecar)));
		s.add(of("Save Microstructure", CRACKS, null, Map.of("sample", "s 1")));
		s.add(of("Load Microstructure", saved, null, Map.of("file", sidecar)));
		s.add(of("Cite DendriteJ", CRACKS, null, Map.of("sample", "s 1")));
		s.add(of("Color Labels by Value", PORES, "s 1-pore-labels", Map.of("column", "depth_um")));
		s.add(of("Color Labels by Value", PORES, "s 1-pore-labels", Map.of("column", "number", "table", table.toString(), "low", 0.1, "high", 2.0)));
		s.add(of("Color Labels by Value", CRACKS, "s 1-classes", Map.of("column", "width_mean_nm", "rows", "cracks")));
		s.add(of("Orthogonal Label Views", PORES, "s 1-pore-labels", Map.of("grey", "s 1-grey", "column", "volume_um3", "cursor", "40,30,12", "opacity", 0.4)));
		s.add(of("Render Turntable", CRACKS, "s 1-classes", Map.of("values", "s 1-crack-width", "phases", "2", "frames", 3, "size", 200, "box", false)));
		s.add(of("Render Turntable", PORES, "s 1-pore-labels", Map.of("column", "radius_eq_um", "frames", 2, "size", 200, "shading", "depth", "background",
			"black", "projection", "orthographic", "face", "Z+")));
		s.add(of("Export Label Meshes", PORES, "s 1-pore-labels", Map.of("each", true, "mesh", "ply", "smooth", 0)));
		s.add(of("Export Label Meshes", MADE, "s 1-classes", Map.of("phases", "1,2")));
		s.add(new Scene("Show Labels in 3D Viewer", PORES, "s 1-pore-labels", Map.of("viewer", "BigDataViewer"), "BigDataViewer needs a window"));
		s.add(new Scene("Send Labels to 3D Manager", PORES, "s 1-pore-labels", Map.of("prefix", "void", "column", "radius_eq_um"), "needs a window"));
		s.add(new Scene("Compare with 3D ImageJ Suite", PORES, "s 1-pore-labels", Map.of(), "needs a window"));
		return s;
	}

	private static Scene of(final String label, final String setup, final String image, final Map<String, Object> values) {
		return new Scene(label, setup, image, values, "");
	}
}
