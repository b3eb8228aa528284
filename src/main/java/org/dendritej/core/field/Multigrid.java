// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.ArrayList;
import java.util.List;

/**
 * One multigrid cycle as approximate inverse: red-black Gauss-Seidel, mirrored after the coarse correction; coarse
 * levels are visited twice (W-cycle) wherever they are at least four times smaller than the level above.
 */
final class Multigrid {

	private final FineLevel fine;
	private final List<CoarseLevel> levels = new ArrayList<>();
	private final Sweep sweep;

	Multigrid(final FineLevel fine, final int electrodeSides, final Sweep sweep) {
		this.fine = fine;
		this.sweep = sweep;
		Level last = fine;
		while (last.cells() > 1) {
			final CoarseLevel next = Coarsening.of(last, electrodeSides, sweep);
			levels.add(next);
			last = next;
		}
	}

	/** z = approximate solution of A z = r. */
	void apply(final float[] r, final float[] z) {
		fine.smoothFromZero(z, r, sweep);
		if (levels.isEmpty()) return;
		fine.restrict(z, r, levels.get(0), fine.leftColour(), sweep);
		solve(0);
		fine.prolong(levels.get(0), z, sweep);
		fine.smooth(true, z, r, sweep);
	}

	private void solve(final int at) {
		final CoarseLevel level = levels.get(at);
		cycle(at, true);
		final int above = at == 0 ? fine.cells() : levels.get(at - 1).cells();
		if (level.cells() > 1 && above >= 4 * level.cells()) cycle(at, false);
	}

	private void cycle(final int at, final boolean fromZero) {
		final CoarseLevel level = levels.get(at);
		if (fromZero) level.smoothFromZero(level.x, level.b, sweep);
		else level.smooth(false, level.x, level.b, sweep);
		if (at + 1 == levels.size()) return;
		level.restrict(level.x, level.b, levels.get(at + 1), level.leftColour(), sweep);
		solve(at + 1);
		level.prolong(levels.get(at + 1), level.x, sweep);
		level.smooth(true, level.x, level.b, sweep);
	}
}
