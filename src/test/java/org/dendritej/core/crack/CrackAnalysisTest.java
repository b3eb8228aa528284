// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.xml.parsers.DocumentBuilderFactory;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Cracks from the face, to pores, with branches, through the volume, too thin, too large: records, links and flags. */
class CrackAnalysisTest {

	private static final VoxelGrid GRID = VoxelGrid.of(80, 70, 30, 0.04, 0.04, 0.1);

	private static IntVolume labels(final VoxelGrid g, final Bodies.Solid... pores) {
		final int[][] l = new int[g.nz()][g.planeSize()];
		for (int k = 0; k < pores.length; k++)
			for (int z = 0; z < g.nz(); z++)
				for (int p = 0; p < l[z].length; p++)
					if (pores[k].has(g.centreUm(p % g.nx(), p / g.nx(), z))) l[z][p] = k + 1;
		return IntVolume.of(g, l);
	}

	private static Bodies.Solid ball(final double x, final double y, final double z, final double r) {
		return p -> p.distance(new Vec3(x, y, z)) < r;
	}

	/** A sheet from the face (y = 0) down to y = 1.6 um, 4 voxels open, with a pore at its end and an occluded one elsewhere. */
	@Test
	void aSheetFromTheFaceToAPore() {
		final Bodies.Solid sheet = p -> Math.abs(p.x() - 1.6) < 0.08 && p.y() < 1.6 && p.z() > 0.5 && p.z() < 2.5;
		final byte[][] v = Bodies.draw(GRID, null, 2, sheet);
		final Bodies.Solid pore = ball(1.6, 1.9, 1.5, 0.4);
		final Bodies.Solid other = ball(0.5, 1.5, 1.5, 0.3);
		Bodies.draw(GRID, v, 1, pore);
		Bodies.draw(GRID, v, 1, other);
		final CrackResult r = CrackAnalysis.analyse(Bodies.cracks(GRID, v), labels(GRID, pore, other), null, CrackOptions.of(
			ElectrodeFace.Y_MINUS), 2, Progress.NONE);
		assertEquals(1, r.cracks().size());
		final Crack c = r.cracks().get(0);
		assertTrue(c.opensAtFace());
		assertFalse(c.crossesVolume());
		assertEquals(1.6, c.depthReachUm(), 1e-9);
		assertEquals(160, c.widthMeanNm(), 1.6, "a plate of 4 voxels of 40 nm");
		assertEquals(160, c.widthFlowNm(), 1.6);
		assertEquals(160, c.widthMinNm(), 1.6);
		assertTrue(c.widthResolved());
		assertEquals(1.6, c.lengthUm(), 0.03, "from the face to the far edge");
		assertEquals(c.lengthUm() * 1000 / c.widthMeanNm(), c.aspect(), 1e-9);
		assertTrue(c.isCrack());
		assertEquals(List.of(1), c.poreLabels());
		final Link toPore = r.links().stream().filter(l -> l.to().equals("pore:1")).findFirst().orElseThrow();
		assertEquals("crack:1", toPore.from());
		assertEquals(1.5, toPore.pathUm(), 0.05, "the pore's surface begins at y = 1.5");
		assertEquals(160, toPore.widthFlowNm(), 3);
		assertTrue(r.links().stream().anyMatch(l -> l.from().equals("face") && l.to().equals("crack:1")));
		assertEquals(List.of(2), r.occludedPores());
	}

	@Test
	void aCrackInsideJoinsTwoPoresAndTheyStayOccluded() {
		final Bodies.Solid tube = Bodies.tube(List.of(new Vec3(0.6, 1.4, 1.5), new Vec3(2.6, 1.4, 1.5)), 0.12);
		final byte[][] v = Bodies.draw(GRID, null, 2, tube);
		final Bodies.Solid a = ball(0.5, 1.4, 1.5, 0.3);
		final Bodies.Solid b = ball(2.7, 1.4, 1.5, 0.3);
		Bodies.draw(GRID, v, 1, a);
		Bodies.draw(GRID, v, 1, b);
		final CrackResult r = CrackAnalysis.analyse(Bodies.cracks(GRID, v), labels(GRID, a, b), null, CrackOptions.of(
			ElectrodeFace.Y_MINUS), 1, Progress.NONE);
		final Crack c = r.cracks().get(0);
		assertFalse(c.opensAtFace());
		assertEquals(List.of(1, 2), c.poreLabels());
		assertEquals(List.of(1, 2), r.occludedPores());
		final Link between = r.links().stream().filter(l -> l.from().equals("pore:1") && l.to().equals("pore:2")).findFirst()
			.orElseThrow();
		assertEquals(1.6, between.pathUm(), 0.06, "from pore to pore");
		assertEquals(240, between.widthFlowNm(), 15);
	}

	@Test
	void aBentTubeIsMeasuredAlongItsMiddle() {
		final List<Vec3> line = new ArrayList<>(List.of(new Vec3(0.6, -0.1, 1.5), new Vec3(0.6, 1, 1.5)));
		for (int i = 1; i <= 30; i++)
			line.add(new Vec3(1.4 - 0.8 * Math.cos(Math.PI * i / 60), 1 + 0.8 * Math.sin(Math.PI * i / 60), 1.5));
		line.add(new Vec3(2.4, 1.8, 1.5));
		final double truth = 1 + 0.8 * Math.PI / 2 + 1 + 0.12;
		final byte[][] v = Bodies.draw(GRID, null, 2, Bodies.tube(line, 0.12));
		final Crack c = Bodies.analyse(GRID, v, ElectrodeFace.Y_MINUS).cracks().get(0);
		assertEquals(truth, c.lengthUm(), 0.02 * truth);
		assertEquals(240, c.widthMeanNm(), 10);
		assertTrue(c.tortuosity() > 1.2 && c.tortuosity() < 1.6, "tortuosity " + c.tortuosity());
	}

	@Test
	void threeTubesThatMeetAreThreeBranches() {
		final Vec3 centre = new Vec3(1.6, 1.4, 1.5);
		final Vec3[] ends = { new Vec3(0.4, 0.6, 1.0), new Vec3(2.8, 0.7, 1.2), new Vec3(1.7, 2.5, 2.4) };
		byte[][] v = null;
		for (final Vec3 end : ends)
			v = Bodies.draw(GRID, v, 2, Bodies.tube(List.of(centre, end), 0.12));
		final CrackResult r = Bodies.analyse(GRID, v, ElectrodeFace.NONE);
		assertEquals(1, r.cracks().size());
		assertEquals(3, r.branches().size(), () -> r.branches().toString());
		final double[] truth = Arrays.stream(ends).mapToDouble(e -> e.distance(centre) + 0.12).sorted().toArray();
		final double[] found = r.branches().stream().mapToDouble(Branch::lengthUm).sorted().toArray();
		for (int i = 0; i < 3; i++)
			assertEquals(truth[i], found[i], 0.1, "branch " + i + ", up to a voxel of the junction");
		for (final Branch b : r.branches()) {
			assertFalse(b.sheet());
			assertTrue(b.isCrack());
			assertEquals(b.lengthUm() * 1000 / b.widthMeanNm(), b.aspect(), 1e-9);
			assertEquals(240, b.widthMeanNm(), 15);
		}
	}

	@Test
	void sheetsThatMeetAreSheets() {
		final Bodies.Solid y = p -> {
			final double x = p.x() - 1.6;
			final double h = p.y() - 1.4;
			final boolean stem = Math.abs(x) < 0.08 && h >= 0 && h < 1.2;
			final boolean left = Math.abs(h - 0.7 * x) < 0.1 && x <= 0 && x > -1.2;
			final boolean right = Math.abs(h + 0.7 * x) < 0.1 && x >= 0 && x < 1.2;
			return (stem || left || right) && p.z() > 0.4 && p.z() < 2.6;
		};
		final CrackResult r = Bodies.analyse(GRID, Bodies.draw(GRID, null, 2, y), ElectrodeFace.NONE);
		assertEquals(1, r.cracks().size());
		assertTrue(r.branches().size() >= 3, () -> r.branches().toString());
		for (final Branch b : r.branches())
			assertTrue(b.sheet() && b.isCrack(), b.toString());
	}

	@Test
	void aCrackThroughTheVolumeAndOneThatFillsIt() {
		final byte[][] v = Bodies.draw(GRID, null, 2, p -> Math.abs(p.x() - 1.6) < 0.08);
		final CrackResult r = Bodies.analyse(GRID, v, ElectrodeFace.Y_PLUS);
		assertTrue(r.cracks().get(0).crossesVolume());
		assertEquals(GRID.extentUm(1), r.cracks().get(0).depthReachUm(), 1e-9);
		assertEquals(160, r.cracks().get(0).widthMeanNm(), 1.6);
		final byte[][] full = Bodies.draw(VoxelGrid.of(12, 11, 10, 0.04, 0.04, 0.1), null, 2, p -> true);
		final CrackResult all = Bodies.analyse(VoxelGrid.of(12, 11, 10, 0.04, 0.04, 0.1), full, ElectrodeFace.Y_MINUS);
		assertEquals(1, all.cracks().size());
		assertTrue(all.flags().stream().anyMatch(f -> f.code().equals("touches_every_side")));
	}

	@Test
	void aSheetOneVoxelThickIsUnresolved() {
		final byte[][] v = Bodies.draw(GRID, null, 2, p -> Math.abs(p.x() - 1.62) < 0.015 && p.y() < 1.6 && p.z() > 0.5);
		final CrackResult r = Bodies.analyse(GRID, v, ElectrodeFace.Y_MINUS);
		assertEquals(40, r.cracks().get(0).widthMeanNm(), 0.5);
		assertFalse(r.cracks().get(0).widthResolved());
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("width_unresolved")));
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("few_cracks")));
	}

	@Test
	void specksAreMeasuredToo() {
		final byte[][] v = new byte[GRID.nz()][GRID.planeSize()];
		v[5][20 + 80 * 20] = 2;
		v[15][40 + 80 * 40] = 2;
		v[15][41 + 80 * 40] = 2;
		final CrackResult r = Bodies.analyse(GRID, v, ElectrodeFace.Y_MINUS);
		assertEquals(2, r.cracks().size());
		for (final Crack c : r.cracks()) {
			assertTrue(c.lengthUm() > 0.03 && c.lengthUm() < 0.2, c.toString());
			assertFalse(c.isCrack());
		}
		final CrackOptions larger = new CrackOptions(ElectrodeFace.NONE, 3, 1, Connectivity.TWENTYSIX, 2, 6.667, true);
		assertEquals(1, CrackAnalysis.analyse(Bodies.cracks(GRID, v), null, null, larger, 1, Progress.NONE).cracks().size());
	}

	/** A wedge: width falls linearly from a0 to a1, so the flow width is known in closed form. */
	@Test
	void flowWidthOfAWedge() {
		final VoxelGrid g = VoxelGrid.of(60, 120, 24, 0.04, 0.04, 0.1);
		final byte[][] v = Bodies.draw(g, null, 2, p -> Math.abs(p.x() - 1.2) < 0.5 * (0.6 - 0.4 * p.y() / 4) && p.y() < 4);
		final Crack c = Bodies.analyse(g, v, ElectrodeFace.Y_MINUS).cracks().get(0);
		// It runs through the whole volume along z, so lithium flows in it as in a slit.
		final double e = CrackOptions.of(ElectrodeFace.Y_MINUS).flowExponent(true);
		double sum = 0;
		for (int i = 0; i < 1000; i++)
			sum += Math.pow(0.6 - 0.4 * (i + 0.5) / 1000, -e) / 1000;
		assertEquals(1000 * Math.pow(sum, -1 / e), c.widthFlowNm(), 15);
		assertEquals(400, c.widthMeanNm(), 15);
		assertEquals(4, c.lengthUm(), 0.06);
	}

	@Test
	void aWidthMapReplacesTheMask() {
		final byte[][] v = Bodies.draw(GRID, null, 2, p -> Math.abs(p.x() - 1.6) < 0.08 && p.y() < 1.6 && p.z() > 0.5 && p.z() < 2.5);
		final float[][] map = new float[GRID.nz()][GRID.planeSize()];
		for (final float[] plane : map)
			Arrays.fill(plane, 0.137f);
		final Crack c = CrackAnalysis.analyse(Bodies.cracks(GRID, v), null, FloatVolume.of(GRID, map), CrackOptions.of(
			ElectrodeFace.Y_MINUS), 1, Progress.NONE).cracks().get(0);
		assertEquals(137, c.widthMeanNm(), 0.1);
	}

	@Test
	void graphMlIsXmlWithEveryNodeAndEdge() throws Exception {
		final List<Link> links = List.of(new Link("face", "crack:1", 1.5, 120), new Link("crack:1", "pore:7", 1.2, Double.NaN));
		final String text = CrackNetwork.graphMl(links, List.of(7, 9), List.of());
		final Document d = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
		assertEquals(4, d.getElementsByTagName("node").getLength());
		assertEquals(2, d.getElementsByTagName("edge").getLength());
		assertFalse(text.contains("NaN"));
	}

	@Test
	void refusesWhatItCannotMeasure() {
		final byte[][] empty = new byte[GRID.nz()][GRID.planeSize()];
		assertThrows(IllegalArgumentException.class, () -> Bodies.analyse(GRID, empty, ElectrodeFace.NONE));
		final byte[][] v = Bodies.draw(GRID, null, 2, p -> p.x() < 0.2);
		final VoxelGrid other = VoxelGrid.of(79, 70, 30, 0.04, 0.04, 0.1);
		assertThrows(IllegalArgumentException.class, () -> CrackAnalysis.analyse(Bodies.cracks(GRID, v), labels(other), null,
			CrackOptions.of(ElectrodeFace.NONE), 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new CrackOptions(ElectrodeFace.NONE, 0.5, 1, Connectivity.TWENTYSIX, 1,
			6, false));
		assertThrows(IllegalArgumentException.class, () -> new CrackOptions(ElectrodeFace.NONE, 3, -1, Connectivity.TWENTYSIX, 1, 6,
			false));
		assertThrows(IllegalArgumentException.class, () -> new CrackOptions(ElectrodeFace.NONE, 3, 1, Connectivity.TWENTYSIX, 1,
			Double.NaN, false));
	}

	/** Whatever the shapes, every object gets a record, at least one branch, and numbers that make sense. */
	@Test
	void noiseIsMeasuredWithoutFailure() {
		final Random random = new Random(8);
		for (int i = 0; i < 40; i++) {
			final VoxelGrid g = VoxelGrid.of(4 + random.nextInt(20), 4 + random.nextInt(20), 4 + random.nextInt(12), 0.04, 0.05, 0.1);
			final byte[][] v = new byte[g.nz()][g.planeSize()];
			final int[][] pores = new int[g.nz()][g.planeSize()];
			final double density = 0.02 + 0.7 * random.nextDouble();
			for (int z = 0; z < g.nz(); z++)
				for (int p = 0; p < v[z].length; p++) {
					v[z][p] = (byte) (random.nextDouble() < density ? 2 : random.nextInt(40) == 0 ? 4 : 0);
					if (v[z][p] == 0 && random.nextInt(10) == 0) pores[z][p] = 1 + random.nextInt(5);
				}
			v[0][0] = 2;
			final ElectrodeFace face = ElectrodeFace.values()[i % 7];
			final Connectivity c = Connectivity.values()[i % 3];
			final CrackOptions o = new CrackOptions(face, 3, i % 4, c, 1 + i % 2, 6.667, i % 2 == 0);
			final CrackResult r;
			try {
				r = CrackAnalysis.analyse(Bodies.cracks(g, v), IntVolume.of(g, pores), null, o, 1, Progress.NONE);
			}
			catch (final IllegalArgumentException e) {
				assertTrue(e.getMessage().startsWith("No object of at least"), e.getMessage());
				continue;
			}
			assertEquals(r.labels().count(), r.cracks().size());
			for (final Crack k : r.cracks()) {
				assertTrue(k.lengthUm() > 0 && k.tortuosity() >= 1 - 1e-9, k.toString());
				// voxels that touch at corners only have no opening along the line: not measured, and never a crack
				assertTrue(k.widthMeanNm() > 0 || Double.isNaN(k.widthMeanNm()) && !k.isCrack() && !k.widthResolved(), k.toString());
				assertTrue(r.branches().stream().anyMatch(b -> b.crack() == k.label()), k.toString());
				assertEquals(face == ElectrodeFace.NONE, Double.isNaN(k.depthReachUm()));
			}
			for (final Link l : r.links())
				assertTrue(l.pathUm() >= 0, l.toString());
		}
	}

	@Test
	void threadsChangeNothing() {
		final byte[][] v = Bodies.draw(GRID, null, 2, Bodies.tube(List.of(new Vec3(0.5, 0.1, 0.5), new Vec3(2.5, 2.4, 2.5)), 0.15));
		final CrackResult one = CrackAnalysis.analyse(Bodies.cracks(GRID, v), null, null, CrackOptions.of(ElectrodeFace.NONE), 1,
			Progress.NONE);
		final CrackResult two = CrackAnalysis.analyse(Bodies.cracks(GRID, v), null, null, CrackOptions.of(ElectrodeFace.NONE), 2,
			Progress.NONE);
		assertEquals(one.cracks(), two.cracks());
		assertEquals(one.branches(), two.branches());
		assertEquals(one.cracks(), one.section(new Provenance("Skeletonize Cracks", "0", "", Map.of(), Map.of())).rows());
	}
}
