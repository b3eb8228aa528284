// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;
import java.util.stream.Collectors;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Column;

/**
 * What is true of one pore of a specimen.
 *
 * @param id number, from 1
 * @param shape sphere, ellipsoid or pointed
 * @param centreUm centre, um
 * @param radiusEqUm radius of the sphere of equal volume, um
 * @param radiusInscribedUm radius of the largest ball inside, um
 * @param volumeUm3 volume, um3
 * @param depthUm depth of the centre below the face, um; NaN without a face
 * @param topDepthUm depth of its highest point, um; NaN without a face
 * @param nearestLargeUm centre to centre of the nearest other large pore (r &gt;= r_max/3), um; NaN if there is none
 * @param largeThird r &gt;= r_max/3
 * @param largeTwothirds r &gt;= 2/3 r_max
 * @param joined whether a crack joins it to the electrode face
 * @param crackIds cracks that end in it
 */
public record PoreTruth(int id, String shape, Vec3 centreUm, double radiusEqUm, double radiusInscribedUm,
	double volumeUm3, double depthUm, double topDepthUm, double nearestLargeUm, boolean largeThird,
	boolean largeTwothirds, boolean joined, List<Integer> crackIds)
{

	/** Keeps a copy. */
	public PoreTruth {
		crackIds = List.copyOf(crackIds);
	}

	/** The table of true pores, in the order of the file; names as in the pores table where the meaning is the same. */
	public static final List<Column<PoreTruth>> COLUMNS = List.of(
		new Column<>("id", "number of the pore", PoreTruth::id),
		new Column<>("shape", "sphere, ellipsoid or pointed", PoreTruth::shape),
		new Column<>("volume_um3", "volume", PoreTruth::volumeUm3),
		new Column<>("radius_eq_um", "radius of the sphere of equal volume", PoreTruth::radiusEqUm),
		new Column<>("radius_inscribed_um", "radius of the largest ball inside", PoreTruth::radiusInscribedUm),
		new Column<>("centroid_x_um", "centre, x", p -> p.centreUm.x()),
		new Column<>("centroid_y_um", "centre, y", p -> p.centreUm.y()),
		new Column<>("centroid_z_um", "centre, z", p -> p.centreUm.z()),
		new Column<>("depth_um", "depth of the centre below the face", PoreTruth::depthUm),
		new Column<>("top_depth_um", "depth of the point nearest to the face", PoreTruth::topDepthUm),
		new Column<>("nearest_large_um", "centre to centre of the nearest other large pore (r >= r_max/3)",
			PoreTruth::nearestLargeUm),
		new Column<>("large_third", "r >= r_max/3", PoreTruth::largeThird),
		new Column<>("large_twothirds", "r >= 2/3 r_max", PoreTruth::largeTwothirds),
		new Column<>("joined", "a crack joins it to the electrode face", PoreTruth::joined),
		new Column<>("crack_ids", "cracks that end in it, separated by spaces",
			p -> p.crackIds.stream().map(String::valueOf).collect(Collectors.joining(" "))));
}
