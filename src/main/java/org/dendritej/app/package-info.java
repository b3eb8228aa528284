// SPDX-License-Identifier: BSD-2-Clause
/** Starts the suite without Fiji: the demo study, macros, Jython scripts, benchmarks and the ImageJ window. */
package org.dendritej.app;
