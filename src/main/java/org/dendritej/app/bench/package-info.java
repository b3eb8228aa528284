// SPDX-License-Identifier: BSD-2-Clause
/** Timings of the kernels and analysers, in one run and on generated data. */
package org.dendritej.app.bench;
