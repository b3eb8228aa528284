// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * When a Li|Li cell began to short, from a voltage trace at constant current or from a resistance followed over time.
 * <p>
 * Rule: the magnitude is taken as medians over windows of equal length. The short is established in the first window whose
 * median is below (1 - drop) times the largest median before it; if the next window is above that again, the short is
 * said to heal (a soft short flickers). Its onset lies between the last window before that whose median was still within a quarter of the drop from the
 * largest, and the established window. So a slow soft short gets a wide interval and a sudden one an interval of one
 * window. A plain fall after the first hour of contact formation is not a short: windows before {@code settleS} set no
 * maximum. The rule is a choice; drop and window are parameters.
 *
 * @param found whether a short was established
 * @param lastGoodS end of the last good window, s
 * @param establishedS centre of the window in which the short is established, s; NaN if none is
 * @param onsetS middle of the two, s
 * @param capacityMah charge passed at the onset, mAh; NaN without a current
 * @param capacityMahCm2 the same over the electrode's area, mAh/cm2; NaN without an area
 * @param before largest median before the fall
 * @param after median in the established window
 * @param heals whether the next window is good again
 * @param reason one sentence
 */
public record ShortOnset(boolean found, double lastGoodS, double establishedS, double onsetS, double capacityMah,
	double capacityMahCm2, double before, double after, boolean heals, String reason)
{

	/**
	 * How the rule is set.
	 *
	 * @param windowS length of a window, s
	 * @param drop fall that counts as a short, 0 to 1
	 * @param settleS time from the start that sets no maximum, s
	 */
	public record Rule(double windowS, double drop, double settleS) {

		/** Windows of half an hour, a fall by a quarter, one hour to settle. */
		public static final Rule DEFAULT = new Rule(1800, 0.25, 3600);

		/** Checks the numbers. */
		public Rule {
			if (!(windowS > 0 && drop > 0 && drop < 1 && settleS >= 0)) throw new IllegalArgumentException(
				"A window of " + windowS + " s, a drop of " + drop + " and a settling time of " + settleS
					+ " s do not make a rule; give a window above 0, a drop between 0 and 1 and a settling time of 0 or more.");
		}
	}

	/**
	 * Finds the onset.
	 *
	 * @param timeS times, rising, s
	 * @param value voltages (V) or resistances (ohm) at those times; the sign does not matter
	 * @param currentMa plating current at those times, mA, or null if it is not known
	 * @param areaCm2 electrode area, cm2; NaN if not known
	 * @param rule the rule
	 * @return the onset, or {@code found} false with the reason
	 * @throws IllegalArgumentException if the lengths differ, times fall, or there are fewer than 3 windows of data
	 */
	public static ShortOnset of(final double[] timeS, final double[] value, final double[] currentMa,
		final double areaCm2, final Rule rule)
	{
		if (timeS.length != value.length || currentMa != null && currentMa.length != timeS.length)
			throw new IllegalArgumentException("The trace has " + timeS.length + " times and " + value.length
				+ " values" + (currentMa == null ? "" : " and " + currentMa.length + " currents")
				+ "; give one of each for every point.");
		for (int i = 1; i < timeS.length; i++)
			if (!(timeS[i] >= timeS[i - 1])) throw new IllegalArgumentException("Time falls from " + timeS[i - 1] + " to "
				+ timeS[i] + " s at point " + (i + 1) + "; sort the trace by time.");
		final List<double[]> windows = windows(timeS, value, rule);
		if (windows.size() < 3) throw new IllegalArgumentException("The trace fills " + windows.size() + " windows of "
			+ rule.windowS + " s; an onset needs at least 3, so give a longer trace or a shorter window.");
		double top = Double.NaN;
		for (int k = 0; k < windows.size(); k++) {
			final double[] w = windows.get(k);
			final double limit = (1 - rule.drop) * top;
			if (w[1] < limit) return found(timeS, currentMa, areaCm2, rule, windows, k, top);
			if (w[0] - windows.get(0)[0] >= rule.settleS) top = Double.isNaN(top) ? w[1] : Math.max(top, w[1]);
		}
		return new ShortOnset(false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, top, Double.NaN, false, String
			.format(Locale.ROOT, "No short: no window of %.0f s has a median more than %.0f %% below the largest before it.",
				rule.windowS, 100 * rule.drop));
	}

	/** Centre time and median magnitude of each window that holds points. */
	private static List<double[]> windows(final double[] t, final double[] v, final Rule rule) {
		final List<double[]> out = new ArrayList<>();
		for (int from = 0; from < t.length;) {
			final double end = t[0] + rule.windowS * (Math.floor((t[from] - t[0]) / rule.windowS) + 1);
			int to = from;
			while (to < t.length && t[to] < end)
				to++;
			final double[] m = new double[to - from];
			int n = 0;
			for (int i = from; i < to; i++)
				if (!Double.isNaN(v[i])) m[n++] = Math.abs(v[i]);
			Arrays.sort(m, 0, n);
			if (n > 0) out.add(new double[] { 0.5 * (t[from] + t[to - 1]), n % 2 == 1 ? m[n / 2] : 0.5 * (m[n / 2 - 1] + m[n
				/ 2]), t[to - 1] });
			from = to;
		}
		return out;
	}

	private static ShortOnset found(final double[] t, final double[] currentMa, final double areaCm2, final Rule rule,
		final List<double[]> windows, final int k, final double top)
	{
		int good = k - 1;
		while (good > 0 && windows.get(good)[1] < (1 - rule.drop / 4) * top)
			good--;
		final double last = windows.get(good)[2], established = windows.get(k)[0], onset = 0.5 * (last + established);
		final double q = currentMa == null ? Double.NaN : charge(t, currentMa, onset);
		final boolean heals = k + 1 < windows.size() && windows.get(k + 1)[1] >= (1 - rule.drop) * top;
		return new ShortOnset(true, last, established, onset, q, q / areaCm2, top, windows.get(k)[1], heals, String.format(
			Locale.ROOT, "Short between %.2f h and %.2f h: the median falls from %.4g to %.4g, by more than %.0f %%%s.", last
				/ 3600, established / 3600, top, windows.get(k)[1], 100 * rule.drop, heals
					? ", and recovers in the next window (soft short)" : ""));
	}

	/**
	 * Charge up to a time. Pauses of the recording longer than a minute and than twenty of its median steps carry none:
	 * impedance is taken there.
	 */
	private static double charge(final double[] t, final double[] currentMa, final double until) {
		final double[] steps = new double[t.length - 1];
		for (int i = 0; i < steps.length; i++)
			steps[i] = t[i + 1] - t[i];
		Arrays.sort(steps);
		final double pause = Math.max(60, 20 * steps[steps.length / 2]);
		double q = 0;
		for (int i = 0; i + 1 < t.length && t[i] < until; i++) {
			final double step = t[i + 1] - t[i];
			if (step <= pause) q += Math.abs(0.5 * (currentMa[i] + currentMa[i + 1])) * (Math.min(until, t[i + 1]) - t[i]) / 3600;
		}
		return q;
	}
}
