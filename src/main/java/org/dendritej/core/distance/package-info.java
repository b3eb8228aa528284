// SPDX-License-Identifier: BSD-2-Clause
/** Exact distances inside and outside a phase, and local thickness, on voxels with three different edges. */
package org.dendritej.core.distance;
