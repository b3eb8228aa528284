// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.ij.ThreeDSuite.Measure;
import org.scijava.Context;
import org.scijava.service.AbstractService;
import org.scijava.service.ServiceHelper;
import org.scijava.table.GenericTable;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import mcib3d.geom2.Objects3DIntPopulation;
import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.RealType;

/** Runs the sources of the profile against the stand-ins; each method throws where something is wrong. */
public final class Exercise {

	private Exercise() {}

	/** A service that wraps images as the real one does. */
	public static final class Service2 extends AbstractService implements DatasetService {

		@Override
		@SuppressWarnings("unchecked")
		public <T extends Type<T>> Dataset create(final ImgPlus<T> imgPlus) {
			return () -> (ImgPlus<? extends RealType<?>>) (ImgPlus<?>) imgPlus;
		}
	}

	private static void demand(final boolean right, final String what) {
		if (!right) throw new IllegalStateException(what);
	}

	private static ImagePlus stack(final int bits) {
		final ImagePlus imp = IJ.createImage("a stack", bits + "-bit ramp", 9, 8, 7);
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = 0.04;
		imp.getCalibration().pixelHeight = 0.05;
		imp.getCalibration().pixelDepth = 0.1;
		return imp;
	}

	/** Images go there and back over the same pixels, with unit and edges. */
	public static void images() {
		for (final int bits : new int[] { 8, 16, 32 }) {
			final ImagePlus imp = stack(bits), back = Volumes.imagePlus(Volumes.imgPlus(imp));
			demand(back.getBitDepth() == bits && back.getTitle().equals("a stack"), "depth or title changed");
			for (int z = 1; z <= 7; z++)
				demand(back.getStack().getPixels(z) == imp.getStack().getPixels(z), "pixels were copied");
			demand(back.getCalibration().pixelDepth == 0.1 && back.getCalibration().getZUnit().equals(imp.getCalibration().getZUnit()), "edges or unit were lost");
			demand(Volumes.at(Volumes.imgPlus(imp), 5, 4, 3) == imp.getStack().getVoxel(5, 4, 3), "another voxel");
		}
		final AxisType[] xyz = { Axes.X, Axes.Y, Axes.Z };
		final double[] one = { 1, 1, 2 };
		final String[] nm = { "nm", "nm", "nm" };
		final ImgPlus<?> array = new ImgPlus<>(ArrayImgs.ints(new int[] { 1, 2, 3, 4, 5, 6, 7, 70000 }, 2, 2, 2), "ints", xyz, one, nm).from(-4);
		final ImagePlus copied = Volumes.imagePlus(array);
		demand(copied.getBitDepth() == 32 && copied.getStack().getVoxel(1, 1, 1) == 70000 && copied.getStack().getVoxel(0, 0, 1) == 5, "a copy differs");
		demand(copied.getCalibration().xOrigin == 4 && copied.getCalibration().zOrigin == 2, "the origin was lost");
		final AxisType[] time = { Axes.X, Axes.Y, Axes.TIME };
		try {
			Volumes.imagePlus(new ImgPlus<>(ArrayImgs.bytes(2, 2, 2), "film", time, one, nm));
			throw new IllegalStateException("a film was taken for a volume");
		}
		catch (final IllegalArgumentException e) {
			demand(e.getMessage().contains("axis Time of length 2"), e.getMessage());
		}
	}

	/** Converters are what SciJava asks for. */
	public static void converters() {
		final ImgPlus<?> img = Volumes.imgPlus(stack(8));
		demand(new ImgPlusToImagePlus().convert(img, ImagePlus.class).getNSlices() == 7, "ImgPlus");
		final Dataset d = () -> cast(img);
		demand(new DatasetToImagePlus().convert(d, ImagePlus.class).getStackSize() == 7, "Dataset");
		demand(new DatasetToImagePlus().canConvert(d, ImagePlus.class) && new ImgPlusToImagePlus().canConvert(img, ImagePlus.class), "not offered");
		final ResultsTable t = new ResultsTable();
		t.addRow();
		t.addValue("label", 3);
		t.addValue("name", "a b");
		t.addRow();
		t.addValue("label", 4.5);
		t.addValue("name", "");
		final GenericTable g = new SciJavaTables().convert(t, GenericTable.class);
		demand(g.size() == 2 && g.get(0).getHeader().equals("label") && g.get(0).get(1).equals(4.5) && g.get(1).get(0).equals("a b"), "the table differs: " + g);
	}

	@SuppressWarnings("unchecked")
	private static ImgPlus<? extends RealType<?>> cast(final ImgPlus<?> img) {
		return (ImgPlus<? extends RealType<?>>) img;
	}

	/** A command of the suite takes a Dataset and gives Datasets and SciJava tables. */
	public static void commands(final Context context) {
		new ServiceHelper(context).loadService(Service2.class);
		final DatasetCommands suite = new DatasetCommands(context);
		final Map<String, Object> made = suite.run("MakeSpecimen", new HashMap<>(Map.of("kind", "ending", "size", "96,96,40", "count", 2)));
		demand(made.get("classes") instanceof Dataset, "classes are " + made.get("classes"));
		final Map<String, Object> pores = suite.run("LabelPores", new HashMap<>(Map.of("image", made.get("classes"))));
		demand(pores.get("labels") instanceof Dataset && pores.get("table") instanceof GenericTable, "outputs are " + pores);
		demand(((GenericTable) pores.get("table")).get(0).size() == (Integer) pores.get("count"), "rows are missing");
		try {
			suite.run("LabelPores", new HashMap<>(Map.of("image", made.get("classes"), "phase", 77)));
			throw new IllegalStateException("phase=77 was taken");
		}
		catch (final IllegalArgumentException e) {
			demand(e.getMessage().contains("class 77"), e.getMessage());
		}
	}

	/** Labels go to the 3D Suite's objects and back. */
	public static void objects() {
		final ImagePlus labels = IJ.createImage("labels", "16-bit black", 5, 4, 3);
		labels.getStack().getProcessor(1).set(1, 1, 2);
		labels.getStack().getProcessor(2).set(1, 1, 2);
		labels.getStack().getProcessor(3).set(4, 3, 300);
		labels.getCalibration().setUnit("um");
		final Objects3DIntPopulation p = SuiteObjects.of(labels, l -> "pore " + l);
		demand(p.getObjects3DInt().get(1).getName().equals("pore 300"), "the name is lost");
		final ImagePlus back = SuiteObjects.labels(p, labels);
		for (int z = 1; z <= 3; z++)
			demand(java.util.Arrays.equals((short[]) back.getStack().getPixels(z), (short[]) labels.getStack().getPixels(z)), "labels differ");
		demand(back.getCalibration().getUnit().equals(labels.getCalibration().getUnit()) && "labels".equals(back.getProp("dendritej.kind")), "calibration or kind is lost");
		final Map<Integer, Map<Measure, Double>> m = SuiteObjects.measures(p);
		demand(List.copyOf(m.keySet()).equals(List.of(2, 300)) && m.get(2).get(Measure.VOXELS) == 2 && m.get(2).get(Measure.FERET).isNaN(), "measures: " + m);
	}
}
