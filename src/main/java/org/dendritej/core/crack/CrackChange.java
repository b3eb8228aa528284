// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;
import java.util.stream.Collectors;

import org.dendritej.core.record.Column;

/**
 * What became of a crack between two registered volumes of the same specimen.
 *
 * @param label number of the crack in the later volume; 0 if it is no longer seen
 * @param before numbers of the cracks of the earlier volume that share voxels with it
 * @param state new, grown, unchanged, shorter, closed, or detached
 * @param lengthBeforeUm length of the longest of those, um; NaN = none
 * @param lengthUm length now, um; NaN if it is no longer seen
 * @param growthUm length gained, um; the whole length of a new crack; NaN for detached and closed ones
 * @param growthSdUm its standard deviation, um
 * @param growthPerChargeUm length gained per charge, um per mAh/cm2; NaN if no charge was given
 * @param gainedUm3 volume now cracked that was not, um3
 * @param lostUm3 volume cracked before that no longer is, um3
 */
public record CrackChange(int label, List<Integer> before, String state, double lengthBeforeUm, double lengthUm, double growthUm,
	double growthSdUm, double growthPerChargeUm, double gainedUm3, double lostUm3)
{

	/** Keeps a copy. */
	public CrackChange {
		before = List.copyOf(before);
	}

	/** The changes table, in the order of the file. */
	public static final List<Column<CrackChange>> COLUMNS = List.of(
		new Column<>("label", "number in the later volume; 0 = no longer seen", CrackChange::label),
		new Column<>("before_labels", "numbers in the earlier volume, separated by spaces", c -> c.before().stream().map(String::valueOf)
			.collect(Collectors.joining(" "))),
		new Column<>("state", "new, grown, unchanged, shorter, closed, detached", CrackChange::state),
		new Column<>("length_before_um", "length of the longest of them", CrackChange::lengthBeforeUm),
		new Column<>("length_um", "length now", CrackChange::lengthUm),
		new Column<>("growth_um", "length gained", CrackChange::growthUm),
		new Column<>("growth_sd_um", "standard deviation of growth_um", CrackChange::growthSdUm),
		new Column<>("growth_um_per_mah_cm2", "length gained per charge", CrackChange::growthPerChargeUm),
		new Column<>("gained_um3", "volume cracked now and not before", CrackChange::gainedUm3),
		new Column<>("lost_um3", "volume cracked before and not now", CrackChange::lostUm3));
}
