"""Measures a sinkmap, and a GeoServer beside it, with the same requests in turn, and prints a table in Markdown. Called by
script/bench ogc.

Requests that take long enough are sent by wrk on 4 connections (C, one thread, so that it leaves the processors to the
servers); single downloads by curl. Every measure warms both servers up first, then asks them in turn for some seconds, three
times. Boxes are random, of a seeded generator; both servers get the same ones in the same order. Maps are asked for in new
boxes each time, so that none comes from memory whole, unless a row says how many boxes are repeated.
"""

import argparse
import pathlib
import random
import re
import statistics
import subprocess
import sys
import urllib.parse
import urllib.request

from geoserver import WORKSPACE, GeoServer

HERE = pathlib.Path(__file__).parent
FEATURES, RASTER = ["bench-site", "bench-city"], "bench-raster"
# EPSG:3857, where the data lie
WEST, SOUTH, EAST, NORTH = 12_779_500, 4_084_000, 13_658_900, 4_636_000
ROUNDS, WARM_S, ROUND_S = 3, 10, 3
GML = "application/gml+xml; version=3.2"


class Server:

    def __init__(self, name, base, wms, wfs):
        self.name, self.base, self.wms, self.wfs = name, base, wms, wfs

    def prefix(self, service):
        return self.wms if service == "wms" else self.wfs


class Boxes:
    """Random squares in EPSG:3857, their sides drawn between two lengths in metres."""

    def __init__(self, seed, shortest_m, longest_m):
        self.random, self.shortest_m, self.longest_m = random.Random(seed), shortest_m, longest_m

    def next(self):
        side = self.random.uniform(self.shortest_m, self.longest_m)
        x = self.random.uniform(WEST, max(WEST, EAST - side))
        y = self.random.uniform(SOUTH, max(SOUTH, NORTH - side))
        return f"{x:.1f},{y:.1f},{x + side:.1f},{y + side:.1f}"


def query(**parameters):
    return "?" + urllib.parse.urlencode(parameters)


def get_map(layers, box, form="image/png"):
    return query(service="WMS", version="1.3.0", request="GetMap", layers=layers, styles="", crs="EPSG:3857", bbox=box,
                 width=256, height=256, format=form, transparent="true")


def info(layer, box, at):
    return query(service="WMS", version="1.3.0", request="GetFeatureInfo", layers=layer, query_layers=layer, styles="",
                 crs="EPSG:3857", bbox=box, width=256, height=256, format="image/png", i=at[0], j=at[1],
                 info_format="application/json", feature_count=5)


def features(count, form, **more):
    return query(service="WFS", version="2.0.0", request="GetFeature", typenames="bench-site", count=count,
                 outputformat=form, **more)


SIZES = {"province": (500e3, 500e3), "city": (50e3, 70e3), "local": (8e3, 12e3)}


def paths(count, size, make):
    boxes = Boxes(7, *SIZES[size])
    return [make(boxes.next()) for _ in range(count)]


def maps(size, layers, count):
    """Measures of maps in new boxes."""
    return "wms", paths(count, size, lambda box: get_map(layers, box)), "once"


def rates():
    """Measures in requests a second: name, service, paths, how they are asked for, and the target."""
    pixel = random.Random(11)
    yield "sites, province", *maps("province", "bench-site", 5_000), ("ratio", 10)
    yield "sites, city", *maps("city", "bench-site", 20_000), ("ratio", 3)
    yield "sites, local", *maps("local", "bench-site", 30_000), ("ratio", 3)
    yield "sites and cities, city", *maps("city", "bench-site,bench-city", 20_000), None
    yield ("sites, city, 200 boxes", "wms", paths(200, "city", lambda box: get_map("bench-site", box)), "round", None)
    for form in ("png", "png8"):
        boxes = Boxes(13, 20e3, 400e3)
        fresh = [get_map(RASTER, boxes.next(), "image/" + form) for _ in range(20_000)]
        yield f"raster {form}, new boxes", "wms", fresh, "once", ("rate", 300) if form == "png8" else None
        yield f"raster {form}, 200 boxes", "wms", fresh[:200], "round", ("rate", 1000) if form == "png8" else None
    yield ("GetFeatureInfo, city", "wms",
           paths(6000, "city", lambda b: info("bench-site", b, (pixel.randrange(256), pixel.randrange(256)))), "round",
           ("rate", 1500))
    yield ("1,000 features GeoJSON", "wfs",
           paths(300, "city", lambda b: features(1000, "application/json")), "round", ("ratio", 2))


def wrk(server, service, file, first, mode, seconds, connections=4):
    result = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s", HERE / "requests.lua",
         server.base + "/", "--", file, str(first), server.prefix(service), mode],
        capture_output=True, text=True)
    found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", result.stdout)
    if not found:
        sys.exit(f"wrk failed: {result.stdout}{result.stderr}")
    requests, micros, errors, mean, p99 = map(int, found.groups())
    if errors:
        sys.exit(f"{server.name}: {errors} errors in {requests} requests of {file}")
    return requests, micros / 1e6, mean / 1000, p99 / 1000


def check(server, service, path, kind, keep):
    """One answer looked at before it is measured: what it is, and kept for a look by eye."""
    with urllib.request.urlopen(server.base + server.prefix(service) + path, timeout=60) as answer:
        content, found = answer.read(), answer.headers["Content-Type"]
    if not found.startswith(kind):
        sys.exit(f"{server.name} answers {path} with {found}: {content[:300]!r}")
    keep.parent.mkdir(exist_ok=True)
    keep.write_bytes(content)


def measure_rate(servers, home, name, service, asked, mode):
    file = home / "paths.txt"
    file.write_text("\n".join(asked) + "\n")
    kind = "image/png" if "GetMap" in asked[0] else "application/"
    slug = re.sub(r"\W+", "-", name)
    warm = {}
    for server in servers:
        check(server, service, asked[0], kind, home / "answers" / f"{slug}-{server.name}")
        warm[server.name] = wrk(server, service, file, 0, mode, WARM_S)[0]
    totals = {server.name: [0, 0.0, 0.0] for server in servers}
    # paths of the warming are not asked for again where boxes have to be new
    first = {name: count if mode == "once" else 0 for name, count in warm.items()}
    for _ in range(ROUNDS):
        for server in servers:
            requests, seconds, _, p99 = wrk(server, service, file, first[server.name], mode, ROUND_S)
            first[server.name] += requests if mode == "once" else 0
            total = totals[server.name]
            total[0], total[1], total[2] = total[0] + requests, total[1] + seconds, max(total[2], p99)
    return {name: (total[0] / total[1], total[2]) for name, total in totals.items()}


def latencies():
    """Measures of one request after another, in milliseconds: name, service, path."""
    yield "legend", "wms", query(service="WMS", version="1.3.0", request="GetLegendGraphic", layer="bench-site",
                                 format="image/png")
    yield "capabilities WMS", "wms", query(service="WMS", version="1.3.0", request="GetCapabilities")
    yield "capabilities WFS", "wfs", query(service="WFS", version="2.0.0", request="GetCapabilities")


def measure_latency(servers, home, name, service, path):
    file = home / "paths.txt"
    file.write_text(path + "\n")
    found = {}
    for server in servers:
        wrk(server, service, file, 0, "round", 2, 1)
    for _ in range(ROUNDS):
        for server in servers:
            found.setdefault(server.name, []).append(wrk(server, service, file, 0, "round", 1, 1)[2])
    return {name: statistics.median(times) for name, times in found.items()}


def download(server, path):
    """Seconds to the first byte and to the last, and the size."""
    result = subprocess.run(
        ["curl", "-sS", "-f", "-o", "/dev/null", "-w", "%{time_starttransfer} %{time_total} %{size_download}",
         server.base + server.wfs + path], capture_output=True, text=True, check=True)
    first, last, size = result.stdout.split()
    return float(first), float(last), int(size)


def measure_download(servers, path):
    found = {}
    for _ in range(3):
        for server in servers:
            download(server, path)
    for _ in range(5):
        for server in servers:
            found.setdefault(server.name, []).append(download(server, path))
    return {name: tuple(statistics.median(column) for column in zip(*times)) for name, times in found.items()}


class Table:

    def __init__(self, servers):
        self.servers = servers
        columns = ["", "unit", *(server.name for server in servers), *(["ratio"] if len(servers) > 1 else []), "aim", "load"]
        print("| " + " | ".join(columns) + " |")
        print("|---|---" + "|--:" * (len(columns) - 4) + "|---|--:|", flush=True)

    def row(self, name, unit, values, decimals, targets, less_is_better=False):
        """Targets are pairs of a kind ('ratio' or 'rate' or 'below') and a number."""
        own = values[self.servers[0].name]
        other = values[self.servers[1].name] if len(self.servers) > 1 else None
        ratio = None if other is None else other / own if less_is_better else own / other
        said = []
        for kind, number in targets:
            if kind == "ratio" and ratio is not None:
                said.append(f"{number} times: " + met(ratio >= number))
            elif kind != "ratio":
                said.append(("under " if kind == "below" else "") + f"{number:,} {unit}: "
                            + met(own < number if kind == "below" else own >= number))
        cells = [f"{values[server.name]:,.{decimals}f}" for server in self.servers]
        if ratio is not None:
            cells.append(f"{ratio:.1f}")
        load = pathlib.Path("/proc/loadavg").read_text().split()[0]
        print("| " + " | ".join([name, unit, *cells, "; ".join(said), load]) + " |", flush=True)


def met(truth):
    return "met" if truth else "NOT met"


def live_mb(service):
    """MB that a Java process holds after a full collection."""
    subprocess.run(["jcmd", service, "GC.run"], capture_output=True, check=True)
    told = subprocess.run(["jcmd", service, "GC.heap_info"], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"used (\d+)K", told).group(1)) // 1024


def taken_mb(log):
    """Most MB that a heap had after a collection, from a log of -Xlog:gc."""
    return max((int(mb) for mb in re.findall(r"Pause .*->(\d+)M\(", pathlib.Path(log).read_text())), default=0)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--sinkmap", required=True)
    options.add_argument("--home", required=True, type=pathlib.Path)
    options.add_argument("--service", required=True, help="process of the sinkmap")
    options.add_argument("--gc-log", required=True)
    options.add_argument("--database")
    options.add_argument("--geoserver")
    options.add_argument("--only", default="", help="measures whose name holds this regular expression")
    options = options.parse_args()
    servers = [Server("sinkmap", options.sinkmap.rstrip("/"), "/wms", "/wfs")]
    if options.geoserver:
        geoserver = GeoServer(options.geoserver)
        raster = max((options.home / "data/rasters" / RASTER).glob("*.tif"), key=lambda file: file.stat().st_mtime)
        geoserver.publish(options.database, FEATURES, RASTER, raster, options.home / "layers/styles")
        address = urllib.parse.urlsplit(options.geoserver.rstrip("/"))
        path = f"{address.path}/{WORKSPACE}"
        servers.append(Server("GeoServer", f"{address.scheme}://{address.netloc}", path + "/wms", path + "/wfs"))
        print(f"against GeoServer {geoserver.version()}")
    held = [live_mb(options.service)]
    table = Table(servers)
    for name, service, asked, mode, target in rates():
        if re.search(options.only, name):
            found = measure_rate(servers, options.home, name, service, asked, mode)
            table.row(name, "1/s", {n: v[0] for n, v in found.items()}, 0, [target] if target else [])
            held.append(live_mb(options.service))
    for name, form in (("100,000 features GeoJSON", "application/json"), ("100,000 features GML 3.2", GML)):
        if re.search(options.only, name):
            found = measure_download(servers, features(100_000, form))
            table.row(name, "s", {n: v[1] for n, v in found.items()}, 2, [("ratio", 2), ("below", 1)], True)
            table.row(name + ", first byte", "ms", {n: v[0] * 1000 for n, v in found.items()}, 1, [("below", 50)], True)
            table.row(name + ", size", "MB", {n: v[2] / 1e6 for n, v in found.items()}, 1, [], True)
    for name, service, path in latencies():
        if re.search(options.only, name):
            table.row(name, "ms", measure_latency(servers, options.home, name, service, path), 1, [("below", 5)], True)
    held.append(live_mb(options.service))
    print("\nheap of sinkmap, MB held after each measure: " + ", ".join(map(str, held)) + "; at most "
          + f"{taken_mb(options.gc_log)} after a collection in between, of 512")


if __name__ == "__main__":
    main()
