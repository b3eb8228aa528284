// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Spallation;

/**
 * Completes the records of a survey: lithium held against the charge, and the stage. Where lithium was not segmented, or
 * the image shows a surface only, the plated volume stands alone and the ratio stays unknown.
 *
 * @param capacityMahCm2 charge passed per nominal area, mAh/cm2; NaN if not known
 * @param currentMaCm2 nominal current density, mA/cm2; NaN if not known
 * @param edgeUm voxel edge across the opening, um
 * @param lithiumSeen whether the image tells lithium from empty crack
 */
public record LithiumAccount(double capacityMahCm2, double currentMaCm2, double edgeUm, boolean lithiumSeen) {

	/**
	 * Completes.
	 *
	 * @param rows measured spallations
	 * @param magnesium verdicts by id; empty if there are none
	 * @return completed copies in the same order
	 */
	public List<Spallation> complete(final List<Spallation> rows, final Map<Integer, MgRegion.Verdict> magnesium) {
		return rows.stream().map(this::charge).map(s -> StageRule.DEFAULT.stage(s, magnesium.get(s.id()))).collect(Collectors
			.toList());
	}

	private Spallation charge(final Spallation s) {
		final SpallationDraft d = new SpallationDraft(s);
		if (!lithiumSeen) {
			d.lithiumVolumeUm3 = Double.NaN;
			d.fill = Double.NaN;
		}
		if (Double.isNaN(capacityMahCm2)) return d.done();
		if (lithiumSeen) return Faraday.complete(d.done(), edgeUm, Faraday.Measured.exact(capacityMahCm2), Faraday.Measured.exact(
			currentMaCm2));
		d.platedVolumeUm3 = s.areaUm2() * Faraday.thicknessUm(capacityMahCm2);
		return d.done();
	}
}
