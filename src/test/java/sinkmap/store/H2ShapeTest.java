package sinkmap.store;

import java.nio.file.Path;

class H2ShapeTest extends ShapeContract {

    @Override
    StoreSettings settings(Path data) throws Exception {
        return StoreFixture.h2(data);
    }
}
