// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * A curve skeleton as a graph: junction clusters and ends joined by branches, with loops and isolated points.
 * <p>
 * A voxel with more than two neighbours is a junction voxel, one with one neighbour an end, one with none a point; touching
 * junction voxels are one vertex. A branch is the chain of voxels with two neighbours between two vertices, and its length
 * runs from the junction voxel that it touches through the chain, without the bias of voxel steps ({@link CentreLine}).
 * Vertices and branches are numbered in raster order of their first voxel. O(n).
 */
public final class SkeletonGraph {

	/**
	 * A branch.
	 *
	 * @param from vertex at its start; -1 for a loop without a vertex
	 * @param to vertex at its end; -1 likewise
	 * @param voxels nodes of the chain in order, with the junction voxels that it touches at its ends
	 * @param lengthUm length, um
	 */
	public record Edge(int from, int to, int[] voxels, double lengthUm) {}

	private final VoxelGraph graph;
	private final int[] vertexOf;
	private final int[] vertexVoxel;
	private final boolean[] junction;
	private final List<Edge> edges = new ArrayList<>();
	private final double coarsestUm;

	private SkeletonGraph(final VoxelGraph graph) {
		this.graph = graph;
		coarsestUm = Math.max(graph.grid().dxUm(), Math.max(graph.grid().dyUm(), graph.grid().dzUm()));
		final boolean[] branching = new boolean[graph.size()];
		for (int i = 0; i < branching.length; i++)
			branching[i] = graph.degree(i) > 2;
		final int[] cluster = graph.parts(branching);
		vertexOf = new int[graph.size()];
		Arrays.fill(vertexOf, -1);
		final List<Integer> first = new ArrayList<>();
		final int[] number = new int[graph.size()];
		Arrays.fill(number, -1);
		for (int i = 0; i < vertexOf.length; i++) {
			if (graph.degree(i) == 2) continue;
			if (cluster[i] >= 0 && number[cluster[i]] >= 0) {
				vertexOf[i] = number[cluster[i]];
				continue;
			}
			if (cluster[i] >= 0) number[cluster[i]] = first.size();
			vertexOf[i] = first.size();
			first.add(i);
		}
		vertexVoxel = first.stream().mapToInt(Integer::intValue).toArray();
		junction = new boolean[vertexVoxel.length];
		for (int v = 0; v < junction.length; v++)
			junction[v] = branching[vertexVoxel[v]];
		walkBranches();
		walkLoops();
	}

	/**
	 * Reads a curve skeleton.
	 *
	 * @param graph its voxels
	 * @return the graph
	 */
	public static SkeletonGraph of(final VoxelGraph graph) {
		return new SkeletonGraph(graph);
	}

	private void walkBranches() {
		final boolean[] seen = new boolean[graph.size()];
		for (int i = 0; i < vertexOf.length; i++) {
			if (vertexOf[i] < 0) continue;
			for (int k = 0; k < graph.degree(i); k++) {
				final int w = graph.neighbour(i, k);
				if (vertexOf[w] >= 0) {
					final boolean ends = !junction[vertexOf[i]] || !junction[vertexOf[w]];
					if (ends && w > i) add(new int[] { i, w }, vertexOf[i], vertexOf[w]);
				}
				else if (!seen[w]) walk(i, w, seen);
			}
		}
	}

	/** Follows a chain from a vertex voxel to the next vertex. */
	private void walk(final int vertexVoxelHere, final int begin, final boolean[] seen) {
		int[] chain = { vertexVoxelHere, begin, 0, 0 };
		int n = 2;
		int previous = vertexVoxelHere;
		int at = begin;
		seen[begin] = true;
		while (true) {
			int next = graph.neighbour(at, 0) == previous ? graph.neighbour(at, 1) : graph.neighbour(at, 0);
			if (n == 2 && vertexOf[graph.neighbour(at, 0)] >= 0 && vertexOf[graph.neighbour(at, 1)] >= 0) next = graph.neighbour(at,
				0) == vertexVoxelHere ? graph.neighbour(at, 1) : graph.neighbour(at, 0);
			if (n == chain.length) chain = Arrays.copyOf(chain, 2 * n);
			chain[n++] = next;
			if (vertexOf[next] >= 0 || seen[next]) break;
			seen[next] = true;
			previous = at;
			at = next;
		}
		add(Arrays.copyOf(chain, n), vertexOf[vertexVoxelHere], vertexOf[chain[n - 1]]);
	}

	private void walkLoops() {
		final boolean[] seen = new boolean[graph.size()];
		for (final Edge e : edges)
			for (final int v : e.voxels)
				seen[v] = true;
		for (int i = 0; i < seen.length; i++)
			if (vertexOf[i] < 0 && !seen[i]) {
				int[] chain = new int[16];
				int n = 0;
				int at = i;
				int previous = -1;
				do {
					if (n == chain.length) chain = Arrays.copyOf(chain, 2 * n);
					chain[n++] = at;
					seen[at] = true;
					final int next = graph.neighbour(at, 0) != previous ? graph.neighbour(at, 0) : graph.neighbour(at, 1);
					previous = at;
					at = next;
				}
				while (at != i && !seen[at]);
				final int[] closed = Arrays.copyOf(chain, n + 1);
				closed[n] = i;
				add(closed, -1, -1);
			}
	}

	private void add(final int[] voxels, final int from, final int to) {
		final List<Vec3> points = new ArrayList<>(voxels.length);
		for (final int v : voxels)
			points.add(graph.centreUm(v));
		edges.add(new Edge(from, to, voxels, CentreLine.along(points, coarsestUm).lengthUm()));
	}

	/**
	 * The voxels.
	 *
	 * @return the sparse graph that this one was made from
	 */
	public VoxelGraph voxels() {
		return graph;
	}

	/**
	 * The branches.
	 *
	 * @return all of them; not to be changed
	 */
	public List<Edge> edges() {
		return edges;
	}

	/**
	 * Number of vertices: junction clusters, ends and isolated points.
	 *
	 * @return count
	 */
	public int vertices() {
		return vertexVoxel.length;
	}

	/**
	 * The first voxel of a vertex.
	 *
	 * @param vertex its number
	 * @return node of the voxel graph
	 */
	public int voxelOf(final int vertex) {
		return vertexVoxel[vertex];
	}

	/**
	 * Whether a vertex is a junction.
	 *
	 * @param vertex its number
	 * @return false for an end or a point
	 */
	public boolean isJunction(final int vertex) {
		return junction[vertex];
	}

	/**
	 * The vertex of each voxel; -1 along branches. To be read only.
	 *
	 * @return vertex numbers by node
	 */
	public int[] vertexOf() {
		return vertexOf;
	}

	/**
	 * Number of junctions.
	 *
	 * @return count of clusters
	 */
	public int junctions() {
		int n = 0;
		for (final boolean j : junction)
			if (j) n++;
		return n;
	}

	/**
	 * Number of ends.
	 *
	 * @return count of voxels with one neighbour
	 */
	public int ends() {
		int n = 0;
		for (final int v : vertexVoxel)
			if (graph.degree(v) == 1) n++;
		return n;
	}

	/**
	 * Length of all branches.
	 *
	 * @return um
	 */
	public double lengthUm() {
		return edges.stream().mapToDouble(Edge::lengthUm).sum();
	}
}
