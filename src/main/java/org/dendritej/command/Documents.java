// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;

import org.dendritej.core.record.Microstructure;
import org.dendritej.ij.Images;
import org.dendritej.session.MicrostructureService;

import ij.ImagePlus;
import ij.WindowManager;

/** Finds the document a command without an image works on: by sample, by the active image, or the only one there is. */
final class Documents {

	private Documents() {}

	/**
	 * The document.
	 *
	 * @param session the documents of this session
	 * @param typed sample name as typed, or empty
	 * @param instead what the user could do instead of measuring, added to the error; may be empty
	 */
	static Microstructure find(final MicrostructureService session, final String typed, final String instead) {
		final List<String> names = session.samples();
		if (!typed.isEmpty()) return session.find(typed).orElseThrow(() -> new IllegalArgumentException("sample=" + typed
			+ " has no document in this session; it has " + (names.isEmpty() ? "none" : String.join(", ", names))
			+ ". Run Label Pores or Load Microstructure first" + instead + "."));
		final ImagePlus active = WindowManager.getCurrentImage();
		final String property = active == null ? null : active.getProp(Images.SAMPLE);
		if (property != null && session.find(property).isPresent()) return session.find(property).get();
		if (names.size() == 1) return session.find(names.get(0)).orElseThrow();
		throw new IllegalArgumentException(names.isEmpty()
			? "No sample was measured in this session; run Label Pores and Skeletonize Cracks, or Load Microstructure, first" + instead + "."
			: "Several samples are open (" + String.join(", ", names) + "); say which with sample=NAME.");
	}
}
