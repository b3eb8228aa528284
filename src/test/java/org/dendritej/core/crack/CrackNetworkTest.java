// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Link;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The graph from voxels to the file that other programs read: parallel and serial ways with their lengths, and what is occluded. */
class CrackNetworkTest {

	private static final VoxelGrid GRID = VoxelGrid.of(150, 140, 30, 0.04, 0.04, 0.1);
	/** Balls: centre and radius. 1 hangs on the face by two cracks, 2 on 1 by one, 3 on 2 by two; 4 and 5 are alone, 6 lies at the face. */
	private static final double[][] PORES = { { 1.5, 2.2, 1.5, 0.6 }, { 1.5, 4.6, 1.5, 0.5 }, { 4, 4.6, 1.5, 0.5 }, { 4.5, 1.6, 0.8, 0.4 }, { 5.4, 3, 2.4,
		0.3 }, { 3, 0.1, 2.3, 0.3 } };
	/** Tubes: from, to, radius; number 6 leads from pore 4 to nowhere. */
	private static final double[][] CRACKS = { { 1.3, -0.2, 1.5, 1.3, 2, 1.5, 0.12 }, { 1.8, -0.2, 1.5, 1.8, 2, 1.5, 0.16 }, { 1.5, 2.6, 1.5, 1.5, 4.4, 1.5,
		0.14 }, { 1.7, 4.45, 1.3, 3.8, 4.45, 1.3, 0.12 }, { 1.7, 4.8, 1.7, 3.8, 4.8, 1.7, 0.14 }, { 4.5, 1.8, 0.8, 5.5, 2.4, 0.8, 0.14 } };

	private static CrackResult specimen() {
		byte[][] v = new byte[GRID.nz()][GRID.planeSize()];
		for (final double[] c : CRACKS)
			v = Bodies.draw(GRID, v, 2, Bodies.tube(List.of(new Vec3(c[0], c[1], c[2]), new Vec3(c[3], c[4], c[5])), c[6]));
		final int[][] labels = new int[GRID.nz()][GRID.planeSize()];
		for (int k = 0; k < PORES.length; k++) {
			final double[] b = PORES[k];
			final Bodies.Solid ball = p -> p.distance(new Vec3(b[0], b[1], b[2])) < b[3];
			v = Bodies.draw(GRID, v, 1, ball);
			for (int z = 0; z < GRID.nz(); z++)
				for (int p = 0; p < GRID.planeSize(); p++)
					if (ball.has(GRID.centreUm(p % GRID.nx(), p / GRID.nx(), z))) labels[z][p] = k + 1;
		}
		return CrackAnalysis.analyse(Bodies.cracks(GRID, v), IntVolume.of(GRID, labels), null, CrackOptions.of(ElectrodeFace.Y_MINUS), 2, Progress.NONE);
	}

	/** Length of a tube between two balls (-1 = the face), um, at its shortest: along the axis, or along a wall where it meets the balls askew. */
	private static double truth(final int crack, final int from, final int to) {
		final double[] c = CRACKS[crack - 1];
		double least = Double.POSITIVE_INFINITY;
		for (int k = -1; k < 24; k++) {
			final double r = k < 0 ? 0 : c[6], u = r * Math.cos(k * Math.PI / 12), w = r * Math.sin(k * Math.PI / 12);
			// All tubes but the last run along y or x.
			final Vec3 aside = c[0] == c[3] ? new Vec3(u, 0, w) : new Vec3(0, u, w);
			final Vec3 a = new Vec3(c[0], c[1], c[2]).plus(aside), b = new Vec3(c[3], c[4], c[5]).plus(aside);
			least = Math.min(least, depth(a, b, to) - (from < 0 ? 0.2 : a.distance(b) - depth(b, a, from)));
		}
		return least;
	}

	/** From a along the line until the ball begins. */
	private static double depth(final Vec3 a, final Vec3 b, final int pore) {
		final double[] p = PORES[pore - 1];
		double s = 0;
		while (a.plus(b.minus(a).unit().times(s)).distance(new Vec3(p[0], p[1], p[2])) > p[3])
			s += 1e-4;
		return s;
	}

	@Test
	void parallelAndSerialWaysAreThereWithTheirLengths() {
		final CrackResult r = specimen();
		assertEquals(List.of(4, 5), r.occludedPores());
		assertEquals(List.of(6), r.openPores());
		assertEquals(6, r.cracks().size());
		final List<Link> ways = r.links().stream().filter(Link::isWay).toList();
		assertEquals(List.of("face pore:1", "face pore:1", "pore:1 pore:2", "pore:2 pore:3", "pore:2 pore:3"), ways.stream().map(l -> l.from() + " " + l.to())
			.sorted().toList());
		assertEquals(5, ways.stream().map(Link::crack).distinct().count(), "each through another crack");
		final int[][] ends = { { -1, 1 }, { -1, 1 }, { 1, 2 }, { 2, 3 }, { 2, 3 } };
		for (final Link l : ways) {
			// Which of the tubes it is, by where the crack lies deepest and how wide it is.
			final int tube = tube(l, r);
			// Ways end in the middle of a voxel that touches the pore, if only at a corner: 0.06 um from it in the slice.
			assertEquals(truth(tube, ends[tube - 1][0], ends[tube - 1][1]), l.pathUm(), l.from().equals("face") ? 0.06 : 0.12, () -> "tube " + tube + ": "
				+ l);
			assertEquals(drawnNm(tube), l.widthFlowNm(), 0.05 * drawnNm(tube), () -> "tube " + tube + ": " + l);
		}
		for (final Link l : r.links())
			if (l.from().equals("face") && l.to().startsWith("crack:")) assertEquals(r.cracks().get(l.crack() - 1).lengthUm(), l.pathUm(), 0);
	}

	/** Diameter of the circle with the area of the voxels drawn across the middle of a tube, nm. */
	private static double drawnNm(final int tube) {
		final double[] c = CRACKS[tube - 1];
		final Bodies.Solid solid = Bodies.tube(List.of(new Vec3(c[0], c[1], c[2]), new Vec3(c[3], c[4], c[5])), c[6]);
		final boolean alongY = c[0] == c[3];
		int n = 0;
		for (int z = 0; z < GRID.nz(); z++)
			for (int k = 0; k < GRID.nx(); k++)
				if (solid.has(alongY ? GRID.centreUm(k, (int) ((c[1] + c[4]) / 0.08), z) : GRID.centreUm((int) ((c[0] + c[3]) / 0.08), k, z))) n++;
		return 2000 * Math.sqrt(n * 0.04 * 0.1 / Math.PI);
	}

	/** The tube in which the middle of the crack's box lies. */
	private static int tube(final Link l, final CrackResult r) {
		final int[] plane = new int[GRID.planeSize()];
		for (int t = 1; t <= CRACKS.length; t++) {
			final double[] c = CRACKS[t - 1];
			final double[] m = { (c[0] + c[3]) / 2, (c[1] + c[4]) / 2, (c[2] + c[5]) / 2 };
			r.labels().plane((int) (m[2] / 0.1), plane);
			if (plane[(int) (m[0] / 0.04) + GRID.nx() * (int) (m[1] / 0.04)] == l.crack()) return t;
		}
		throw new AssertionError("no tube is crack " + l.crack());
	}

	@Test
	void nodesSayHowFarTheElectrodeIs() {
		final CrackResult r = specimen();
		final Map<String, GraphNode> nodes = CrackNetwork.nodes(r.links(), r.occludedPores(), r.openPores()).stream().collect(Collectors.toMap(
			GraphNode::node, n -> n));
		assertEquals(13, nodes.size());
		final double first = Math.min(truth(1, -1, 1), truth(2, -1, 1)), second = first + truth(3, 1, 2), third = second + Math.min(truth(4, 2, 3), truth(5, 2,
			3));
		assertEquals(first, nodes.get("pore:1").pathToFaceUm(), 0.06);
		assertEquals(second, nodes.get("pore:2").pathToFaceUm(), 0.12);
		assertEquals(third, nodes.get("pore:3").pathToFaceUm(), 0.18);
		assertEquals(0, nodes.get("pore:6").pathToFaceUm(), 0);
		assertTrue(nodes.get("pore:6").opensAtFace() && !nodes.get("pore:6").occluded());
		for (final int p : r.occludedPores())
			assertTrue(nodes.get("pore:" + p).occluded() && Double.isNaN(nodes.get("pore:" + p).pathToFaceUm()));
		assertEquals(3, nodes.get("pore:1").ways());
		assertEquals(2, nodes.get("face").ways());
		assertEquals(1, nodes.values().stream().filter(n -> n.kind().equals("crack") && n.occluded()).count(), "the crack at pore 4");
	}

	/** Read back as another program would: every key is declared with its type, and shortest routes by {@code path_um} are right on all edges. */
	@Test
	void graphMlGivesTheSameRoutes() throws Exception {
		final CrackResult r = specimen();
		final Document d = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(CrackNetwork.graphMl(r.links(), r
			.occludedPores(), r.openPores()))));
		final Map<String, String> types = new HashMap<>();
		for (final Element k : elements(d, "key"))
			assertEquals(null, types.put(k.getAttribute("for") + " " + k.getAttribute("id"), k.getAttribute("attr.type")), "declared twice");
		final Map<String, Double> far = new HashMap<>();
		final List<GraphNode> nodes = CrackNetwork.nodes(r.links(), r.occludedPores(), r.openPores());
		for (final Element n : elements(d, "node")) {
			final Map<String, String> data = data(n, types);
			final GraphNode node = nodes.stream().filter(k -> k.node().equals(n.getAttribute("id"))).findFirst().orElseThrow();
			assertEquals(node.kind() + node.occluded() + node.opensAtFace(), data.get("kind") + data.get("occluded") + data.get("opens_at_face"));
			assertEquals(Double.isNaN(node.pathToFaceUm()), !data.containsKey("path_to_face_um"));
			assertEquals(null, far.put(node.node(), node.node().equals("face") ? 0 : Double.POSITIVE_INFINITY));
		}
		assertEquals(nodes.size(), far.size());
		for (int round = 0; round < far.size(); round++)
			for (final Element e : elements(d, "edge")) {
				final Map<String, String> data = data(e, types);
				final String a = e.getAttribute("source"), b = e.getAttribute("target");
				final double length = Double.parseDouble(data.get("path_um"));
				far.merge(a, far.get(b) + length, Math::min);
				far.merge(b, far.get(a) + length, Math::min);
				assertEquals(!a.startsWith("crack") && !b.startsWith("crack"), Boolean.parseBoolean(data.get("way")));
			}
		for (final GraphNode n : nodes)
			if (n.kind().equals("pore")) assertEquals(n.occluded() ? Double.POSITIVE_INFINITY : n.pathToFaceUm(), far.get(n.node()), 1e-6, n.node());
	}

	private static List<Element> elements(final Document d, final String tag) {
		final List<Element> found = new ArrayList<>();
		final NodeList l = d.getElementsByTagName(tag);
		for (int i = 0; i < l.getLength(); i++)
			found.add((Element) l.item(i));
		return found;
	}

	private static Map<String, String> data(final Element of, final Map<String, String> types) {
		final Map<String, String> data = new HashMap<>();
		for (int i = 0; i < of.getElementsByTagName("data").getLength(); i++) {
			final Element e = (Element) of.getElementsByTagName("data").item(i);
			final String type = types.get(of.getTagName() + " " + e.getAttribute("key")), text = e.getTextContent();
			assertTrue(Set.of("string", "boolean", "int", "double").contains(type), e.getAttribute("key") + " is not declared");
			if (type.equals("boolean")) assertTrue(text.equals("true") || text.equals("false"), text);
			if (type.equals("int")) Integer.parseInt(text);
			if (type.equals("double")) assertTrue(Double.isFinite(Double.parseDouble(text)));
			data.put(e.getAttribute("key"), text);
		}
		return data;
	}

	/** A tube past four pores that lie along it in the order 3, 1, 4, 2: each is linked to the next, not all of them to the first. */
	@Test
	void poresInARowAreLinkedInTheirOrder() {
		final double[] at = { 2, 5, 0.8, 3.6 };
		byte[][] v = Bodies.draw(GRID, null, 2, Bodies.tube(List.of(new Vec3(0.6, 3, 1.5), new Vec3(5.2, 3, 1.5)), 0.12));
		final int[][] labels = new int[GRID.nz()][GRID.planeSize()];
		for (int k = 0; k < 4; k++) {
			final Vec3 c = new Vec3(at[k], 3.3, 1.5);
			v = Bodies.draw(GRID, v, 1, p -> p.distance(c) < 0.25);
			for (int z = 0; z < GRID.nz(); z++)
				for (int p = 0; p < GRID.planeSize(); p++)
					if (GRID.centreUm(p % GRID.nx(), p / GRID.nx(), z).distance(c) < 0.25) labels[z][p] = k + 1;
		}
		final CrackResult r = CrackAnalysis.analyse(Bodies.cracks(GRID, v), IntVolume.of(GRID, labels), null, CrackOptions.of(ElectrodeFace.Y_MINUS), 1,
			Progress.NONE);
		assertEquals(1, r.cracks().size());
		assertFalse(r.cracks().get(0).opensAtFace());
		final Map<String, Link> ways = r.links().stream().filter(Link::isWay).collect(Collectors.toMap(l -> l.from() + " " + l.to(), l -> l));
		assertEquals(Set.of("pore:1 pore:3", "pore:1 pore:4", "pore:2 pore:4"), ways.keySet());
		// From rim to rim of where the pores touch the tube: half a chord of the balls there, and a voxel.
		final double rims = 2 * (Math.sqrt(0.25 * 0.25 - 0.18 * 0.18) + 0.04);
		assertEquals(1.2 - rims, ways.get("pore:1 pore:3").pathUm(), 0.06);
		assertEquals(1.6 - rims, ways.get("pore:1 pore:4").pathUm(), 0.06);
		assertEquals(1.4 - rims, ways.get("pore:2 pore:4").pathUm(), 0.06);
	}
}
