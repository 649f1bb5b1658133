#!/usr/bin/python3
"""Adds every layer of a running sinkmap to QGIS over WFS and WMS and draws the map.

usage: qgis_check.py BASE_URL PICTURE_FOLDER, with QT_QPA_PLATFORM=offscreen
Prints 'ok NAME' or 'FAIL NAME: why' per check and 'QGIS finished' at the end.
"""
import json
import os
import sys
import urllib.request

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsMapRendererParallelJob,
                       QgsMapSettings, QgsRasterLayer, QgsRectangle, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

BASE = sys.argv[1].rstrip("/")
PICTURES = sys.argv[2]


def say(passed, name, why=""):
    print(("ok " if passed else "FAIL ") + name + ("" if passed else ": " + str(why)), flush=True)


def draw(layers, crs, extent, target):
    """Draws layers and returns the number of distinct colours on a sample of the pixels."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setExtent(extent)
    settings.setOutputSize(QSize(900, 500))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    picture.save(target)
    return len({picture.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 500, 3)})


def vector(layer, version):
    uri = ("pagingEnabled='true' preferCoordinatesForWfsT11='false' restrictToRequestBBOX='1' srsname='EPSG:4490' "
           "typename='sinkmap:%s' url='%s/wfs' version='%s'" % (layer["id"], BASE, version))
    added = QgsVectorLayer(uri, layer["id"], "WFS")
    if not added.isValid():
        return added, "not valid: " + added.error().message()
    read = [f for f in added.getFeatures(QgsFeatureRequest())]
    if len(read) != layer["count"]:
        return added, "%d features of %d" % (len(read), layer["count"])
    west, south, east, north = layer["bbox"]
    extent = QgsRectangle(west - 0.01, south - 0.01, east + 0.01, north + 0.01)
    for feature in read:
        if not extent.contains(feature.geometry().boundingBox()):
            return added, "feature %s outside the layer's bounds: %s" % (
                feature.id(), feature.geometry().boundingBox().toString())
    return added, None


def api(layer):
    uri = ("pagingEnabled='true' pageSize='5' srsname='EPSG:4326' typename='%s' url='%s/ogc/features'"
           % (layer["id"], BASE))
    added = QgsVectorLayer(uri, layer["id"], "OAPIF")
    if not added.isValid():
        return "not valid: " + added.error().message()
    read = len([f for f in added.getFeatures(QgsFeatureRequest())])
    if read != layer["count"]:
        return "%d features of %d" % (read, layer["count"])
    west, south, east, north = layer["bbox"]
    middle = QgsRectangle(west, south, (west + east) / 2, (south + north) / 2)
    inside = len([f for f in added.getFeatures(QgsFeatureRequest().setFilterRect(middle))])
    wanted = len([f for f in added.getFeatures(QgsFeatureRequest())
                  if f.geometry().intersects(middle)])
    return None if inside == wanted else "%d features in a rectangle, %d wanted" % (inside, wanted)


def raster(layer):
    uri = "crs=EPSG:4490&dpiMode=7&format=image/png&layers=%s&styles=&url=%s/wms" % (layer["id"], BASE)
    added = QgsRasterLayer(uri, layer["id"], "wms")
    return added, None if added.isValid() else "not valid: " + added.error().message()


application = QgsApplication([], False)
application.initQgis()
with urllib.request.urlopen(BASE + "/api/layers") as answer:
    catalog = [layer for layer in json.load(answer)["layers"] if not layer["empty"]]
window = QgsRectangle(114.6, 34.2, 123.4, 38.8)
pictures = []
for entry in catalog:
    if entry["kind"] == "feature":
        added, wrong = vector(entry, "auto")
        say(wrong is None, "WFS " + entry["id"], wrong)
        if entry["count"] < 100:
            wrong = api(entry)
            say(wrong is None, "OGC API " + entry["id"], wrong)
    added, wrong = raster(entry)
    if wrong is None:
        colours = draw([added], "EPSG:4490", window, os.path.join(PICTURES, "qgis-%s.png" % entry["id"]))
        wrong = None if colours > 1 else "the picture is blank"
    say(wrong is None, "WMS " + entry["id"], wrong)
    pictures.append(added)
colours = draw(pictures, "EPSG:3857",
               QgsRectangle(12757000, 4050000, 13737000, 4700000), os.path.join(PICTURES, "qgis-all.png"))
say(colours > 50, "all layers in one picture", "%d colours" % colours)
print("QGIS finished", flush=True)
os._exit(0)
