// SPDX-License-Identifier: BSD-2-Clause
/**
 * Spallation (pothole) cracks: found and measured on surface images and in class volumes, counted, staged, and held
 * against the charge that was passed (Siniscalchi et al., Energy Environ. Sci. 2024, 17, 2431,
 * doi:10.1039/d3ee03916a).
 */
package org.dendritej.core.spall;
