// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Section;

/** Documents with known pores and cracks, for tests. */
final class Specimens {

	private static final Provenance MADE = new Provenance("test", "0", "2026-01-01T00:00:00Z", Map.of(), Map.of());

	private Specimens() {}

	static Pore pore(final int label, final double radiusUm, final double sdUm, final Vec3 c) {
		final double v = 4 * Math.PI / 3 * Math.pow(radiusUm, 3);
		return new Pore(label, Math.round(v / 1.6e-4), v, radiusUm, sdUm, radiusUm, 4 * Math.PI * radiusUm * radiusUm, 1, c,
			c.y(), c.y() - radiusUm, false, 1, Double.NaN, true, true, false, 2 * radiusUm, new Vec3(radiusUm, radiusUm,
				radiusUm), new Vec3(1, 0, 0), 1, radiusUm);
	}

	static Crack crack(final int label, final double lengthUm, final double lengthSd, final double widthNm,
		final double widthSd, final boolean resolved, final boolean open, final List<Integer> pores)
	{
		final double aspect = lengthUm * 1e3 / widthNm;
		return new Crack(label, 100, lengthUm * widthNm * 1e-3, lengthUm, lengthSd, widthNm, widthSd, widthNm * 0.8, widthNm,
			aspect, aspect >= 3, lengthUm, open, 1, pores, resolved);
	}

	static <R> Section<R> section(final List<R> rows) {
		return new Section<>(VoxelGrid.of(1000, 500, 300, 0.04, 0.04, 0.1), ElectrodeFace.Y_MINUS, rows, List.of(), List
			.of(), MADE);
	}

	/** Equal pores on a square lattice of n x n, each with its own crack to the face; widths have an error of 10 nm. */
	static Microstructure uniform(final String name, final PoreArray a, final double radiusSd, final double widthSd) {
		final List<Pore> pores = new ArrayList<>();
		final List<Crack> cracks = new ArrayList<>();
		final List<Link> links = new ArrayList<>();
		for (int i = 0; i < 36; i++) {
			final int label = i + 1;
			pores.add(pore(label, a.radiusUm(), radiusSd, new Vec3(i % 6 * a.separationUm(), a.depthUm(), i / 6 * a
				.separationUm())));
			cracks.add(crack(label, a.crackLengthUm(), 0.05, a.crackWidthNm(), widthSd, true, true, List.of(label)));
			links.add(new Link("pore:" + label, "face", a.crackLengthUm(), a.crackWidthNm()));
		}
		return Microstructure.empty(name).withPores(section(pores)).withCracks(section(cracks), section(List.of()), section(
			links));
	}

	/** Pores and cracks of many sizes. */
	static Microstructure mixed(final long seed) {
		final SplittableRandom r = new SplittableRandom(seed);
		final List<Pore> pores = new ArrayList<>();
		final List<Crack> cracks = new ArrayList<>();
		final List<Link> links = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			final int label = i + 1;
			final double radius = Math.exp(Math.log(0.8) + 0.35 * r.nextGaussian());
			final double length = Math.exp(Math.log(2) + 0.35 * r.nextGaussian());
			final double width = Math.exp(Math.log(150) + 0.15 * r.nextGaussian());
			pores.add(pore(label, radius, 0.02, new Vec3(i % 8 * 9 + r.nextDouble(), length + radius, i / 8 * 9 + r
				.nextDouble())));
			cracks.add(crack(label, length, 0.05, width, 15, i % 7 != 0, i % 5 != 0, List.of(label)));
			if (i % 5 != 0) links.add(new Link("pore:" + label, "face", length, width));
		}
		return Microstructure.empty("mixed").withPores(section(pores)).withCracks(section(cracks), section(List.of()),
			section(links));
	}
}
