// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every mistake gets one sentence that names it. */
class FieldBadInputTest {

	private static final VoxelGrid G = VoxelGrid.of(6, 6, 8, .1, .1, .1);

	private static void refused(final String words, final Executable e) {
		final String message = assertThrows(IllegalArgumentException.class, e).getMessage();
		assertTrue(message.contains(words), message);
	}

	private static FieldProblem of(final Bodies.At at) {
		return FieldProblem.on(Bodies.draw(G, at)).conductor(0, 1).metal(1).insulator(2).electrode(ElectrodeFace.Z_MINUS, 0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1));
	}

	private static void unsolvable(final String words, final FieldProblem p) {
		refused(words, () -> FieldSolver.solve(p, Progress.NONE));
	}

	@Test
	void numbers() {
		final FieldProblem p = of((x, y, z) -> 0);
		refused("conductivity of class 0 is -1.0 S/m", () -> p.conductor(0, -1));
		refused("NaN", () -> p.conductor(0, Double.NaN));
		refused("Class 256", () -> p.conductor(256, 1));
		refused("interface resistance is -2.0", () -> p.contactResistance(-2));
		refused("interface resistance is Infinity", () -> p.electrode(ElectrodeFace.Z_MINUS, Double.POSITIVE_INFINITY));
		refused("tolerance=1.0E-12", () -> p.tolerance(1e-12));
		refused("tolerance=NaN", () -> p.tolerance(Double.NaN));
		refused("iterations=0", () -> p.maxIterations(0));
		refused("0.0 mA/cm2", () -> Counter.flux(ElectrodeFace.Z_PLUS, 0));
		refused("0.0 V", () -> Counter.plane(ElectrodeFace.Z_PLUS, 1, 0));
		refused("-1.0 um beyond", () -> Counter.plane(ElectrodeFace.Z_PLUS, -1, 1));
		refused("no side", () -> Counter.flux(ElectrodeFace.NONE, 1));
		refused("area factor of label 1 is 0.0", () -> p.areaFactors(Bodies.labels(G, (x, y, z) -> 0), new double[] { 1, 0 }));
		refused("label volume has 5 x 6 x 8", () -> p.areaFactors(Bodies.labels(VoxelGrid.of(5, 6, 8, 1, 1, 1), (x, y, z) -> 0),
			new double[] { 1 }));
	}

	@Test
	void geometry() {
		unsolvable("No conducting path", of((x, y, z) -> z > .3 && z < .5 ? 2 : 0));
		unsolvable("touches the counter electrode", of((x, y, z) -> 1));
		unsolvable("touches the counter electrode", of((x, y, z) -> x < .2 && z > .5 ? 1 : 0));
		unsolvable("No conducting path", of((x, y, z) -> 2));
		unsolvable("has class 3, which was not declared", of((x, y, z) -> z > .4 ? 3 : 0));
		unsolvable("both lie on face Z-", of((x, y, z) -> 0).counter(Counter.flux(ElectrodeFace.Z_MINUS, 1)));
		unsolvable("is periodic", of((x, y, z) -> 0).periodic(false, false, true));
		unsolvable("No counter electrode", FieldProblem.on(Bodies.draw(G, (x, y, z) -> 0)).conductor(0, 1).electrode(ElectrodeFace.Z_MINUS, 0));
		unsolvable("No class of the image conducts", FieldProblem.on(Bodies.draw(G, (x, y, z) -> 0)).metal(0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)));
		unsolvable("No conducting path", of((x, y, z) -> 0).electrode(ElectrodeFace.NONE, 0));
		unsolvable("no class is declared as such", of((x, y, z) -> 0).counter(Counter.image(1)));
		unsolvable("keep one of them", of((x, y, z) -> 0).counterMetal(5));
		unsolvable("a short circuit", of((x, y, z) -> z < .3 ? 1 : z < .5 ? 5 : 0).counterMetal(5).counter(Counter.image(1)));
		unsolvable("not converged after 1 iterations", of((x, y, z) -> x < .3 && z < .5 ? 1 : 0).maxIterations(1));
		refused("Label 7 marks no grounded lithium", () -> FieldSolver.solve(of((x, y, z) -> 0), Progress.NONE).currents(null).of(7));
		refused("14 different conductivities", () -> {
			final FieldProblem p = of((x, y, z) -> 0);
			for (int c = 10; c < 30; c++)
				p.conductor(c, c);
			FieldSolver.solve(p, Progress.NONE);
		});
	}

	/** The figure and the binning that fits; a volume that is never allocated. */
	@Test
	void tooLargeForTheHeap() {
		final VoxelGrid g = VoxelGrid.of(2000, 2000, 2000, .04, .04, .1);
		final ByteVolume huge = new ByteVolume() {

			@Override
			public VoxelGrid grid() {
				return g;
			}

			@Override
			public byte[] plane(final int z) {
				throw new AssertionError("read before the memory was checked");
			}
		};
		unsolvable("bin the image by", FieldProblem.on(huge).conductor(0, 1).electrode(ElectrodeFace.Z_MINUS, 0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)));
		refused("bin the image by 4 in each direction (256 x 256 x 256 voxels, 0.54 GB)", () -> FieldMemory.check(VoxelGrid.of(1024, 1024,
			1024, 1, 1, 1), 1_000_000_000L));
	}

	@Test
	void memoryPerVoxel() {
		assertEquals(32.4, FieldMemory.bytes(VoxelGrid.of(512, 512, 512, 1, 1, 1)) / Math.pow(512, 3), .1);
		assertTrue(FieldMemory.bytes(VoxelGrid.of(512, 512, 200, .04, .04, .1)) < 40 * 512L * 512 * 200);
		assertTrue(FieldMemory.bytes(VoxelGrid.of(256, 256, 256, 1, 1, 25)) < 40 * 256L * 256 * 256);
	}
}
