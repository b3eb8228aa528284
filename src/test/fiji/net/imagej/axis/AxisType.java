// SPDX-License-Identifier: BSD-2-Clause
package net.imagej.axis;

/** Stand-in. */
public interface AxisType {

	String getLabel();
}
