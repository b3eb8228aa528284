// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

/**
 * How a scene is painted.
 *
 * @param shading surface: lit from the upper left; depth: plain colours that darken away from the viewer
 * @param background colour behind everything, 0xRRGGBB
 * @param box whether the edges of the volume are drawn, those of the electrode's face in vermilion
 */
public record Look(Shading shading, int background, boolean box) {

	/** What makes the shape visible. */
	public enum Shading {
		/** A surface lit from the upper left. */
		SURFACE,
		/** Plain colours, darker with distance. */
		DEPTH;

		/**
		 * By the name that users type.
		 *
		 * @param key surface or depth
		 * @return the shading
		 */
		public static Shading parse(final String key) {
			for (final Shading s : values())
				if (s.name().equalsIgnoreCase(key == null ? "" : key.strip())) return s;
			throw new IllegalArgumentException("shading=" + key + " is not known; use surface or depth.");
		}
	}
}
