// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

/**
 * What an array of spheres collects.
 *
 * @param array the array
 * @param voxelUm voxel edge that was used, um
 * @param collectingAreaUm2 alpha of each sphere at the cells' corners, um2
 * @param centreCollectingAreaUm2 alpha of each sphere at the cells' centres, um2; NaN without
 * @param electrodeShare share of the flat electrode, 0 to 1
 * @param iterations iterations of the solver
 */
public record SphereShares(SphereArray array, double voxelUm, double collectingAreaUm2, double centreCollectingAreaUm2,
	double electrodeShare, int iterations)
{

	/**
	 * Share of the corner spheres in the whole current.
	 *
	 * @return 0 to 1
	 */
	public double share() {
		return collectingAreaUm2 / (array.pitchUm() * array.pitchUm());
	}

	/**
	 * The centre sphere's part of what both spheres take: the paper's "below 10 %" for a third of the radius.
	 *
	 * @return 0 to 1; NaN without centre sphere
	 */
	public double centreOfBoth() {
		return centreCollectingAreaUm2 / (centreCollectingAreaUm2 + collectingAreaUm2);
	}
}
