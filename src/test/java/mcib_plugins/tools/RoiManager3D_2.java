// SPDX-License-Identifier: BSD-2-Clause
package mcib_plugins.tools;

import java.util.BitSet;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.ExtensionDescriptor;
import ij.macro.MacroExtension;

/** Stands for the 3D ImageJ Suite's manager in tests: the same name and the same macro calls, and nothing else. */
public class RoiManager3D_2 implements MacroExtension {

	private final BitSet labels = new BitSet();
	private boolean open;

	public void create3DManager() {
		open = true;
	}

	@Override
	public String handleExtension(final String name, final Object[] args) {
		if (!open) throw new IllegalStateException("not open");
		if (name.equals("Manager3D_AddImage")) {
			final ImagePlus imp = IJ.getImage();
			for (int z = 1; z <= imp.getStackSize(); z++)
				for (int i = 0; i < imp.getWidth() * imp.getHeight(); i++)
					labels.set((int) imp.getStack().getProcessor(z).getf(i));
			labels.clear(0);
		}
		else if (name.equals("Manager3D_Count")) ((Double[]) args[0])[0] = (double) labels.cardinality();
		else throw new IllegalArgumentException(name);
		return null;
	}

	@Override
	public ExtensionDescriptor[] getExtensionFunctions() {
		return new ExtensionDescriptor[0];
	}
}
