package sinkmap.run;

import java.nio.file.Path;
import java.sql.SQLException;
import sinkmap.store.StoreFixture;
import sinkmap.store.StoreSettings;

/** How a scenario of dated maps is run, with the store on PostGIS. */
class ScenarioRunOnPostGisTest extends ScenarioRunTest {

    @Override
    StoreSettings store(Path data) throws SQLException {
        return StoreFixture.postgis(data, "scenario_runs");
    }
}
