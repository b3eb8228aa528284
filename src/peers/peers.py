#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Times scipy and scikit-image on the benchmarks' own volumes, one thread each.

    mvn -q compile exec:java -Dexec.args="--bench export 384"
    python3 src/peers/peers.py target/bench-384.raw
    python3 src/peers/peers.py target/bench-384-sheets.raw
    mvn -q compile exec:java -Dexec.args="--bench label 384"
    mvn -q compile exec:java -Dexec.args="--bench edt 384"
    mvn -q compile exec:java -Dexec.args="--bench thin 384"

Run the lines one after the other on an idle machine and compare the medians. Needs numpy, scipy and scikit-image
(Debian: python3-skimage). Prints what the results must agree in: numbers of components, the largest distance.
"""
import sys
import time

import numpy
import scipy
import skimage
from scipy import ndimage
from skimage import measure, morphology

RUNS = 3


def timed(what, work):
    """Median of RUNS runs after one that is not counted; the result of the last."""
    result = work()
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    print("%-58s %9.3f s" % (what, sorted(seconds)[RUNS // 2]), flush=True)
    return result


def main(path):
    voxels = numpy.fromfile(path, dtype=numpy.uint8)
    side = round(len(voxels) ** (1 / 3))
    if side ** 3 != len(voxels):
        sys.exit("%s holds %d bytes, which is no cube; write it with --bench export N." % (path, len(voxels)))
    volume = voxels.reshape(side, side, side)
    print("numpy %s, scipy %s, scikit-image %s; %d^3 voxels, %d set" % (
        numpy.__version__, scipy.__version__, skimage.__version__, side, volume.sum()))
    timed("one pass over the bytes (numpy sum)", volume.sum)
    for neighbours, rank in ((26, 3), (6, 1)):
        near = ndimage.generate_binary_structure(3, rank)
        _, count = timed("scipy.ndimage.label, %d neighbours" % neighbours, lambda: ndimage.label(volume, near))
        print("    %d components" % count)
        labels, count = timed("skimage.measure.label, %d neighbours" % neighbours,
                              lambda: measure.label(volume, return_num=True, connectivity=rank))
        print("    %d components" % count)
    timed("skimage.measure.regionprops_table: area, box, centroid",
          lambda: measure.regionprops_table(labels, properties=("area", "bbox", "centroid")))
    for edges in ((1, 1, 1), (2.5, 1, 1)):
        d = timed("scipy.ndimage.distance_transform_edt, z:y:x = %g:%g:%g" % edges,
                  lambda: ndimage.distance_transform_edt(volume, sampling=edges))
        print("    largest %.6f" % d.max())
    s = timed("skimage.morphology.skeletonize_3d (curve)", lambda: morphology.skeletonize_3d(volume))
    print("    %d voxels left" % numpy.count_nonzero(s))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: peers.py target/bench-N.raw")
    main(sys.argv[1])
