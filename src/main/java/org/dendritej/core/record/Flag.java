// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

/**
 * A remark on validity that travels with a section.
 *
 * @param level how serious it is
 * @param code short fixed name in ASCII, such as {@code few_pores}
 * @param reason one sentence with the value and the limit
 */
public record Flag(Level level, String code, String reason) {

	/** How serious a remark is. */
	public enum Level {
		/** Worth knowing; the numbers hold. */
		NOTE,
		/** The numbers are doubtful in the stated way. */
		WARN,
		/** The model does not apply. */
		STOP
	}

	/**
	 * A note.
	 *
	 * @param code short name
	 * @param reason sentence
	 * @return the flag
	 */
	public static Flag note(final String code, final String reason) {
		return new Flag(Level.NOTE, code, reason);
	}

	/**
	 * A warning.
	 *
	 * @param code short name
	 * @param reason sentence
	 * @return the flag
	 */
	public static Flag warn(final String code, final String reason) {
		return new Flag(Level.WARN, code, reason);
	}

	/**
	 * A reason to stop.
	 *
	 * @param code short name
	 * @param reason sentence
	 * @return the flag
	 */
	public static Flag stop(final String code, final String reason) {
		return new Flag(Level.STOP, code, reason);
	}
}
