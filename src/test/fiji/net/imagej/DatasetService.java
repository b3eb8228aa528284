// SPDX-License-Identifier: BSD-2-Clause
package net.imagej;

import net.imglib2.type.Type;
import org.scijava.service.Service;

/** Stand-in with the method that is used. */
public interface DatasetService extends Service {

	<T extends Type<T>> Dataset create(ImgPlus<T> imgPlus);
}
