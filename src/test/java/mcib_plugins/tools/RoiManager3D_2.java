// SPDX-License-Identifier: BSD-2-Clause
package mcib_plugins.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.ExtensionDescriptor;
import ij.macro.MacroExtension;

/**
 * Stands for the 3D ImageJ Suite's manager in tests: the same name and the same macro calls with the same arguments, and
 * nothing else. Objects stand in no order of their labels, as in the suite, whose list is made of a hash table.
 */
public class RoiManager3D_2 implements MacroExtension {

	/** The open one, kept as the suite keeps it. */
	private static RoiManager3D_2 manager3d;

	private final List<Integer> labels = new ArrayList<>();
	private final List<Long> voxels = new ArrayList<>();
	private final List<String> names = new ArrayList<>();
	private boolean open, multi;
	private double voxel;
	private final List<Integer> selected = new ArrayList<>();

	public void create3DManager() {
		open = true;
	}

	/** Keeps this one open, as a user does, or closes it with null; for the test. */
	public static void keep(final RoiManager3D_2 open) {
		manager3d = open;
	}

	/** Names of the objects, for the test. */
	public List<String> names() {
		return names;
	}

	@Override
	public String handleExtension(final String name, final Object[] args) {
		if (!open) throw new IllegalStateException("not open");
		switch (name) {
			case "Manager3D_AddImage":
				add(IJ.getImage());
				break;
			case "Manager3D_Count":
				((Double[]) args[0])[0] = (double) labels.size();
				break;
			case "Manager3D_MonoSelect":
				multi = false;
				break;
			case "Manager3D_Select":
				if (!multi) selected.clear();
				selected.add(((Double) args[0]).intValue());
				break;
			case "Manager3D_DeselectAll":
				selected.clear();
				break;
			case "Manager3D_Rename":
				for (final int i : selected)
					names.set(i, (String) args[0]);
				break;
			case "Manager3D_Quantif3D":
				if (!args[1].equals("Mean")) throw new IllegalArgumentException((String) args[1]);
				((Double[]) args[2])[0] = mean(IJ.getImage(), labels.get(((Double) args[0]).intValue()));
				break;
			case "Manager3D_Measure3D":
				((Double[]) args[2])[0] = measure(((Double) args[0]).intValue(), (String) args[1]);
				break;
			default:
				throw new IllegalArgumentException(name);
		}
		return null;
	}

	private double measure(final int object, final String what) {
		final double v = voxels.get(object);
		switch (what) {
			case "NbVox":
				return v;
			case "Vol":
				return v * voxel;
			case "Surf":
			case "Feret":
				return 2;
			case "Spher":
				return 0.5;
			default:
				return Double.NaN;
		}
	}

	/** Of the voxels that the object had when it was added, in the active image. */
	private static double mean(final ImagePlus imp, final int label) {
		double sum = 0, n = 0;
		for (int z = 1; z <= imp.getStackSize(); z++)
			for (int i = 0; i < imp.getWidth() * imp.getHeight(); i++)
				if (imp.getStack().getProcessor(z).getf(i) == label) {
					sum += label;
					n++;
				}
		return sum / n;
	}

	private void add(final ImagePlus imp) {
		final TreeMap<Integer, Long> found = new TreeMap<>();
		for (int z = 1; z <= imp.getStackSize(); z++)
			for (int i = 0; i < imp.getWidth() * imp.getHeight(); i++) {
				final int l = (int) imp.getStack().getProcessor(z).getf(i);
				if (l > 0) found.merge(l, 1L, Long::sum);
			}
		voxel = imp.getCalibration().pixelWidth * imp.getCalibration().pixelHeight * imp.getCalibration().pixelDepth;
		found.descendingMap().forEach((l, n) -> {
			labels.add(l);
			voxels.add(n);
			names.add("obj" + l + "-val" + l);
		});
	}

	@Override
	public ExtensionDescriptor[] getExtensionFunctions() {
		return new ExtensionDescriptor[0];
	}
}
