// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.dendritej.core.record.Microstructure;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** The one implementation: a map from sample to document. */
@Plugin(type = Service.class)
public class DefaultMicrostructureService extends AbstractService implements MicrostructureService {

	private final Map<String, Microstructure> documents = new LinkedHashMap<>();

	@Override
	public synchronized Optional<Microstructure> find(final String sample) {
		return Optional.ofNullable(documents.get(sample));
	}

	@Override
	public synchronized Microstructure update(final String sample, final UnaryOperator<Microstructure> change) {
		final Microstructure old = documents.getOrDefault(sample, Microstructure.empty(sample));
		final Microstructure changed = change.apply(old);
		documents.put(sample, changed);
		return changed;
	}

	@Override
	public synchronized List<String> samples() {
		return new ArrayList<>(documents.keySet());
	}
}
