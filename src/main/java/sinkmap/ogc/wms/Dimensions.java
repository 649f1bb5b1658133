package sinkmap.ogc.wms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.store.FeatureStore;
import sinkmap.store.RunStore;

/**
 * Time and run as dimensions of layers (OGC 06-042, annexes C and D). What runs have made is dated by when the run was
 * complete, and can also be asked for by the run's id ({@code DIM_RUN}); features of a layer with a time attribute are dated
 * by it. The default is what layers hold now: the results of the current runs, and every feature. A time without data stands
 * for the nearest one that has data. {@code ELEVATION} and {@code TIME} say nothing to layers without such a dimension.
 */
final class Dimensions {

    static final String CURRENT = "current";

    /** More values than this are listed as an interval. */
    private static final int MOST_LISTED = 500;

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final FeatureStore features;
    private final RunStore runs;

    Dimensions(FeatureStore features, RunStore runs) {
        this.features = features;
        this.runs = runs;
    }

    /**
     * What of a layer is shown.
     *
     * @param filter which of its features
     * @param runs ids of the runs whose results are shown, earliest first; empty for the current ones
     */
    record Selection(Filter filter, List<String> runs) {

        static final Selection ALL = new Selection(Filter.INCLUDE, List.of());
    }

    /** What a request selects of a layer; adds to the warnings where another value than the one asked for was taken. */
    Selection select(Layer layer, Kvp kvp, List<String> warnings) {
        Optional<String> run = kvp.findAny("DIM_RUN", "RUN").filter(id -> !id.equalsIgnoreCase(CURRENT));
        Optional<String> time = kvp.find("TIME").filter(text -> !text.equalsIgnoreCase(CURRENT));
        if (layer.derived()) {
            if (run.isPresent()) {
                return byId(layer, run.get());
            }
            return time.map(text -> byTime(layer, text, warnings)).orElse(Selection.ALL);
        }
        return time.isPresent() && layer instanceof FeatureLayer dated && dated.timeAttribute() != null
                ? dated(dated, time.get(), warnings)
                : Selection.ALL;
    }

    private Selection byId(Layer layer, String id) {
        List<String> known =
                runs.listOf(layer).stream().map(RunStore.Completed::id).toList();
        if (!known.contains(id)) {
            throw new OwsException(
                    "InvalidDimensionValue",
                    "DIM_RUN",
                    "layer " + layer.id() + " holds no result of run '" + id + "'; its capabilities list the runs",
                    400);
        }
        return new Selection(Filter.INCLUDE, List.of(id));
    }

    private Selection byTime(Layer layer, String text, List<String> warnings) {
        List<RunStore.Completed> made = runs.listOf(layer);
        List<TimeRange> ranges = TimeRange.read(text);
        if (layer instanceof RasterLayer
                && (ranges.size() != 1 || !ranges.get(0).instant())) {
            throw TimeRange.invalid("layer " + layer.id() + " shows one time; send a single TIME");
        }
        List<Instant> times = made.stream().map(Dimensions::time).toList();
        List<TimeRange> valid = resolve(layer, ranges, times, warnings);
        List<String> selected = made.stream()
                .filter(run -> valid.stream().anyMatch(range -> range.contains(time(run))))
                .map(RunStore.Completed::id)
                .toList();
        // of a raster the last one lies above all others
        List<String> shown = layer instanceof RasterLayer && selected.size() > 1
                ? selected.subList(selected.size() - 1, selected.size())
                : selected;
        return shown.isEmpty() ? new Selection(Filter.EXCLUDE, List.of()) : new Selection(Filter.INCLUDE, shown);
    }

    /** When a run was complete, to the second: as capabilities list it. */
    private static Instant time(RunStore.Completed run) {
        return run.finished().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Selection dated(FeatureLayer layer, String text, List<String> warnings) {
        List<TimeRange> ranges = TimeRange.read(text);
        List<Instant> times = ranges.stream().anyMatch(TimeRange::instant) ? times(layer) : List.of();
        Expression attribute = FILTERS.property(layer.timeAttribute());
        List<Filter> filters = resolve(layer, ranges, times, warnings).stream()
                .map(range -> (Filter) FILTERS.between(
                        attribute,
                        FILTERS.literal(range.from().toString()),
                        FILTERS.literal(range.to().toString())))
                .toList();
        Filter filter = filters.isEmpty() ? Filter.EXCLUDE : filters.size() == 1 ? filters.get(0) : FILTERS.or(filters);
        return new Selection(filter, List.of());
    }

    /** Ranges with each single time that has no data replaced by the nearest that has. */
    private static List<TimeRange> resolve(
            Layer layer, List<TimeRange> ranges, List<Instant> times, List<String> warnings) {
        List<TimeRange> valid = new ArrayList<>();
        for (TimeRange range : ranges) {
            if (!range.instant() || times.stream().anyMatch(range::contains)) {
                valid.add(range);
            } else {
                nearest(range.from(), times).ifPresent(time -> {
                    valid.add(new TimeRange(time, time, true));
                    warnings.add("99 Nearest value used: time=" + text(time, layer) + " ISO8601");
                });
            }
        }
        return valid;
    }

    /** The nearest of some times; of two equally near ones the earlier. */
    private static Optional<Instant> nearest(Instant wanted, List<Instant> times) {
        return times.stream()
                .min(Comparator.comparing(
                        (Instant time) -> Duration.between(wanted, time).abs()));
    }

    private List<Instant> times(FeatureLayer layer) {
        return features.listTimes(layer).stream().map(Dimensions::instant).toList();
    }

    private static Instant instant(Object value) {
        return value instanceof LocalDate day
                ? day.atStartOfDay().toInstant(ZoneOffset.UTC)
                : ((OffsetDateTime) value).toInstant();
    }

    /** A time as the layer's capabilities write it: days of layers that are dated by days. */
    private static String text(Instant time, Layer layer) {
        boolean days = layer instanceof FeatureLayer dated
                && !layer.derived()
                && dated.findAttribute(dated.timeAttribute()).orElseThrow().type()
                        == sinkmap.catalog.AttributeType.DATE;
        return days ? time.toString().substring(0, 10) : time.toString();
    }

    /**
     * A dimension of a layer.
     *
     * @param name {@code time} or {@code run}
     * @param units units
     * @param multiple whether a request may name several values
     * @param nearest whether a value that there is not stands for the nearest that there is
     * @param extent the values, as the standard writes them
     */
    record Dimension(String name, String units, boolean multiple, boolean nearest, String extent) {}

    /** The dimensions of a layer; none while it holds nothing. */
    List<Dimension> list(Layer layer) {
        if (layer.derived()) {
            List<RunStore.Completed> made = runs.listOf(layer);
            return made.isEmpty() ? List.of() : ofRuns(layer, made);
        }
        if (!(layer instanceof FeatureLayer dated) || dated.timeAttribute() == null) {
            return List.of();
        }
        List<Instant> times = times(dated);
        return times.isEmpty()
                ? List.of()
                : List.of(new Dimension("time", "ISO8601", true, true, extent(times, layer)));
    }

    private static List<Dimension> ofRuns(Layer layer, List<RunStore.Completed> made) {
        List<Instant> times = made.stream().map(Dimensions::time).distinct().toList();
        String ids = String.join(
                ",",
                made.stream().map(RunStore.Completed::id).limit(MOST_LISTED).toList());
        boolean several = layer instanceof FeatureLayer;
        return List.of(
                new Dimension("time", "ISO8601", several, true, extent(times, layer)),
                new Dimension("run", "", false, false, ids));
    }

    private static String extent(List<Instant> times, Layer layer) {
        if (times.size() > MOST_LISTED) {
            return text(times.get(0), layer) + "/" + text(times.get(times.size() - 1), layer) + "/P1D";
        }
        return String.join(
                ",", times.stream().map(time -> text(time, layer)).distinct().toList());
    }
}
