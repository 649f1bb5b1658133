package sinkmap.store;

import java.nio.file.Path;

class H2FeatureStoreTest extends FeatureStoreContract {

    @Override
    StoreSettings settings(Path data) {
        return StoreFixture.h2(data);
    }
}
