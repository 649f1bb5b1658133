#!/usr/bin/python3
"""Reads a layer of a running sinkmap through QGIS as an analyst does: draw, identify, filter, page, select by rectangle.

usage: qgis_read.py BASE_URL LAYER ATTRIBUTE, with QT_QPA_PLATFORM=offscreen
LAYER is a layer of polygons with a text attribute.
What is right is worked out by GDAL from one download of the whole layer. Prints 'ok NAME' or 'FAIL NAME: why' per check and
'QGIS finished' at the end.
"""
import json
import os
import sys
import urllib.parse
import urllib.request

from osgeo import ogr
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeatureRequest,
                       QgsGeometry, QgsMapRendererParallelJob, QgsMapSettings, QgsPointXY, QgsProject, QgsRectangle,
                       QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

BASE, LAYER, ATTRIBUTE = sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3]
SIDE = 200
ogr.UseExceptions()


def check(name, action):
    try:
        action()
        print("ok " + name, flush=True)
    except Exception as problem:
        print("FAIL %s: %s" % (name, problem), flush=True)


def expect(what, found, wanted):
    if found != wanted:
        raise AssertionError("%s: %s, wanted %s" % (what, found, wanted))


def whole(layer):
    """Every feature of a layer: properties and geometry in longitude and latitude (EPSG:4490)."""
    query = urllib.parse.urlencode({"service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": layer,
                                    "outputFormat": "application/json", "srsName": "EPSG:4490"})
    with urllib.request.urlopen(BASE + "/wfs?" + query) as answer:
        return [(f["properties"], ogr.CreateGeometryFromJson(json.dumps(f["geometry"])))
                for f in json.load(answer)["features"]]


def transform(geometry, source, target):
    moved = QgsGeometry(geometry)
    moved.transform(QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(source), QgsCoordinateReferenceSystem(target), QgsProject.instance()))
    return moved


def wfs(version, crs, more=""):
    uri = ("typename='sinkmap:%s' url='%s/wfs' version='%s' srsname='%s' pagingEnabled='true' "
           "restrictToRequestBBOX='1' %s" % (LAYER, BASE, version, crs, more))
    return opened(uri, "WFS", crs)


def api(crs, more=""):
    return opened("typename='%s' url='%s/ogc/features' pagingEnabled='true' pageSize='3' srsname='%s' %s"
                  % (LAYER, BASE, crs, more), "OAPIF", "EPSG:4326")


def opened(uri, provider, crs):
    layer = QgsVectorLayer(uri, LAYER, provider)
    if not layer.isValid():
        raise AssertionError("not valid: " + layer.error().message())
    # QGIS 3.22 reads OGC API in longitude and latitude only
    expect("CRS", layer.crs().authid() in (crs, "EPSG:4326" if provider == "OAPIF" else crs, "OGC:CRS84"), True)
    return layer


def picture(layer, crs, extent):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setExtent(extent)
    settings.setOutputSize(QSize(SIDE, SIDE))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def box(feature, crs):
    """A square around a feature of the whole layer in a CRS."""
    bounds = transform(QgsGeometry.fromWkt(feature[1].ExportToWkt()), "EPSG:4490", crs).boundingBox()
    half = 0.6 * max(bounds.width(), bounds.height())
    at = bounds.center()
    return QgsRectangle(at.x() - half, at.y() - half, at.x() + half, at.y() + half)


class Reader:
    """The checks on one way to read the layer."""

    def __init__(self, name, crs, everything, open_layer):
        self.name, self.crs, self.everything, self.open = name, crs, everything, open_layer

    def run(self):
        for what in ("page", "draw", "identify", "filter", "rectangle"):
            check("%s %s: %s" % (self.name, self.crs, what), getattr(self, what))

    def page(self):
        read = sorted(f[ATTRIBUTE] for f in self.open(self.crs).getFeatures())
        expect("values", read, sorted(properties[ATTRIBUTE] for properties, _ in self.everything))

    def draw(self):
        """Around the largest feature as many pixels are painted as lie in features."""
        largest = max(self.everything, key=lambda f: f[1].GetArea())
        extent = box(largest, self.crs)
        image = picture(self.open(self.crs), self.crs, extent)
        painted = sum(image.pixelColor(x, y) != QColor("white") for x in range(0, SIDE, 4) for y in range(0, SIDE, 4))
        covered = 0
        union = [transform(QgsGeometry.fromWkt(g.ExportToWkt()), "EPSG:4490", self.crs) for _, g in self.everything]
        near = [g for g in union if g.boundingBox().intersects(extent)]
        step = extent.width() / SIDE
        for x in range(0, SIDE, 4):
            for y in range(0, SIDE, 4):
                at = QgsGeometry.fromPointXY(QgsPointXY(
                    extent.xMinimum() + (x + 0.5) * step, extent.yMaximum() - (y + 0.5) * step))
                covered += any(g.contains(at) for g in near)
        if abs(painted - covered) > 0.03 * (SIDE / 4) ** 2 + 0.05 * covered:
            raise AssertionError("%d pixels painted, %d lie in features" % (painted, covered))

    def identify(self):
        """The features at a point inside each of some features, as the identify tool asks: a small rectangle."""
        for _, geometry in self.everything[:3]:
            at = geometry.PointOnSurface()
            point = transform(QgsGeometry.fromPointXY(QgsPointXY(at.GetX(), at.GetY())), "EPSG:4490", "EPSG:4490")
            wanted = sorted(p[ATTRIBUTE] for p, g in self.everything if g.Intersects(at))
            layer = self.open(self.crs)
            here = transform(point, "EPSG:4490", layer.crs().authid().replace("OGC:CRS84", "EPSG:4326")).asPoint()
            tiny = 1e-9 if layer.crs().isGeographic() else 1e-4
            request = QgsFeatureRequest(QgsRectangle(
                here.x() - tiny, here.y() - tiny, here.x() + tiny, here.y() + tiny))
            request.setFlags(QgsFeatureRequest.ExactIntersect)
            expect("at a point", sorted(f[ATTRIBUTE] for f in layer.getFeatures(request)), wanted)

    def filter(self):
        value = self.everything[len(self.everything) // 2][0][ATTRIBUTE]
        request = QgsFeatureRequest().setFilterExpression('"%s" = \'%s\'' % (ATTRIBUTE, value.replace("'", "''")))
        wanted = sum(p[ATTRIBUTE] == value for p, _ in self.everything)
        expect("by expression", len(list(self.open(self.crs).getFeatures(request))), wanted)
        layer = self.open(self.crs)
        if not layer.setSubsetString('"%s" = \'%s\'' % (ATTRIBUTE, value.replace("'", "''"))):
            if self.name.startswith("WFS"):
                raise AssertionError("the subset was not taken")
            return
        expect("by subset", len(list(layer.getFeatures())), wanted)

    def rectangle(self):
        """The south-western quarter of the layer, taken in the CRS that is asked for."""
        layer = self.open(self.crs)
        crs = layer.crs().authid().replace("OGC:CRS84", "EPSG:4326")
        shapes = [(p, transform(QgsGeometry.fromWkt(g.ExportToWkt()), "EPSG:4490", crs)) for p, g in self.everything]
        bounds = QgsRectangle(shapes[0][1].boundingBox())
        for _, shape in shapes:
            bounds.combineExtentWith(shape.boundingBox())
        quarter = QgsRectangle(bounds.xMinimum(), bounds.yMinimum(), bounds.center().x(), bounds.center().y())
        layer.selectByRect(quarter)
        expect("selected", sorted(f[ATTRIBUTE] for f in layer.selectedFeatures()),
               sorted(p[ATTRIBUTE] for p, g in shapes if g.intersects(quarter)))


application = QgsApplication([], False)
application.initQgis()
features = whole(LAYER)
for target in ("EPSG:4326", "EPSG:4490", "EPSG:4549", "EPSG:3857"):
    for version in ("1.0.0", "1.1.0", "2.0.0"):
        Reader("WFS " + version, target, features, lambda crs, of=version: wfs(of, crs)).run()
    Reader("OGC API", target, features, api).run()
print("QGIS finished", flush=True)
os._exit(0)
