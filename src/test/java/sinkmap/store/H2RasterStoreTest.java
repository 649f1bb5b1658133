package sinkmap.store;

import java.nio.file.Path;

class H2RasterStoreTest extends RasterStoreContract {

    @Override
    StoreSettings settings(Path data) {
        return StoreFixture.h2(data);
    }
}
