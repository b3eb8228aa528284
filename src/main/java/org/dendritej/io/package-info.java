// SPDX-License-Identifier: BSD-2-Clause
/** Files: the sidecar, CSV tables, readers of measured data, and the folder that is written all or nothing. */
package org.dendritej.io;
