// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;

import org.dendritej.core.crack.CrackNetwork;
import org.dendritej.core.crack.CrackResult;
import org.dendritej.core.crack.GraphNode;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Column;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Chart;
import org.dendritej.io.Csv;
import org.dendritej.io.MeshFile;
import org.dendritej.io.OutputFolder;

import ij.ImagePlus;

/** What Skeletonize Cracks writes beside its tables: the graph, the histogram of widths, and meshes. */
final class CrackViews {

	private static final int BINS = 30;

	private CrackViews() {}

	/** One bin of the histogram of widths. */
	record Bin(double fromNm, double toNm, double length, double volume) {

		static final List<Column<Bin>> COLUMNS = List.of(new Column<>("from_nm", "lower edge", Bin::fromNm), new Column<>("to_nm",
			"upper edge", Bin::toNm), new Column<>("branch_length_share", "share of the length of all branches, by their mean width",
				Bin::length), new Column<>("volume_share", "share of the cracks' volume, by local thickness", Bin::volume));
	}

	static void graph(final OutputFolder out, final String name, final CrackResult r) {
		out.addText(name + "-graph.graphml", CrackNetwork.graphMl(r.links(), r.occludedPores(), r.openPores()));
		out.addText(name + "-graph-nodes.csv", Csv.text(GraphNode.COLUMNS, nodes(r)));
	}

	/** Shares of length and volume by width. */
	static List<Bin> histogram(final List<Branch> branches, final float[][] thicknessNm) {
		double most = 0;
		for (final Branch b : branches)
			// not Math.max: a branch whose width was not measured must not take the others' scale with it
			if (b.widthMeanNm() > most) most = b.widthMeanNm();
		for (final float[] p : thicknessNm)
			for (final float w : p)
				most = Math.max(most, w);
		final double bin = most > 0 ? most / BINS : 1;
		final double[] length = new double[BINS], volume = new double[BINS];
		double lengths = 0, volumes = 0;
		for (final Branch b : branches)
			if (b.widthMeanNm() > 0) {
				length[Math.min(BINS - 1, (int) (b.widthMeanNm() / bin))] += b.lengthUm();
				lengths += b.lengthUm();
			}
		for (final float[] p : thicknessNm)
			for (final float w : p)
				if (w > 0) {
					volume[Math.min(BINS - 1, (int) (w / bin))]++;
					volumes++;
				}
		final List<Bin> bins = new java.util.ArrayList<>();
		for (int i = 0; i < BINS; i++)
			bins.add(new Bin(i * bin, (i + 1) * bin, lengths > 0 ? length[i] / lengths : 0, volumes > 0 ? volume[i] / volumes : 0));
		return bins;
	}

	static Chart chart(final String name, final List<Bin> bins) {
		final double[] edges = new double[BINS + 1];
		for (int i = 0; i < BINS; i++)
			edges[i + 1] = bins.get(i).toNm();
		return new Chart(name + " crack widths", "Crack width (nm)", "Share").steps("branches, by length", edges, bins.stream().mapToDouble(Bin::length)
			.toArray()).steps("local thickness of the mask, by volume", edges, bins.stream().mapToDouble(Bin::volume).toArray());
	}

	static void histogram(final OutputFolder out, final String name, final List<Bin> bins, final Chart chart) {
		out.addText(name + "-crack-widths.csv", Csv.text(Bin.COLUMNS, bins));
		out.add(name + "-crack-widths.png", chart::write);
	}

	static List<GraphNode> nodes(final CrackResult r) {
		return CrackNetwork.nodes(r.links(), r.occludedPores(), r.openPores());
	}

	/** Shows the slice of each image in which there is most of the skeleton: the middle one often holds no crack. */
	static void turnTo(final byte[][] skeleton, final ImagePlus... images) {
		int best = skeleton.length / 2, most = 0;
		for (int z = 0; z < skeleton.length; z++) {
			int n = 0;
			for (final byte b : skeleton[z])
				if (b != 0) n++;
			if (n > most) {
				most = n;
				best = z;
			}
		}
		for (final ImagePlus imp : images)
			if (imp != null) imp.setSlice(best + 1);
	}

	/** Meshes of the cracks and, where there are any, of the pores. */
	static void mesh(final OutputFolder out, final String name, final String mesh, final Phase cracks, final Phase pores,
		final Progress progress)
	{
		if (mesh == null || mesh.isBlank() || mesh.equalsIgnoreCase("none")) return;
		final MeshFile format = MeshFile.parse(mesh);
		Meshes.requireFolder(out, "mesh", mesh);
		Meshes.stage(out, name + "-cracks", cracks, format, progress);
		if (pores != null) Meshes.stage(out, name + "-pores", pores, format, progress);
	}

	/** The pores as a phase: labels where there are any, else class 1 of a class image. */
	static Phase pores(final Phase cracks, final org.dendritej.core.geom.IntVolume labels) {
		if (labels == null) return cracks.value() == 2 ? new Phase(cracks.volume(), 1) : null;
		return new Phase(ByteVolume.of(cracks.grid(), z -> {
			final int[] l = labels.plane(z);
			final byte[] p = new byte[l.length];
			for (int i = 0; i < p.length; i++)
				p[i] = (byte) (l[i] > 0 ? 1 : 0);
			return p;
		}), 1);
	}
}
