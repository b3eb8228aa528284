// SPDX-License-Identifier: BSD-2-Clause
/**
 * Power-law creep flow of a soft metal through tubes, slits, ellipses, cracks of measured width, and networks of them.
 * <p>
 * Units throughout: length um, pressure MPa, flow um3/s, rate 1/s. They are consistent with each other, so that no
 * formula carries a conversion factor. Every element obeys {@code dP = R Q^(1/m)}; resistances R add in series,
 * conductances {@code R^-m} add in parallel.
 */
package org.dendritej.core.flow;
