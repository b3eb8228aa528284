// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.List;
import java.util.Map;

import org.dendritej.core.record.Crack;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Section;

/**
 * The four numbers of the published model with their uncertainty and origin: typed where the user typed, else measured.
 *
 * @param radius pore radius
 * @param separation pore separation
 * @param length crack length
 * @param width crack width
 * @param pores the estimate behind radius and separation; null if both were typed
 * @param cracks the estimate behind length and width; null if both were typed
 */
public record PaperInputs(Input radius, Input separation, Input length, Input width, LargestPores pores,
	LongestCracks cracks)
{

	/**
	 * Collects the inputs.
	 *
	 * @param sample the document; may be null if all four numbers are typed
	 * @param typed numbers that the user typed
	 * @param large which pores are large
	 * @param cracks which cracks are long
	 * @return the inputs
	 * @throws IllegalArgumentException if a number is neither typed nor measured; the sentence names the command to run
	 */
	public static PaperInputs of(final Microstructure sample, final Map<Variable, Double> typed, final LargeRule large,
		final CrackRule cracks)
	{
		final boolean needPores = !typed.containsKey(Variable.PORE_RADIUS) || !typed.containsKey(Variable.PORE_SEPARATION);
		final boolean needCracks = !typed.containsKey(Variable.CRACK_LENGTH) || !typed.containsKey(Variable.CRACK_WIDTH);
		final LargestPores p = needPores ? LargestPores.of(pores(sample, typed).rows(), large) : null;
		final LongestCracks c = needCracks ? LongestCracks.of(cracks(sample, typed).rows(), cracks) : null;
		return new PaperInputs(typed.containsKey(Variable.PORE_RADIUS) ? typed(typed, Variable.PORE_RADIUS) : p.radius(),
			typed.containsKey(Variable.PORE_SEPARATION) ? typed(typed, Variable.PORE_SEPARATION) : p.separation(), typed
				.containsKey(Variable.CRACK_LENGTH) ? typed(typed, Variable.CRACK_LENGTH) : c.length(), typed.containsKey(
					Variable.CRACK_WIDTH) ? typed(typed, Variable.CRACK_WIDTH) : c.width(), p, c);
	}

	private static Input typed(final Map<Variable, Double> typed, final Variable v) {
		return Input.typed(v, typed.get(v));
	}

	private static Section<Pore> pores(final Microstructure sample, final Map<Variable, Double> typed) {
		if (sample != null && sample.pores() != null) return sample.pores();
		final String missing = typed.containsKey(Variable.PORE_RADIUS) ? "poreseparation=" : typed.containsKey(
			Variable.PORE_SEPARATION) ? "poreradius=" : "poreradius= and poreseparation=";
		throw new IllegalArgumentException(name(sample) + " has no pore table; run Label Pores first or type " + missing +
			".");
	}

	private static Section<Crack> cracks(final Microstructure sample, final Map<Variable, Double> typed) {
		if (sample != null && sample.cracks() != null) return sample.cracks();
		final String missing = typed.containsKey(Variable.CRACK_LENGTH) ? "crackwidth=" : typed.containsKey(
			Variable.CRACK_WIDTH) ? "cracklength=" : "cracklength= and crackwidth=";
		throw new IllegalArgumentException(name(sample) + " has no crack table; run Skeletonize Cracks first or type " +
			missing + ".");
	}

	private static String name(final Microstructure sample) {
		return sample == null ? "The prediction" : "Sample " + sample.sample();
	}

	/**
	 * The four numbers.
	 *
	 * @return the array of equal pores
	 */
	public PoreArray array() {
		return new PoreArray(radius.value(), separation.value(), length.value(), width.value());
	}

	/**
	 * One of the inputs.
	 *
	 * @param v a length of the microstructure
	 * @return the input
	 */
	public Input get(final Variable v) {
		return v == Variable.PORE_RADIUS ? radius : v == Variable.PORE_SEPARATION ? separation : v == Variable.CRACK_LENGTH
			? length : width;
	}

	/**
	 * All four.
	 *
	 * @return radius, separation, length, width
	 */
	public List<Input> all() {
		return List.of(radius, separation, length, width);
	}
}
