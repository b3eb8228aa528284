// SPDX-License-Identifier: BSD-2-Clause
/** The report of a sample: one HTML file with figures, tables, remarks, methods and citations, readable without a network. */
package org.dendritej.report;
