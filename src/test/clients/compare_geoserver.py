"""Compares the maps of a sinkmap with those of the GeoServer that it publishes to, and writes a page of the pairs.

For every layer and three zooms (the whole layer, then twice eight times nearer around something that is drawn) both servers draw
the same map with the same style. A pixel differs when one of its colours on white does by more than TOLERANCE of 255. Text is
left out of the styles for this, since each server places labels in its own way.
"""

import argparse
import html
import io
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ET

import numpy as np
from PIL import Image

SIDE = 512
TOLERANCE = 32
LIMIT = 0.02
ZOOMS = ("whole", "near", "close")
NEARER = 8
SHORTEST_M = 400
MARGIN = 1.05
WMS = "{http://www.opengis.net/wms}"


def fetch(url, parameters):
    """The answer to a form, which may be longer than an address may be."""
    body = urllib.parse.urlencode(parameters).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/x-www-form-urlencoded"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.headers.get_content_type(), answer.read()


class Server:

    def __init__(self, wms, prefix):
        self.wms, self.prefix = wms, prefix

    def map(self, layer, box, sld):
        """The picture of a layer, RGBA."""
        parameters = {"SERVICE": "WMS", "VERSION": "1.1.1", "REQUEST": "GetMap", "LAYERS": self.prefix + layer,
                      "STYLES": "", "SRS": "EPSG:3857", "BBOX": ",".join(f"{x:.3f}" for x in box), "WIDTH": SIDE,
                      "HEIGHT": SIDE, "FORMAT": "image/png", "TRANSPARENT": "TRUE"}
        if sld is not None:
            parameters["SLD_BODY"] = sld.replace("LAYER-NAME", self.prefix + layer)
        kind, body = fetch(self.wms, parameters)
        if kind != "image/png":
            raise ValueError(f"{self.wms} answers {kind}: {body[:300].decode(errors='replace')}")
        return Image.open(io.BytesIO(body)).convert("RGBA")


def layers(wms):
    """Names of the layers that can be drawn, and their boxes in EPSG:3857."""
    query = urllib.parse.urlencode({"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetCapabilities"})
    with urllib.request.urlopen(f"{wms}?{query}", timeout=120) as answer:
        root = ET.fromstring(answer.read())
    for element in root.iter(WMS + "Layer"):
        name = element.findtext(WMS + "Name")
        box = element.find(f"{WMS}BoundingBox[@CRS='EPSG:3857']")
        if name and box is not None and element.find(WMS + "Layer") is None:
            yield name, [float(box.get(side)) for side in ("minx", "miny", "maxx", "maxy")]


def style(wms, layer):
    """The style of a layer without its text, for use in a request; None where it has none."""
    _, body = fetch(wms, {"SERVICE": "WMS", "VERSION": "1.1.1", "REQUEST": "GetStyles", "LAYERS": layer})
    sld = body.decode()
    bare = re.sub(r"<((?:\w+:)?TextSymbolizer)\b.*?</\1>", "", sld, flags=re.S)
    # a rule that only wrote text
    bare = re.sub(r"<((?:\w+:)?Rule)>(?:(?!<(?:\w+:)?\w*Symbolizer)(?!</\1>).)*</\1>", "", bare, flags=re.S)
    bare = re.sub(r"<((?:\w+:)?FeatureTypeStyle)>\s*</\1>", "", bare)
    if bare == sld:
        return None
    return re.sub(r"(<(?:\w+:)?NamedLayer>\s*<(?:\w+:)?Name>)[^<]*", r"\1LAYER-NAME", bare, count=1)


def square(box):
    """A square around a box, with a margin."""
    side = max(box[2] - box[0], box[3] - box[1], SHORTEST_M) * MARGIN
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return [x - side / 2, y - side / 2, x + side / 2, y + side / 2]


def nearer(box, picture):
    """A box within another one, around the drawn pixel that is nearest to the middle of all that are drawn."""
    rows, columns = np.nonzero(np.asarray(picture)[:, :, 3] > 0)
    if not len(rows):
        return None
    at = np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2)
    metres = (box[2] - box[0]) / SIDE
    x, y = box[0] + (columns[at] + 0.5) * metres, box[3] - (rows[at] + 0.5) * metres
    half = max((box[2] - box[0]) / NEARER, SHORTEST_M) / 2
    return [x - half, y - half, x + half, y + half]


def white(picture):
    sheet = Image.new("RGBA", picture.size, "white")
    return np.asarray(Image.alpha_composite(sheet, picture).convert("RGB")).astype(int)


def difference(ours, theirs):
    """Share of all pixels that differ, their share of those that either draws, and a picture of them in red."""
    differs = np.abs(white(ours) - white(theirs)).max(axis=2) > TOLERANCE
    drawn = (np.asarray(ours)[:, :, 3] > 0) | (np.asarray(theirs)[:, :, 3] > 0)
    sheet = np.full((SIDE, SIDE, 3), 255, np.uint8)
    sheet[drawn] = 225
    sheet[differs] = (220, 0, 0)
    return differs.mean(), differs.sum() / max(1, drawn.sum()), Image.fromarray(sheet)


def compare(ours, theirs, out, only):
    """Yields a row of results for each layer and zoom; pictures go to a folder."""
    for layer, box in layers(ours.wms):
        if only and layer not in only:
            continue
        try:
            bare = style(ours.wms, layer)
            at = square(box)
            for zoom in ZOOMS:
                pair = ours.map(layer, at, bare), theirs.map(layer, at, bare)
                share, of_drawn, red = difference(*pair)
                names = [f"{layer}-{zoom}-{what}.png" for what in ("sinkmap", "geoserver", "difference")]
                for name, picture in zip(names, (*pair, red)):
                    picture.save(out / name)
                yield layer, zoom, share, of_drawn, names, None
                at = nearer(at, pair[0])
                if at is None:
                    break
        except (ValueError, urllib.error.URLError) as failure:
            yield layer, "", 1.0, 1.0, [], str(failure)


PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>sinkmap and GeoServer</title>
<style>body{font:14px sans-serif;margin:2em}img{width:320px;border:1px solid #999;background:#fff}td,th{padding:3px 12px;text-align:left;
vertical-align:top}.over{color:#b00;font-weight:bold}</style><h1>The same maps by sinkmap and by GeoServer</h1><p>%s</p>
<table><tr><th>layer<th>zoom<th>pixels that differ<th>of those drawn<th>sinkmap<th>GeoServer<th>difference</tr>%s</table></html>
"""


def row(layer, zoom, share, of_drawn, names, failure):
    mark = ' class="over"' if share > LIMIT else ""
    cells = f"<td>{html.escape(layer)}<td>{zoom}<td{mark}>{share:.2%}<td>{of_drawn:.2%}"
    rest = html.escape(failure) if failure else "<td>".join(f'<img loading="lazy" src="{name}">' for name in names)
    return f"<tr>{cells}<td>{rest}</tr>\n"


def main():
    parser = argparse.ArgumentParser(prog="script/compare-geoserver")
    parser.add_argument("geoserver", metavar="GEOSERVER_URL")
    parser.add_argument("sinkmap", metavar="SINKMAP_URL", nargs="?", default="http://localhost:8080")
    parser.add_argument("--workspace", default="sinkmap")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("target/compare-geoserver"))
    parser.add_argument("--layers", default="", help="only these, separated by commas")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    ours = Server(options.sinkmap.rstrip("/") + "/wms", "")
    theirs = Server(options.geoserver.rstrip("/") + "/wms", options.workspace + ":")
    rows = []
    for result in compare(ours, theirs, options.out, set(filter(None, options.layers.split(",")))):
        rows.append(result)
        layer, zoom, share, of_drawn, _, failure = result
        print(f"{layer:28} {zoom:6} {share:8.2%} {of_drawn:8.2%} {'over' if share > LIMIT else ''} {failure or ''}", flush=True)
    over = sum(share > LIMIT for _, _, share, *_ in rows)
    says = (f"{len(rows)} pairs of {SIDE} x {SIDE} pixels, {over} of which differ in more than {LIMIT:.0%} of the pixels by more than"
            f" {TOLERANCE} of 255. Labels are left out.")
    (options.out / "index.html").write_text(PAGE % (says, "".join(row(*of) for of in rows)), encoding="utf-8")
    print(f"{says} {options.out / 'index.html'}")
    return 1 if over or not rows else 0


sys.exit(main())
