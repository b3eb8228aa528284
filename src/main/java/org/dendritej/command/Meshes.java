// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.mesh.SurfaceMesh;
import org.dendritej.core.run.Progress;
import org.dendritej.io.MeshFile;
import org.dendritej.io.OutputFolder;

/** Stages closed surfaces as mesh files: the one way in which all commands write them. */
final class Meshes {

	/** Smoothing rounds that take the steps of the voxels off. */
	static final int ROUNDS = 10;

	private Meshes() {}

	/** Stages the smoothed surface of a phase; nothing where the phase does not occur. */
	static void stage(final OutputFolder out, final String stem, final Phase phase, final MeshFile format, final Progress progress) {
		stage(out, stem, SurfaceMesh.of(phase, progress).smoothed(ROUNDS, progress), format);
	}

	/** Stages a mesh; nothing if it has no triangles. */
	static void stage(final OutputFolder out, final String stem, final SurfaceMesh mesh, final MeshFile format) {
		if (mesh.triangles() > 0) out.add(stem + format.suffix(), f -> format.write(mesh, f));
	}

	/** Refuses a mesh without a place to write it to. */
	static void requireFolder(final OutputFolder out, final String key, final String value) {
		if (out == null) throw new IllegalArgumentException(key + "=" + value + " needs a folder to write to; give folder=.");
	}
}
