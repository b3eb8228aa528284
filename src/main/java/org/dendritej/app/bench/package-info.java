// SPDX-License-Identifier: BSD-2-Clause
/** Benchmarks: each prints its speed beside that of one plain pass over the same memory in the same run. */
package org.dendritej.app.bench;
