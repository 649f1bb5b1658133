package sinkmap.run;

import java.nio.file.Path;
import java.sql.SQLException;
import sinkmap.store.StoreFixture;
import sinkmap.store.StoreSettings;

/** Scenarios of dated maps against a hand's figures, with the store on PostGIS. */
class MappedScenarioOnPostGisTest extends MappedScenarioTest {

    @Override
    StoreSettings store(Path data) throws SQLException {
        return StoreFixture.postgis(data, "mapped_scenarios");
    }
}
