// SPDX-License-Identifier: BSD-2-Clause
/**
 * The current distribution on the image itself: a finite-volume Laplace solver on labelled voxels, the currents that
 * pores, cracks and electrode collect, and the field ahead of crack tips.
 * <p>
 * Units inside: lengths um, conductivity S/m, potential V, hence currents in microampere and conductances in S/m um.
 */
package org.dendritej.core.field;
