// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.dendritej.core.run.Progress;

/** Fills face-connected regions of a coded volume row by row, marking what it reaches with one bit. */
final class Flood {

	/** The bit that marks reached voxels. */
	static final int REACHED = 0x10;

	private final FineLevel grid;
	private final boolean[] passable;
	private final Progress progress;
	private int[] stack = new int[1024];
	private int top;
	private long reached;
	/** Told of every voxel that is marked; null = nobody. */
	private IntConsumer visitor;

	/** @param passable whether a code can be entered, by code 0 .. 255; codes with the REACHED bit must be false */
	Flood(final FineLevel grid, final boolean[] passable, final Progress progress) {
		this.grid = grid;
		this.progress = progress;
		this.passable = passable;
	}

	void tell(final IntConsumer v) {
		visitor = v;
	}

	/** Marks everything connected with a voxel. Returns how many voxels were newly marked. */
	long from(final int voxel) {
		reached = 0;
		push(voxel);
		for (int spans = 1; top > 0; spans++) {
			if ((spans & 0xffff) == 0) progress.check();
			span(stack[--top]);
		}
		return reached;
	}

	private void push(final int voxel) {
		if (!open(voxel)) return;
		if (top == stack.length) stack = Arrays.copyOf(stack, 2 * top);
		stack[top++] = voxel;
	}

	private boolean open(final int voxel) {
		return passable[grid.code[voxel] & 0xff];
	}

	private void span(final int voxel) {
		if (!open(voxel)) return;
		final int i = voxel % grid.nx, row = voxel - i;
		int l = voxel, r = voxel;
		while (l > row && open(l - 1))
			l--;
		while (r < row + grid.nx - 1 && open(r + 1))
			r++;
		for (int c = l; c <= r; c++) {
			grid.code[c] |= REACHED;
			if (visitor != null) visitor.accept(c);
		}
		reached += r - l + 1;
		if (grid.periodic[0] && l == row) push(row + grid.nx - 1);
		if (grid.periodic[0] && r == row + grid.nx - 1) push(row);
		final int j = row / grid.nx % grid.ny, k = row / grid.nx / grid.ny;
		if (j > 0 || grid.periodic[1]) runs(grid.wrapped(j - 1, k), l - row, r - row);
		if (j < grid.ny - 1 || grid.periodic[1]) runs(grid.wrapped(j + 1, k), l - row, r - row);
		if (k > 0 || grid.periodic[2]) runs(grid.wrapped(j, k - 1), l - row, r - row);
		if (k < grid.nz - 1 || grid.periodic[2]) runs(grid.wrapped(j, k + 1), l - row, r - row);
	}

	private void runs(final int row, final int from, final int to) {
		boolean inside = false;
		for (int i = from; i <= to; i++) {
			final boolean now = open(row + i);
			if (now && !inside) push(row + i);
			inside = now;
		}
	}
}
