// SPDX-License-Identifier: BSD-2-Clause
/** From recorded slices to a volume: faulty slices, drift, tilt, stripes, shading and noise. */
package org.dendritej.core.prepare;
