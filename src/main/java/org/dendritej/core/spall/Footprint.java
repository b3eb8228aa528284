// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/** The projection of a crack on the face, holes filled: area, diameters, perimeter. Cells may have unequal edges. */
final class Footprint {

	private final int w;
	private final int h;
	private final double du;
	private final double dv;
	/** 1 where the footprint is, with a frame of one empty cell. */
	private final byte[] cell;
	private long cells;
	private double cx;
	private double cy;

	Footprint(final LidMap m, final double du, final double dv) {
		w = m.w + 2;
		h = m.h + 2;
		this.du = du;
		this.dv = dv;
		cell = new byte[w * h];
		for (int v = 0; v < m.h; v++)
			for (int u = 0; u < m.w; u++)
				if (m.has(v * m.w + u)) cell[(v + 1) * w + u + 1] = 1;
		fillHoles();
		for (int v = 0; v < h; v++)
			for (int u = 0; u < w; u++)
				if (cell[v * w + u] != 0) {
					cells++;
					cx += u - 0.5;
					cy += v - 0.5;
				}
		cx *= du / cells;
		cy *= dv / cells;
	}

	/** What cannot be reached from the frame through common edges belongs to the footprint. */
	private void fillHoles() {
		final int[] stack = new int[w * h];
		int n = 0;
		stack[n++] = 0;
		cell[0] = 2;
		while (n > 0) {
			final int i = stack[--n], u = i % w, v = i / w;
			if (u > 0 && cell[i - 1] == 0) cell[stack[n++] = i - 1] = 2;
			if (u < w - 1 && cell[i + 1] == 0) cell[stack[n++] = i + 1] = 2;
			if (v > 0 && cell[i - w] == 0) cell[stack[n++] = i - w] = 2;
			if (v < h - 1 && cell[i + w] == 0) cell[stack[n++] = i + w] = 2;
		}
		for (int i = 0; i < cell.length; i++)
			cell[i] = (byte) (cell[i] == 2 ? 0 : 1);
	}

	/** Centre, um from the low corner of the map. */
	double x() {
		return cx;
	}

	/** Centre, um from the low corner of the map. */
	double y() {
		return cy;
	}

	double areaUm2() {
		return cells * du * dv;
	}

	double diameterUm() {
		return 2 * Math.sqrt(areaUm2() / Math.PI);
	}

	/** From the cells at the edge, each half in on average with a uniform error. */
	double diameterSdUm() {
		long edge = 0;
		for (int v = 1; v < h - 1; v++)
			for (int u = 1, i = v * w + 1; u < w - 1; u++, i++)
				if (cell[i] != 0 && cell[i - 1] + cell[i + 1] + cell[i - w] + cell[i + w] < 4) edge++;
		return 2 * du * dv * Math.sqrt(edge / 12.0) / (Math.PI * diameterUm());
	}

	/** Largest caliper diameter over 180 directions, cell corners included. */
	double feretUm() {
		double best = 0;
		for (int k = 0; k < 180; k++) {
			final double c = Math.cos(k * Math.PI / 180), s = Math.sin(k * Math.PI / 180);
			double lo = Double.POSITIVE_INFINITY, hi = Double.NEGATIVE_INFINITY;
			for (int v = 1; v < h - 1; v++) {
				int a = -1, b = -1;
				for (int u = 1, i = v * w + 1; u < w - 1; u++, i++)
					if (cell[i] != 0) {
						if (a < 0) a = u;
						b = u + 1;
					}
				if (a < 0) continue;
				for (int e = 0; e <= 1; e++) {
					final double y = (v + e) * dv * s, p = a * du * c + y, q = b * du * c + y;
					lo = Math.min(lo, Math.min(p, q));
					hi = Math.max(hi, Math.max(p, q));
				}
			}
			best = Math.max(best, hi - lo);
		}
		return best;
	}

	/** Crofton's formula with lines in four directions, weighted by the angles they stand for. */
	double perimeterUm() {
		long across = 0, down = 0, diagonal = 0, other = 0;
		for (int v = 0; v < h; v++)
			for (int u = 0, i = v * w; u < w; u++, i++) {
				if (u < w - 1 && cell[i] != cell[i + 1]) across++;
				if (v < h - 1 && cell[i] != cell[i + w]) down++;
				if (u < w - 1 && v < h - 1 && cell[i] != cell[i + w + 1]) diagonal++;
				if (u > 0 && v < h - 1 && cell[i] != cell[i + w - 1]) other++;
			}
		final double a = Math.atan2(dv, du), spacing = du * dv / Math.hypot(du, dv);
		return 0.5 * (a * across * dv + (Math.PI / 2 - a) * down * du + Math.PI / 4 * (diagonal + other) * spacing);
	}

	double circularity() {
		final double p = perimeterUm();
		return Math.min(1, 4 * Math.PI * areaUm2() / (p * p));
	}
}
