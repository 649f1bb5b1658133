#!/usr/bin/python3
"""Edits a layer of a running sinkmap over OGC API: insert, move, delete, in several CRS.

usage: api_edit.py BASE_URL LAYER USER, with the password in SINKMAP_USER_PASSWORD
LAYER is an editable layer of polygons with the text attributes code and species. Coordinates are made by GDAL in the axis
order of each CRS's authority, and must be read back to the centimetre in longitude and latitude.
Prints 'ok NAME' or 'FAIL NAME: why' per check; exit status 1 when one failed.
"""
import base64
import json
import os
import sys
import urllib.request

from osgeo import osr

ITEMS = "%s/ogc/features/collections/%s/items" % (sys.argv[1].rstrip("/"), sys.argv[2])
SIGNED = "Basic " + base64.b64encode(
    ("%s:%s" % (sys.argv[3], os.environ["SINKMAP_USER_PASSWORD"])).encode()).decode()
CENTIMETRE_DEG = 1e-7
FIRST = [(37.5, 119.1), (37.52, 119.2), (37.63, 119.15), (37.5, 119.1)]
MOVED = [(lat - 0.1, lon + 0.3) for lat, lon in FIRST]


def send(method, address, body, kind, code):
    headers = {"Authorization": SIGNED, "Content-Type": kind,
               "Content-Crs": "<http://www.opengis.net/def/crs/EPSG/0/%d>" % code}
    request = urllib.request.Request(
        address, method=method, headers=headers, data=None if body is None else json.dumps(body).encode())
    with urllib.request.urlopen(request) as answer:
        return answer.status, answer.headers


def polygon(corners, code):
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(4490)
    target.ImportFromEPSG(code)
    to = osr.CoordinateTransformation(source, target)
    return {"type": "Polygon", "coordinates": [[list(to.TransformPoint(*corner)[:2]) for corner in corners]]}


def off(address, corners):
    """Greatest distance of a stored corner from the nearest wanted one, in degrees."""
    with urllib.request.urlopen(address) as answer:
        ring = json.load(answer)["geometry"]["coordinates"][0][0]
    return max(min(max(abs(x - lon), abs(y - lat)) for lat, lon in corners) for x, y in ring)


def edit(code):
    feature = {"type": "Feature", "geometry": polygon(FIRST, code),
               "properties": {"code": "api-%d" % code, "species": "suaeda"}}
    status, headers = send("POST", ITEMS, feature, "application/geo+json", code)
    address = headers["Location"]
    if status != 201 or off(address, FIRST) > CENTIMETRE_DEG:
        return "inserted with %d, off by %g degrees" % (status, off(address, FIRST))
    patch = {"geometry": polygon(MOVED, code)}
    status, _ = send("PATCH", address, patch, "application/merge-patch+json", code)
    if status != 204 or off(address, MOVED) > CENTIMETRE_DEG:
        return "moved with %d, off by %g degrees" % (status, off(address, MOVED))
    status, _ = send("DELETE", address, None, "application/json", code)
    return None if status == 204 else "deleted with %d" % status


osr.UseExceptions()
failed = 0
for epsg in (4326, 4490, 4549, 3857):
    try:
        wrong = edit(epsg)
    except Exception as failure:  # whatever goes wrong is a failed check
        wrong = "%s: %s" % (type(failure).__name__, failure)
    failed += wrong is not None
    print(("ok " if wrong is None else "FAIL ") + "OGC API EPSG:%d" % epsg + ("" if wrong is None else ": " + wrong))
sys.exit(1 if failed else 0)
