package sinkmap.ogc;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the OGC services do, as metrics.
 *
 * <ul>
 *   <li>{@code sinkmap.ogc.requests}: requests and the time until they were answered, by service, operation and status;
 *   <li>{@code sinkmap.ogc.layers}: requests by service and layer; one for several layers counts for each;
 *   <li>{@code sinkmap.ogc.render}: the time that maps take once it is their turn, until they are sent, by layer;
 *   <li>{@code sinkmap.ogc.waiting}, {@code sinkmap.ogc.places}: requests that wait, and free places by kind.
 * </ul>
 *
 * Labels come from the catalog and from the lists of operations, never from what a client writes, so that nobody can
 * flood the registry.
 */
final class OgcMetrics {

    private static final Set<String> OPERATIONS = Set.of(
            "getcapabilities",
            "getmap",
            "getfeatureinfo",
            "getlegendgraphic",
            "describelayer",
            "getstyles",
            "describefeaturetype",
            "getfeature",
            "getpropertyvalue",
            "getfeaturewithlock",
            "lockfeature",
            "transaction",
            "liststoredqueries",
            "describestoredqueries");

    private static final List<String> LAYER_PARAMETERS =
            List.of("LAYERS", "LAYER", "QUERY_LAYERS", "TYPENAMES", "TYPENAME");

    /** Depth of a WFS document at which the names of types stand: operation, query or action, feature. */
    private static final int NAME_DEPTH = 2;

    private final MeterRegistry registry;
    private final Set<String> layers;

    OgcMetrics(MeterRegistry registry, Gate gate, Set<String> layers) {
        this.registry = registry;
        this.layers = Set.copyOf(layers);
        Gauge.builder("sinkmap.ogc.waiting", gate, Gate::waiting)
                .description("OGC requests that wait for their turn")
                .register(registry);
        for (Gate.Kind kind : Gate.Kind.values()) {
            Gauge.builder("sinkmap.ogc.places", gate, g -> g.free(kind))
                    .description("Requests of a kind that could be taken on at once")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** Counts a request that has been answered. */
    void answered(OwsService service, OwsRequest request, int status, long time_ns) {
        Timer.builder("sinkmap.ogc.requests")
                .description("OGC requests and the time until they were answered")
                .tag("service", service.name())
                .tag("operation", operation(request))
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(time_ns, TimeUnit.NANOSECONDS);
        layers(request).forEach(layer -> count(service.name(), layer));
    }

    /** Counts a request for a layer; one that is not in the catalog is not counted. */
    void count(String service, String layer) {
        if (layers.contains(layer)) {
            Counter.builder("sinkmap.ogc.layers")
                    .description("OGC requests by layer")
                    .tag("service", service)
                    .tag("layer", layer)
                    .register(registry)
                    .increment();
        }
    }

    /** Records the time that a map took once it was its turn. */
    void rendered(OwsRequest request, long time_ns) {
        Set<String> of = layers(request);
        Timer.builder("sinkmap.ogc.render")
                .description("Time to draw and send a map, without waiting for its turn")
                .tag("layer", of.size() == 1 ? of.iterator().next() : of.isEmpty() ? "other" : "several")
                .register(registry)
                .record(time_ns, TimeUnit.NANOSECONDS);
    }

    private static String operation(OwsRequest request) {
        String name = Demand.operation(request.kvp(), request.body());
        return OPERATIONS.contains(name) ? name : "other";
    }

    /** The layers of the catalog that a request names. */
    private Set<String> layers(OwsRequest request) {
        List<String> names = new ArrayList<>();
        LAYER_PARAMETERS.forEach(parameter -> request.kvp().find(parameter).ifPresent(names::add));
        request.body().ifPresent(body -> collect(body, NAME_DEPTH, names));
        Set<String> found = new LinkedHashSet<>();
        for (String list : names) {
            for (String name : list.split("[,() ]+")) {
                String id = name.substring(name.indexOf(':') + 1);
                if (layers.contains(id)) {
                    found.add(id);
                }
            }
        }
        return found;
    }

    private static void collect(XmlElement element, int depth, List<String> names) {
        names.add(element.name());
        element.findAttribute("typeName").ifPresent(names::add);
        element.findAttribute("typeNames").ifPresent(names::add);
        if (depth > 0) {
            element.children().forEach(child -> collect(child, depth - 1, names));
        }
    }
}
