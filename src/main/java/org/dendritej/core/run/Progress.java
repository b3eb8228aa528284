// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.run;

import java.util.concurrent.CancellationException;

/** What a long computation tells its caller, and how the caller asks it to stop. Knows no screen. */
public interface Progress {

	/** Reports nowhere and never cancels. */
	Progress NONE = new Progress() {

		@Override
		public void report(final double fraction, final String stage) {
			// nobody listens
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	};

	/**
	 * Says how far the work is.
	 *
	 * @param fraction 0 to 1
	 * @param stage what is being done, in words
	 */
	void report(double fraction, String stage);

	/**
	 * Whether the user wants the work to end.
	 *
	 * @return true once cancelled
	 */
	boolean cancelled();

	/**
	 * Ends the work if the user wants that. Call at least once a second.
	 *
	 * @throws CancellationException if cancelled
	 */
	default void check() {
		if (cancelled()) throw new CancellationException("Cancelled: nothing was kept or written.");
	}

	/**
	 * A part of this progress, for a step of a longer work.
	 *
	 * @param from fraction of the whole at which the step starts
	 * @param to fraction at which it ends
	 * @return a view that maps 0..1 to from..to
	 */
	default Progress part(final double from, final double to) {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				whole.report(from + fraction * (to - from), stage);
			}

			@Override
			public boolean cancelled() {
				return whole.cancelled();
			}
		};
	}

	/**
	 * The same work without words, for parts that run side by side: only cancelling is seen.
	 *
	 * @return a progress that reports nothing
	 */
	default Progress muted() {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				// the caller reports
			}

			@Override
			public boolean cancelled() {
				return whole.cancelled();
			}
		};
	}
}
