/**
 * Cells: what the engines compute on.
 *
 * <p>A {@link sinkmap.grid.Grid} cuts a region into square cells of an equal-area projection. Row 0 is in the north, the
 * grid is anchored at its outer north-western corner, upper bounds are exclusive, lengths are metres, and the x axis
 * points east whatever the authority says about the axis order of the CRS. A {@link sinkmap.grid.Raster} gives each cell
 * a number (NaN where there is none), a {@link sinkmap.grid.Mask} says yes or no.
 *
 * <p>A cell stands for its centre. {@link sinkmap.grid.Rasterizer} gives a polygon the cells whose centre it covers, and
 * lines and points the cells they touch; {@link sinkmap.grid.Buffers} gives the cells whose centre lies within a distance
 * of a geometry, decided by the geometry itself and not by its cells; {@link sinkmap.grid.Distance} measures from cell
 * centre to cell centre; {@link sinkmap.grid.Nearest} measures from a point to geometries. {@link sinkmap.grid.Proximity}
 * gives buffers and distances, {@link sinkmap.grid.Inset} buffers inwards, for one window of a region after the other, each
 * the same to the last bit as in the whole. {@link sinkmap.grid.Shares} counts how much of a cell finer cells cover.
 * {@link sinkmap.grid.Zones} finds contiguous areas and turns them back into polygons whose area is the area of their
 * cells.
 *
 * <p>Everything here is a function of its arguments: no files, no clock, no state between calls. A grid handed in may be
 * a window of a larger one. Areas of masks are exact sums of cells, which is why the projection has to keep areas.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package sinkmap.grid;
