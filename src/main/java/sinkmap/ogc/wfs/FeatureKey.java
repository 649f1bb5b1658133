package sinkmap.ogc.wfs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.factory.CommonFactoryFinder;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;
import sinkmap.store.FeatureEdit;

/**
 * A feature that an action means.
 *
 * @param fid its id within the layer
 * @param version the version that the client has seen, or {@link FeatureEdit#ANY_VERSION}
 */
record FeatureKey(long fid, long version) {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    static boolean isKey(XmlElement e) {
        return Set.of("ResourceId", "FeatureId", "GmlObjectId").contains(e.name());
    }

    /** Reads {@code ResourceId}, {@code FeatureId} or {@code GmlObjectId}. */
    static FeatureKey read(XmlElement e, FeatureLayer layer) {
        String id = e.findAttribute("rid")
                .or(() -> e.findAttribute("fid"))
                .or(() -> e.findAttribute("id"))
                .orElse("");
        if (!id.matches("\\Q" + layer.id() + ".\\E\\d{1,18}")) {
            throw OwsException.invalid(
                    "Filter", "'" + id + "' is no feature of " + layer.id() + "; ids are like " + layer.id() + ".1");
        }
        long version = e.findAttribute("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(FeatureEdit.ANY_VERSION);
        return new FeatureKey(Long.parseLong(id.substring(layer.id().length() + 1)), version);
    }

    static List<FeatureKey> of(List<Long> fids) {
        return fids.stream()
                .map(fid -> new FeatureKey(fid, FeatureEdit.ANY_VERSION))
                .toList();
    }

    /** The filter that passes these features. */
    static Filter filter(FeatureLayer layer, List<FeatureKey> keys) {
        Set<FeatureId> ids = new HashSet<>();
        keys.forEach(key -> ids.add(FILTERS.featureId(FeatureTypes.fid(layer, key.fid()))));
        return ids.isEmpty() ? Filter.EXCLUDE : FILTERS.id(ids);
    }
}
