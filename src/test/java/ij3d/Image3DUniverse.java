// SPDX-License-Identifier: BSD-2-Clause
package ij3d;

import java.util.concurrent.atomic.AtomicReference;

import ij.ImagePlus;

/** Stands for Fiji's 3D Viewer in tests: the same name and the same two calls. */
public class Image3DUniverse {

	private static final AtomicReference<ImagePlus> LAST = new AtomicReference<>();
	private boolean shown;

	public static ImagePlus last() {
		return LAST.get();
	}

	public void show() {
		shown = true;
	}

	public Object addVoltex(final ImagePlus image) {
		if (!shown) throw new IllegalStateException("not shown");
		if (image.getTitle().equals("no graphics card")) throw new UnsatisfiedLinkError("no OpenGL");
		LAST.set(image);
		return null;
	}
}
