package sinkmap.store;

import java.nio.file.Path;

class PostGisFeatureEditsTest extends FeatureEditsContract {

    @Override
    StoreSettings settings(Path data) throws Exception {
        return StoreFixture.postgis(data, "test_edits");
    }
}
