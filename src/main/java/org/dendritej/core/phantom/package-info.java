// SPDX-License-Identifier: BSD-2-Clause
/** Synthetic specimens with known truth: shapes in space, rendered to class images, grey stacks, surface images and counts. */
package org.dendritej.core.phantom;
