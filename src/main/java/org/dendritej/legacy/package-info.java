// SPDX-License-Identifier: BSD-2-Clause
/** The door for a plain ImageJ without Fiji: menu lines, macro options and dialogs become SciJava commands. */
package org.dendritej.legacy;
