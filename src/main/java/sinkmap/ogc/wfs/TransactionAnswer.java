package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlOut;

/** Writes what a transaction has done, or why it has not, in the form of the request's version. */
final class TransactionAnswer {

    private final WfsEdition edition;
    private final XmlOut out;

    TransactionAnswer(WfsEdition edition, Writer writer) {
        this.edition = edition;
        this.out = new XmlOut(writer);
    }

    void write(Transaction.Result result, String handle) throws IOException {
        if (edition == WfsEdition.V1_0) {
            open("wfs:WFS_TransactionResponse");
            if (!result.inserted.isEmpty()) {
                for (Transaction.Result.Stored stored : result.inserted) {
                    out.open("wfs:InsertResult", "handle", stored.handle());
                    out.empty("fes:FeatureId", "fid", stored.fid()).close();
                }
            }
            out.open("wfs:TransactionResult", "handle", handle).open("wfs:Status");
            out.empty("wfs:SUCCESS").close().close();
        } else {
            open("wfs:TransactionResponse");
            summary(result);
            if (edition == WfsEdition.V1_1) {
                insertResults11(result.inserted);
            } else {
                results("wfs:InsertResults", result.inserted);
                results("wfs:ReplaceResults", result.replaced);
            }
        }
        out.close().end();
    }

    private void open(String name) {
        out.open(name, "version", edition.number(), "xmlns:wfs", edition.wfs(), "xmlns:fes", edition.filter());
    }

    private void summary(Transaction.Result result) {
        out.open("wfs:TransactionSummary");
        out.element("wfs:totalInserted", Integer.toString(result.inserted.size()));
        if (edition == WfsEdition.V2_0) {
            out.element("wfs:totalUpdated", Integer.toString(result.updated));
            out.element("wfs:totalReplaced", Integer.toString(result.replaced.size()));
        } else {
            out.element("wfs:totalUpdated", Integer.toString(result.updated + result.replaced.size()));
        }
        out.element("wfs:totalDeleted", Integer.toString(result.deleted));
        out.close();
    }

    /** The schema of 1.1.0 wants a result also where nothing was inserted; {@code none} is what others write then. */
    private void insertResults11(List<Transaction.Result.Stored> inserted) {
        out.empty("wfs:TransactionResults").open("wfs:InsertResults");
        List<Transaction.Result.Stored> all =
                inserted.isEmpty() ? List.of(new Transaction.Result.Stored("none", null)) : inserted;
        for (Transaction.Result.Stored stored : all) {
            out.open("wfs:Feature", "handle", stored.handle());
            out.empty("fes:FeatureId", "fid", stored.fid()).close();
        }
        out.close();
    }

    private void results(String name, List<Transaction.Result.Stored> all) {
        if (all.isEmpty()) {
            return;
        }
        out.open(name);
        for (Transaction.Result.Stored stored : all) {
            out.open("wfs:Feature", "handle", stored.handle());
            out.empty("fes:ResourceId", "rid", stored.fid()).close();
        }
        out.close();
    }

    /** Writes why a transaction of 1.0.0 or 1.1.0 failed, where QGIS looks for it. */
    void failure(OwsException error) throws IOException {
        if (edition == WfsEdition.V1_0) {
            open("wfs:WFS_TransactionResponse");
            out.open("wfs:TransactionResult")
                    .open("wfs:Status")
                    .empty("wfs:FAILED")
                    .close();
            if (error.locator() != null) {
                out.element("wfs:Locator", error.locator());
            }
            out.element("wfs:Message", error.getMessage());
            out.close();
        } else {
            out.open("ows:ExceptionReport", "xmlns:ows", "http://www.opengis.net/ows", "version", "1.0.0");
            out.open("ows:Exception", "exceptionCode", error.code(), "locator", error.locator());
            out.element("ows:ExceptionText", error.getMessage()).close();
        }
        out.close().end();
    }
}
