// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.spall.Filament;
import org.dendritej.core.spall.ShortOnset;
import org.dendritej.core.spall.SpallationSummary;
import org.dendritej.ij.TraceChart;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.VoltageTrace;

/** What the cell itself said: the filament of its I-V points and the onset of its short. Read before any image is touched. */
final class CellTraces {

	private static final double CONFIDENCE = 0.9;

	private final Filament filament;
	private final ShortOnset onset;
	private final double[] time;
	private final double[] value;
	private final boolean voltage;

	/** A trace without currents of its own is given the nominal current density over the cell's area, if both are known. */
	CellTraces(final String iv, final double thicknessMm, final String trace, final double areaCm2, final double hertz, final double windowS,
		final double currentMaCm2)
	{
		if (!Double.isNaN(areaCm2) && !(areaCm2 > 0)) throw new IllegalArgumentException("area=" + areaCm2 + " cm2 is no area; give a number above 0.");
		filament = iv.isBlank() ? null : filament(VoltageTrace.named("iv", iv), thicknessMm);
		if (trace.isBlank()) {
			onset = null;
			time = value = null;
			voltage = false;
			return;
		}
		final VoltageTrace t = VoltageTrace.named("trace", trace);
		voltage = !t.hasImpedance();
		final double[][] z = voltage ? null : t.resistance(hertz);
		time = voltage ? t.timeS() : z[0];
		value = voltage ? t.volt() : z[1];
		final double[] current = voltage && t.hasCurrent() ? t.currentMa() : nominal(time.length, currentMaCm2 * areaCm2);
		onset = ShortOnset.of(time, value, current, areaCm2, new ShortOnset.Rule(windowS,
			ShortOnset.Rule.DEFAULT.drop(), 2 * windowS));
	}

	private static double[] nominal(final int n, final double currentMa) {
		if (!(currentMa > 0)) return null;
		final double[] c = new double[n];
		java.util.Arrays.fill(c, currentMa);
		return c;
	}

	private static Filament filament(final VoltageTrace t, final double thicknessMm) {
		final double[] ampere = t.currentMa();
		for (int i = 0; i < ampere.length; i++)
			ampere[i] /= 1000;
		return Filament.fromPoints(t.volt(), ampere, thicknessMm, Filament.LITHIUM_OHM_M, CONFIDENCE);
	}

	void addTo(final SpallationSummary s) {
		if (filament != null) s.with(filament);
		if (onset != null) s.with(onset, "short_onset");
	}

	void stage(final OutputFolder out, final String name, final String counted) {
		if (onset != null) out.add(name + "-spallation-trace.png", f -> TraceChart.of(time, value, voltage ? "Voltage (V)" : "Resistance (ohm)", onset
			.lastGoodS(), onset.establishedS(), counted).write(f));
	}
}
