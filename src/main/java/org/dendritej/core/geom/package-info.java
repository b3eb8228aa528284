// SPDX-License-Identifier: BSD-2-Clause
/** Points, voxel grids, electrode faces and plane-wise volumes: the ground floor, which imports nothing. */
package org.dendritej.core.geom;
