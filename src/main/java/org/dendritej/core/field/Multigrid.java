// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.ArrayList;
import java.util.List;

/**
 * One multigrid cycle as approximate inverse: red-black Gauss-Seidel (of whole lines on the image's own grid if one edge
 * alone is the shortest), mirrored after the coarse correction; coarse levels are visited twice (W-cycle) wherever they are at least four times smaller than the level above.
 */
final class Multigrid {

	private final FineLevel fine;
	private final List<CoarseLevel> levels = new ArrayList<>();
	private final Sweep sweep;
	/** Smooths the image's own grid where one edge alone is the shortest; else null. */
	private final LineSmoother lines;

	Multigrid(final FineLevel fine, final int electrodeSides, final Sweep sweep) {
		this.fine = fine;
		this.sweep = sweep;
		final int axis = fine.lineAxis();
		lines = axis < 0 ? null : new LineSmoother(fine, axis, sweep);
		Level last = fine;
		while (last.cells() > 1) {
			final CoarseLevel next = Coarsening.of(last, electrodeSides, sweep);
			levels.add(next);
			last = next;
		}
	}

	/** z = approximate solution of A z = r. */
	void apply(final float[] r, final float[] z) {
		if (lines == null) fine.smoothFromZero(z, r, sweep);
		else lines.smoothFromZero(z, r);
		if (levels.isEmpty()) return;
		fine.restrict(z, r, levels.get(0), fine.leftColour(), sweep);
		solve(0);
		fine.prolong(levels.get(0), z, sweep);
		if (lines == null) fine.smooth(true, z, r, sweep);
		else lines.smoothBackwards(z, r);
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
