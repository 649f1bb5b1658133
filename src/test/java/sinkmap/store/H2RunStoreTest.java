package sinkmap.store;

import java.nio.file.Path;

class H2RunStoreTest extends RunStoreContract {

    @Override
    StoreSettings settings(Path data) {
        return StoreFixture.h2(data);
    }
}
