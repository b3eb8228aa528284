// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

/**
 * Current that one labelled metal body collects.
 *
 * @param label its label; 0 = metal without label
 * @param voxelAreaUm2 area of its voxel faces towards conducting electrolyte, um2 (stair-stepped)
 * @param areaUm2 the same divided by the area factor of the problem, um2; equal to voxelAreaUm2 without factors
 * @param currentUa current it takes, microampere
 * @param share share of the whole current, 0 to 1
 * @param collectingAreaUm2 electrode area whose current it takes: current over mean far current density, um2
 */
public record LabelCurrent(int label, double voxelAreaUm2, double areaUm2, double currentUa, double share,
	double collectingAreaUm2)
{}
