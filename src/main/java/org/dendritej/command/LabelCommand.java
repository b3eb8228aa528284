// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.dendritej.core.current.LabelledBodies;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.view.Scene;
import org.dendritej.ij.Images;
import org.dendritej.ij.Legend;
import org.dendritej.ij.ValueColours;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/**
 * What all commands share that show labels, or classes, in colour: which bodies an image holds and which colour each has.
 */
public abstract class LabelCommand extends ColumnCommand {

	/** Default of Label Pores and Skeletonize Cracks: smaller objects have no label there. */
	private static final long SMALLEST = 8;
	private static final String[] NAMES = { "electrolyte", "pore", "crack", "lithium", "outside" };

	@Parameter(label = "Lowest value", persist = false, required = false, description = "Value of the darkest colour, in the column's unit; both 0: the smallest")
	private double low = 0;

	@Parameter(label = "Highest value", persist = false, required = false, description = "Value of the lightest colour; both 0: the largest")
	private double high = 0;

	/**
	 * Bodies with their colours.
	 *
	 * @param labels labels or classes, 0 = not shown
	 * @param paint colour of each
	 * @param legend what the colours mean
	 * @param column the column, or null
	 * @param low value of the darkest colour
	 * @param high value of the lightest
	 */
	record Bodies(IntVolume labels, Scene.Paint paint, Legend legend, LabelColumn column, double low, double high) {}

	/**
	 * The bodies of the image.
	 *
	 * @param imp the image
	 * @param grid its geometry
	 * @param classes classes that are shown of a class image, such as 1,2,3
	 * @param progress progress and cancelling
	 */
	Bodies bodies(final ImagePlus imp, final VoxelGrid grid, final String classes, final Progress progress) {
		Images.requireLabels(imp);
		final boolean labelled = isLabels(imp, grid, progress);
		final LabelColumn c = column();
		if (c == null) return labelled ? apart(Images.labels(imp, grid)) : classes(Images.classes(imp, grid), classes, progress);
		final IntVolume bodies = labelled ? Images.labels(imp, grid) : objects(imp, grid, c, progress);
		final boolean typed = low != 0 || high != 0;
		if (typed && !(high > low)) throw new IllegalArgumentException("low=" + low + " and high=" + high
			+ " make no scale; give a high above the low, or leave both out.");
		final double from = typed ? low : c.low(), to = typed ? high : c.high();
		final ValueColours colours = new ValueColours(from, to);
		final double[] value = c.byLabel();
		return new Bodies(bodies, (label, unused) -> colours.rgb(label < value.length ? value[label] : Double.NaN), Legend.bar(c.name(), from, to), c, from,
			to);
	}

	private static Bodies apart(final IntVolume labels) {
		final int[] colours = ValueColours.labels();
		return new Bodies(labels, (label, unused) -> colours[(label - 1) % colours.length], Legend.none(), null, 0, 0);
	}

	/** The wanted classes of a class image that it holds; a mask is shown as it is. */
	private static Bodies classes(final ByteVolume volume, final String wanted, final Progress progress) {
		final TreeSet<Integer> shown = parse(wanted);
		final boolean[] seen = values(volume, progress);
		shown.removeIf(c -> !seen[c]);
		final int[] colours = ValueColours.classes();
		final List<String> names = new ArrayList<>();
		shown.forEach(c -> names.add(c < NAMES.length ? NAMES[c] : "class " + c));
		final IntVolume bodies = IntVolume.of(volume.grid(), z -> {
			final byte[] p = volume.plane(z);
			final int[] out = new int[p.length];
			for (int i = 0; i < p.length; i++) {
				final int c = p[i] & 0xff;
				if (c == 255 || c != 0 && shown.contains(c)) out[i] = c;
			}
			return out;
		});
		return new Bodies(bodies, (label, unused) -> colours[label], Legend.of(names, shown.stream().mapToInt(c -> colours[c]).toArray()), null, 0, 0);
	}

	/** Classes as a user lists them. */
	static TreeSet<Integer> parse(final String wanted) {
		final TreeSet<Integer> shown = new TreeSet<>();
		for (final String part : wanted == null ? new String[0] : wanted.split(",")) {
			try {
				if (!part.isBlank()) shown.add(Integer.parseInt(part.strip()));
			}
			catch (final NumberFormatException e) {
				throw new IllegalArgumentException("phases=" + wanted + " is not a list of classes; write numbers from 1 to 254 with commas, such as 1,2.", e);
			}
		}
		if (shown.isEmpty() || shown.first() < 1 || shown.last() > 254) throw new IllegalArgumentException("phases=" + wanted
			+ " is not a list of classes; write numbers from 1 to 254 with commas, such as 1,2.");
		return shown;
	}

	/** The objects of a class image, numbered as the table numbers them. */
	private IntVolume objects(final ImagePlus imp, final VoxelGrid grid, final LabelColumn c, final Progress progress) {
		final boolean crack = rows().equals("cracks");
		if (!crack && !rows().equals("pores") && !rows().equals("current")) throw new IllegalArgumentException("rows=" + rows()
			+ " needs the label image of its objects; give it with image=.");
		final LabelledBodies b = LabelledBodies.found(Images.phase(imp, grid, crack ? 2 : 1, crack ? "crack" : "pore"), SMALLEST, threads(), progress);
		if (b.count() < c.largestLabel()) throw new IllegalArgumentException("Image \"" + imp.getTitle() + "\" holds " + b.count()
			+ " objects where the table goes up to label " + c.largestLabel() + "; give the label image that the table was made from.");
		return b.labels();
	}

	/** A label image says so, or holds more than a few values. */
	static boolean isLabels(final ImagePlus imp, final VoxelGrid grid, final Progress progress) {
		if (Images.LABELS.equals(imp.getProp(Images.KIND))) return true;
		if (imp.getBitDepth() != 8) return true;
		final boolean[] seen = values(Images.classes(imp, grid), progress);
		for (int i = 5; i < 255; i++)
			if (seen[i]) return true;
		return false;
	}

	private static boolean[] values(final ByteVolume volume, final Progress progress) {
		final boolean[] seen = new boolean[256];
		for (int z = 0; z < volume.grid().nz(); z++) {
			progress.check();
			for (final byte b : volume.plane(z))
				seen[b & 0xff] = true;
		}
		return seen;
	}
}
