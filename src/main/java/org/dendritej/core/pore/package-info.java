// SPDX-License-Identifier: BSD-2-Clause
/** Pores and their population: every pore measured with its uncertainty, and what an image's border hides corrected for. */
package org.dendritej.core.pore;
