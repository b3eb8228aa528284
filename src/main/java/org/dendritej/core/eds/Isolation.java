// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.eds.ElectrodePaths.Route;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.run.Progress;

/**
 * Asks of each object whether magnesium could have come from the electrode.
 * <p>
 * A path bears magnesium as long as no node between object and electrode was judged LI; nodes that are undecided or were
 * not on the map may bear it, so isolation is never claimed on their account. An LI object without such a path is
 * isolated. For any object with a path, the probability that magnesium had not arrived in sight is drawn over D.
 */
final class Isolation {

	private final List<ObjectFinding> findings;
	private final ObjectFinding reference;
	private final VoxelGrid grid;
	private final MagnesiumOptions options;
	private final double[] draws;

	Isolation(final List<ObjectFinding> findings, final ObjectFinding reference, final VoxelGrid grid,
		final MagnesiumOptions options)
	{
		this.findings = findings;
		this.reference = reference;
		this.grid = grid;
		this.options = options;
		draws = MagnesiumDiffusion.draws(options.measurement());
	}

	void apply(final Progress progress) {
		if (options.graph() != null) byGraph(progress);
		else if (reference != null) byStraightDistance(progress);
	}

	private void byGraph(final Progress progress) {
		final ObjectGraph graph = options.graph();
		final ElectrodePaths paths = new ElectrodePaths(graph);
		final Map<String, Verdict> verdicts = new HashMap<>();
		// a graph in which no object occurs is another sample's, or its names differ: it cannot show isolation
		final boolean matched = findings.stream().anyMatch(f -> paths.knows(graph.node(f.tally.label())));
		for (final ObjectFinding f : findings)
			verdicts.put(graph.node(f.tally.label()), f.verdict);
		progress.report(0, "Looking for paths to the electrode");
		final ElectrodePaths.Tree all = paths.tree(n -> true);
		final ElectrodePaths.Tree open = paths.tree(n -> verdicts.get(n) != Verdict.LI);
		for (final ObjectFinding f : findings) {
			progress.check();
			final String node = graph.node(f.tally.label());
			final Route any = all.route(node);
			final Route bearing = open.route(node);
			f.path = (bearing.exists() ? bearing : any).text();
			f.bearingPathUm = bearing.lengthUm();
			f.isolated = matched && f.verdict == Verdict.LI && !bearing.exists();
			if (!paths.knows(node)) f.remarks.add(matched ? "not_in_graph" : "graph_unmatched");
			if (bearing.exists() && bearing.nodes().stream().skip(1).anyMatch(n -> !n.equals(ObjectGraph.FACE)
				&& verdicts.get(n) != Verdict.LI_MG)) f.remarks.add("path_unproven");
			if (matched && f.verdict == Verdict.LI_MG && !any.exists()) f.remarks.add("magnesium_without_path");
			if (any.exists()) time(f, any.lengthUm(), any.neck());
		}
	}

	/** Without a graph the straight distance to the electrode region is the shortest path that is possible. */
	private void byStraightDistance(final Progress progress) {
		progress.report(0, "Measuring distances to the electrode");
		final int nx = grid.nx();
		final boolean[] electrode = new boolean[grid.planeSize()];
		for (final int i : reference.object.index())
			electrode[i] = true;
		final double[] d = PlaneDistance.of(nx, grid.ny(), grid.dxUm(), grid.dyUm(), (x, y) -> electrode[y * nx + x]);
		for (final ObjectFinding f : findings) {
			progress.check();
			double nearest = Double.POSITIVE_INFINITY;
			for (final int i : f.object.index())
				nearest = Math.min(nearest, d[i]);
			f.remarks.add("path_straight");
			time(f, nearest, null);
		}
	}

	private void time(final ObjectFinding f, final double pathUm, final Link neck) {
		if (Double.isNaN(f.limitAtPct)) return;
		final double area = f.tally.pixels() * grid.dxUm() * grid.dyUm();
		final double volume = 4 / 3.0 * Math.PI * Math.pow(area / Math.PI, 1.5);
		final MagnesiumDiffusion.Path path = neck == null ? new MagnesiumDiffusion.Path(pathUm, Double.NaN, Double.NaN,
			volume) : new MagnesiumDiffusion.Path(pathUm, neck.widthFlowNm() / 1000,
				neck.pathUm() > 0 ? neck.pathUm() : neck.widthFlowNm() / 1000, volume);
		f.missed = MagnesiumDiffusion.missed(path, draws, options.measurement().seconds(), f.limitAtPct / options.reference()
			.atPct());
		if (f.missed > 0.05) f.remarks.add("diffusion_short");
		if (f.verdict == Verdict.LI) f.isolatedGivenNone = MagnesiumDiffusion.isolatedGivenNone(
			options.measurement().priorIsolated(), f.missed);
	}
}
