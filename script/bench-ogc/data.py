"""Makes the data of script/bench ogc, always the same ones.

    data.py DIR    writes DIR/sites.geojson (100,000 polygons) and DIR/raster.tif (7000 x 4500)

The sites are star-shaped polygons of 8 to 20 vertices, 0.2 to 1.5 km in radius: half of them in 300 clusters, half anywhere in
the box. The raster is a sum of waves with a rough part of about one pixel, without data in the south-east corner.
"""

import json
import math
import random
import sys

import numpy
from osgeo import gdal, osr

WEST, SOUTH, EAST, NORTH = 114.8, 34.4, 122.7, 38.4
SITES, ROWS, COLUMNS = 100_000, 4500, 7000


def polygon(rng, lon, lat):
    radius_deg = math.exp(rng.uniform(math.log(0.2), math.log(1.5))) / 111.2
    vertices = rng.randint(8, 20)
    ring = []
    for number in range(vertices):
        angle = 2 * math.pi * (number + rng.uniform(-0.3, 0.3)) / vertices
        reach = radius_deg * rng.uniform(0.6, 1)
        ring.append([
            round(lon + reach * math.cos(angle) / math.cos(math.radians(lat)), 8),
            round(lat + reach * math.sin(angle), 8),
        ])
    return [ring + ring[:1]], radius_deg


def place(rng, centres):
    if rng.random() < 0.5:
        return rng.uniform(WEST, EAST), rng.uniform(SOUTH, NORTH)
    lon, lat = rng.choice(centres)
    return (
        min(EAST, max(WEST, rng.gauss(lon, 0.15))),
        min(NORTH, max(SOUTH, rng.gauss(lat, 0.12))),
    )


def write_sites(path):
    rng = random.Random(5)
    centres = [(rng.uniform(WEST, EAST), rng.uniform(SOUTH, NORTH)) for _ in range(300)]
    with open(path, "w") as out:
        out.write('{"type":"FeatureCollection","features":[\n')
        for number in range(SITES):
            rings, radius_deg = polygon(rng, *place(rng, centres))
            area_ha = round(math.pi * (radius_deg * 111.2) ** 2 * 64, 3)
            properties = {
                "site_id": f"S{number:06}",
                "technology": rng.choice(["pv-ground", "pv-offshore", "wind-onshore", "wind-offshore"]),
                "rank": number + 1,
                "score": round(rng.betavariate(4, 2.5), 4),
                "area_ha": area_ha,
                "capacity_mw": round(area_ha * 0.5, 2),
            }
            json.dump(
                {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": rings}, "properties": properties},
                out, separators=(",", ":"))
            out.write("\n" if number == SITES - 1 else ",\n")
        out.write("]}\n")


def write_raster(path):
    rng = numpy.random.default_rng(5)
    x = numpy.linspace(0, 1, COLUMNS, dtype=numpy.float32)
    y = numpy.linspace(0, 1, ROWS, dtype=numpy.float32)[:, None]
    values = numpy.zeros((ROWS, COLUMNS), dtype=numpy.float32)
    for _ in range(12):
        across, down, phase = rng.uniform(2, 40), rng.uniform(2, 40), rng.uniform(0, 6.3)
        values += numpy.sin(across * x + down * y + phase, dtype=numpy.float32)
    values = 0.5 + values / 14 + rng.normal(0, 0.02, values.shape).astype(numpy.float32)
    values = numpy.clip(values, 0, 1)
    values[y + 0 * x > 2.6 - 2 * x] = numpy.nan
    file = gdal.GetDriverByName("GTiff").Create(path, COLUMNS, ROWS, 1, gdal.GDT_Float32, ["TILED=YES", "COMPRESS=DEFLATE"])
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4490)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    file.SetProjection(reference.ExportToWkt())
    file.SetGeoTransform([WEST, (EAST - WEST) / COLUMNS, 0, NORTH, 0, -(NORTH - SOUTH) / ROWS])
    file.GetRasterBand(1).SetNoDataValue(float("nan"))
    file.GetRasterBand(1).WriteArray(values)
    file.FlushCache()


if __name__ == "__main__":
    write_sites(sys.argv[1] + "/sites.geojson")
    write_raster(sys.argv[1] + "/raster.tif")
