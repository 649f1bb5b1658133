#!/usr/bin/python3
"""Adds a sinkmap and the GeoServer that it publishes to as connections of QGIS and compares what QGIS finds there.

usage: qgis_both.py SINKMAP_URL GEOSERVER_WORKSPACE_URL, with QT_QPA_PLATFORM=offscreen
The layers that QGIS lists over WMS and over WFS, their names, and the extents and numbers of features that it reads must be
the same. Prints 'ok NAME' or 'FAIL NAME: why' per check and 'QGIS finished' at the end.
"""
import os
import re
import sys

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsDataSourceUri, QgsLayerItem, QgsProject,
                       QgsRasterLayer, QgsSettings, QgsVectorLayer)

URLS = {"sinkmap": sys.argv[1].rstrip("/"), "geoserver": sys.argv[2].rstrip("/")}
# degrees; GeoServer gives the bounds of a raster that it reprojects to the cell
CELL = 0.02
# items of the browser, which take each other with them when they go
KEPT = []


def say(passed, name, why=""):
    print(("ok " if passed else "FAIL ") + name + ("" if passed else ": " + str(why)), flush=True)


def connection(service, server):
    """Names of the layers that the browser of QGIS lists, with their sources and titles."""
    settings = QgsSettings()
    settings.setValue("qgis/connections-%s/%s/url" % (service.lower(), server), "%s/%s" % (URLS[server], service.lower()))
    provider = [p for p in QgsApplication.dataItemProviderRegistry().providers() if p.name() == service][0]
    found = {}
    walk(provider.createDataItem("%s:/%s" % (service.lower(), server), None), True, service, found)
    return found


def walk(item, first, service, found):
    children = item.createChildren() if first else item.children() or item.createChildren()
    KEPT.extend([item, *children])
    for child in children:
        if isinstance(child, QgsLayerItem) and child.uri():
            # each server has a CRS of its own first
            uri = re.sub("crs=[^&]*", "crs=EPSG:4490", child.uri()) if service == "WMS" else child.uri()
            found[identifier(service, uri)] = (uri, child.name())
        walk(child, False, service, found)


def identifier(service, uri):
    if service == "WFS":
        return QgsDataSourceUri(uri).param("typename").split(":")[-1]
    parameters = dict(part.split("=", 1) for part in uri.split("&") if "=" in part)
    return parameters["layers"].split(":")[-1]


def degrees(layer):
    turn = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem("OGC:CRS84"), QgsProject.instance())
    return turn.transformBoundingBox(layer.extent())


def far(one, other):
    pairs = zip((one.xMinimum(), one.yMinimum(), one.xMaximum(), one.yMaximum()),
                (other.xMinimum(), other.yMinimum(), other.xMaximum(), other.yMaximum()))
    return max(abs(a - b) for a, b in pairs) > CELL


def compare(service, name, ours, theirs):
    kind = QgsVectorLayer if service == "WFS" else QgsRasterLayer
    layers = [kind(uri, name, service if service == "WFS" else "wms") for uri in (ours[0], theirs[0])]
    for layer, server in zip(layers, URLS):
        if not layer.isValid():
            return "QGIS cannot open that of %s: %s" % (server, layer.error().message())
    if ours[1] != theirs[1]:
        return "is called '%s' and '%s'" % (ours[1], theirs[1])
    if service == "WFS":
        counts = [sum(1 for _ in layer.getFeatures()) for layer in layers]
        if counts[0] != counts[1]:
            return "%d and %d features" % tuple(counts)
        if counts[0] == 0:
            return None
        fields = [[field.name() for field in layer.fields() if field.name() != "gml_id"] for layer in layers]
        if fields[0] != fields[1]:
            return "has the fields %s and %s" % tuple(fields)
        for layer in layers:
            layer.updateExtents()
    boxes = [degrees(layer) for layer in layers]
    return "spans %s and %s" % tuple(box.toString(4) for box in boxes) if far(*boxes) else None


application = QgsApplication([], False)
application.initQgis()
for service in ("WMS", "WFS"):
    ours, theirs = connection(service, "sinkmap"), connection(service, "geoserver")
    say(len(ours) > 0 and set(ours) == set(theirs), "%s: the same %d layers" % (service, len(ours)),
        "only in sinkmap: %s; only in GeoServer: %s" % (sorted(set(ours) - set(theirs)), sorted(set(theirs) - set(ours))))
    for name in sorted(set(ours) & set(theirs)):
        wrong = compare(service, name, ours[name], theirs[name])
        say(wrong is None, "%s %s" % (service, name), wrong)
print("QGIS finished", flush=True)
os._exit(0)
