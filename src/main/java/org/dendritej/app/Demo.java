// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.util.function.Consumer;

import org.scijava.Context;

/** The demo study. */
final class Demo {

	Demo(final Context context, final String folder, final Consumer<String> print) {}

	void run() {}
}
