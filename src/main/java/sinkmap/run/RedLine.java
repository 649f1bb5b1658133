package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;

/** The ecological red line around a region, to measure what outlines of sites have of it. */
final class RedLine {

    private static final double M2_PER_HA = 10_000;

    private final STRtree index = new STRtree();

    private RedLine() {}

    static RedLine read(FeatureLayer layer, RegionFeatures features, Grid region, Inputs inputs, Stages stages) {
        inputs.use(layer);
        RedLine line = new RedLine();
        features.forEach(layer, Filter.INCLUDE, region, 0, feature -> {
            stages.tick();
            line.index.insert(feature.geometry().getEnvelopeInternal(), feature.geometry());
        });
        line.index.build();
        return line;
    }

    /** Area of an outline within the red line, hectares, filled holes included; where features overlap it counts once. */
    double within_ha(Geometry outline) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(outline);
        List<Geometry> parts = new ArrayList<>();
        for (Object found : index.query(outline.getEnvelopeInternal())) {
            if (prepared.intersects((Geometry) found)) {
                parts.add(outline.intersection((Geometry) found));
            }
        }
        return parts.isEmpty() ? 0 : UnaryUnionOp.union(parts).getArea() / M2_PER_HA;
    }
}
