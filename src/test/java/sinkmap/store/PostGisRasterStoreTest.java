package sinkmap.store;

import java.nio.file.Path;
import java.sql.SQLException;

class PostGisRasterStoreTest extends RasterStoreContract {

    @Override
    StoreSettings settings(Path data) throws SQLException {
        return StoreFixture.postgis(data, "test_rasters");
    }
}
