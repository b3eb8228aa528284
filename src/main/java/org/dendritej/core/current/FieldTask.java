// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import org.dendritej.core.field.Counter;
import org.dendritej.core.field.FieldProblem;
import org.dendritej.core.field.FieldSolution;
import org.dendritej.core.field.Joining;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;

/** Turns classes, fillings and options into a boundary-value problem. */
final class FieldTask {

	/** Classes of the problem: other classes keep their number. */
	private static final int ELECTROLYTE = 0, GROUNDED = 1, EMPTY = 2, LITHIUM = 3;

	final Padding padding;
	private final ClassImage image;
	private final CurrentOptions o;
	private final ElectrodeFace far;

	FieldTask(final ClassImage image, final CurrentOptions o) {
		this.image = image;
		this.o = o;
		far = Counter.opposite(o.face());
		padding = new Padding(image.grid, o.face(), o.distanceUm());
	}

	FieldProblem problem(final boolean[] filled, final double[] areaFactors) {
		final boolean all = o.filling() == Filling.ALL;
		final FieldProblem p = FieldProblem.on(padding.classes(classes(filled))).conductor(ELECTROLYTE, o.sigmaSm()).electrodeMetal(GROUNDED)
			.insulator(EMPTY).metal(LITHIUM).joining(all ? Joining.ALL : Joining.TOUCHING).tolerance(o.tolerance()).threads(o.threads());
		o.classes().forEach(p::conductor);
		if (o.rintOhmCm2() > 0) p.contactResistance(o.rintOhmCm2()).areaFactors(padding.labels(image.bodies()), areaFactors);
		final int lateralA = (o.face().axis() + 1) % 3, lateralB = (o.face().axis() + 2) % 3;
		final boolean[] periodic = new boolean[3];
		periodic[lateralA] = periodic[lateralB] = o.periodic();
		p.periodic(periodic[0], periodic[1], periodic[2]).electrode(o.face(), o.rintOhmCm2());
		return p.counter(o.plane() ? Counter.plane(far, padding.restUm, 1) : Counter.flux(far, o.currentMaCm2()));
	}

	private ByteVolume classes(final boolean[] filled) {
		return ByteVolume.of(image.grid, k -> {
			final byte[] c = image.classes.plane(k), out = new byte[c.length];
			final int[] b = image.bodies().plane(k);
			for (int p = 0; p < out.length; p++)
				out[p] = (byte) code(c[p] & 0xff, b[p], filled, p, k);
			return out;
		});
	}

	private int code(final int cls, final int body, final boolean[] filled, final int p, final int k) {
		if (cls == ClassImage.SOLID) return ELECTROLYTE;
		if (body > 0 && filled[body]) return GROUNDED;
		switch (cls) {
			case ClassImage.PORE:
			case ClassImage.CRACK: return body == 0 && o.filling() == Filling.ALL ? GROUNDED : EMPTY;
			case ClassImage.LITHIUM: return LITHIUM;
			case ClassImage.OUTSIDE: return EMPTY;
			default:
		}
		if (!o.classes().containsKey(cls)) throw new IllegalArgumentException("The class image holds class " + cls + " (voxel " + p % image.grid
			.nx() + ", " + p / image.grid.nx() + ", " + k + "), of which nothing is known; name it in blocking=" + cls + " or give its conductivity with secondary="
			+ cls + ":S/m.");
		return cls;
	}

	/** What lies in the way ahead of a tip within a length; empty if only conductors do. */
	String blocked(final FieldSolution s, final int[] tip, final double lengthUm) {
		final int axis = o.face().axis(), step = o.face().isLow() ? 1 : -1;
		final Vec at = new Vec(tip, padding);
		final int n = (int) Math.ceil(lengthUm / image.grid.edgeUm(axis)) + 1;
		for (int i = 1; i <= n; i++) {
			final int[] v = at.moved(axis, step * i);
			if (v[axis] < 0 || v[axis] >= s.grid().size(axis)) return "the image ends within the length ahead of the tip; give distance= or a smaller ahead=";
			final double sigma = s.conductivitySm(v[0], v[1], v[2]);
			if (Double.isNaN(sigma)) return "lithium lies " + (i == 1 ? "at the deepest point: the crack ends in a pore" : "ahead of the tip");
			if (sigma == 0) return "an insulating voxel lies ahead of the tip";
		}
		return "";
	}

	/** A voxel of the image as a voxel of the padded grid. */
	private record Vec(int[] image, Padding padding) {

		int[] moved(final int axis, final int by) {
			final int[] v = image.clone();
			v[padding.axis] += padding.shift + by;
			return v;
		}
	}

	/**
	 * Standard deviation over mean of the potential on the far side (flux) or of the flux there (plane): 0 if the counter
	 * electrode is far enough to know nothing of the pores.
	 */
	double counterSpread(final FieldSolution s) {
		final VoxelGrid g = s.grid();
		final int axis = far.axis(), layer = far.isLow() ? 0 : g.size(axis) - 1;
		double n = 0, sum = 0, squares = 0;
		for (int k = axis == 2 ? layer : 0; k < (axis == 2 ? layer + 1 : g.nz()); k++)
			for (int j = axis == 1 ? layer : 0; j < (axis == 1 ? layer + 1 : g.ny()); j++)
				for (int i = axis == 0 ? layer : 0; i < (axis == 0 ? layer + 1 : g.nx()); i++) {
					final double v = o.plane() ? s.fluxMaCm2(axis, i, j, k, !far.isLow()) : s.potentialV(i, j, k);
					if (Double.isNaN(v)) continue;
					n++;
					sum += v;
					squares += v * v;
				}
		final double mean = sum / n;
		return Math.sqrt(Math.max(0, squares / n - mean * mean)) / Math.abs(mean);
	}
}
