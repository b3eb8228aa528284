// SPDX-License-Identifier: BSD-2-Clause
/** Files: sidecars, tables, landmarks, and the readers of element maps. */
package org.dendritej.io;
