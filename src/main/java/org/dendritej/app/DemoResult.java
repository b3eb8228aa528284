// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

/**
 * What the demo found for one specimen.
 *
 * @param truth the specimen's own numbers, in the order of {@link Demo#QUANTITIES}
 * @param measured value, 5 % and 95 % end of each
 * @param ccd predicted from the measured numbers: value, 5 %, 95 %, mA/cm2
 * @param ccdTruth predicted from the true numbers
 * @param ccdPaper predicted from the paper's numbers
 * @param ccdB the same three with preset B: measured, truth, paper
 */
record DemoResult(double[] truth, double[][] measured, double[] ccd, double[] ccdTruth, double[] ccdPaper,
	double[][] ccdB) {}
