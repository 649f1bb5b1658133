#!/usr/bin/python3
"""Identifies features and values of a running sinkmap through QGIS over WMS, in several CRS and versions.

usage: qgis_identify.py BASE_URL, with QT_QPA_PLATFORM=offscreen
Prints 'ok NAME' or 'FAIL NAME: why' per check and 'QGIS finished' at the end.
"""
import json
import os
import sys
import urllib.parse
import urllib.request

from osgeo import ogr
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsPointXY,
                       QgsProject, QgsRaster, QgsRasterLayer, QgsRectangle)

BASE = sys.argv[1].rstrip("/")
LAYER, RASTER = "city", "wind-100m"
FORMATS = {"html": QgsRaster.IdentifyFormatHtml, "feature": QgsRaster.IdentifyFormatFeature,
           "text": QgsRaster.IdentifyFormatText}


def say(passed, name, why=""):
    print(("ok " if passed else "FAIL ") + name + ("" if passed else ": " + str(why)), flush=True)


def place():
    """A feature of the layer and a point in it, longitude and latitude, as WFS gives them."""
    query = urllib.parse.urlencode({"service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": LAYER,
                                    "outputFormat": "application/json", "srsName": "EPSG:4326", "count": 1})
    with urllib.request.urlopen(BASE + "/wfs?" + query) as answer:
        feature = json.load(answer)["features"][0]
    point = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"])).PointOnSurface()
    return feature, QgsPointXY(point.GetX(), point.GetY())


def layer(name, crs):
    uri = "crs=%s&dpiMode=7&format=image/png&layers=%s&styles=&url=%s/wms" % (crs, name, BASE)
    added = QgsRasterLayer(uri, name, "wms")
    if not added.isValid():
        raise AssertionError("not valid: " + added.error().message())
    return added


def identify(name, crs, kind, point):
    to = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    at = to.transform(point)
    half = 0.2 if QgsCoordinateReferenceSystem(crs).isGeographic() else 20000
    extent = QgsRectangle(at.x() - half, at.y() - half, at.x() + half, at.y() + half)
    added = layer(name, crs)  # the provider goes with it
    found = added.dataProvider().identify(at, FORMATS[kind], extent, 400, 400, 96)
    if not found.isValid():
        raise AssertionError(found.error().message())
    return found.results(), at


def check_feature(feature, point, crs, kind):
    found, at = identify(LAYER, crs, kind, point)
    name = feature["properties"]["name_zh"]
    if kind != "feature":
        if not any(name in str(text) for text in found.values()):
            raise AssertionError("%s not in %s" % (name, found))
        return
    stores = [store for stores in found.values() for store in stores]
    features = [(f, store.crs()) for store in stores for f in store.features()]
    if [f["name_zh"] for f, _ in features] != [name]:
        raise AssertionError([f.attributes() for f, _ in features])
    geometry, shown = features[0][0].geometry(), features[0][1]
    if shown.isValid():
        geometry.transform(QgsCoordinateTransform(shown, QgsCoordinateReferenceSystem(crs), QgsProject.instance()))
    if not geometry.buffer(1e-6 if abs(at.x()) < 360 else 0.1, 4).contains(QgsGeometry.fromPointXY(at)):
        raise AssertionError("the geometry %s does not hold %s" % (geometry.boundingBox().toString(), at.toString()))


application = QgsApplication([], False)
application.initQgis()
feature, point = place()
for crs in ("EPSG:4326", "EPSG:4490", "EPSG:3857", "EPSG:4549", "EPSG:32650"):
    for kind in FORMATS:
        name = "identify %s %s %s" % (LAYER, crs, kind)
        try:
            check_feature(feature, point, crs, kind)
            say(True, name)
        except Exception as problem:
            say(False, name, problem)
try:
    found, _ = identify(RASTER, "EPSG:4490", "text", point)
    text = " ".join(map(str, found.values()))
    say("m/s" in text, "identify %s says its unit" % RASTER, text)
except Exception as problem:
    say(False, "identify " + RASTER, problem)
print("QGIS finished", flush=True)
os._exit(0)
