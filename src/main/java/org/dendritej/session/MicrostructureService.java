// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.session;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.dendritej.core.record.Microstructure;
import org.scijava.service.SciJavaService;

/** Keeps the current document of every sample that was touched in this session. Safe for several threads. */
public interface MicrostructureService extends SciJavaService {

	/**
	 * Looks a document up.
	 *
	 * @param sample name of the specimen
	 * @return its document, if any command has made one
	 */
	Optional<Microstructure> find(String sample);

	/**
	 * Replaces a document by a changed copy, in one step.
	 *
	 * @param sample name of the specimen; a new document is begun if there is none
	 * @param change from the old document to the new one
	 * @return the new document
	 */
	Microstructure update(String sample, UnaryOperator<Microstructure> change);

	/**
	 * Names of all samples, in the order in which they first came up.
	 *
	 * @return a copy
	 */
	List<String> samples();
}
