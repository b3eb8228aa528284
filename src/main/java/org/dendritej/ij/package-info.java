// SPDX-License-Identifier: BSD-2-Clause
/** The one window to ImageJ: images in and out without copies, calibration, tables, colours, overlays and plots. */
package org.dendritej.ij;
