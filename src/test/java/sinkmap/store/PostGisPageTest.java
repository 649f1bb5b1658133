package sinkmap.store;

import java.nio.file.Path;

class PostGisPageTest extends PageContract {

    @Override
    StoreSettings settings(Path data) throws Exception {
        return StoreFixture.postgis(data, "test_pages");
    }
}
