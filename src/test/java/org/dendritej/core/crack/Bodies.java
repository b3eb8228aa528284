// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/** Cracks of known length and opening as class images. */
final class Bodies {

	private Bodies() {}

	/** A solid given by its points, um. */
	interface Solid {

		boolean has(Vec3 pUm);
	}

	/** Draws a class over what is there. */
	static byte[][] draw(final VoxelGrid g, final byte[][] on, final int value, final Solid solid) {
		final byte[][] v = on == null ? new byte[g.nz()][g.planeSize()] : on;
		for (int z = 0; z < g.nz(); z++)
			for (int y = 0; y < g.ny(); y++)
				for (int x = 0; x < g.nx(); x++)
					if (solid.has(g.centreUm(x, y, z))) v[z][x + g.nx() * y] = (byte) value;
		return v;
	}

	static Phase cracks(final VoxelGrid g, final byte[][] v) {
		return new Phase(ByteVolume.of(g, v), 2);
	}

	static CrackResult analyse(final VoxelGrid g, final byte[][] v, final ElectrodeFace face) {
		return CrackAnalysis.analyse(cracks(g, v), null, null, CrackOptions.of(face), 1, Progress.NONE);
	}

	static Vec3 direction(final Random r) {
		return new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
	}

	/** Points on an arc that turns from a towards b: bend radius, um, and the part of it by which the arc's middle is set back; in straight steps. */
	static List<Vec3> arc(final Vec3 middle, final Vec3 a, final Vec3 b, final double turn, final double bend, final double back, final int steps) {
		final List<Vec3> arc = new ArrayList<>();
		for (int k = 0; k <= steps; k++) {
			final double t = turn * (k / (double) steps - 0.5);
			arc.add(middle.plus(a.times(bend * Math.sin(t))).plus(b.times(bend * (Math.cos(t) - back))));
		}
		return arc;
	}

	/** A box with the given half sizes along orthonormal directions. */
	static Solid box(final Vec3 c, final Vec3 a, final double ha, final Vec3 b, final double hb, final double hc) {
		final Vec3 n = a.cross(b);
		return p -> {
			final Vec3 d = p.minus(c);
			return Math.abs(d.dot(a)) <= ha && Math.abs(d.dot(b)) <= hb && Math.abs(d.dot(n)) <= hc;
		};
	}

	/** A cylinder with flat ends. */
	static Solid cylinder(final Vec3 c, final Vec3 a, final double half, final double radius) {
		return p -> {
			final Vec3 d = p.minus(c);
			final double s = d.dot(a);
			return Math.abs(s) <= half && d.minus(a.times(s)).norm() <= radius;
		};
	}

	/** All points within a radius of a polygon. */
	static Solid tube(final List<Vec3> line, final double radius) {
		return p -> {
			for (int i = 1; i < line.size(); i++) {
				final Vec3 a = line.get(i - 1);
				final Vec3 d = line.get(i).minus(a);
				final double t = Math.max(0, Math.min(1, p.minus(a).dot(d) / d.dot(d)));
				if (p.distance(a.plus(d.times(t))) <= radius) return true;
			}
			return false;
		};
	}

	/** Mean, standard deviation and worst of a set of relative errors. */
	static final class Errors {

		final List<Double> all = new ArrayList<>();

		void add(final double measured, final double truth) {
			all.add(measured / truth - 1);
		}

		double mean() {
			return all.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
		}

		double sd() {
			final double m = mean();
			return Math.sqrt(all.stream().mapToDouble(e -> (e - m) * (e - m)).sum() / (all.size() - 1));
		}

		double worst() {
			return all.stream().mapToDouble(Math::abs).max().orElse(Double.NaN);
		}

		@Override
		public String toString() {
			return String.format("%+.3f sd %.3f worst %.3f (n = %d)", mean(), sd(), worst(), all.size());
		}
	}
}
