// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;

/** The problem as numbers per voxel: codes, ground conductances, injected currents; and what was found on the way. */
final class Domain {

	final FieldProblem problem;
	final VoxelGrid grid;
	final Interfaces interfaces;
	final FineLevel level;
	/** Conducting voxels without any path to the lithium: left out. */
	long isolatedVoxels;
	int isolatedRegions;
	/** Metal without path to the electrode. */
	final Islands islands = new Islands();
	/** Voxel faces of the counter electrode through which current enters. */
	long counterFaces;
	/** Their area. */
	double counterAreaUm2;
	/** Voxels that have such faces. */
	private int[] counterVoxels = new int[1024];
	private int nCounterVoxels;
	private final Sweep sweep;

	Domain(final FieldProblem problem, final Sweep sweep) {
		problem.validate();
		this.problem = problem;
		this.sweep = sweep;
		grid = problem.grid;
		FieldMemory.check(grid, FieldMemory.availableFor(grid));
		interfaces = new Interfaces(problem);
		level = new FineLevel(grid.nx(), grid.ny(), grid.nz(), problem.periodic.clone(),
			new double[] { grid.dxUm(), grid.dyUm(), grid.dzUm() });
		for (int axis = 0; axis < 3; axis++)
			for (int ab = 0; ab < 256; ab++)
				level.pair[axis][ab] = interfaces.pair(axis, ab >> 4, ab & 15);
		level.pairsReady();
		sweep.slices(0, grid.nz(), grid.planeSize(), this::encode);
		settleMetal();
		refuseShort();
		sweep.slices(0, grid.nz(), grid.planeSize(), this::groundSlice);
		keepConnected();
		attachCounter();
		sweep.slices(0, grid.nz(), grid.planeSize(), this::markRegular);
	}

	/** Sides that carry a fixed potential, as {@link Coarsening} wants them. */
	int electrodeSides() {
		return side(problem.electrode) | (problem.counter.plane() ? side(problem.counter.face()) : 0);
	}

	private static int side(final ElectrodeFace f) {
		return f == ElectrodeFace.NONE ? 0 : 1 << 2 * f.axis() + (f.isLow() ? 0 : 1);
	}

	private int layer(final ElectrodeFace f) {
		return f.isLow() ? 0 : grid.size(f.axis()) - 1;
	}

	private void encode(final int k) {
		final byte[] classes = problem.classes.plane(k);
		final int base = level.row(0, k);
		for (int p = 0; p < classes.length; p++) {
			final int c = classes[p] & 0xff;
			switch (problem.role[c]) {
				case FieldProblem.CONDUCTOR: level.code[base + p] = interfaces.material[c]; break;
				case FieldProblem.INSULATOR: level.code[base + p] = 0; break;
				case FieldProblem.METAL: level.code[base + p] = (byte) (FineLevel.METAL
					| (problem.joining == Joining.TOUCHING ? FieldSides.UNSETTLED : 0)); break;
				case FieldProblem.COUNTER_METAL: level.code[base + p] = (byte) FineLevel.COUNTER; break;
				case FieldProblem.ELECTRODE_METAL: level.code[base + p] = FineLevel.METAL; break;
				default: throw new IllegalArgumentException("Voxel (" + p % grid.nx() + ", " + p / grid.nx() + ", " + k + ") has class " + c
					+ ", which was not declared; say whether it conducts (S/m), insulates or is lithium.");
			}
		}
	}

	/** Grounds what touches the electrode; the rest becomes floating islands. */
	private void settleMetal() {
		if (problem.joining == Joining.ALL) return;
		final boolean[] unsettled = new boolean[256];
		unsettled[FineLevel.METAL | FieldSides.UNSETTLED] = true;
		final Flood flood = new Flood(level, unsettled, sweep.progress());
		if (problem.electrode != ElectrodeFace.NONE) FieldSides.eachVoxel(level, problem.electrode.axis(), layer(problem.electrode), flood::from);
		for (int c = 0; c < level.code.length; c++)
			if ((level.code[c] & 0xff) == FineLevel.METAL) FieldSides.eachNeighbour(level, c, flood::from);
		for (int c = 0; c < level.code.length; c++)
			if ((level.code[c] & Flood.REACHED) != 0) level.code[c] = FineLevel.METAL;
		flood.tell(islands::add);
		for (int c = 0; c < level.code.length; c++)
			if (flood.from(c) > 0) islands.close();
		for (int c = 0; c < level.code.length; c++)
			if ((level.code[c] & Flood.REACHED) != 0) level.code[c] = Interfaces.FLOATING;
	}

	private boolean lithium(final int c) {
		return (level.code[c] & FineLevel.METAL) != 0 || (level.code[c] & FineLevel.MATERIAL) == Interfaces.FLOATING;
	}

	private void refuseShort() {
		final ElectrodeFace f = problem.counter.face();
		if (f != ElectrodeFace.NONE) FieldSides.eachVoxel(level, f.axis(), layer(f), this::refuseLithium);
		else for (int c = 0; c < level.code.length; c++)
			if (level.code[c] == (byte) FineLevel.COUNTER) FieldSides.eachNeighbour(level, c, this::refuseLithium);
	}

	private void refuseLithium(final int c) {
		if (lithium(c)) throw new IllegalArgumentException("Lithium touches the counter electrode at voxel (" + c % grid.nx() + ", "
			+ c / grid.nx() % grid.ny() + ", " + c / grid.planeSize() + "), face " + problem.counter.face().key()
			+ ": a short circuit; leave electrolyte between them (distance=), crop, or choose another side.");
	}

	private void groundSlice(final int k) {
		final int[][] labels = factorPlanes(k);
		for (int j = 0; j < grid.ny(); j++) {
			for (int i = 0; i < grid.nx(); i++) {
				final int c = level.row(j, k) + i, m = level.code[c] & FineLevel.MATERIAL;
				if (m == 0 || inside(i, j, k) && !metalAround(c)) continue;
				double g = 0;
				for (int face = 0; face < 6; face++)
					g += groundAcross(face >> 1, i, j, k, (face & 1) == 1, m, labels);
				level.ground[c] = (float) g;
			}
		}
	}

	private boolean inside(final int i, final int j, final int k) {
		return i > 0 && i < grid.nx() - 1 && j > 0 && j < grid.ny() - 1 && k > 0 && k < grid.nz() - 1;
	}

	/** Whether one of the six neighbours of a voxel off all sides is grounded metal. */
	private boolean metalAround(final int c) {
		final byte[] code = level.code;
		final int nx = level.nx, plane = nx * level.ny;
		return ((code[c - 1] | code[c + 1] | code[c - nx] | code[c + nx] | code[c - plane] | code[c + plane]) & FineLevel.METAL) != 0;
	}

	/** Labels of the area factors in slices k-1, k, k+1; null if there are no factors. */
	int[][] factorPlanes(final int k) {
		return problem.factors == null ? null : new int[][] { labels(k - 1), labels(k), labels(k + 1) };
	}

	private int[] labels(final int k) {
		return problem.factorLabels.plane((k + grid.nz()) % grid.nz());
	}

	double faceAreaUm2(final int axis) {
		return grid.voxelVolumeUm3() / grid.edgeUm(axis);
	}

	/** Conductance to 0 V across one face; labels: planes k-1, k, k+1 of the area factors or null. */
	float groundAcross(final int axis, final int i, final int j, final int k, final boolean up, final int m, final int[][] labels) {
		if (level.hasNeighbour(axis, i, j, k, up)) {
			final int n = level.neighbour(axis, i, j, k, up);
			if ((level.code[n] & FineLevel.METAL) == 0) return 0;
			final int at = n % grid.planeSize();
			final int label = labels == null ? 0 : labels[axis < 2 ? 1 : up ? 2 : 0][at];
			return interfaces.metal(axis, m, interfaces.areaFactor(label));
		}
		final ElectrodeFace e = problem.electrode;
		return e != ElectrodeFace.NONE && e.axis() == axis && e.isLow() != up
			&& layer(e) == (axis == 0 ? i : axis == 1 ? j : k) ? interfaces.electrode(e, m) : 0;
	}

	private void keepConnected() {
		final boolean[] conducting = new boolean[256];
		for (int m = 1; m < 16; m++)
			conducting[m] = true;
		final Flood flood = new Flood(level, conducting, sweep.progress());
		for (int c = 0; c < level.code.length; c++) {
			if ((c & 0xfffff) == 0) sweep.progress().check();
			if (level.ground[c] > 0) flood.from(c);
		}
		// what is left has no path to 0 V: count its regions apart, then drop them
		for (int c = 0; c < level.code.length; c++)
			if ((level.code[c] & Flood.REACHED) != 0) level.code[c] = (byte) (level.code[c] & ~Flood.REACHED | FieldSides.KEPT);
		for (int c = 0; c < level.code.length; c++) {
			final long n = flood.from(c);
			isolatedVoxels += n;
			if (n > 0) isolatedRegions++;
		}
		for (int c = 0; c < level.code.length; c++) {
			if ((level.code[c] & FieldSides.KEPT) != 0) level.code[c] &= ~FieldSides.KEPT;
			else if ((level.code[c] & Flood.REACHED) != 0) level.code[c] = 0;
		}
	}

	private void attachCounter() {
		final ElectrodeFace f = problem.counter.face();
		final IntConsumer attach = this::attach;
		if (f != ElectrodeFace.NONE) FieldSides.eachVoxel(level, f.axis(), layer(f), attach);
		else for (int c = 0; c < level.code.length; c++)
			if ((level.code[c] & FineLevel.MATERIAL) != 0) attach.accept(c);
		if (counterFaces == 0) throw new IllegalArgumentException("No conducting path leads from the counter electrode (" + f.key()
			+ ") to the lithium; check the classes, the electrode's side and the segmentation.");
		counterVoxels = Arrays.copyOf(counterVoxels, nCounterVoxels);
	}

	private void attach(final int c) {
		final int m = level.code[c] & FineLevel.MATERIAL, i = c % grid.nx(), j = c / grid.nx() % grid.ny(), k = c / grid.planeSize();
		if (m == 0) return;
		boolean any = false;
		for (int face = 0; face < 6; face++) {
			final boolean up = (face & 1) == 1;
			if (!isCounter(face >> 1, i, j, k, up)) continue;
			any = true;
			counterFaces++;
			counterAreaUm2 += faceAreaUm2(face >> 1);
			if (problem.counter.plane()) level.ground[c] += interfaces.plane(problem.counter, face >> 1, m);
		}
		if (!any) return;
		if (nCounterVoxels == counterVoxels.length) counterVoxels = Arrays.copyOf(counterVoxels, 2 * nCounterVoxels);
		counterVoxels[nCounterVoxels++] = c;
	}

	/** Whether current enters through a voxel face. */
	boolean isCounter(final int axis, final int i, final int j, final int k, final boolean up) {
		final ElectrodeFace f = problem.counter.face();
		if (level.hasNeighbour(axis, i, j, k, up)) return f == ElectrodeFace.NONE
			&& level.code[level.neighbour(axis, i, j, k, up)] == (byte) FineLevel.COUNTER;
		return f != ElectrodeFace.NONE && axis == f.axis() && up != f.isLow();
	}

	/** Current that enters a voxel of material m at potential v through one face of the counter electrode, uA. */
	double counterInflow(final int axis, final int m, final double v) {
		final Counter c = problem.counter;
		return c.plane() ? interfaces.plane(c, axis, m) * (c.volt() - v) : c.currentMaCm2() * FieldSides.MA_CM2 * faceAreaUm2(axis);
	}

	/** Visits the current that enters through each voxel face of the counter electrode at the potentials x. */
	void eachCounterFace(final double[] x, final DoubleConsumer visit) {
		for (final int c : counterVoxels) {
			final int i = c % grid.nx(), j = c / grid.nx() % grid.ny(), k = c / grid.planeSize();
			for (int face = 0; face < 6; face++)
				if (isCounter(face >> 1, i, j, k, (face & 1) == 1))
					visit.accept(counterInflow(face >> 1, level.code[c] & FineLevel.MATERIAL, x[c]));
		}
	}

	/** Current that leaves a voxel to fixed potentials less what the counter electrode gives it, uA. */
	double exchange(final int i, final int j, final int k, final int m, final double v, final int[][] labels) {
		double g = 0, in = 0;
		for (int face = 0; face < 6; face++) {
			final boolean up = (face & 1) == 1;
			g += groundAcross(face >> 1, i, j, k, up, m, labels);
			if (isCounter(face >> 1, i, j, k, up)) in += counterInflow(face >> 1, m, v);
		}
		return g * v - in;
	}

	private void markRegular(final int k) {
		for (int j = 0; j < grid.ny(); j++)
			for (int i = 1; i < grid.nx() - 1; i++) {
				final int c = level.row(j, k) + i, m = level.code[c] & FineLevel.MATERIAL;
				if (m != 0 && level.ground[c] == 0 && alike(i, j, k, m))
					level.code[c] |= FineLevel.REGULAR;
			}
	}

	private boolean alike(final int i, final int j, final int k, final int m) {
		if (inside(i, j, k)) {
			final byte[] code = level.code;
			final int nx = level.nx, plane = nx * level.ny, c = level.row(j, k) + i;
			return ((code[c - 1] ^ m | code[c + 1] ^ m | code[c - nx] ^ m | code[c + nx] ^ m | code[c - plane] ^ m | code[c + plane] ^ m)
				& FineLevel.MATERIAL) == 0;
		}
		for (int face = 0; face < 6; face++) {
			final boolean up = (face & 1) == 1;
			if (!level.hasNeighbour(face >> 1, i, j, k, up)) return false;
			if ((level.code[level.neighbour(face >> 1, i, j, k, up)] & FineLevel.MATERIAL) != m) return false;
		}
		return true;
	}
}
