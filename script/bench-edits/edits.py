"""Sends transactions of many actions to a sinkmap, as QGIS writes them: an element per feature, chosen by its id.

usage: edits.py BASE_URL COUNT DATABASE, with the administrator's password in SINKMAP_USER_PASSWORD
Called by script/bench edits. Every transaction is checked: what it says it did, and what the layer holds afterwards.
"""

import base64
import math
import os
import re
import sys
import time
import urllib.error
import urllib.request

BASE, COUNT, DATABASE = sys.argv[1], int(sys.argv[2]), sys.argv[3]
LAYER, TARGET_s, ROUNDS, CORNERS = "bench-plot", 5, 3, 16
WFS = "http://www.opengis.net/wfs"
SIGNED = "Basic " + base64.b64encode(("admin:" + os.environ["SINKMAP_USER_PASSWORD"]).encode()).decode()


def transaction(actions):
    """Sends actions in one request of version 1.1.0; seconds to the whole answer, and the answer."""
    body = (f'<Transaction xmlns="{WFS}" xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml"'
            f' xmlns:sinkmap="urn:sinkmap" service="WFS" version="1.1.0">{"".join(actions)}</Transaction>').encode()
    request = urllib.request.Request(BASE + "/wfs", body, {"Content-Type": "text/xml", "Authorization": SIGNED})
    began = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=600) as answer:
            text = answer.read().decode()
    except urllib.error.HTTPError as refused:
        sys.exit(f"refused with {refused.code} after {time.perf_counter() - began:.1f} s: {refused.read().decode()[-400:]}")
    return time.perf_counter() - began, text


def geometry(number, radius):
    """A polygon of 16 corners around a place of its own, latitude first."""
    lon, lat = 115 + (number % 100) * 0.07, 34.5 + (number // 100) * 0.07
    ring = [f"{lat + radius * math.sin(2 * math.pi * i / CORNERS):.8f} {lon + radius * math.cos(2 * math.pi * i / CORNERS):.8f}"
            for i in list(range(CORNERS)) + [0]]
    return ('<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4490"><gml:surfaceMember><gml:Polygon><gml:exterior>'
            f'<gml:LinearRing><gml:posList>{" ".join(ring)}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>'
            '</gml:surfaceMember></gml:MultiSurface>')


def by_id(fid):
    return f'<ogc:Filter><ogc:FeatureId fid="{fid}"/></ogc:Filter>'


def insert(number):
    return (f"<Insert><sinkmap:{LAYER}><sinkmap:geom>{geometry(number, 0.02)}</sinkmap:geom><sinkmap:code>p{number}"
            f"</sinkmap:code><sinkmap:rank>0</sinkmap:rank></sinkmap:{LAYER}></Insert>")


def update(fid, name, value):
    return (f'<Update typeName="sinkmap:{LAYER}"><Property><Name>{name}</Name><Value>{value}</Value></Property>{by_id(fid)}'
            "</Update>")


def delete(fid):
    return f'<Delete typeName="sinkmap:{LAYER}">{by_id(fid)}</Delete>'


def held(condition):
    """How many features the layer holds that meet a condition."""
    url = (f"{BASE}/wfs?service=WFS&version=2.0.0&request=GetFeature&resultType=hits&typeNames={LAYER}&cql_filter="
           + urllib.request.quote(condition))
    with urllib.request.urlopen(url, timeout=60) as answer:
        return int(re.search(r'numberMatched="(\d+)"', answer.read().decode())[1])


def say(name, seconds, done):
    if done != COUNT:
        sys.exit(f"{name}: {done} of {COUNT} done")
    target = f"under {TARGET_s} s: " + ("met" if min(seconds) < TARGET_s else "not met") if "update" in name else ""
    print(f"{DATABASE:10} {name:24} {seconds[0]:8.2f} {min(seconds):8.2f}  {target}", flush=True)


def main():
    print(f"{'':10} {f'{COUNT:,} in a request':24} {'first s':>8} {'best s':>8}")
    seconds, answer = transaction([insert(i) for i in range(COUNT)])
    fids = re.findall(r'fid="([^"]+)"', answer)
    say("insert", [seconds], len(fids))
    times = []
    for rank in range(1, ROUNDS + 1):
        times.append(transaction([update(fid, "rank", rank) for fid in fids])[0])
    say("update of a value", times, held(f"rank = {ROUNDS}"))
    times = []
    for number in range(ROUNDS):
        radius = 0.021 + 0.001 * number
        times.append(transaction([update(fid, "geom", geometry(i, radius)) for i, fid in enumerate(fids)])[0])
    say("update of a geometry", times, len(fids))
    times = [transaction([update(fid, *change) for fid in fids for change in (("rank", 9), ("species", "reed"))])[0]]
    say("two updates of each", times, held("rank = 9 AND species = 'reed'"))
    seconds, answer = transaction([delete(fid) for fid in fids])
    say("delete", [seconds], COUNT - held("rank >= 0"))


main()
