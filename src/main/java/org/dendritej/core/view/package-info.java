// SPDX-License-Identifier: BSD-2-Clause
/** Pictures of labelled bodies in space: surfaces rendered without a window, and the three sections through a point. */
package org.dendritej.core.view;
