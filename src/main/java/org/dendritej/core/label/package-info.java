// SPDX-License-Identifier: BSD-2-Clause
/** Connected components of a phase by union-find over runs, and what can be counted on runs: sums, surface, Euler number. */
package org.dendritej.core.label;
