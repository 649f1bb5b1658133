package sinkmap.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Catalog.PlanFile;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.run.Plans;
import sinkmap.store.RunStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The siting plans and rule sets as they stand in the layers directory, each with its current run. */
@RestController
@RequestMapping("/api/plans")
class PlanController {

    private final Catalog catalog;
    private final RunStore runs;
    private final Plans plans;
    private final YAMLMapper yaml = YAMLMapper.builder().build();

    PlanController(Catalog catalog, RunStore runs, Plans plans) {
        this.catalog = catalog;
        this.runs = runs;
        this.plans = plans;
    }

    /**
     * A plan.
     *
     * @param technology what would be built
     * @param ruleSet the rule set that the plan names, or null
     * @param ruleSets rule sets that a run of this plan may take
     * @param definition the whole plan as written: land, exclusions, criteria with weights and sources, figures
     * @param currentRun the run whose sites are shown; null before the first
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record PlanView(
            String id,
            Text title,
            JsonNode summary,
            String technology,
            String ruleSet,
            List<JsonNode> ruleSets,
            JsonNode definition,
            RunView currentRun) {}

    record PlanList(List<PlanView> plans) {}

    @GetMapping
    PlanList plans() throws IOException {
        List<JsonNode> ruleSets = listRuleSets();
        return new PlanList(catalog.listPlans().stream()
                .map(plan -> view(plan, ruleSets, false))
                .toList());
    }

    @GetMapping("/{id}")
    PlanView plan(@PathVariable String id) throws IOException {
        PlanFile plan = catalog.listPlans().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND,
                        "there is no plan '" + id + "'"
                                + Suggestion.among(
                                        id,
                                        catalog.listPlans().stream()
                                                .map(PlanFile::id)
                                                .toList())));
        return view(plan, listRuleSets(), true);
    }

    private PlanView view(PlanFile plan, List<JsonNode> ruleSets, boolean result) {
        JsonNode definition = yaml.readTree(plan.file());
        List<String> suiting = plans.listRuleSetIds(plan.id());
        return new PlanView(
                plan.id(),
                plan.title(),
                definition.get("summary"),
                text(definition, "technology"),
                text(definition, "rule_set"),
                ruleSets.stream()
                        .filter(set -> suiting.contains(text(set, "id")))
                        .toList(),
                definition,
                runs.findCurrent("siting", plan.id())
                        .map(run -> result ? RunView.of(run) : RunView.withoutResult(run))
                        .orElse(null));
    }

    private List<JsonNode> listRuleSets() throws IOException {
        Path folder = catalog.directory().resolve("plans").resolve("rules");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(yaml::readTree)
                    .toList();
        }
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value.asString();
    }
}
