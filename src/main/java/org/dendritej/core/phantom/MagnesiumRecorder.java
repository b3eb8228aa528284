// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Specimen.Body;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** One recording of a {@link MagnesiumMap}: sub-samples, blur, counts, labels and truth. */
final class MagnesiumRecorder {

	/** Sub-samples along one edge of a pixel, and over the range. */
	private static final int ACROSS = 4;
	private static final int DEEP = 5;
	/** What is hit beside bodies. */
	private static final int MATRIX = -1, STRIP = -2;

	private final MagnesiumOptions o;
	private final VoxelGrid map;
	private final double faceY;
	private final double z;
	private final List<Body> bodies = new ArrayList<>();
	private final Solid[] solids;
	private final double[][] box;
	private final double[] content;
	private final float[] kernel;
	private final int pad;
	private final int deep;

	MagnesiumRecorder(final Specimen s, final MagnesiumOptions o) {
		this.o = o;
		final VoxelGrid g = s.grid();
		faceY = g.originUm().y();
		z = g.originUm().z() + o.sectionUm();
		deep = o.rangeUm() > 0 ? DEEP : 1;
		for (final Body b : s.bodies())
			if ((b.value() == Specimen.PORE || b.value() == Specimen.CRACK) && b.solid().low().z() <= z + o.rangeUm() && b
				.solid().high().z() >= z) bodies.add(b);
		solids = bodies.stream().map(Body::solid).toArray(Solid[]::new);
		box = bodies.stream().map(b -> new double[] { b.solid().low().x(), b.solid().high().x(), b.solid().low().y(), b
			.solid().high().y() }).toArray(double[][]::new);
		content = bodies.stream().mapToDouble(o.content()).toArray();
		for (final double c : content)
			Lengths.within("The magnesium content (at%)", c, 0, 100);
		final int nx = (int) Math.max(1, Math.floor(g.extentUm(0) / o.pixelUm() + 1e-9));
		final int ny = (int) Math.max(1, Math.floor((g.extentUm(1) + o.electrodeUm()) / o.pixelUm() + 1e-9));
		map = new VoxelGrid(nx, ny, 1, o.pixelUm(), o.pixelUm(), Math.max(o.rangeUm(), o.pixelUm()), new Vec3(g.originUm()
			.x(), faceY - o.electrodeUm(), z));
		kernel = Blur.kernel(o.probeUm() / o.pixelUm());
		pad = kernel.length - 1;
	}

	MagnesiumMap run(final int threads, final Progress progress) {
		final int w = map.nx() + 2 * pad, h = map.ny() + 2 * pad;
		final float[] magnesium = new float[w * h], overlap = new float[w * h];
		final int[] raw = new int[map.planeSize()];
		Slabs.forEach(h, threads, progress, "recording magnesium", row -> fillRow(row, magnesium, overlap, raw));
		if (pad > 0) {
			final float[] scratch = new float[w * h];
			Blur.plane(magnesium, w, h, kernel, kernel, scratch);
			Blur.plane(overlap, w, h, kernel, kernel, scratch);
		}
		final float[] mean = new float[raw.length];
		for (int y = 0; y < map.ny(); y++)
			for (int x = 0; x < map.nx(); x++) {
				final int p = (y + pad) * w + x + pad;
				mean[y * map.nx() + x] = (float) (gain(y) * (magnesium[p] + overlap[p] + o.background()));
			}
		final int[] label = new int[bodies.size() + 1];
		final List<Integer> objects = number(raw, label);
		final int[] labels = new int[raw.length];
		for (int i = 0; i < labels.length; i++)
			labels[i] = raw[i] == MATRIX ? 0 : label[raw[i] == STRIP ? 0 : raw[i] + 1];
		final MagnesiumTruth[] rows = new MagnesiumTruth[objects.size()];
		Slabs.forEach(rows.length, threads, progress, "summing magnesium", i -> rows[i] = row(i + 1, objects.get(i), raw,
			mean));
		return new MagnesiumMap(map, draw(mean), mean, labels, List.of(rows));
	}

	private double gain(final int y) {
		return o.stepRow() >= 0 && y >= o.stepRow() ? o.stepFactor() : 1;
	}

	private double atpct(final int object) {
		return object == STRIP ? o.referenceAtpct() : content[object];
	}

	/** Bodies whose box meets a pixel, winners first; returns their number. */
	private int near(final double x, final double y, final int[] out) {
		final double h = o.pixelUm() / 2;
		int n = 0;
		for (int b = 0; b < box.length; b++)
			if (box[b][0] <= x + h && box[b][1] >= x - h && box[b][2] <= y + h && box[b][3] >= y - h) out[n++] = b;
		return n;
	}

	private int hit(final double x, final double y, final double pz, final int[] near, final int n) {
		if (y < faceY) return o.electrodeUm() > 0 ? STRIP : MATRIX;
		for (int i = 0; i < n; i++)
			if (solids[near[i]].distance(x, y, pz) <= 0) return near[i];
		return MATRIX;
	}

	private int sample(final Vec3 c, final int s, final int[] near, final int n) {
		final double x = c.x() + ((s % ACROSS + 0.5) / ACROSS - 0.5) * o.pixelUm();
		final double y = c.y() + ((s / ACROSS % ACROSS + 0.5) / ACROSS - 0.5) * o.pixelUm();
		return hit(x, y, z + (s / (ACROSS * ACROSS) + 0.5) / deep * o.rangeUm(), near, n);
	}

	private void fillRow(final int row, final float[] magnesium, final float[] overlap, final int[] raw) {
		final int w = map.nx() + 2 * pad, samples = ACROSS * ACROSS * deep;
		final int[] near = new int[box.length];
		for (int col = 0; col < w; col++) {
			final Vec3 c = map.centreUm(col - pad, row - pad, 0);
			final int n = near(c.x(), c.y(), near);
			double mg = 0, ta = 0;
			for (int s = 0; s < samples; s++) {
				final int hit = sample(c, s, near, n);
				if (hit == MATRIX) ta += 1;
				else mg += atpct(hit);
			}
			magnesium[row * w + col] = (float) (mg / samples * o.countsAtReference() / o.referenceAtpct());
			overlap[row * w + col] = (float) (ta / samples * o.overlap());
			final int x = col - pad, y = row - pad;
			if (x >= 0 && y >= 0 && x < map.nx() && y < map.ny()) raw[y * map.nx() + x] = hit(c.x(), c.y(), z, near, n);
		}
	}

	/** Objects that cover a pixel's centre, in the order of the bodies; label[i + 1] is the label of body i. */
	private List<Integer> number(final int[] raw, final int[] label) {
		final boolean[] seen = new boolean[bodies.size()];
		boolean strip = false;
		for (final int r : raw) {
			if (r >= 0) seen[r] = true;
			strip |= r == STRIP;
		}
		final List<Integer> objects = new ArrayList<>();
		for (int b = 0; b < seen.length; b++)
			if (seen[b]) {
				objects.add(b);
				label[b + 1] = objects.size();
			}
		if (strip) {
			objects.add(STRIP);
			label[0] = objects.size();
		}
		return objects;
	}

	private MagnesiumTruth row(final int id, final int object, final int[] raw, final float[] mean) {
		// window of the object in map pixels
		final double p = o.pixelUm();
		final Vec3 at = map.originUm();
		final boolean strip = object == STRIP;
		final int x0 = strip ? 0 : clamp((box[object][0] - at.x()) / p - 1, map.nx());
		final int x1 = strip ? map.nx() : clamp((box[object][1] - at.x()) / p + 2, map.nx());
		final int y0 = strip ? 0 : clamp((box[object][2] - at.y()) / p - 1, map.ny());
		final int y1 = clamp(((strip ? faceY : box[object][3]) - at.y()) / p + 2, map.ny());
		final float[] own = atpct(object) > 0 ? own(object, x0, y0, x1 - x0, y1 - y0) : null;
		long pixels = 0;
		double net = 0, all = 0;
		for (int y = y0; y < y1; y++)
			for (int x = x0; x < x1; x++) {
				if (raw[y * map.nx() + x] != object) continue;
				pixels++;
				all += mean[y * map.nx() + x];
				if (own != null) net += gain(y) * own[(y - y0 + pad) * (x1 - x0 + 2 * pad) + x - x0 + pad];
			}
		final String kind = strip ? "electrode" : bodies.get(object).value() == Specimen.PORE ? "pore" : "crack";
		return new MagnesiumTruth(id, kind, strip ? 0 : bodies.get(object).id(), pixels, atpct(object), atpct(object) > 0
			? MgRegion.Verdict.LI_MG : MgRegion.Verdict.LI, net, all - net);
	}

	private static int clamp(final double v, final int high) {
		return (int) Math.max(0, Math.min(high, Math.floor(v)));
	}

	/** Blurred magnesium of one object alone, on its window with the kernel's margin. */
	private float[] own(final int object, final int x0, final int y0, final int nx, final int ny) {
		final int w = nx + 2 * pad, h = ny + 2 * pad, samples = ACROSS * ACROSS * deep;
		final float[] plane = new float[w * h];
		final int[] near = new int[box.length];
		for (int i = 0; i < plane.length; i++) {
			final Vec3 c = map.centreUm(x0 + i % w - pad, y0 + i / w - pad, 0);
			final int n = near(c.x(), c.y(), near);
			int hits = 0;
			for (int s = 0; s < samples; s++)
				if (sample(c, s, near, n) == object) hits++;
			plane[i] = (float) (hits * atpct(object) / o.referenceAtpct() * o.countsAtReference() / samples);
		}
		if (pad > 0) Blur.plane(plane, w, h, kernel, kernel, new float[w * h]);
		return plane;
	}

	private int[] draw(final float[] mean) {
		final int[] out = new int[mean.length];
		for (int y = 0; y < map.ny(); y++) {
			final Dice dice = new Dice(o.seed(), y);
			for (int x = 0; x < map.nx(); x++)
				out[y * map.nx() + x] = (int) Math.min(Integer.MAX_VALUE, dice.poisson(mean[y * map.nx() + x]));
		}
		return out;
	}
}
