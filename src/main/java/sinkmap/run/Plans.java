package sinkmap.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Plan;
import sinkmap.siting.RuleSet;

/**
 * The siting plans and rule sets of the layers directory, read when the service starts and fixed while it runs. Whatever
 * is wrong in them is a {@link LayerFileException} with file and line.
 */
public final class Plans {

    private final Path directory;
    private final List<RuleSet> ruleSets;
    private final List<Plan> plans;
    private final List<EmissionFactor> emissionFactors;

    /** Reads the plans, rule sets and emission factors of a catalog. */
    public Plans(Catalog catalog) {
        this.directory = catalog.directory().resolve("plans");
        this.emissionFactors = FactorFiles.gridEmission(catalog);
        PlanYaml rules = new PlanYaml(catalog, List.of(), emissionFactors);
        this.ruleSets = files(directory.resolve("rules")).stream()
                .map(file -> rules.ruleSet(YamlNode.read(file)))
                .toList();
        PlanYaml yaml = new PlanYaml(catalog, ruleSets, emissionFactors);
        this.plans = files(directory).stream()
                .map(file -> yaml.plan(YamlNode.read(file)))
                .toList();
    }

    /** Every plan, without the rules of its rule set, in the order of file names. */
    public List<Plan> list() {
        return plans;
    }

    /** The plan of that id; a {@link SinkmapException} when there is none. */
    public Plan get(String id) {
        return plans.stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SinkmapException("there is no plan '" + id + "'"
                        + Suggestion.among(id, plans.stream().map(Plan::id).toList())));
    }

    /** Every rule set, in the order of file names. */
    public List<RuleSet> listRuleSets() {
        return ruleSets;
    }

    /** The rule sets that a run of a plan can choose: those for its technology and its land. */
    public List<RuleSet> listRuleSets(Plan plan) {
        return ruleSets.stream().filter(rules -> rules.regulates(plan)).toList();
    }

    /** Ids of the rule sets that a run of a plan can choose. */
    public List<String> listRuleSetIds(String plan) {
        return listRuleSets(get(plan)).stream().map(RuleSet::id).toList();
    }

    /**
     * A plan under a rule set.
     *
     * @param id id of the plan
     * @param ruleSet id of a rule set for its technology; null for the plan's own, if it names one
     */
    public Plan get(String id, String ruleSet) {
        Plan plan = get(id);
        String chosen = ruleSet == null ? plan.ruleSet() : ruleSet;
        return chosen == null ? plan : plan.under(getRuleSet(chosen));
    }

    RuleSet getRuleSet(String id) {
        return findRuleSet(id)
                .orElseThrow(() -> new SinkmapException("there is no rule set '" + id + "'"
                        + Suggestion.among(
                                id, ruleSets.stream().map(RuleSet::id).toList())));
    }

    private Optional<RuleSet> findRuleSet(String id) {
        return ruleSets.stream().filter(rules -> rules.id().equals(id)).findFirst();
    }

    /** The emission factor of a plan. */
    EmissionFactor avoided(Plan plan) {
        return emissionFactors.stream()
                .filter(factor -> factor.id().equals(plan.figures().avoided()))
                .findFirst()
                .orElseThrow();
    }

    /** The bases that avoided emissions of a plan are shown by, its own first. */
    List<AvoidedBasis> avoidedBases(Plan plan) {
        return AvoidedBasis.of(avoided(plan), emissionFactors);
    }

    /** SHA-256 of the files of a plan and of the rule set that it is under, hexadecimal. */
    String hash(Plan plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(directory.resolve(plan.id() + ".yaml")));
            if (plan.ruleSet() != null) {
                digest.update("\n---\n".getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(directory.resolve("rules").resolve(plan.ruleSet() + ".yaml")));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new SinkmapException("the files of plan '" + plan.id() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new LayerFileException(folder, 0, "the folder cannot be read: " + e.getMessage());
        }
    }
}
