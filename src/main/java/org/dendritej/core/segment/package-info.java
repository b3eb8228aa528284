// SPDX-License-Identifier: BSD-2-Clause
/** From grey values to classes: thresholds between modes, and pores told from cracks by shape. */
package org.dendritej.core.segment;
