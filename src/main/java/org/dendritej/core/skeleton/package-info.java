// SPDX-License-Identifier: BSD-2-Clause
/** Thin shapes: topology-preserving thinning to curves and sheets, the graph of a skeleton, and lengths without bias. */
package org.dendritej.core.skeleton;
