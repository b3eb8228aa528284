// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Passes over the slices of a volume with several threads; sums are joined in slice order, so threads never show. */
final class Sweep {

	/** Below this many voxels a second thread costs more than it brings. */
	private static final int VOXELS_PER_TASK = 1 << 16;

	private final int threads;
	private final Progress progress;

	Sweep(final int threads, final Progress progress) {
		this.threads = threads;
		this.progress = progress;
	}

	Progress progress() {
		return progress;
	}

	/** Calls {@code task} for every slice from z0 to z1 - 1. */
	void slices(final int z0, final int z1, final long voxelsPerSlice, final IntConsumer task) {
		final int height = (int) Math.max(1, VOXELS_PER_TASK / Math.max(1, voxelsPerSlice));
		final int n = (z1 - z0 + height - 1) / height;
		if (n <= 1) {
			for (int z = z0; z < z1; z++)
				task.accept(z);
			return;
		}
		Slabs.forEach(n, threads, progress, null, s -> {
			for (int z = z0 + s * height, end = Math.min(z1, z + height); z < end; z++)
				task.accept(z);
		});
	}

	/** Sums {@code term} over all slices, in slice order. */
	double sum(final int nz, final long voxelsPerSlice, final IntToDoubleFunction term) {
		final double[] part = new double[nz];
		slices(0, nz, voxelsPerSlice, z -> part[z] = term.applyAsDouble(z));
		double s = 0;
		for (final double p : part)
			s += p;
		return s;
	}
}
