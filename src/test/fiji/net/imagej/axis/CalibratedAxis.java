// SPDX-License-Identifier: BSD-2-Clause
package net.imagej.axis;

/** Stand-in with the methods that are used. */
public interface CalibratedAxis {

	AxisType type();

	String unit();

	double calibratedValue(double rawValue);

	double averageScale(double rawValue1, double rawValue2);
}
