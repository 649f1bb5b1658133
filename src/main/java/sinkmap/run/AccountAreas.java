package sinkmap.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Stratum;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Areas of the strata in the current account, in hectares. */
final class AccountAreas {

    private final String run;
    private final Map<Stratum, Double> area_ha = new LinkedHashMap<>();

    private AccountAreas(String run) {
        this.run = run;
    }

    /** Areas of the current account run; an error when there is none. */
    static AccountAreas read(RunStore runs, AccountPlan plan) {
        StoredRun stored = runs.findCurrent("account", "")
                .filter(run -> run.result() != null)
                .orElseThrow(() -> new SinkmapException(
                        "the scenario takes areas from the account, and none has been computed yet; run"
                                + " 'sinkmap account' first, or give every class its 'area_ha'"));
        return of(stored.id(), stored.result(), plan);
    }

    /** Areas of a result of an account run. */
    static AccountAreas of(String run, String result, AccountPlan plan) {
        AccountAreas areas = new AccountAreas(run);
        JsonNode account = JsonMapper.shared().readTree(result);
        for (Stratum stratum : plan.strata()) {
            for (String list : List.of("strata", "without_factor")) {
                for (JsonNode row : account.path(list)) {
                    if (row.path("layer").asString("").equals(stratum.layer())
                            && row.path("class").asString("").equals(stratum.classCode())) {
                        areas.area_ha.put(stratum, row.path("area_ha").asDouble());
                    }
                }
            }
        }
        return areas;
    }

    String run() {
        return run;
    }

    Map<Stratum, Double> all() {
        return area_ha;
    }

    double get(String classId, Stratum stratum) {
        Double area = area_ha.get(stratum);
        if (area == null) {
            throw new SinkmapException("class '" + classId + "': the current account has no land of layer "
                    + stratum.layer() + ", class " + stratum.classCode()
                    + "; load such land and run the account again, or give 'area_ha'");
        }
        return area;
    }
}
