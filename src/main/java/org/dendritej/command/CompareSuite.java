// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Images;
import org.dendritej.ij.Screen;
import org.dendritej.ij.Tables;
import org.dendritej.ij.ThreeDSuite;
import org.dendritej.ij.ThreeDSuite.Measure;
import org.dendritej.io.Csv;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Puts what the 3D ImageJ Suite measures of each pore beside what Label Pores measured, in one table. */
@Plugin(type = Command.class, label = "Compare with 3D ImageJ Suite", menuPath = "Plugins>DendriteJ>Compare with 3D ImageJ Suite",
	description = "Volumes, surfaces, diameters and sphericities of the pores, by Label Pores and by the 3D ImageJ Suite, label by label.")
public class CompareSuite extends ImageCommand {

	/**
	 * One label.
	 *
	 * @param ours as Label Pores measured it, or null
	 * @param label its number
	 * @param theirs as the suite measured it, or empty
	 */
	record Row(int label, Pore ours, Map<Measure, Double> theirs) {

		double their(final Measure m) {
			return theirs.getOrDefault(m, Double.NaN);
		}

		double our(final java.util.function.ToDoubleFunction<Pore> of) {
			return ours == null ? Double.NaN : of.applyAsDouble(ours);
		}

		static final List<Column<Row>> COLUMNS = List.of(new Column<>("label", "number in the label image", Row::label), new Column<>("voxels",
			"by Label Pores", r -> r.our(Pore::voxels)), new Column<>("suite_voxels", "by the suite", r -> r.their(Measure.VOXELS)), new Column<>(
				"volume_um3", "by Label Pores", r -> r.our(Pore::volumeUm3)), new Column<>("suite_volume_um3", "by the suite", r -> r.their(
					Measure.VOLUME)), new Column<>("volume_ratio", "the suite's over ours", r -> r.their(Measure.VOLUME) / r.our(Pore::volumeUm3)),
			new Column<>("surface_um2", "by Label Pores (Crofton, cuts left out)", r -> r.our(Pore::surfaceUm2)), new Column<>("suite_surface_um2",
				"by the suite (faces of voxels)", r -> r.their(Measure.SURFACE)), new Column<>("surface_ratio", "the suite's over ours", r -> r.their(
					Measure.SURFACE) / r.our(Pore::surfaceUm2)), new Column<>("feret_max_um", "by Label Pores", r -> r.our(Pore::feretMaxUm)), new Column<>(
						"suite_feret_um", "by the suite", r -> r.their(Measure.FERET)), new Column<>("sphericity", "by Label Pores", r -> r.our(
							Pore::sphericity)), new Column<>("suite_sphericity", "by the suite", r -> r.their(Measure.SPHERICITY)), new Column<>(
								"elongation", "largest over middle radius of the ellipsoid, by Label Pores", r -> r.our(p -> p.ellipsoidUm().x() / p.ellipsoidUm()
									.y())), new Column<>("suite_elongation", "by the suite", r -> r.their(Measure.ELONGATION)));
	}

	@Parameter(type = ItemIO.OUTPUT, label = "Comparison")
	private ResultsTable table;

	@Override
	protected void work(final Progress progress) {
		final ImagePlus labels = image(true);
		grid();
		Images.requireLabels(labels);
		try (OutputFolder out = output()) {
			final String name = sample();
			if (out != null) out.target(name + "-suite-comparison.csv");
			final Microstructure m = known(name, out);
			if (m.pores() == null) throw new IllegalArgumentException("Sample \"" + name
				+ "\" has no pores to compare with; run Label Pores on its class image first.");
			if (GraphicsEnvironment.isHeadless()) throw new IllegalArgumentException(
				"The 3D Manager, which measures for the 3D ImageJ Suite, needs a window; run Fiji with one.");
			final List<Row> rows = rows(m.pores().rows(), new ThreeDSuite(Screen.plugins()).measure(labels));
			table = Tables.of(Row.COLUMNS, rows);
			if (out != null) {
				out.addText(name + "-suite-comparison.csv", Csv.text(Row.COLUMNS, rows));
				out.commit();
			}
			Screen.show(table, name + " suite comparison");
		}
	}

	/** Every label of either side once. */
	static List<Row> rows(final List<Pore> ours, final Map<Integer, Map<Measure, Double>> theirs) {
		final Map<Integer, Pore> own = new TreeMap<>();
		ours.forEach(p -> own.put(p.label(), p));
		final TreeMap<Integer, Row> rows = new TreeMap<>();
		own.forEach((label, p) -> rows.put(label, new Row(label, p, theirs.getOrDefault(label, Map.of()))));
		theirs.forEach((label, m) -> rows.computeIfAbsent(label, l -> new Row(l, null, m)));
		return new ArrayList<>(rows.values());
	}
}
