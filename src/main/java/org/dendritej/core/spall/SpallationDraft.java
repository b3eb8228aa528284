// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Spallation;

/**
 * A spallation while it is being measured: every field is unknown until set. Meanings as in {@link Spallation}.
 */
public final class SpallationDraft {

	/** See {@link Spallation#id()}. */
	public int id = -1;
	/** See {@link Spallation#mode()}. */
	public String mode = "";
	/** See {@link Spallation#centreUm()}. */
	public Vec3 centreUm = Vec3.ZERO;
	/** See {@link Spallation#diameterUm()}. */
	public double diameterUm = Double.NaN;
	/** See {@link Spallation#diameterSdUm()}. */
	public double diameterSdUm = Double.NaN;
	/** See {@link Spallation#feretUm()}. */
	public double feretUm = Double.NaN;
	/** See {@link Spallation#circularity()}. */
	public double circularity = Double.NaN;
	/** See {@link Spallation#rimClosure()}. */
	public double rimClosure = Double.NaN;
	/** See {@link Spallation#areaUm2()}. */
	public double areaUm2 = Double.NaN;
	/** See {@link Spallation#depthUm()}. */
	public double depthUm = Double.NaN;
	/** See {@link Spallation#lidThicknessUm()}. */
	public double lidThicknessUm = Double.NaN;
	/** See {@link Spallation#openingUm()}. */
	public double openingUm = Double.NaN;
	/** See {@link Spallation#crackVolumeUm3()}. */
	public double crackVolumeUm3 = Double.NaN;
	/** See {@link Spallation#lithiumVolumeUm3()}. */
	public double lithiumVolumeUm3 = Double.NaN;
	/** See {@link Spallation#platedVolumeUm3()}. */
	public double platedVolumeUm3 = Double.NaN;
	/** See {@link Spallation#faradayRatio()}. */
	public double faradayRatio = Double.NaN;
	/** See {@link Spallation#serration()}. */
	public double serration = Double.NaN;
	/** See {@link Spallation#stage()}. */
	public int stage = 0;
	/** See {@link Spallation#stageReason()}. */
	public String stageReason = "";
	/** See {@link Spallation#faradayRatioSd()}. */
	public double faradayRatioSd = Double.NaN;
	/** See {@link Spallation#localCurrentMaCm2()}. */
	public double localCurrentMaCm2 = Double.NaN;
	/** See {@link Spallation#localCurrentSdMaCm2()}. */
	public double localCurrentSdMaCm2 = Double.NaN;
	/** See {@link Spallation#majorUm()}. */
	public double majorUm = Double.NaN;
	/** See {@link Spallation#minorUm()}. */
	public double minorUm = Double.NaN;
	/** See {@link Spallation#angleDeg()}. */
	public double angleDeg = Double.NaN;
	/** See {@link Spallation#touchesBorder()}. */
	public boolean touchesBorder = false;
	/** See {@link Spallation#samplingWeight()}. */
	public double samplingWeight = Double.NaN;
	/** See {@link Spallation#edgeDistanceUm()}. */
	public double edgeDistanceUm = Double.NaN;
	/** See {@link Spallation#falseAlarmsLog10()}. */
	public double falseAlarmsLog10 = Double.NaN;
	/** See {@link Spallation#rim()}. */
	public String rim = "";
	/** See {@link Spallation#rimContrast()}. */
	public double rimContrast = Double.NaN;
	/** See {@link Spallation#verticalFactor()}. */
	public double verticalFactor = 1;
	/** See {@link Spallation#openingSdUm()}. */
	public double openingSdUm = Double.NaN;
	/** See {@link Spallation#openingMaxUm()}. */
	public double openingMaxUm = Double.NaN;
	/** See {@link Spallation#fill()}. */
	public double fill = Double.NaN;
	/** See {@link Spallation#rimConnected()}. */
	public double rimConnected = Double.NaN;
	/** See {@link Spallation#upliftUm()}. */
	public double upliftUm = Double.NaN;
	/** See {@link Spallation#tips()}. */
	public int tips = -1;
	/** See {@link Spallation#tipDepthUm()}. */
	public double tipDepthUm = Double.NaN;
	/** See {@link Spallation#poreLabels()}. */
	public List<Integer> poreLabels = List.of();
	/** See {@link Spallation#ebicContrast()}. */
	public double ebicContrast = Double.NaN;
	/** See {@link Spallation#ebicP()}. */
	public double ebicP = Double.NaN;
	/** See {@link Spallation#ebicVerdict()}. */
	public String ebicVerdict = "";
	/** See {@link Spallation#openingResolved()}. */
	public boolean openingResolved = false;

	/** A draft in which nothing is known. */
	public SpallationDraft() {}

	/**
	 * A draft that starts from a measured spallation.
	 *
	 * @param s what is known
	 */
	public SpallationDraft(final Spallation s) {
		id = s.id();
		mode = s.mode();
		centreUm = s.centreUm();
		diameterUm = s.diameterUm();
		diameterSdUm = s.diameterSdUm();
		feretUm = s.feretUm();
		circularity = s.circularity();
		rimClosure = s.rimClosure();
		areaUm2 = s.areaUm2();
		depthUm = s.depthUm();
		lidThicknessUm = s.lidThicknessUm();
		openingUm = s.openingUm();
		crackVolumeUm3 = s.crackVolumeUm3();
		lithiumVolumeUm3 = s.lithiumVolumeUm3();
		platedVolumeUm3 = s.platedVolumeUm3();
		faradayRatio = s.faradayRatio();
		serration = s.serration();
		stage = s.stage();
		stageReason = s.stageReason();
		faradayRatioSd = s.faradayRatioSd();
		localCurrentMaCm2 = s.localCurrentMaCm2();
		localCurrentSdMaCm2 = s.localCurrentSdMaCm2();
		majorUm = s.majorUm();
		minorUm = s.minorUm();
		angleDeg = s.angleDeg();
		touchesBorder = s.touchesBorder();
		samplingWeight = s.samplingWeight();
		edgeDistanceUm = s.edgeDistanceUm();
		falseAlarmsLog10 = s.falseAlarmsLog10();
		rim = s.rim();
		rimContrast = s.rimContrast();
		verticalFactor = s.verticalFactor();
		openingSdUm = s.openingSdUm();
		openingMaxUm = s.openingMaxUm();
		fill = s.fill();
		rimConnected = s.rimConnected();
		upliftUm = s.upliftUm();
		tips = s.tips();
		tipDepthUm = s.tipDepthUm();
		poreLabels = s.poreLabels();
		ebicContrast = s.ebicContrast();
		ebicP = s.ebicP();
		ebicVerdict = s.ebicVerdict();
		openingResolved = s.openingResolved();
	}

	/**
	 * The record.
	 *
	 * @return what was set, and unknown for the rest
	 */
	public Spallation done() {
		return new Spallation(id, mode, centreUm, diameterUm, diameterSdUm, feretUm, circularity, rimClosure, areaUm2, depthUm,
			lidThicknessUm, openingUm, crackVolumeUm3, lithiumVolumeUm3, platedVolumeUm3, faradayRatio, serration, stage,
			stageReason, faradayRatioSd, localCurrentMaCm2, localCurrentSdMaCm2, majorUm, minorUm, angleDeg, touchesBorder,
			samplingWeight, edgeDistanceUm, falseAlarmsLog10, rim, rimContrast, verticalFactor, openingSdUm, openingMaxUm,
			fill, rimConnected, upliftUm, tips, tipDepthUm, poreLabels, ebicContrast, ebicP, ebicVerdict, openingResolved);
	}
}
