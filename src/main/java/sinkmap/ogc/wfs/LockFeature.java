package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.XmlOut;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureLocks;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;

/** LockFeature, and the locking half of GetFeatureWithLock. */
final class LockFeature {

    /** Time for which a lock holds unless the request says another: five minutes (OGC 09-025r2, 12.2.4.2). */
    static final int DEFAULT_S = 300;

    private static final int LONGEST_S = 24 * 3600;

    private final FeatureTypes types;
    private final FeatureStore features;
    private final FeatureLocks locks;

    LockFeature(FeatureTypes types, FeatureStore features, FeatureLocks locks) {
        this.types = types;
        this.features = features;
        this.locks = locks;
    }

    /** What was locked; ids as clients know them. */
    record Locked(String id, List<String> locked, List<String> others) {}

    /** Locks what a request names. */
    Locked lock(OwsRequest request, String user) {
        Kvp kvp = request.kvp();
        Optional<XmlElement> body = request.body();
        WfsEdition edition = WfsEdition.of(request);
        Duration time = expiry(parameter(body, kvp, "expiry"), edition);
        boolean all = all(parameter(body, kvp, "lockAction"));
        String id = parameter(body, kvp, "lockId").orElse("");
        if (!id.isEmpty()) {
            checkRenewable(id);
            locks.renew(id, time);
        }
        Map<FeatureLayer, List<Long>> wanted = new LinkedHashMap<>();
        for (FeatureQuery query : queries(request)) {
            if (!query.layer().editable()) {
                throw OwsException.invalid(
                        "TYPENAMES", "the layer " + query.layer().id() + " is not editable and cannot be locked");
            }
            wanted.computeIfAbsent(query.layer(), layer -> new ArrayList<>()).addAll(fids(query));
        }
        return take(wanted, id, all, time, user);
    }

    private Locked take(Map<FeatureLayer, List<Long>> wanted, String id, boolean all, Duration time, String user) {
        String lock = id;
        List<String> locked = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Map.Entry<FeatureLayer, List<Long>> entry : wanted.entrySet()) {
            FeatureLocks.Taken taken = locks.take(entry.getKey(), entry.getValue(), lock, all, time, user);
            if (all && !taken.others().isEmpty()) {
                if (id.isEmpty() && !lock.isEmpty()) {
                    locks.release(lock);
                }
                throw new OwsException(
                        "CannotLockAllFeatures",
                        "lockAction",
                        taken.others().size() + " of the features are locked by others, "
                                + FeatureTypes.fid(
                                        entry.getKey(), taken.others().get(0)) + " among them",
                        400);
            }
            lock = taken.id().isEmpty() ? lock : taken.id();
            taken.locked().forEach(fid -> locked.add(FeatureTypes.fid(entry.getKey(), fid)));
            taken.others().forEach(fid -> others.add(FeatureTypes.fid(entry.getKey(), fid)));
        }
        return new Locked(lock, locked, others);
    }

    /**
     * An error when nothing is held under an id that is to be held longer. The standard makes no difference here between a
     * lock that ended and one that never was; its code InvalidLockId is of transactions (OGC 09-025r2, table 3 and 12.2.4.2).
     */
    private void checkRenewable(String id) {
        if (locks.state(id) != FeatureLocks.State.HELD) {
            throw new OwsException(
                    "LockHasExpired", "lockId", "no lock '" + id + "' is held; lock again without lockId", 403);
        }
    }

    /** An error when nothing is held under the id that a transaction names. */
    void checkHeld(String id) {
        switch (locks.state(id)) {
            case UNKNOWN ->
                throw new OwsException("InvalidLockId", "lockId", "there is no lock '" + id + "'; lock again", 400);
            case EXPIRED ->
                throw new OwsException(
                        "LockHasExpired", "lockId", "the lock '" + id + "' has expired; lock again", 403);
            case HELD -> {}
        }
    }

    private List<Long> fids(FeatureQuery query) {
        List<Long> fids = new ArrayList<>();
        try (FeatureCursor cursor =
                features.open(query.withAttributes(List.of(), false).withPage(0, -1))) {
            cursor.forEachRemaining(feature -> fids.add(feature.id()));
        }
        return fids;
    }

    /** What is to be locked: {@code Query} in 2.0 and GetFeatureWithLock, {@code Lock} before. */
    private List<FeatureQuery> queries(OwsRequest request) {
        WfsEdition edition = WfsEdition.of(request);
        if (request.body().isEmpty()) {
            Kvp kvp = request.kvp().find("STOREDQUERY_ID").isPresent()
                    ? StoredQueries.byId(request.kvp(), types)
                    : request.kvp();
            return KvpQueries.split(kvp, edition).stream()
                    .map(part -> query(edition, part, Optional.empty()))
                    .toList();
        }
        List<FeatureQuery> queries = new ArrayList<>();
        for (XmlElement part : request.body().get().children()) {
            if (part.name().equals("Query") || part.name().equals("Lock")) {
                String name = part.findAttribute("typeNames")
                        .or(() -> part.findAttribute("typeName"))
                        .orElseThrow(() -> OwsException.missing("typeNames"));
                queries.add(query(edition, Kvp.of(Map.of("TYPENAMES", new String[] {name})), part.findChild("Filter")));
            } else if (part.name().equals("StoredQuery")) {
                queries.add(query(
                        edition,
                        StoredQueries.byId(PostedQuery.storedQuery(part).kvp(), types),
                        Optional.empty()));
            }
        }
        if (queries.isEmpty()) {
            throw OwsException.missing("Query");
        }
        return queries;
    }

    private FeatureQuery query(WfsEdition edition, Kvp kvp, Optional<XmlElement> filter) {
        return WfsQuery.read(edition, kvp, filter, types).query();
    }

    private static Optional<String> parameter(Optional<XmlElement> body, Kvp kvp, String name) {
        return body.map(b -> b.findAttribute(name).or(() -> b.findText("LockId").filter(t -> name.equals("lockId"))))
                .orElseGet(() -> kvp.find(name.toUpperCase(java.util.Locale.ROOT)));
    }

    static Duration expiry(Optional<String> given, WfsEdition edition) {
        if (given.isEmpty()) {
            return Duration.ofSeconds(DEFAULT_S);
        }
        if (!given.get().matches("\\d{1,9}") || Long.parseLong(given.get()) == 0) {
            throw OwsException.invalid(
                    "expiry", "expiry must be a whole number greater than 0, not '" + given.get() + "'");
        }
        return Duration.ofSeconds(Math.min(LONGEST_S, Long.parseLong(given.get()) * edition.expirySeconds()));
    }

    private static boolean all(Optional<String> action) {
        return switch (action.orElse("ALL")) {
            case "ALL" -> true;
            case "SOME" -> false;
            default -> throw OwsException.invalid("lockAction", "lockAction must be ALL or SOME");
        };
    }

    /** Writes what was locked. */
    static void write(Locked locked, WfsEdition edition, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        boolean two = edition == WfsEdition.V2_0;
        out.open(
                edition == WfsEdition.V1_0 ? "wfs:WFS_LockFeatureResponse" : "wfs:LockFeatureResponse",
                "xmlns:wfs",
                edition.wfs(),
                "xmlns:fes",
                edition.filter(),
                "lockId",
                two && !locked.id().isEmpty() ? locked.id() : null);
        if (!two) {
            out.element("wfs:LockId", locked.id());
        }
        ids("wfs:FeaturesLocked", locked.locked(), two, out);
        ids("wfs:FeaturesNotLocked", locked.others(), two, out);
        out.close().end();
    }

    private static void ids(String name, List<String> fids, boolean two, XmlOut out) {
        if (fids.isEmpty()) {
            return;
        }
        out.open(name);
        fids.forEach(fid -> out.empty(two ? "fes:ResourceId" : "fes:FeatureId", two ? "rid" : "fid", fid));
        out.close();
    }
}
