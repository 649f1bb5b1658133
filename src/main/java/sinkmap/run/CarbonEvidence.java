package sinkmap.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sinkmap.catalog.Catalog;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Criterion;
import sinkmap.siting.Plan;

/** The carbon of the land of a run, read when it is first asked for; safe for use by several threads. */
final class CarbonEvidence {

    private final CarbonTables tables;
    private final Catalog catalog;
    private final Plan plan;
    private final Supplier<Optional<SiteCarbon>> reader;
    private Optional<SiteCarbon> carbon;

    CarbonEvidence(CarbonTables tables, Catalog catalog, Plan plan, Supplier<Optional<SiteCarbon>> reader) {
        this.tables = tables;
        this.catalog = catalog;
        this.plan = plan;
        this.reader = reader;
    }

    /** The sinks; empty when the region declares no account. */
    synchronized Optional<SiteCarbon> get() {
        if (carbon == null) {
            carbon = reader.get();
        }
        return carbon;
    }

    Raster density(Criterion.CarbonKind kind, Grid window) {
        return get().orElseThrow(() -> new SinkmapException(
                        "plan '" + plan.id() + "' has a criterion on carbon, but there is no account.yaml"))
                .density(kind, window);
    }

    /** The layers that the carbon rests on. */
    List<String> layers() {
        return tables.account().stream()
                .flatMap(account -> account.sinks().stream())
                .map(sink -> sink.layer().id())
                .toList();
    }

    /** What the carbon rests on besides. */
    String rules() {
        return plan.technology() + " " + Definitions.hashOfCarbon(catalog.directory());
    }
}
