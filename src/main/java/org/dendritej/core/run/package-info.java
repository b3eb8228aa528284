// SPDX-License-Identifier: BSD-2-Clause
/** How work runs: progress, cancelling, slabs and threads. The only place that makes threads. */
package org.dendritej.core.run;
