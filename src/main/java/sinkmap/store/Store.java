package sinkmap.store;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;

/** A store, opened: the stores over one database and one data directory. Needs no Spring. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final FeatureStore features;
    private final FeatureEdits edits;
    private final UserStore users;
    private final RasterStore rasters;
    private final BandStacks stacks;
    private final RunStore runs;
    private final LoadStore loads;
    private final CellCache cache;
    private final PublishedViews publishedViews;
    private final PublishedRasters publishedRasters;
    private final PublishedUsers publishedUsers;

    private Store(Database database, Catalog catalog, StoreSettings settings) {
        this.database = database;
        this.features = new FeatureStore(database);
        this.edits = new FeatureEdits(database);
        this.users = new UserStore(database);
        this.rasters = new RasterStore(database, settings.data());
        this.stacks = new BandStacks(database, settings.data());
        this.runs = new RunStore(database, derived(catalog), rasters);
        this.loads = new LoadStore(database);
        this.publishedViews = new PublishedViews(database);
        this.publishedRasters = new PublishedRasters(database, settings.data());
        this.publishedUsers = new PublishedUsers(database);
        this.cache =
                new CellCache(settings.data().resolve("cache"), settings.cache().bytes());
    }

    /**
     * Opens a store: connects, brings the schema up to date, makes the tables of the catalog's layers and cleans up what
     * an earlier process left unfinished, unless another process uses the same database.
     *
     * @throws sinkmap.grid.SinkmapException when the database cannot be opened or does not fit the catalog
     */
    public static Store open(StoreSettings settings, Catalog catalog) {
        Database database = Database.open(settings);
        try {
            Store store = new Store(database, catalog, settings);
            store.features.prepare(catalog);
            if (database.alone()) {
                store.runs.recover();
                store.rasters.recover();
                store.cache.recover();
            }
            database.share();
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static List<FeatureLayer> derived(Catalog catalog) {
        return catalog.listLayers().stream()
                .filter(Layer::derived)
                .filter(FeatureLayer.class::isInstance)
                .map(FeatureLayer.class::cast)
                .toList();
    }

    public FeatureStore features() {
        return features;
    }

    /** Changes to single features of editable layers. */
    public FeatureEdits edits() {
        return edits;
    }

    /** Who may sign in. */
    public UserStore users() {
        return users;
    }

    public RasterStore rasters() {
        return rasters;
    }

    /** Rasters of many bands that runs give. */
    public BandStacks stacks() {
        return stacks;
    }

    public RunStore runs() {
        return runs;
    }

    public LoadStore loads() {
        return loads;
    }

    /** Arrays that runs keep for later runs, in the data directory. */
    public CellCache cache() {
        return cache;
    }

    /** Views of the feature layers for other servers. */
    public PublishedViews publishedViews() {
        return publishedViews;
    }

    /** Files of the rasters for other servers. */
    public PublishedRasters publishedRasters() {
        return publishedRasters;
    }

    /** Users of this service for other servers. */
    public PublishedUsers publishedUsers() {
        return publishedUsers;
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    Flyway flyway() {
        return database.flyway();
    }

    @Override
    public void close() {
        features.close();
        rasters.close();
        database.close();
    }
}
