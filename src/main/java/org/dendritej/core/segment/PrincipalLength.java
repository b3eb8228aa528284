// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.dendritej.core.label.LabelSums;

/** Length of a label: that of the straight rod with the same largest second moment. */
final class PrincipalLength {

	private PrincipalLength() {}

	/** sqrt(12 lambda_1), um. */
	static double um(final LabelSums sums, final int label) {
		final double[][] m = new double[3][3];
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < 3; b++)
				m[a][b] = sums.momentUm2(label, a, b);
		double largest = 0;
		for (final double v : new EigenDecomposition(new Array2DRowRealMatrix(m, false)).getRealEigenvalues())
			largest = Math.max(largest, v);
		return Math.sqrt(12 * largest);
	}
}
