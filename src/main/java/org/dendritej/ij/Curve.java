// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

/**
 * A closed curve on a surface image, um from its upper left corner.
 *
 * @param x vertices
 * @param y vertices
 */
public record Curve(double[] x, double[] y) {}
