// SPDX-License-Identifier: BSD-2-Clause
package mcib3d.geom2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import mcib3d.image3d.ImageHandler;

/** Stand-in with the methods that are used. */
public class Objects3DIntPopulation {

	private final Map<Float, Object3DInt> objects = new TreeMap<>();

	public Objects3DIntPopulation(final ImageHandler handler) {
		for (int z = 0; z < handler.getImagePlus().getStackSize(); z++)
			for (int y = 0; y < handler.getImagePlus().getHeight(); y++)
				for (int x = 0; x < handler.getImagePlus().getWidth(); x++) {
					final float l = handler.getPixel(x, y, z);
					if (l > 0) objects.computeIfAbsent(l, Object3DInt::new).voxels.add(new int[] { x, y, z });
				}
	}

	public List<Object3DInt> getObjects3DInt() {
		return new ArrayList<>(objects.values());
	}
}
