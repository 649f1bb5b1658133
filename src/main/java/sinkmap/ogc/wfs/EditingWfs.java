package sinkmap.ogc.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.OwsService;
import sinkmap.ogc.XmlElement;
import sinkmap.store.EditException;
import sinkmap.store.FeatureEdit;
import sinkmap.store.FeatureEdits;
import sinkmap.store.FeatureStore;

/**
 * The Web Feature Service with transactions and locks, of 1.0.0, 1.1.0 and 2.0.0, for users who are signed in. What only
 * reads is left to the service that is handed in.
 */
final class EditingWfs implements OwsService {

    private static final String XML = "text/xml;charset=UTF-8";

    private final OwsService reading;
    private final FeatureTypes types;
    private final FeatureEdits edits;
    private final LockFeature lockFeature;

    EditingWfs(OwsService reading, FeatureTypes types, FeatureStore features, FeatureEdits edits) {
        this.reading = reading;
        this.types = types;
        this.edits = edits;
        this.lockFeature = new LockFeature(types, features, edits.locks());
    }

    @Override
    public String name() {
        return reading.name();
    }

    private static String operation(OwsRequest request) {
        return request.body()
                .map(XmlElement::name)
                .or(() -> request.kvp().find("REQUEST"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public void answer(OwsRequest request, OwsResponse response) throws IOException {
        switch (operation(request)) {
            case "transaction" -> transaction(request, response);
            case "lockfeature" -> {
                LockFeature.Locked locked = lockFeature.lock(request, editor(request, response));
                LockFeature.write(locked, WfsEdition.of(request), response.text(XML));
            }
            case "getfeaturewithlock" -> {
                refuseHits(request);
                LockFeature.Locked locked = lockFeature.lock(request, editor(request, response));
                reading.answer(asGetFeature(request, locked), response);
            }
            default -> reading.answer(request, response);
        }
    }

    /** The user, who must be signed in and allowed to change features. */
    private static String editor(OwsRequest request, OwsResponse response) {
        if (request.user().isEmpty()) {
            throw new OwsException(
                    "NoApplicableCode", null, "sign in to change or lock features: HTTP basic, user and password", 401);
        }
        if (!request.editor()) {
            throw new OwsException(
                    "NoApplicableCode",
                    null,
                    "the user " + request.user().get() + " may not change features; that takes the role surveyor",
                    403);
        }
        return request.user().get();
    }

    private void transaction(OwsRequest request, OwsResponse response) throws IOException {
        String user = editor(request, response);
        XmlElement body = request.body()
                .orElseThrow(() -> OwsException.invalid("REQUEST", "send the Transaction as XML in a POST request"));
        String lock = body.findAttribute("lockId")
                .or(() -> body.findText("LockId").filter(text -> !text.isEmpty()))
                .orElse("");
        if (!lock.isEmpty()) {
            lockFeature.checkHeld(lock);
        }
        Transaction.Result result = run(body, user, lock);
        if (!lock.isEmpty()) {
            release(body, lock, result);
        }
        new TransactionAnswer(WfsEdition.of(request), response.text(XML))
                .write(result, body.findAttribute("handle").orElse(null));
    }

    private Transaction.Result run(XmlElement body, String user, String lock) {
        try (FeatureEdit edit = edits.begin(user)) {
            edit.useLock(lock);
            return new Transaction(types, edit).run(body);
        } catch (EditException e) {
            throw refused(e, lock);
        }
    }

    private static OwsException refused(EditException e, String lock) {
        return switch (e.reason()) {
            case LOCKED ->
                lock.isEmpty()
                        ? new OwsException("MissingParameterValue", "lockId", e.getMessage(), 400)
                        : new OwsException("InvalidLockId", "lockId", e.getMessage(), 400);
            case CHANGED -> new OwsException("OperationProcessingFailed", "version", e.getMessage(), 409);
            case BUSY -> new OwsException("OperationProcessingFailed", null, e.getMessage(), 503);
            case NOT_FOUND -> OwsException.invalid("Filter", e.getMessage());
            case NOT_EDITABLE -> OwsException.invalid("Transaction", e.getMessage());
            case INVALID -> new OwsException("InvalidValue", "Transaction", e.getMessage(), 400);
        };
    }

    /** {@code SOME} gives back what was changed and keeps the rest for another while (OGC 09-025r2, 15.2.3.2.1). */
    private void release(XmlElement body, String lock, Transaction.Result result) {
        String action = body.findAttribute("releaseAction").orElse("ALL");
        if (action.equals("SOME")) {
            result.touched.forEach((layer, fids) -> edits.locks().release(lock, layer, new ArrayList<>(fids)));
            edits.locks().renew(lock, LockFeature.expiry(Optional.empty(), WfsEdition.V2_0));
        } else {
            edits.locks().release(lock);
        }
    }

    /** Features that are not given cannot be locked (OGC 09-025r2, 13.2.4.3). */
    private static void refuseHits(OwsRequest request) {
        String type = request.body()
                .flatMap(body -> body.findAttribute("resultType"))
                .or(() -> request.kvp().find("RESULTTYPE"))
                .orElse("results");
        if (!type.equalsIgnoreCase("results")) {
            throw OwsException.invalid("resultType", "GetFeatureWithLock gives features; take resultType results");
        }
    }

    /** The same request as one that only reads; its answer states the lock and holds what is under it, nothing else. */
    private static OwsRequest asGetFeature(OwsRequest request, LockFeature.Locked locked) {
        Map<String, String> lock = new LinkedHashMap<>(Map.of("lockId", locked.id()));
        if (!locked.others().isEmpty()) {
            lock.put("lockedIds", locked.locked().isEmpty() ? "none" : String.join(",", locked.locked()));
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        request.body().ifPresent(body -> attributes.putAll(body.attributes()));
        attributes.putAll(lock);
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("REQUEST", "GetFeature"));
        lock.forEach((name, value) -> parameters.put(name.toUpperCase(Locale.ROOT), value));
        Optional<XmlElement> body =
                request.body().map(b -> new XmlElement("GetFeature", attributes, b.content(), b.line()));
        return new OwsRequest(
                request.kvp().with(parameters),
                body,
                request.endpoint(),
                request.language(),
                request.user(),
                request.editor());
    }

    @Override
    public void report(OwsException error, OwsRequest request, OwsResponse response) throws IOException {
        if (error.status() == 401) {
            response.header("WWW-Authenticate", "Basic realm=\"sinkmap\", charset=\"UTF-8\"");
        }
        WfsEdition edition = WfsEdition.of(request);
        if (edition != WfsEdition.V2_0 && operation(request).equals("transaction")) {
            new TransactionAnswer(edition, response.text(XML, edition.status(error))).failure(error);
            return;
        }
        reading.report(error, request, response);
    }
}
