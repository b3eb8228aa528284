// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

/**
 * Union-find on a flat int array: the root of a set is its smallest member, so that roots come in raster order.
 * <p>
 * Paths are halved while they are walked; with the smaller index as root no ranks are needed.
 */
final class Equivalence {

	private Equivalence() {}

	/** n sets of one member each. */
	static int[] singletons(final int n) {
		final int[] parent = new int[n];
		for (int i = 0; i < n; i++)
			parent[i] = i;
		return parent;
	}

	/** Joins the sets of a and b. */
	static void join(final int[] parent, final int a, final int b) {
		int i = a, j = b;
		int pi = parent[i], pj = parent[j];
		if (pi == pj) return;
		while (pi != i) {
			parent[i] = pi = parent[pi];
			i = pi;
			pi = parent[i];
		}
		while (pj != j) {
			parent[j] = pj = parent[pj];
			j = pj;
			pj = parent[j];
		}
		if (i < j) parent[j] = i;
		else parent[i] = j;
	}

	/**
	 * Replaces each entry by the number of its set, from 1, in the order of the sets' smallest members.
	 *
	 * @return number of sets
	 */
	static int number(final int[] parent, final int n) {
		int sets = 0;
		for (int i = 0; i < n; i++) {
			final int p = parent[i];
			// p < i carries its number already, because roots are smallest
			parent[i] = p == i ? ++sets : parent[p];
		}
		return sets;
	}

	/**
	 * Joins all runs of two rows that touch. Run numbers are the members.
	 *
	 * @param b run bounds; runs of one row never touch each other
	 * @param parent the sets
	 * @param i0 first run of one row
	 * @param i1 run after its last
	 * @param j0 first run of the other row
	 * @param j1 run after its last
	 * @param widen columns by which a run is widened before it is compared
	 */
	static void joinRows(final int[] b, final int[] parent, final int i0, final int i1, final int j0, final int j1,
		final int widen)
	{
		if (i0 == i1 || j0 == j1) return;
		int i = i0, j = j0;
		int is = b[2 * i] - widen, ie = b[2 * i + 1] + widen, js = b[2 * j], je = b[2 * j + 1];
		while (true) {
			if (is < je && js < ie) join(parent, i, j);
			// what ends first cannot reach the other row's next run: runs of a row are at least one column apart
			if (je < ie) {
				if (++j == j1) return;
				js = b[2 * j];
				je = b[2 * j + 1];
			}
			else {
				if (++i == i1) return;
				is = b[2 * i] - widen;
				ie = b[2 * i + 1] + widen;
			}
		}
	}

	/**
	 * Joins the labels of all runs of two rows that touch; the rows lie in different buffers.
	 *
	 * @param a runs of one slice
	 * @param aLabel labels of its runs, from 1
	 * @param aAt index of the slice's first run in aLabel
	 * @param ra row in a
	 * @param b runs of the other slice
	 * @param bLabel labels of its runs, from 1
	 * @param bAt index of the slice's first run in bLabel
	 * @param rb row in b
	 * @param widen columns by which a run is widened before it is compared
	 * @param parent the sets
	 * @param aFirst set of label 1 of a
	 * @param bFirst set of label 1 of b
	 */
	static void joinSeam(final Runs a, final int[] aLabel, final int aAt, final int ra, final Runs b, final int[] bLabel,
		final int bAt, final int rb, final int widen, final int[] parent, final int aFirst, final int bFirst)
	{
		final int[] ab = a.bounds(), bb = b.bounds();
		int i = a.first()[ra], j = b.first()[rb];
		final int i1 = a.first()[ra + 1], j1 = b.first()[rb + 1];
		while (i < i1 && j < j1) {
			final int ie = ab[2 * i + 1] + widen, je = bb[2 * j + 1];
			if (ab[2 * i] - widen < je && bb[2 * j] < ie) join(parent, aFirst + aLabel[aAt + i] - 1, bFirst + bLabel[bAt
				+ j] - 1);
			if (je < ie) j++;
			else i++;
		}
	}
}
