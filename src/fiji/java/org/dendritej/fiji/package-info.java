// SPDX-License-Identifier: BSD-2-Clause
/** What needs ImageJ2's own classes; compiled with the Maven profile {@code fiji} only. */
package org.dendritej.fiji;
