package sinkmap.ogc.wfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.XmlElement;

/**
 * A GetFeature request.
 *
 * @param edition version in which it is written
 * @param format format of the answer
 * @param queries what is asked for; their pages are not set
 * @param single whether it asks for one feature by its id, which is then the whole answer
 * @param hits whether only numbers are asked for
 * @param start features of all queries together that are skipped
 * @param count most features of the answer
 * @param kvp parameters beside the queries
 */
record FeatureRequest(
        WfsEdition edition,
        FeatureFormat format,
        List<WfsQuery> queries,
        boolean single,
        boolean hits,
        long start,
        long count,
        Kvp kvp) {

    /** Reads a request by parameters or as XML. */
    static FeatureRequest read(OwsRequest request, FeatureTypes types, OgcSettings settings) {
        Optional<XmlElement> body = request.body();
        Kvp kvp = body.map(PostedQuery::operation).orElse(request.kvp());
        WfsEdition edition = WfsEdition.of(kvp);
        List<PostedQuery> parts = body.map(PostedQuery::queries).orElseGet(() -> parts(kvp, edition));
        if (parts.isEmpty()) {
            throw OwsException.missing("Query");
        }
        List<WfsQuery> queries = new ArrayList<>();
        for (PostedQuery part : parts) {
            Kvp plain = isStored(part) ? StoredQueries.byId(part.kvp(), types) : part.kvp();
            WfsQuery query = WfsQuery.read(edition, plain, part.filter(), types);
            queries.add(kvp.find("LOCKEDIDS").map(query::among).orElse(query));
        }
        return new FeatureRequest(
                edition,
                kvp.find("OUTPUTFORMAT")
                        .map(name -> FeatureFormat.of(name, edition))
                        .orElse(FeatureFormat.of(edition)),
                queries,
                parts.size() == 1 && isStored(parts.get(0)),
                isHits(kvp),
                natural(kvp, "STARTINDEX", 0),
                count(kvp, edition, settings),
                kvp);
    }

    FeatureRequest withQueries(List<WfsQuery> others) {
        return new FeatureRequest(edition, format, others, single, hits, start, count, kvp);
    }

    private static List<PostedQuery> parts(Kvp kvp, WfsEdition edition) {
        List<Kvp> queries = kvp.find("STOREDQUERY_ID").isPresent() ? List.of(kvp) : KvpQueries.split(kvp, edition);
        return queries.stream()
                .map(query -> new PostedQuery(query, Optional.empty()))
                .toList();
    }

    private static boolean isStored(PostedQuery part) {
        return part.kvp().find("STOREDQUERY_ID").isPresent();
    }

    private static boolean isHits(Kvp kvp) {
        String type = kvp.get("RESULTTYPE", "results").toLowerCase(Locale.ROOT);
        if (!type.equals("hits") && !type.equals("results")) {
            throw OwsException.invalid("RESULTTYPE", "RESULTTYPE must be results or hits, not '" + type + "'");
        }
        return type.equals("hits");
    }

    /** Versions before 2.0 have no pages: a client that gives no number wants everything. */
    private static long count(Kvp kvp, WfsEdition edition, OgcSettings settings) {
        int standard = edition == WfsEdition.V2_0 ? settings.countDefault() : settings.countMax();
        String name = kvp.find("COUNT").isPresent() ? "COUNT" : "MAXFEATURES";
        return Math.min(settings.countMax(), natural(kvp, name, standard));
    }

    private static int natural(Kvp kvp, String name, int fallback) {
        int number = kvp.getInt(name, fallback);
        if (number < 0) {
            throw OwsException.invalid(name, name + " must be 0 or more, not " + number);
        }
        return number;
    }
}
