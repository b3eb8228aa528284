// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * One pore as it was measured.
 *
 * @param label number in the label image, from 1
 * @param voxels voxels
 * @param volumeUm3 volume, um3
 * @param radiusEqUm radius of the sphere of equal volume, um
 * @param radiusEqSdUm standard deviation of that radius from the partly filled voxels at the surface, um
 * @param radiusInscribedUm radius of the largest ball inside, um
 * @param surfaceUm2 surface, um2
 * @param sphericity surface of the sphere of equal volume over the surface
 * @param centroidUm centre of mass, um
 * @param depthUm depth of the centroid below the electrode face, um; NaN without a face
 * @param topDepthUm depth of the point nearest to the face, um
 * @param touchesBorder whether the image cuts it
 * @param samplingWeight Miles-Lantuejoul weight: image volume over the volume in which a box of this size lies whole; 0
 *          for a pore that touches the border
 * @param nearestLargeUm distance to the centre of the nearest other large pore (first reading), um
 * @param largeThird r &gt;= r_max/3
 * @param largeTwothirds r &gt;= 2/3 r_max
 * @param opensAtFace whether it touches the electrode face
 * @param feretMaxUm largest caliper diameter, um
 * @param ellipsoidUm radii of the ellipsoid of equal second moments, largest first, um
 * @param majorAxis direction of the longest of these
 * @param euler Euler number
 * @param tipRadiusUm sharpest radius of curvature, um; NaN when the voxels cannot show it
 */
public record Pore(int label, long voxels, double volumeUm3, double radiusEqUm, double radiusEqSdUm,
	double radiusInscribedUm, double surfaceUm2, double sphericity, Vec3 centroidUm, double depthUm, double topDepthUm,
	boolean touchesBorder, double samplingWeight, double nearestLargeUm, boolean largeThird, boolean largeTwothirds,
	boolean opensAtFace, double feretMaxUm, Vec3 ellipsoidUm, Vec3 majorAxis, long euler, double tipRadiusUm)
{

	/** The pores table, in the order of the file. */
	public static final List<Column<Pore>> COLUMNS = List.of(
		new Column<>("label", "number in the label image", Pore::label),
		new Column<>("voxels", "voxels", Pore::voxels),
		new Column<>("volume_um3", "volume", Pore::volumeUm3),
		new Column<>("radius_eq_um", "radius of the sphere of equal volume", Pore::radiusEqUm),
		new Column<>("radius_inscribed_um", "radius of the largest ball inside", Pore::radiusInscribedUm),
		new Column<>("surface_um2", "surface", Pore::surfaceUm2),
		new Column<>("sphericity", "surface of the equal sphere over the surface", Pore::sphericity),
		new Column<>("centroid_x_um", "centre of mass, x", p -> p.centroidUm.x()),
		new Column<>("centroid_y_um", "centre of mass, y", p -> p.centroidUm.y()),
		new Column<>("centroid_z_um", "centre of mass, z", p -> p.centroidUm.z()),
		new Column<>("depth_um", "depth of the centroid below the electrode face", Pore::depthUm),
		new Column<>("touches_border", "cut by the image border", Pore::touchesBorder),
		new Column<>("sampling_weight", "Miles-Lantuejoul weight", Pore::samplingWeight),
		new Column<>("nearest_large_um", "centre to centre of the nearest other large pore (r >= r_max/3)",
			Pore::nearestLargeUm),
		new Column<>("large_third", "r >= r_max/3", Pore::largeThird),
		new Column<>("large_twothirds", "r >= 2/3 r_max", Pore::largeTwothirds),
		new Column<>("opens_at_face", "touches the electrode face", Pore::opensAtFace),
		new Column<>("radius_eq_sd_um", "standard deviation of radius_eq_um", Pore::radiusEqSdUm),
		new Column<>("top_depth_um", "depth of the point nearest to the face", Pore::topDepthUm),
		new Column<>("feret_max_um", "largest caliper diameter", Pore::feretMaxUm),
		new Column<>("ellipsoid_a_um", "largest radius of the inertia ellipsoid", p -> p.ellipsoidUm.x()),
		new Column<>("ellipsoid_b_um", "middle radius of the inertia ellipsoid", p -> p.ellipsoidUm.y()),
		new Column<>("ellipsoid_c_um", "smallest radius of the inertia ellipsoid", p -> p.ellipsoidUm.z()),
		new Column<>("axis_x", "direction of the longest ellipsoid axis, x", p -> p.majorAxis.x()),
		new Column<>("axis_y", "direction of the longest ellipsoid axis, y", p -> p.majorAxis.y()),
		new Column<>("axis_z", "direction of the longest ellipsoid axis, z", p -> p.majorAxis.z()),
		new Column<>("euler", "Euler number", Pore::euler),
		new Column<>("tip_radius_um", "sharpest radius of curvature", Pore::tipRadiusUm));
}
