package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.ogc.CrsAxes;

/**
 * CRSs as part 2 writes them (OGC 18-058r1): by the URI of their definition, with the axis order of the authority that
 * the URI names.
 */
final class CrsUri {

    /** Longitude, latitude on WGS 84; what holds where nothing is said. */
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private CrsUri() {}

    /** The URI of a code of the catalog, such as {@code EPSG:4490} or {@code CRS:84}. */
    static String of(String code) {
        return code.startsWith("EPSG:") ? EPSG + code.substring("EPSG:".length()) : CRS84;
    }

    /** The CRSs that items of a layer can be had and sent in: CRS84, that of the layer, those that the region advertises. */
    static List<String> offered(FeatureLayer layer, Region region) {
        List<String> codes = new ArrayList<>(List.of("CRS:84", layer.crs()));
        codes.addAll(region.advertised());
        return codes.stream().map(CrsUri::of).distinct().toList();
    }

    /** CRSs that items of every layer can be had in. */
    static List<String> offered(Region region) {
        return Stream.concat(Stream.of("CRS:84"), region.advertised().stream())
                .map(CrsUri::of)
                .distinct()
                .toList();
    }

    /** The CRS of a parameter or header. */
    static CrsAxes read(String uri, String parameter, FeatureLayer layer, Region region) {
        List<String> offered = offered(layer, region);
        if (!offered.contains(uri)) {
            throw ApiException.invalid(
                    parameter, "must be the URI of a CRS that the collection offers, one of " + offered);
        }
        return CrsAxes.of(uri);
    }
}
