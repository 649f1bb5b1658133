package sinkmap.ogc.wfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.FilterCheck;
import sinkmap.ogc.filter.FilterXml;
import sinkmap.store.EditException;
import sinkmap.store.Feature;
import sinkmap.store.FeatureEdit;
import sinkmap.store.FeatureQuery;
import sinkmap.store.UnavailableException;

/**
 * The actions of one Transaction request, of any version, done one after the other in one transaction of the database.
 *
 * <p>An action by feature id that finds no such feature is an error, unless it deletes. An action may name the version of
 * the feature that its client has seen, as {@code version} of a {@code ResourceId} or as value of {@code row_version}; it
 * is refused when the feature has changed since.
 */
final class Transaction {

    private final FeatureTypes types;
    private final FeatureEdit edit;
    private final Result result = new Result();

    /** What a transaction has done: ids as clients know them. */
    static final class Result {
        final List<Stored> inserted = new ArrayList<>();
        final List<Stored> replaced = new ArrayList<>();
        final Map<FeatureLayer, Set<Long>> touched = new LinkedHashMap<>();
        int updated;
        int deleted;

        /** A stored feature and the handle of its action, which may be null. */
        record Stored(String fid, String handle) {}
    }

    Transaction(FeatureTypes types, FeatureEdit edit) {
        this.types = types;
        this.edit = edit;
    }

    /** Does all actions and commits. */
    Result run(XmlElement request) {
        int number = 0;
        for (XmlElement action : request.children()) {
            if (action.name().equals("LockId")) {
                continue;
            }
            number++;
            edit.action(number);
            try {
                act(action, request);
            } catch (OwsException | EditException e) {
                throw e;
            } catch (SinkmapException e) {
                if (UnavailableException.find(e).isPresent()) {
                    throw e;
                }
                throw new OwsException(
                        "InvalidValue", locator(action), "action " + number + ", " + e.getMessage(), 400);
            }
        }
        edit.commit();
        return result;
    }

    private static String locator(XmlElement action) {
        return action.findAttribute("handle").orElse(action.name());
    }

    private void act(XmlElement action, XmlElement request) {
        switch (action.name()) {
            case "Insert" -> insert(action, request);
            case "Update" -> update(action, request);
            case "Replace" -> replace(action, request);
            case "Delete" -> delete(action);
            case "Native" -> {
                if (!action.findAttribute("safeToIgnore").orElse("false").equals("true")) {
                    throw OwsException.invalid("Native", "the service knows no native actions");
                }
            }
            default ->
                throw OwsException.invalid(
                        action.name(),
                        "there is no action " + action.name() + "; take Insert, Update, Replace, Delete");
        }
    }

    private void insert(XmlElement action, XmlElement request) {
        String handle = action.findAttribute("handle").orElse(null);
        for (XmlElement member : features(action)) {
            FeatureLayer layer = inserted(member);
            PostedFeature posted = posted(layer, action, request);
            Feature feature = at(layer, 0, () -> posted.feature(member));
            long id = edit.insert(layer, feature);
            result.inserted.add(new Result.Stored(FeatureTypes.fid(layer, id), handle));
        }
    }

    /** The layer of a new feature; a type that no layer has is a wrong value (OGC 09-025r2, table 3), not a parameter. */
    private FeatureLayer inserted(XmlElement member) {
        if (types.find(member.name()).isEmpty()) {
            throw new SinkmapException("line " + member.line() + ": " + types.unknown(member.name()));
        }
        return editable(member.name());
    }

    /** The features of an Insert, also those in a collection. */
    private static List<XmlElement> features(XmlElement action) {
        List<XmlElement> features = new ArrayList<>();
        for (XmlElement child : action.children()) {
            switch (child.name()) {
                case "FeatureCollection", "featureMember", "featureMembers", "member" ->
                    features.addAll(features(child));
                case "boundedBy" -> {}
                default -> features.add(child);
            }
        }
        return features;
    }

    private void update(XmlElement action, XmlElement request) {
        FeatureLayer layer = editable(typeName(action));
        PostedFeature posted = posted(layer, action, request);
        List<FeatureKey> keys = action.findChild("Filter")
                .map(filter -> keys(filter, layer))
                .orElseGet(() -> FeatureKey.of(edit.find(FeatureQuery.of(layer).withAttributes(List.of(), false))));
        long named = keys.isEmpty() ? 0 : keys.get(0).fid();
        PostedFeature.Changes changes = at(layer, named, () -> posted.changes(action));
        for (FeatureKey key : keys) {
            long expected = key.version() == FeatureEdit.ANY_VERSION ? changes.expected() : key.version();
            edit.update(layer, key.fid(), changes.values(), expected);
            touch(layer, key.fid());
        }
        result.updated += keys.size();
    }

    private void replace(XmlElement action, XmlElement request) {
        XmlElement member = features(action).stream()
                .filter(child -> !child.name().equals("Filter"))
                .findFirst()
                .orElseThrow(() -> OwsException.invalid("Replace", "Replace holds no feature"));
        FeatureLayer layer = editable(member.name());
        List<FeatureKey> keys = keys(filter(action), layer);
        if (keys.size() != 1) {
            throw new SinkmapException(
                    layer.id() + ": Replace must choose one feature; its filter chooses " + keys.size());
        }
        FeatureKey key = keys.get(0);
        PostedFeature posted = posted(layer, action, request);
        Feature feature = at(layer, key.fid(), () -> posted.feature(member));
        edit.replace(layer, key.fid(), feature, key.version());
        touch(layer, key.fid());
        String handle = action.findAttribute("handle").orElse(null);
        result.replaced.add(new Result.Stored(FeatureTypes.fid(layer, key.fid()), handle));
    }

    private void delete(XmlElement action) {
        FeatureLayer layer = editable(typeName(action));
        List<FeatureKey> keys = keys(filter(action), layer);
        Set<Long> present = new LinkedHashSet<>(edit.find(
                FeatureQuery.of(layer).withAttributes(List.of(), false).withFilter(FeatureKey.filter(layer, keys))));
        for (FeatureKey key : keys) {
            if (present.contains(key.fid())) {
                edit.delete(layer, key.fid(), key.version());
                touch(layer, key.fid());
                result.deleted++;
            }
        }
    }

    private void touch(FeatureLayer layer, long fid) {
        result.touched.computeIfAbsent(layer, l -> new LinkedHashSet<>()).add(fid);
    }

    private static XmlElement filter(XmlElement action) {
        return action.findChild("Filter")
                .orElseThrow(() -> OwsException.invalid(
                        locator(action), action.name() + " needs a Filter that says which features are meant"));
    }

    private static String typeName(XmlElement action) {
        return action.findAttribute("typeName").orElseThrow(() -> OwsException.missing("typeName"));
    }

    private FeatureLayer editable(String typeName) {
        FeatureLayer layer = types.get(typeName, "typeName");
        if (!layer.editable()) {
            throw OwsException.invalid(
                    "typeName",
                    "the layer " + layer.id() + " is not editable"
                            + (layer.derived() ? "; it is the result of runs" : ""));
        }
        return layer;
    }

    private PostedFeature posted(FeatureLayer layer, XmlElement action, XmlElement request) {
        return new PostedFeature(
                layer,
                types.catalog().region(),
                action.findAttribute("srsName")
                        .or(() -> request.findAttribute("srsName"))
                        .orElse(null),
                request.findAttribute("version").orElse("2.0.0").startsWith("1.0"));
    }

    private List<FeatureKey> keys(XmlElement filter, FeatureLayer layer) {
        List<XmlElement> parts = filter.children();
        if (!parts.isEmpty() && parts.stream().allMatch(FeatureKey::isKey)) {
            return parts.stream().map(part -> FeatureKey.read(part, layer)).toList();
        }
        var read = FilterXml.read(filter, layer, FeatureTypes.defaultCrs(layer, WfsEdition.V2_0));
        FilterCheck.check(read, layer, "Filter");
        return FeatureKey.of(edit.find(
                FeatureQuery.of(layer).withAttributes(List.of(), false).withFilter(read)));
    }

    private static <T> T at(FeatureLayer layer, long fid, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (SinkmapException e) {
            throw new SinkmapException(layer.id() + (fid > 0 ? "." + fid : "") + ": " + e.getMessage(), e);
        }
    }
}
