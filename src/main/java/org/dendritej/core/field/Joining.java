// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

/** Which metal voxels are taken to be in electronic contact with the electrode. */
public enum Joining {
	/** Every metal voxel is at the electrode's potential: each filled pore has a path, even if the image does not resolve it. */
	ALL,
	/**
	 * Only metal that touches the electrode through shared voxel faces; the rest floats: each island is an equipotential
	 * body without net current.
	 */
	TOUCHING
}
