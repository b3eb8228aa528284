// SPDX-License-Identifier: BSD-2-Clause
/**
 * The dendrite-initiation model: material properties, estimators on measured records, critical current density, fracture,
 * occluded pores, uncertainty, sweeps and the comparison with cell tests.
 * <p>
 * Units are those that battery papers use and stand in every name: um, nm, MPa, mA/cm2, mAh/cm2, K, S/m, ohm cm2. The
 * equations are numbered as in {@code docs/method.md}. The model never sees a pixel.
 */
package org.dendritej.core.model;
