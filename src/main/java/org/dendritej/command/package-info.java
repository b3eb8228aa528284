// SPDX-License-Identifier: BSD-2-Clause
/** The commands: names, defaults, guards and one call each. No arithmetic, no algorithm. */
package org.dendritej.command;
