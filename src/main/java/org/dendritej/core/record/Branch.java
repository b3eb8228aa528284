// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * One branch of a crack's skeleton.
 *
 * @param crack the crack's label
 * @param branch number within the crack, from 1
 * @param sheet true for a patch of a medial surface, false for a curve
 * @param lengthUm length along the branch, um
 * @param widthMeanNm mean opening, nm
 * @param widthMinNm narrowest opening, nm
 * @param startUm one end, um
 * @param endUm the other end, um
 * @param aspect length over mean width
 * @param isCrack whether aspect is at least the limit (3:1 by default)
 */
public record Branch(int crack, int branch, boolean sheet, double lengthUm, double widthMeanNm, double widthMinNm,
	Vec3 startUm, Vec3 endUm, double aspect, boolean isCrack)
{

	/**
	 * A branch whose aspect is taken from its length and width, with the usual limit of 3:1.
	 *
	 * @param crack the crack's label
	 * @param branch number within the crack, from 1
	 * @param sheet true for a patch of a medial surface, false for a curve
	 * @param lengthUm length along the branch, um
	 * @param widthMeanNm mean opening, nm
	 * @param widthMinNm narrowest opening, nm
	 * @param startUm one end, um
	 * @param endUm the other end, um
	 */
	public Branch(final int crack, final int branch, final boolean sheet, final double lengthUm, final double widthMeanNm,
		final double widthMinNm, final Vec3 startUm, final Vec3 endUm)
	{
		this(crack, branch, sheet, lengthUm, widthMeanNm, widthMinNm, startUm, endUm, 1000 * lengthUm / widthMeanNm, 1000
			* lengthUm / widthMeanNm >= 3);
	}

	/** The branches table, in the order of the file. */
	public static final List<Column<Branch>> COLUMNS = List.of(
		new Column<>("crack", "label of the crack", Branch::crack),
		new Column<>("branch", "number within the crack", Branch::branch),
		new Column<>("kind", "curve or sheet", b -> b.sheet ? "sheet" : "curve"),
		new Column<>("length_um", "length along the branch", Branch::lengthUm),
		new Column<>("width_mean_nm", "mean opening", Branch::widthMeanNm),
		new Column<>("width_min_nm", "narrowest opening", Branch::widthMinNm),
		new Column<>("x0_um", "one end, x", b -> b.startUm.x()),
		new Column<>("y0_um", "one end, y", b -> b.startUm.y()),
		new Column<>("z0_um", "one end, z", b -> b.startUm.z()),
		new Column<>("x1_um", "other end, x", b -> b.endUm.x()),
		new Column<>("y1_um", "other end, y", b -> b.endUm.y()),
		new Column<>("z1_um", "other end, z", b -> b.endUm.z()),
		new Column<>("aspect", "length over mean width", Branch::aspect),
		new Column<>("is_crack", "aspect at least the limit", Branch::isCrack));
}
