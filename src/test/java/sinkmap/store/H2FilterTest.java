package sinkmap.store;

import java.nio.file.Path;

class H2FilterTest extends FilterContract {

    @Override
    StoreSettings settings(Path data) {
        return StoreFixture.h2(data);
    }
}
