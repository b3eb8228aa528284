// SPDX-License-Identifier: BSD-2-Clause
/**
 * Magnesium maps (SEM-EDS): from raw counts in labelled objects to "lithium", "lithium-magnesium" or "cannot tell", with
 * the counting statistics, the physics that can deceive them, the registration of the map to the image, and the question
 * whether an object without magnesium is isolated from the electrode.
 */
package org.dendritej.core.eds;
