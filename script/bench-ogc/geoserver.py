"""Publishes what the benchmark's sinkmap serves in a GeoServer: the same tables, raster file and styles, by REST."""

import base64
import json
import os
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

WORKSPACE = "sinkmap-bench"


class GeoServer:

    def __init__(self, url):
        self.rest = url.rstrip("/") + "/rest"
        user = os.environ.get("GEOSERVER_USER", "admin")
        password = os.environ.get("GEOSERVER_PASSWORD", "geoserver")
        self.credentials = base64.b64encode(f"{user}:{password}".encode()).decode()

    def send(self, method, path, body=None, kind="application/json"):
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        headers = {"Authorization": "Basic " + self.credentials, "Content-Type": kind, "Accept": "*/*"}
        request = urllib.request.Request(self.rest + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError as refused:
            if refused.code == 404:
                raise
            sys.exit(f"GeoServer refuses {method} {path}: {refused.code} {refused.read()[:500]!r}")

    def version(self):
        resources = json.loads(self.send("GET", "/about/version.json"))["about"]["resource"]
        return next(r["Version"] for r in resources if r["@name"] == "GeoServer")

    def publish(self, database, features, raster, raster_file, styles):
        """Replaces the workspace of the benchmark; the database is a JDBC URL with user and password."""
        try:
            self.send("DELETE", f"/workspaces/{WORKSPACE}?recurse=true")
        except urllib.error.HTTPError:
            pass  # 404: not published before
        self.send("POST", "/workspaces", {"workspace": {"name": WORKSPACE}})
        for style in [*features, raster]:
            self.style(style, pathlib.Path(styles, style + ".sld").read_bytes())
        self.send("POST", f"/workspaces/{WORKSPACE}/datastores", {"dataStore": {
            "name": "tables", "connectionParameters": {"entry": connection(database)}}})
        for layer in features:
            self.send("POST", f"/workspaces/{WORKSPACE}/datastores/tables/featuretypes", {"featureType": {
                "name": layer, "nativeName": layer.replace("-", "_"), "srs": "EPSG:4490"}})
            self.use_style(layer)
        self.send("PUT", f"/workspaces/{WORKSPACE}/coveragestores/{raster}/external.geotiff?coverageName={raster}",
                  str(pathlib.Path(raster_file).resolve()).encode(), "text/plain")
        self.use_style(raster)

    def style(self, name, sld):
        self.send("POST", f"/workspaces/{WORKSPACE}/styles",
                  {"style": {"name": name, "filename": name + ".sld"}})
        self.send("PUT", f"/workspaces/{WORKSPACE}/styles/{name}", sld, "application/vnd.ogc.sld+xml")

    def use_style(self, layer):
        self.send("PUT", f"/layers/{WORKSPACE}:{layer}",
                  {"layer": {"defaultStyle": {"name": f"{WORKSPACE}:{layer}"}}})


def connection(database):
    """The entries of a PostGIS store for jdbc:postgresql://HOST:PORT/NAME?user=U&password=P."""
    address, query = re.fullmatch(r"jdbc:postgresql://([^?]*)\?(.*)", database).groups()
    host, port, name = re.fullmatch(r"([^:/]*):(\d+)/(.*)", address).groups()
    login = dict(urllib.parse.parse_qsl(query))
    entries = {
        "dbtype": "postgis", "host": host, "port": port, "database": name, "schema": "public",
        "user": login["user"], "passwd": login["password"], "max connections": "20", "min connections": "4",
        "preparedStatements": "true", "fetch size": "1000", "Loose bbox": "true", "encode functions": "true"}
    return [{"@key": key, "$": value} for key, value in entries.items()]
