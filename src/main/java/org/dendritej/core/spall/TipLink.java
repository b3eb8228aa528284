// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Column;

/**
 * A tip of the narrow crack below a spallation, and the branch of the crack graph that ends there. A branch ends at a tip
 * when its nearer end lies within the reach and half its own width, by which a centre line ends before the crack does; the
 * nearest such branch is taken.
 *
 * @param spallation id
 * @param tip number of the tip in the spallation, from 1
 * @param atUm where, um
 * @param depthUm depth below the face, um
 * @param crack label of the crack; -1 if no branch ends there
 * @param branch its branch; -1 if none
 * @param distanceUm from the tip to the branch's end, um
 * @param lengthUm length of the branch, um
 * @param widthMeanNm its mean width, nm
 * @param widthMinNm its smallest width, nm
 */
public record TipLink(int spallation, int tip, Vec3 atUm, double depthUm, int crack, int branch, double distanceUm,
	double lengthUm, double widthMeanNm, double widthMinNm)
{

	/** The tips table, in the order of the file. */
	public static final List<Column<TipLink>> COLUMNS = List.of(
		new Column<>("spallation", "id of the spallation", TipLink::spallation),
		new Column<>("tip", "number within the spallation", TipLink::tip),
		new Column<>("x_um", "where, x", t -> t.atUm.x()),
		new Column<>("y_um", "where, y", t -> t.atUm.y()),
		new Column<>("z_um", "where, z", t -> t.atUm.z()),
		new Column<>("depth_um", "depth below the face", TipLink::depthUm),
		new Column<>("crack", "crack of the graph", t -> t.crack < 0 ? "" : (Object) t.crack),
		new Column<>("branch", "its branch that ends there", t -> t.branch < 0 ? "" : (Object) t.branch),
		new Column<>("distance_um", "tip to the branch's end", TipLink::distanceUm),
		new Column<>("branch_length_um", "length of the branch", TipLink::lengthUm),
		new Column<>("width_mean_nm", "mean width of the branch", TipLink::widthMeanNm),
		new Column<>("width_min_nm", "smallest width of the branch", TipLink::widthMinNm));

	/**
	 * Links the tips.
	 *
	 * @param shapes tips of each spallation, ids from 1
	 * @param branches the crack graph's branches; empty if there is none
	 * @param face where the electrode lies
	 * @param grid geometry of the image
	 * @param reachUm largest distance between a tip and the end of its branch beyond half the branch's width, um
	 * @return one row for each tip
	 */
	public static List<TipLink> of(final List<VolumeSurvey.Shape> shapes, final List<Branch> branches,
		final ElectrodeFace face, final VoxelGrid grid, final double reachUm)
	{
		final List<TipLink> rows = new ArrayList<>();
		for (int i = 0; i < shapes.size(); i++)
			for (int k = 0; k < shapes.get(i).tipsUm().size(); k++) {
				final Vec3 at = shapes.get(i).tipsUm().get(k);
				rows.add(nearest(i + 1, k + 1, at, face.depthUm(grid, at), branches, reachUm));
			}
		return rows;
	}

	private static TipLink nearest(final int id, final int tip, final Vec3 at, final double depth,
		final List<Branch> branches, final double reach)
	{
		Branch best = null;
		double least = Double.POSITIVE_INFINITY;
		for (final Branch b : branches) {
			final double d = Math.min(b.startUm().distance(at), b.endUm().distance(at));
			final double back = Double.isNaN(b.widthMeanNm()) ? 0 : b.widthMeanNm() / 2000;
			if (d <= reach + back && d < least) {
				least = d;
				best = b;
			}
		}
		return best == null ? new TipLink(id, tip, at, depth, -1, -1, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
			: new TipLink(id, tip, at, depth, best.crack(), best.branch(), least, best.lengthUm(), best.widthMeanNm(), best
				.widthMinNm());
	}
}
