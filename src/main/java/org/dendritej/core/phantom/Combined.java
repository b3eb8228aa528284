// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/** Unions, intersections and differences of bodies. Distances of combinations are lower bounds near the seams. */
public final class Combined {

	private Combined() {}

	/**
	 * Everything that lies in at least one part, as a branching crack.
	 *
	 * @param parts the parts, at least one
	 */
	public record Union(List<Solid> parts) implements Solid {

		/** Keeps a copy. */
		public Union {
			parts = List.copyOf(parts);
			if (parts.isEmpty()) throw new IllegalArgumentException(
				"A union of 0 bodies is empty; give at least 1.");
		}

		@Override
		public double distance(final double x, final double y, final double z) {
			double best = Double.POSITIVE_INFINITY;
			for (int i = 0; i < parts.size(); i++)
				best = Math.min(best, parts.get(i).distance(x, y, z));
			return best;
		}

		@Override
		public Vec3 low() {
			Vec3 low = parts.get(0).low();
			for (final Solid s : parts)
				low = least(low, s.low());
			return low;
		}

		@Override
		public Vec3 high() {
			Vec3 high = parts.get(0).high();
			for (final Solid s : parts)
				high = most(high, s.high());
			return high;
		}

		@Override
		public double volumeUm3() {
			return parts.size() == 1 ? parts.get(0).volumeUm3() : Double.NaN;
		}

		@Override
		public double thinnestUm() {
			return parts.stream().mapToDouble(Solid::thinnestUm).min().orElseThrow();
		}
	}

	/**
	 * Everything that lies in both bodies, as the lithium that fills the middle of a crack.
	 *
	 * @param first one body
	 * @param second the other
	 * @param knownVolumeUm3 volume if the maker knows it, else NaN
	 */
	public record Intersection(Solid first, Solid second, double knownVolumeUm3) implements Solid {

		@Override
		public double distance(final double x, final double y, final double z) {
			return Math.max(first.distance(x, y, z), second.distance(x, y, z));
		}

		@Override
		public Vec3 low() {
			return most(first.low(), second.low());
		}

		@Override
		public Vec3 high() {
			return least(first.high(), second.high());
		}

		@Override
		public double volumeUm3() {
			return knownVolumeUm3;
		}

		@Override
		public double thinnestUm() {
			return Math.min(first.thinnestUm(), second.thinnestUm());
		}
	}

	/**
	 * The first body without the second, as a crack up to the surface of the pore in which it ends.
	 *
	 * @param body what is kept
	 * @param without what is taken away
	 */
	public record Difference(Solid body, Solid without) implements Solid {

		@Override
		public double distance(final double x, final double y, final double z) {
			return Math.max(body.distance(x, y, z), -without.distance(x, y, z));
		}

		@Override
		public Vec3 low() {
			return body.low();
		}

		@Override
		public Vec3 high() {
			return body.high();
		}

		@Override
		public double volumeUm3() {
			return Double.NaN;
		}

		@Override
		public double thinnestUm() {
			return body.thinnestUm();
		}
	}

	static Vec3 least(final Vec3 a, final Vec3 b) {
		return new Vec3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
	}

	static Vec3 most(final Vec3 a, final Vec3 b) {
		return new Vec3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
	}
}
