package sinkmap.store;

import java.nio.file.Path;

class PostGisShapeTest extends ShapeContract {

    @Override
    StoreSettings settings(Path data) throws Exception {
        return StoreFixture.postgis(data, "test_shapes");
    }
}
