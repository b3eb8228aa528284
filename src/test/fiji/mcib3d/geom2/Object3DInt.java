// SPDX-License-Identifier: BSD-2-Clause
package mcib3d.geom2;

import java.util.ArrayList;
import java.util.List;

import mcib3d.image3d.ImageHandler;

/** Stand-in with the methods that are used. */
public class Object3DInt {

	private final float label;
	private String name = "";
	final List<int[]> voxels = new ArrayList<>();

	public Object3DInt(final float label) {
		this.label = label;
	}

	public float getLabel() {
		return label;
	}

	public String getName() {
		return name;
	}

	public void setName(final String name) {
		this.name = name;
	}

	public int size() {
		return voxels.size();
	}

	public void drawObject(final ImageHandler handler, final float val) {
		voxels.forEach(v -> handler.setPixel(v[0], v[1], v[2], val));
	}
}
