// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

/**
 * Length of a crack as the mask alone shows it.
 *
 * @param lengthUm length, um
 * @param sdUm its standard deviation, um
 */
public record MaskLength(double lengthUm, double sdUm) {}
