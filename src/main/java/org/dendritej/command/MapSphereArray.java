// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.field.ArrayFigure;
import org.dendritej.core.field.SphereShares;
import org.dendritej.core.record.Column;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Chart;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** The idealised specimen of the first paper from numbers alone: spheres on a lattice, one length varied. */
@Plugin(type = Command.class, label = "Map Sphere Array", menuPath = "Plugins>DendriteJ>Map Sphere Array",
	description = "Current collected by spheres on a square lattice under an electrode, against their size ratio, depth or separation.")
public class MapSphereArray extends SuiteCommand {

	private static final List<Column<SphereShares>> COLUMNS = List.of(new Column<>("radius_um", "radius of the spheres at the corners", a -> a.array()
		.radiusUm()), new Column<>("separation_um", "pitch of the lattice", a -> a.array().pitchUm()), new Column<>("depth_um",
			"depth of their centres", a -> a.array().depthUm()), new Column<>("crack_length_um", "electrolyte above them", ArrayFigure::crackUm),
		new Column<>("small_radius_um", "radius of the spheres at the cells' centres", ArrayFigure::smallUm), new Column<>("size_ratio",
			"small over large radius", ArrayFigure::ratio), new Column<>("kinetic_length_um", "sigma r_int", a -> a.array().lambdaUm()),
		new Column<>("collecting_area_um2", "electrode area whose current a sphere takes", SphereShares::collectingAreaUm2), new Column<>(
			"current_share", "share of the current of its cell", SphereShares::share), new Column<>("small_collecting_area_um2",
				"the same for a small sphere", SphereShares::centreCollectingAreaUm2), new Column<>("small_of_both",
					"small sphere's part of what both take", SphereShares::centreOfBoth), new Column<>("electrode_share", "share of the flat electrode",
						SphereShares::electrodeShare), new Column<>("voxel_um", "voxel edge of the solution", SphereShares::voxelUm));

	@Parameter(label = "Varied length", choices = { "ratio", "depth", "separation" }, persist = false, required = false,
		description = "ratio: a smaller sphere beside each large one; depth: the crack length; separation: the lattice's pitch")
	private String vary = "ratio";

	@Parameter(label = "Radius (um)", persist = false, required = false, description = "Of the spheres; 2.3 is that of the 83 % dense pellet")
	private double radius = 2.3;

	@Parameter(label = "Separation (um)", persist = false, required = false, description = "Pitch of the square lattice")
	private double separation = 10;

	@Parameter(label = "Crack length (um)", persist = false, required = false, description = "Electrolyte between electrode and sphere")
	private double cracklength = 2.5;

	@Parameter(label = "From", persist = false, required = false, description = "First value of the varied length (ratio: 0 to 1, else um); 0: as the paper's range")
	private double from = 0;

	@Parameter(label = "Up to", persist = false, required = false, description = "Last value of the varied length; 0: as the paper's range")
	private double upto = 0;

	@Parameter(label = "Points", persist = false, required = false, description = "2 to 50 values, evenly spaced")
	private int points = 7;

	@Parameter(label = "Conductivity (S/m)", persist = false, required = false, description = "Matters only with an interface resistance")
	private double sigma = 0.2;

	@Parameter(label = "Interface resistance (ohm cm2)", persist = false, required = false, description = "Of all lithium, linear kinetics; 0: none")
	private double rint = 0;

	@Parameter(label = "Voxels per radius", persist = false, required = false, description = "Of the smallest sphere, at least 4 (areas within 4 %; 8: 2 %)")
	private double resolution = 5;

	@Parameter(type = ItemIO.OUTPUT, label = "Sphere array")
	private ResultsTable table;

	@Override
	protected void work(final Progress progress) {
		final ArrayFigure figure = ArrayFigure.of(vary, radius, separation, cracklength, sigma, rint, from, upto, points);
		final String stem = "array-" + vary;
		try (OutputFolder out = output()) {
			final Views views = new Views(out, typedSample().isEmpty() ? "spheres" : typedSample());
			views.reserve(stem + ".csv");
			final List<SphereShares> solved = figure.solve(resolution, threads(), progress);
			views.chart(stem, chart(figure, solved));
			table = views.table(stem, COLUMNS, solved);
			if (out != null) out.commit();
		}
	}

	private Chart chart(final ArrayFigure figure, final List<SphereShares> solved) {
		final List<Double> x = new ArrayList<>();
		solved.forEach(s -> x.add(figure.abscissa(s)));
		final Chart chart = new Chart("Sphere array", figure.label(), "Share of the current");
		final double[] at = x.stream().mapToDouble(v -> v).toArray();
		if (vary.equals("ratio")) return chart.points("small sphere of both", at, solved.stream().mapToDouble(SphereShares::centreOfBoth)
			.toArray(), null, null, "circle").line("area ratio (kinetic limit)", at, solved.stream().mapToDouble(ArrayFigure::areaRatio).toArray());
		return chart.points("spheres", at, solved.stream().mapToDouble(SphereShares::share).toArray(), null, null, "circle").points(
			"flat electrode", at, solved.stream().mapToDouble(SphereShares::electrodeShare).toArray(), null, null, "box");
	}
}
