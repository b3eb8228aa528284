// SPDX-License-Identifier: BSD-2-Clause
/** The documents of the running session, by sample: state lives in a SciJava context, never in a class. */
package org.dendritej.session;
