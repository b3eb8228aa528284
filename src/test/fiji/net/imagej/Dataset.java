// SPDX-License-Identifier: BSD-2-Clause
package net.imagej;

import net.imglib2.type.numeric.RealType;

/** Stand-in with the method that is used. */
public interface Dataset {

	ImgPlus<? extends RealType<?>> getImgPlus();
}
