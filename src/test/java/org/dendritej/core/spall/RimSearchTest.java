// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Search for rims on generated surfaces. */
class RimSearchTest {

	@Test
	void probe() {
		for (final SurfaceScene.Kind kind : SurfaceScene.Kind.values())
			for (final double contrast : new double[] { 10, 20, 40 })
				for (final double closure : new double[] { 1, 0.6 }) {
					final SurfaceScene s = new SurfaceScene(1500, 1500, 0.1, 3).shading(20).noise(20);
					final double[] d = { 6, 10, 16, 25, 40 };
					final double[][] at = { { 20, 20 }, { 60, 20 }, { 110, 30 }, { 40, 80 }, { 100, 100 } };
					for (int i = 0; i < 5; i++)
						s.rim(new Ellipse(at[i][0], at[i][1], 1.1 * d[i] / 2, d[i] / 2.2, i), closure, kind, contrast, 0.4, 0.01);
					final long t = System.nanoTime();
					final SurfaceSurvey.Result f = SurfaceSurvey.measure(s.image(), SurfaceOptions.DEFAULT, Progress.NONE);
					System.out.println(kind + " c" + contrast + " cl" + closure + " found " + f.rims().size() + " " + (System.nanoTime() - t)
						/ 1000000 + " ms");
					for (final Spallation x : f.rims())
						System.out.printf("   %.2f %.2f D %.2f+-%.3f asp %.2f nfa %.1f cl %.2f ser %.4f con %.1f circ %.3f %s%n", x.centreUm().x(), x.centreUm().y(),
						x.diameterUm(), x.diameterSdUm(), x.majorUm()/x.minorUm(), x.falseAlarmsLog10(), x.rimClosure(), x.serration(), x.rimContrast(), x.circularity(), x.rim());
				}
		assertEquals(1, 1);
	}
}
