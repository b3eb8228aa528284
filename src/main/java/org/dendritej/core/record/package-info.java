// SPDX-License-Identifier: BSD-2-Clause
/**
 * The shared document of a sample: what was measured, with units in the names, readable without an image. Records are
 * immutable; a number that was not measured is NaN, never 0.
 */
package org.dendritej.core.record;
