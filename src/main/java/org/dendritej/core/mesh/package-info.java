// SPDX-License-Identifier: BSD-2-Clause
/** Surfaces of phases as closed triangle meshes. */
package org.dendritej.core.mesh;
