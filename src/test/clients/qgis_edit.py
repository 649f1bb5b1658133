#!/usr/bin/python3
"""Edits a layer of a running sinkmap through QGIS: insert, move, delete, in several CRS over every version of WFS.

usage: qgis_edit.py BASE_URL LAYER USER, with the password in SINKMAP_USER_PASSWORD and QT_QPA_PLATFORM=offscreen
LAYER is an editable layer of polygons with the text attributes code and species.
Prints 'ok NAME' or 'FAIL NAME: why' per check and 'QGIS finished' at the end.
"""
import json
import os
import sys
import urllib.parse
import urllib.request

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeature, QgsGeometry,
                       QgsPointXY, QgsProject, QgsVectorLayer)

BASE, LAYER, USER = sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3]
PASSWORD = os.environ["SINKMAP_USER_PASSWORD"]
CENTIMETRE_DEG = 1e-7


def say(passed, name, why=""):
    print(("ok " if passed else "FAIL ") + name + ("" if passed else ": " + str(why)), flush=True)


def stored(code):
    """Corners that the server holds, longitude and latitude, of every feature with a code."""
    query = urllib.parse.urlencode({
        "service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": LAYER,
        "outputFormat": "application/json", "srsName": "EPSG:4490", "cql_filter": "code='%s'" % code})
    with urllib.request.urlopen(BASE + "/wfs?" + query) as answer:
        return [f["geometry"]["coordinates"][0][0] for f in json.load(answer)["features"]]


def near(given, wanted):
    return len(given) == len(wanted) and all(
        abs(a[0] - b[0]) < CENTIMETRE_DEG and abs(a[1] - b[1]) < CENTIMETRE_DEG for a, b in zip(given, wanted))


def polygon(corners, crs):
    geometry = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in corners]])
    geometry.transform(QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4490"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()))
    geometry.convertToMultiType()
    return geometry


def commit(layer):
    if not layer.commitChanges():
        errors = "; ".join(layer.commitErrors())
        layer.rollBack()
        raise AssertionError(errors)


def open_layer(version, crs):
    uri = ("typename='sinkmap:%s' url='%s/wfs' version='%s' srsname='%s' username='%s' password='%s' "
           "restrictToRequestBBOX='0' pagingEnabled='true'" % (LAYER, BASE, version, crs, USER, PASSWORD))
    layer = QgsVectorLayer(uri, LAYER, "WFS")
    if not layer.isValid():
        raise AssertionError("not valid: " + layer.error().message())
    return layer


def edit(version, crs):
    code = "qgis-%s-%s" % (version, crs.split(":")[1])
    first = [(119.1, 37.5), (119.2, 37.52), (119.15, 37.63), (119.1, 37.5)]
    moved = [(x + 0.3, y - 0.1) for x, y in first]
    layer = open_layer(version, crs)
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature["code"], feature["species"] = code, "suaeda"
    feature.setGeometry(polygon(first, crs))
    layer.addFeature(feature)
    commit(layer)
    if not stored(code) or not near(stored(code)[0], first):
        raise AssertionError("after the insert: %s" % stored(code))
    layer = open_layer(version, crs)
    drawn = [f for f in layer.getFeatures() if f["code"] == code]
    layer.startEditing()
    layer.changeGeometry(drawn[0].id(), polygon(moved, crs))
    commit(layer)
    if not near(stored(code)[0], moved):
        raise AssertionError("after the move: %s" % stored(code))
    layer.startEditing()
    layer.deleteFeature(drawn[0].id())
    commit(layer)
    if stored(code):
        raise AssertionError("still there after the deletion")


application = QgsApplication([], False)
application.initQgis()
for version in ("1.0.0", "1.1.0", "2.0.0"):
    for crs in ("EPSG:4326", "EPSG:4490", "EPSG:4549", "EPSG:3857"):
        name = "WFS-T %s %s" % (version, crs)
        try:
            edit(version, crs)
            say(True, name)
        except Exception as problem:
            say(False, name, problem)
print("QGIS finished", flush=True)
os._exit(0)
