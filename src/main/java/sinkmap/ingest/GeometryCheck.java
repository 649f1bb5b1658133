package sinkmap.ingest;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.ingest.LoadReport.Action;

/** Checks the geometry of a row and brings it into the layer's CRS and form. */
final class GeometryCheck {

    private final FeatureLayer layer;
    private final Place place;
    private final Reproject reproject;
    private final Shapes shapes;
    private final Flat flat = new Flat();
    private final Findings findings;

    GeometryCheck(FeatureLayer layer, Place place, Reproject reproject, Findings findings) {
        this.layer = layer;
        this.place = place;
        this.reproject = reproject;
        this.shapes = new Shapes(layer.geometryType());
        this.findings = findings;
    }

    /** The geometry as it is to be stored; null when the row must be rejected, which the findings then hold. */
    Geometry check(RawRow row) {
        if (row.fault() != null) {
            return reject("geometry-unreadable", row.fault());
        }
        Geometry geometry = row.geometry();
        if (geometry == null || geometry.isEmpty()) {
            return reject("geometry-missing", "the row has no geometry");
        }
        if (!Flat.finite(geometry)) {
            return reject("coordinates-not-finite", "a coordinate is not a finite number");
        }
        String fault = place.fault(geometry.getEnvelopeInternal());
        if (fault != null) {
            return reject("outside-region", fault);
        }
        Geometry fitting = fit(flat.flatten(geometry));
        Geometry moved = fitting == null ? null : move(fitting);
        Geometry valid = moved == null ? null : repair(moved);
        if (valid != null) {
            note(row);
        }
        return valid;
    }

    private void note(RawRow row) {
        if (row.mended() != null) {
            findings.geometry("geometry-mended", Action.REPAIRED, row.mended());
        }
        if (row.heights() || Flat.hasHeights(row.geometry())) {
            findings.count("heights-left-out", 1);
        }
        if (place.beside(row.geometry().getEnvelopeInternal())) {
            findings.count("beside-the-window", 1);
        }
    }

    private Geometry fit(Geometry geometry) {
        Geometry fitting = shapes.fit(geometry);
        if (fitting != null) {
            return fitting;
        }
        Geometry inside = shapes.pointInside(geometry);
        if (inside instanceof Point point && !point.isEmpty()) {
            findings.geometry(
                    "point-of-area",
                    Action.REPAIRED,
                    "a " + geometry.getGeometryType() + " was stored as a point inside it");
            return inside;
        }
        return reject(
                "geometry-type",
                "the layer " + layer.id() + " holds "
                        + switch (layer.geometryType()) {
                            case POINT -> "single points";
                            case LINE -> "lines";
                            case POLYGON -> "polygons";
                        }
                        + ", not a " + geometry.getGeometryType());
    }

    private Geometry move(Geometry geometry) {
        try {
            Geometry moved = reproject.apply(geometry);
            Geometry fitting = moved.isEmpty() || !Flat.finite(moved) ? null : shapes.fit(moved);
            return fitting != null
                    ? fitting
                    : reject("outside-domain", "its coordinates have no image in the layer's CRS, " + layer.crs());
        } catch (SinkmapException e) {
            return reject("outside-domain", e.getMessage());
        }
    }

    private Geometry repair(Geometry geometry) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return geometry;
        }
        String reason = error.getMessage() + " at " + words(error.getCoordinate());
        Geometry repaired = shapes.fitParts(GeometryFixer.fix(geometry));
        if (repaired == null || repaired.isEmpty() || !repaired.isValid()) {
            return reject("geometry-invalid", reason + "; nothing is left after a repair");
        }
        findings.geometry("geometry-invalid", Action.REPAIRED, reason);
        return repaired;
    }

    private static String words(Coordinate at) {
        return at == null ? "an unknown place" : "(" + Place.plain(at.x) + ", " + Place.plain(at.y) + ")";
    }

    private Geometry reject(String kind, String detail) {
        findings.geometry(kind, Action.REJECTED, detail);
        return null;
    }
}
