// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Crack;
import org.junit.jupiter.api.Test;

class CrackErrorsTest {

	private static Crack only(final CrackResult r) {
		Crack best = null;
		for (final Crack c : r.cracks())
			if (best == null || c.voxels() > best.voxels()) best = c;
		return best;
	}

	@Test
	void table() {
		for (final double dz : new double[] { 0.04, 0.1 }) {
			final int nz = dz > 0.05 ? 32 : 80;
			final VoxelGrid g = VoxelGrid.of(80, 80, nz, 0.04, 0.04, dz);
			final Vec3 mid = new Vec3(1.6, 1.6, 1.6);
			final Random r = new Random(5);
			for (final double w : new double[] { 2, 3, 4, 6, 10 }) {
				final Bodies.Errors pl = new Bodies.Errors(), pw = new Bodies.Errors(), tl = new Bodies.Errors(), tw = new Bodies.Errors(), dl = new Bodies.Errors(), dw = new Bodies.Errors();
				for (int i = 0; i < 8; i++) {
					final double width = 0.04 * w;
					final Vec3 c = mid.plus(Bodies.direction(r).times(0.02));
					final Vec3 a = Bodies.direction(r);
					final Vec3 b = a.cross(Bodies.direction(r)).unit();
					final double length = 1.2 + 0.8 * r.nextDouble();
					// a strip, so that the diagonal hardly differs from the length
					Crack k = only(Bodies.analyse(g, Bodies.draw(g, null, 2, Bodies.box(c, a, length / 2, b, 0.3, width / 2)), ElectrodeFace.NONE));
					pl.add(k.lengthUm(), Math.hypot(length, 0.6));
					pw.add(k.widthMeanNm(), 1000 * width);
					k = only(Bodies.analyse(g, Bodies.draw(g, null, 2, Bodies.cylinder(c, a, length / 2, width / 2)), ElectrodeFace.NONE));
					tl.add(k.lengthUm(), length);
					tw.add(k.widthMeanNm(), 1000 * width);
					k = only(Bodies.analyse(g, Bodies.draw(g, null, 2, Bodies.cylinder(c, a, width / 2, length / 2)), ElectrodeFace.NONE));
					dl.add(k.lengthUm(), length);
					dw.add(k.widthMeanNm(), 1000 * width);
				}
				System.err.println("dz " + dz + " width " + w + "\n plate L " + pl + " W " + pw + "\n tube  L " + tl + " W " + tw + "\n disc  L " + dl + " W " + dw);
			}
		}
	}
}
