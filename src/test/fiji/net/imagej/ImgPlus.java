// SPDX-License-Identifier: BSD-2-Clause
package net.imagej;

import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;

/** Stand-in: an image with linear axes that start at 0 unless told otherwise. */
public class ImgPlus<T> implements Img<T> {

	private final Img<T> img;
	private final String name;
	private final AxisType[] types;
	private final double[] scales;
	private final String[] units;
	private double offset;

	public ImgPlus(final Img<T> img, final String name, final AxisType[] axisTypes, final double[] cal, final String[] units) {
		this.img = img;
		this.name = name;
		types = axisTypes;
		scales = cal;
		this.units = units;
	}

	/** Only here: where all axes start. */
	public ImgPlus<T> from(final double calibrated) {
		offset = calibrated;
		return this;
	}

	public Img<T> getImg() {
		return img;
	}

	public String getName() {
		return name;
	}

	public CalibratedAxis axis(final int d) {
		return new CalibratedAxis() {

			@Override
			public AxisType type() {
				return types[d];
			}

			@Override
			public String unit() {
				return units[d];
			}

			@Override
			public double calibratedValue(final double rawValue) {
				return offset + scales[d] * rawValue;
			}

			@Override
			public double averageScale(final double a, final double b) {
				return scales[d];
			}
		};
	}

	@Override
	public RandomAccess<T> randomAccess() {
		return img.randomAccess();
	}

	@Override
	public RandomAccess<T> randomAccess(final Interval interval) {
		return img.randomAccess(interval);
	}

	@Override
	public int numDimensions() {
		return img.numDimensions();
	}

	@Override
	public long min(final int d) {
		return img.min(d);
	}

	@Override
	public long max(final int d) {
		return img.max(d);
	}

	@Override
	public Cursor<T> cursor() {
		return img.cursor();
	}

	@Override
	public Cursor<T> localizingCursor() {
		return img.localizingCursor();
	}

	@Override
	public long size() {
		return img.size();
	}

	@Override
	public Object iterationOrder() {
		return img.iterationOrder();
	}

	@Override
	public ImgFactory<T> factory() {
		return img.factory();
	}

	@Override
	public ImgPlus<T> copy() {
		return new ImgPlus<>(img.copy(), name, types, scales, units);
	}
}
