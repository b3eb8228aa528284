// SPDX-License-Identifier: BSD-2-Clause
/**
 * The current that the real pores and cracks of a class image collect: makes the field problem out of classes, labels and
 * the graph, and reads the answer pore by pore. Knows records and kernels, no model.
 */
package org.dendritej.core.current;
