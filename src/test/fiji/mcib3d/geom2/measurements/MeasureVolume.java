// SPDX-License-Identifier: BSD-2-Clause
package mcib3d.geom2.measurements;

import mcib3d.geom2.Object3DInt;

/** Stand-in with the constants and the method that are used. */
public class MeasureVolume {

	public static final String VOLUME_PIX = "VOLUME_PIX", VOLUME_UNIT = "VOLUME_UNIT";
	private final Object3DInt object;

	public MeasureVolume(final Object3DInt object) {
		this.object = object;
	}

	public Double getValueMeasurement(final String name) {
		return object == null ? null : (double) object.size();
	}
}
