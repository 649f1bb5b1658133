#!/usr/bin/python3
"""Opens every layer of a running sinkmap with the clients that GIS analysts use: GDAL, OWSLib, QGIS.

usage: check.py BASE_URL PICTURE_FOLDER
Prints a line per check and 'N passed, N failed' at the end; exit status 1 when a check failed.
"""
import json
import os
import subprocess
import sys
import urllib.request

import numpy
from osgeo import gdal, ogr
from owslib.ogcapi.features import Features
from owslib.wfs import WebFeatureService
from owslib.wms import WebMapService

BASE = sys.argv[1].rstrip("/")
PICTURES = sys.argv[2]
# the window in which every layer of the demo has something to draw: lon, lat
WEST, SOUTH, EAST, NORTH = 114.7, 34.2, 123.4, 38.8

results = {"passed": 0, "failed": 0}


def check(name, passed, detail=""):
    results["passed" if passed else "failed"] += 1
    print(("ok    " if passed else "FAIL  ") + name + ("" if passed else "  -- " + str(detail)), flush=True)


def attempt(name, action):
    """Counts an action that returns None, or a text that says what is wrong."""
    try:
        wrong = action()
    except Exception as failure:  # whatever a client library throws is a failed check, not a crash of the script
        wrong = "%s: %s" % (type(failure).__name__, failure)
    check(name, wrong is None, wrong)


def distinct_pixels(path):
    """Number of distinct pixel values of the first four bands: a blank picture has one."""
    picture = gdal.Open(path)
    bands = [picture.GetRasterBand(i + 1).ReadAsArray().astype("uint32") for i in range(min(4, picture.RasterCount))]
    mixed = bands[0]
    for band in bands[1:]:
        mixed = mixed * 256 + band
    return len(set(mixed.ravel().tolist()))


def layers():
    with urllib.request.urlopen(BASE + "/api/layers") as answer:
        return json.load(answer)["layers"]


def gdal_vector(layer):
    source = gdal.OpenEx("WFS:%s/wfs" % BASE, gdal.OF_VECTOR)
    found = next((source.GetLayer(i) for i in range(source.GetLayerCount())
                  if source.GetLayer(i).GetName().split(":")[-1] == layer["id"]), None)
    if found is None:
        return "not in the capabilities"
    if found.GetFeatureCount() != layer["count"]:
        return "%d features by hits, %d in the catalog" % (found.GetFeatureCount(), layer["count"])
    read = 0
    for feature in found:
        read += 1
        west, east, south, north = feature.GetGeometryRef().GetEnvelope()
        if not (70 < west <= east < 140 and 0 < south <= north < 60):
            return "feature %d lies at %s: axes swapped?" % (feature.GetFID(), (west, south, east, north))
    return None if read == layer["count"] else "%d features read of %d" % (read, layer["count"])


def gdal_version(layer, version):
    """The first feature in an older version, where another axis order holds."""
    source = gdal.OpenEx("WFS:%s/wfs?VERSION=%s&TYPENAME=sinkmap:%s&MAXFEATURES=1" % (BASE, version, layer["id"]), gdal.OF_VECTOR)
    feature = next(iter(source.GetLayer(0)), None)
    if feature is None:
        return "no feature"
    west, east, south, north = feature.GetGeometryRef().GetEnvelope()
    return None if 70 < west <= east < 140 and 0 < south <= north < 60 else "lies at %s" % ((west, south, east, north),)


def gdal_file(layer, file_format, prefix, ending):
    """A file of features as GDAL reads it."""
    path = "/vsimem/%s.%s" % (layer["id"], ending)
    with urllib.request.urlopen("%s/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=%s&count=100"
                                "&outputFormat=%s&srsName=EPSG:4490" % (BASE, layer["id"], file_format)) as answer:
        gdal.FileFromMemBuffer(path, answer.read())
    source = gdal.OpenEx(prefix + path, gdal.OF_VECTOR)  # the layer lives as long as it does
    found = source.GetLayer(0)
    if found.GetFeatureCount() != min(100, layer["count"]):
        return "%d features" % found.GetFeatureCount()
    if ending == "gpkg" and not found.TestCapability(ogr.OLCFastSpatialFilter):
        return "no spatial index"
    west, east, south, north = found.GetExtent()
    return None if 70 < west <= east < 140 and 0 < south <= north < 60 else "lies at %s" % ((west, south, east, north),)


def gdal_picture(layer, version):
    target = os.path.join(PICTURES, "gdal-%s-%s.png" % (layer["id"], version))
    order = (WEST, SOUTH, EAST, NORTH) if version == "1.1.1" else (SOUTH, WEST, NORTH, EAST)
    reference = "SRS" if version == "1.1.1" else "CRS"
    url = ("WMS:%s/wms?SERVICE=WMS&VERSION=%s&REQUEST=GetMap&LAYERS=%s&STYLES=&%s=EPSG:4326&BBOX=%s&FORMAT=image/png"
           "&TRANSPARENT=TRUE" % (BASE, version, layer["id"], reference, ",".join(map(str, order))))
    translated = gdal.Translate(target, url, format="PNG", width=870, height=460)
    if translated is None:
        return gdal.GetLastErrorMsg()
    translated = None
    return None if distinct_pixels(target) > 1 else "the picture is blank"


def gdal_api(layer):
    """All features over OGC API in small pages, by attribute and by rectangle against GDAL's own selection."""
    size = max(2, layer["count"] // 4)
    source = gdal.OpenEx("OAPIF:%s/ogc/features" % BASE, gdal.OF_VECTOR, open_options=["PAGE_SIZE=%d" % size])
    found = source.GetLayerByName(layer["id"])
    if found is None:
        return "not among the collections"
    read = [(f.GetFID(), f.GetGeometryRef().Clone()) for f in found]
    if len({fid for fid, _ in read}) != layer["count"]:
        return "%d features read in pages of %d, %d in the catalog" % (len(read), size, layer["count"])
    west, south, east, north = layer["bbox"]
    found.SetSpatialFilterRect(west, south, (west + east) / 2, (south + north) / 2)
    ring = ogr.CreateGeometryFromWkt("POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))" % (
        west, south, west, (south + north) / 2, (west + east) / 2, (south + north) / 2, (west + east) / 2, south,
        west, south))
    inside = {f.GetFID() for f in found}
    wanted = {fid for fid, shape in read if shape.Intersects(ring)}
    return None if inside == wanted else "in a rectangle %s, not %s" % (sorted(inside)[:9], sorted(wanted)[:9])


def api_tile(layer):
    """The tile that holds the middle of a layer's bounds at level 0, read by GDAL."""
    target = os.path.join(PICTURES, "tile-%s.pbf" % layer["id"])
    urllib.request.urlretrieve(BASE + "/ogc/features/collections/%s/tiles/WebMercatorQuad/0/0/0" % layer["id"], target)
    source = gdal.OpenEx("MVT:" + target, gdal.OF_VECTOR, open_options=["X=0", "Y=0", "Z=0", "CLIP=NO"])
    count = source.GetLayer(0).GetFeatureCount()
    return None if count == layer["count"] else "%d features in the tile of the world, %d in the catalog" % (
        count, layer["count"])


def api_owslib(catalog):
    service = Features(BASE + "/ogc/features")
    missing = {layer["id"] for layer in catalog if layer["kind"] == "feature"} - set(service.feature_collections())
    if missing:
        return "not among the collections: %s" % sorted(missing)
    for layer in catalog:
        if layer["kind"] == "feature":
            page = service.collection_items(layer["id"], limit=2)
            if page["numberMatched"] != layer["count"] or len(page["features"]) != min(2, layer["count"]):
                return "%s: %s matched" % (layer["id"], page["numberMatched"])
            if "geom" not in service.collection_queryables(layer["id"])["properties"]:
                return layer["id"] + ": no geometry among the queryables"
    return None


def owslib_checks(catalog):
    for version in ("1.1.1", "1.3.0"):
        service = WebMapService(BASE + "/wms", version=version)
        missing = [layer["id"] for layer in catalog if layer["id"] not in service.contents]
        check("OWSLib WMS %s lists every layer" % version, not missing, missing)
        untitled = [name for name, content in service.contents.items() if not content.title or not content.boundingBoxWGS84]
        check("OWSLib WMS %s: title and bounds everywhere" % version, not untitled, untitled)
    for version in ("1.0.0", "1.1.0"):
        service = WebFeatureService(BASE + "/wfs", version=version)
        missing = [layer["id"] for layer in catalog
                   if layer["kind"] == "feature" and "sinkmap:" + layer["id"] not in service.contents]
        check("OWSLib WFS %s lists every layer" % version, not missing, missing)
        answer = service.getfeature(typename=["sinkmap:city"], maxfeatures=1).read()
        check("OWSLib WFS %s reads a feature" % version, b"sinkmap:city" in answer and b"FeatureCollection" in answer, answer[:300])
    features = WebFeatureService(BASE + "/wfs", version="2.0.0")
    names = {name.split(":")[-1]: name for name in features.contents}
    for layer in catalog:
        if layer["kind"] != "feature":
            continue
        if layer["id"] not in names:
            check("OWSLib WFS lists " + layer["id"], False, sorted(names))
            continue

        def read(layer=layer):
            answer = json.loads(features.getfeature(
                typename=[names[layer["id"]]], maxfeatures=2, outputFormat="application/json").read())
            return None if len(answer["features"]) == min(2, layer["count"]) else answer

        attempt("OWSLib WFS reads " + layer["id"], read)


def fetched(address, name):
    target = os.path.join(PICTURES, name)
    urllib.request.urlretrieve(BASE + address, target)
    return gdal.Open(target)


def total(raster, band, cell_ha):
    values = raster.GetRasterBand(band).ReadAsArray()
    return float(numpy.nansum(values, dtype="float64")) * cell_ha


def scenario_maps(scenario):
    """The map of each year adds up to the stock of the year, that of a change to the difference."""
    address = "/api/scenarios/" + scenario
    result = json.load(urllib.request.urlopen(BASE + address))
    years = result["years"]
    cell_ha = result["maps"]["cell_m"] ** 2 / 10000
    raster = fetched(address + "/years.tif", scenario + ".tif")
    if raster.RasterCount != len(years):
        return "%d bands of %d years" % (raster.RasterCount, len(years))
    for i in (0, len(years) // 2, len(years) - 1):
        band = raster.GetRasterBand(i + 1)
        if band.GetDescription() != str(years[i]["year"]):
            return "band %d is named %s" % (i + 1, band.GetDescription())
        found = total(raster, i + 1, cell_ha)
        if abs(found - years[i]["stock_tc"]) > 1e-5 * years[i]["stock_tc"]:
            return "%d: %f t C on the map, %f in the result" % (years[i]["year"], found, years[i]["stock_tc"])
    first, last = years[0], years[-1]
    change = fetched("%s/change.tif?from=%d&to=%d" % (address, first["year"], last["year"]), scenario + "-change.tif")
    found = total(change, 1, cell_ha)
    if abs(found - (last["stock_tc"] - first["stock_tc"])) > 1e-5 * last["stock_tc"]:
        return "change of %f t C on the map, %f in the result" % (found, last["stock_tc"] - first["stock_tc"])
    states = fetched(address + "/states.tif", scenario + "-states.tif")
    if states.RasterCount != len(result["maps"]["states"]) + 1:
        return "%d bands of %d states" % (states.RasterCount, len(result["maps"]["states"]))
    for i, state in enumerate(result["maps"]["states"]):
        found = total(states, i + 1, cell_ha)
        if abs(found - state["stock_tc"]["value"]) > 1e-5 * found:
            return "state %d: %f t C on the map, %f in the result" % (state["year"], found, state["stock_tc"]["value"])
    return None


def qgis_checks():
    qgis_script("qgis_check.py", PICTURES)
    qgis_script("qgis_identify.py")
    qgis_script("qgis_read.py", "city", "name_zh")


def qgis_script(name, *arguments):
    """QGIS may crash when it ends, so it runs apart and is judged by what it printed."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    done = subprocess.run(["/usr/bin/python3", script, BASE, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=300, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"), text=True, errors="replace")
    lines = [line for line in done.stdout.splitlines() if line.startswith(("ok ", "FAIL "))]
    for line in lines:
        state, name = line.split(" ", 1)
        check("QGIS " + name, state == "ok", "see above")
    if "QGIS finished" not in done.stdout:
        check("QGIS finished", False, done.stderr[-2000:])


def main():
    gdal.UseExceptions()
    ogr.UseExceptions()
    os.makedirs(PICTURES, exist_ok=True)
    catalog = [layer for layer in layers() if not layer["empty"]]
    check("there are layers with content", len(catalog) > 10, len(catalog))
    for layer in catalog:
        if layer["kind"] == "feature":
            attempt("GDAL WFS " + layer["id"], lambda: gdal_vector(layer))
            for version in ("1.0.0", "1.1.0"):
                attempt("GDAL WFS %s %s" % (version, layer["id"]), lambda: gdal_version(layer, version))
            attempt("GDAL shapefile " + layer["id"], lambda: gdal_file(layer, "shape-zip", "/vsizip/", "zip"))
            attempt("GDAL GeoPackage " + layer["id"], lambda: gdal_file(layer, "geopackage", "", "gpkg"))
            attempt("GDAL OGC API " + layer["id"], lambda: gdal_api(layer))
            attempt("GDAL vector tile " + layer["id"], lambda: api_tile(layer))
        for version in ("1.1.1", "1.3.0"):
            attempt("GDAL WMS %s %s" % (version, layer["id"]), lambda: gdal_picture(layer, version))
    for scenario in json.load(urllib.request.urlopen(BASE + "/api/scenarios")):
        if scenario["mapped"]:
            attempt("GDAL scenario " + scenario["id"], lambda: scenario_maps(scenario["id"]))
    owslib_checks(catalog)
    attempt("OWSLib OGC API", lambda: api_owslib(catalog))
    qgis_checks()
    print("%d passed, %d failed" % (results["passed"], results["failed"]))
    return 1 if results["failed"] else 0


sys.exit(main())
