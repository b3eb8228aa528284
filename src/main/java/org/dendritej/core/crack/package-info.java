// SPDX-License-Identifier: BSD-2-Clause
/** Measures cracks: lengths, openings, branches, and the graph that joins pores to the electrode. */
package org.dendritej.core.crack;
