// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.model.ImagePrediction;
import org.dendritej.core.model.InitiationOptions;
import org.dendritej.core.model.OccludedRow;
import org.dendritej.core.model.PoreFracture;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Chart;
import org.dendritej.ij.FractureMap;
import org.dendritej.ij.Images;
import org.dendritej.ij.Screen;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Image mode: every pore with its own cracks, weakest first, as tables, as a plot and in the image. */
final class FractureViews {

	private final Views views;
	private final ImagePrediction image;

	FractureViews(final Views views, final Microstructure sample, final InitiationOptions options, final Progress progress) {
		this.views = views;
		if (sample == null) throw new IllegalArgumentException(
			"mode=image needs a measured sample; run Label Pores and Skeletonize Cracks first, or use mode=paper with typed numbers.");
		image = ImagePrediction.predict(sample, options, magnesiumIdsArePores(sample), progress);
	}

	/** Only then do the numbers of the magnesium table mean the same objects. */
	private static boolean magnesiumIdsArePores(final Microstructure m) {
		return m.magnesium() != null && (m.sample() + "-pore-labels").equals(m.magnesium().provenance().parameters().get("labels"));
	}

	ImagePrediction prediction() {
		return image;
	}

	/** Both tables and the plot; gives the table of connected pores. */
	ResultsTable tables() {
		final ResultsTable t = views.table("fracture-currents", PoreFracture.COLUMNS, image.connected().pores());
		if (!image.occluded().isEmpty()) views.table("occluded-pores", OccludedRow.COLUMNS, image.occluded());
		final List<PoreFracture> pores = image.connected().pores();
		if (pores.isEmpty()) return t;
		final double[] x = new double[pores.size()], y = new double[pores.size()];
		for (int i = 0; i < x.length; i++) {
			x[i] = pores.get(i).fractureMaCm2();
			y[i] = i + 1;
		}
		views.chart("fracture-currents", new Chart(views.sample() + " fracture currents", "Fracture current density (mA/cm2)", "Pores that cracked below it")
			.logarithmic(true, true).points("connected pores", x, y, null, null, "circle"));
		return t;
	}

	/** The weakest pores in the image; null without a label image or without a connected pore. */
	ImagePlus map(final ImagePlus labels, final ImagePlus grey, final VoxelGrid grid) {
		if (labels == null || image.connected().pores().isEmpty()) return null;
		final Map<Integer, Double> currents = new HashMap<>();
		image.connected().pores().forEach(p -> currents.put(p.pore(), p.fractureMaCm2()));
		final FractureMap map = new FractureMap(Images.labels(labels, grid), image.connected().pores().stream().map(PoreFracture::pore).toList(), currents);
		final ImagePlus stack = map.stack(views.sample() + "-fracture-map");
		stack.setProp(Images.SAMPLE, views.sample());
		views.stack("fracture-map", stack);
		views.picture("fracture-map", map.picture(views.sample() + " weakest pores", grey));
		Screen.publish(stack);
		return stack;
	}
}
