// SPDX-License-Identifier: BSD-2-Clause
package net.imagej.axis;

/** Stand-in with the three axes that are used. */
public final class Axes {

	public static final AxisType X = () -> "X", Y = () -> "Y", Z = () -> "Z", TIME = () -> "Time";

	private Axes() {}
}
