package sinkmap.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import sinkmap.grid.Grid;
import sinkmap.siting.Criterion;
import sinkmap.siting.Plan;
import sinkmap.siting.RuleSet;
import sinkmap.siting.ScreenedAreas;
import sinkmap.siting.ScreeningPolicy;
import sinkmap.siting.Sensitivity;
import sinkmap.siting.Site;
import sinkmap.siting.SiteAreas;
import sinkmap.siting.Title;
import sinkmap.siting.Unknown;
import sinkmap.siting.Weights;

/** Puts the result of a siting run together. */
final class SitingResults {

    private static final Title UNKNOWN = new Title("无法判定", "cannot be decided");

    private final Plan plan;
    private final ScreenedLand land;
    private final OtherRuleSets others;
    private final SiteAreas found;
    private final List<Site> sites;
    private final Weights weights;
    private final LocalDate day;

    /** The result of a run that was made on a day. */
    SitingResults(
            Plan plan,
            ScreenedLand land,
            OtherRuleSets others,
            SiteAreas found,
            List<Site> sites,
            Weights weights,
            LocalDate day) {
        this.plan = plan;
        this.land = land;
        this.others = others;
        this.found = found;
        this.sites = sites;
        this.weights = weights;
        this.day = day;
    }

    SitingResult result(
            Grid region,
            Stages stages,
            Inputs inputs,
            Plans plans,
            SitingCarbon carbon,
            List<String> reused,
            double answer_s) {
        return new SitingResult(
                plan.id(),
                plan.ruleSet(),
                plan.ruleSet() == null ? null : validity(plans.getRuleSet(plan.ruleSet())),
                new SitingResult.OfGrid(
                        region.crs(), region.cellSize(), region.rows(), region.columns(), region.size()),
                screening(),
                areas(region),
                exclusions(),
                otherRuleSets(),
                criteria(),
                weights(),
                sites(),
                sites.isEmpty() ? reason() : null,
                SiteFeatures.basis(plans.avoided(plan)),
                carbon,
                List.copyOf(reused),
                answer_s,
                stages.seconds(),
                stages.peakHeap_mb(),
                inputs.list(),
                inputs.quality(),
                plans.hash(plan),
                inputs.definitions(),
                Version.current());
    }

    private SitingResult.Validity validity(RuleSet rules) {
        return new SitingResult.Validity(rules.validFrom(), rules.validTo(), rules.inForce(day));
    }

    private SitingResult.OfScreening screening() {
        ScreeningPolicy policy = plan.screening();
        boolean centre = policy.parts() == 1;
        return new SitingResult.OfScreening(
                centre ? "centre" : "share",
                centre ? null : policy.parts(),
                centre ? null : policy.availableFrom(),
                policy.unknown().name().toLowerCase(Locale.ROOT),
                land.bands().size());
    }

    private SitingResult.Area areas(Grid region) {
        return new SitingResult.Area(
                region.size() * region.cellArea_ha(),
                land.areas().eligible_ha(),
                land.areas().available_ha(),
                land.scored().area_ha(),
                land.areas().unknown_ha());
    }

    private List<SitingResult.OfExclusion> exclusions() {
        List<SitingResult.OfExclusion> exclusions = new ArrayList<>();
        for (ScreenedAreas.Loss loss : land.areas().losses()) {
            exclusions.add(new SitingResult.OfExclusion(
                    loss.exclusion().id(),
                    loss.exclusion().title(),
                    loss.exclusion().source(),
                    loss.alone_ha(),
                    loss.inSequence_ha(),
                    loss.onlyObstacle_ha(),
                    loss.unknown_ha()));
        }
        if (plan.screening().unknown() == Unknown.FLAGGED) {
            exclusions.add(new SitingResult.OfExclusion(
                    "unknown", UNKNOWN, null, 0, 0, 0, land.areas().unknown_ha()));
        }
        return exclusions;
    }

    private List<SitingResult.OfRuleSet> otherRuleSets() {
        List<SitingResult.OfRuleSet> found = new ArrayList<>();
        for (int i = 0; i < others.plans().size(); i++) {
            found.add(new SitingResult.OfRuleSet(
                    others.plans().get(i).ruleSet(),
                    land.others().get(i).area_ha(),
                    land.others().get(i).copy().and(land.available()).area_ha(),
                    null));
        }
        others.missing().forEach(m -> found.add(new SitingResult.OfRuleSet(m.ruleSet(), null, null, m.reason())));
        return found;
    }

    private List<SitingResult.OfCriterion> criteria() {
        List<SitingResult.OfCriterion> criteria = new ArrayList<>();
        for (int i = 0; i < plan.criteria().size(); i++) {
            Criterion criterion = plan.criteria().get(i);
            criteria.add(new SitingResult.OfCriterion(
                    criterion.id(),
                    criterion.title(),
                    criterion.value().layer(),
                    weights.of(i),
                    land.missing()[i] * land.window().cellArea_ha()));
        }
        return criteria;
    }

    private SitingResult.OfWeights weights() {
        return new SitingResult.OfWeights(
                plan.weighting().source(),
                plan.weighting().method().id(),
                plan.weighting().aggregation().id(),
                weights.parts(),
                weights.experts(),
                weights.group(),
                Sensitivity.applied(plan.weighting(), weights, sites.size()));
    }

    private SitingResult.OfSites sites() {
        return new SitingResult.OfSites(
                sites.size(),
                sites.stream().mapToDouble(Site::area_ha).sum(),
                sites.stream().mapToDouble(Site::usable_ha).sum(),
                sites.stream().mapToDouble(site -> site.figures().capacity_mw()).sum(),
                sites.stream()
                        .mapToDouble(site -> site.figures().energy_gwh())
                        .filter(Double::isFinite)
                        .sum(),
                found.necks_ha(),
                found.filled_ha(),
                found.tooSmall_ha(),
                found.belowMinimum());
    }

    /** Why there is no site. */
    private Title reason() {
        if (land.areas().eligible_ha() == 0) {
            return new Title("区域内没有符合方案用地用海条件的单元", "no cell of the region meets the plan's land term");
        }
        if (land.available().isEmpty()) {
            ScreenedAreas.Loss most = land.areas().losses().stream()
                    .max(Comparator.comparingDouble(ScreenedAreas.Loss::alone_ha))
                    .orElseThrow();
            return new Title(
                    "可选范围全部被排除；排除面积最大的规则：" + most.exclusion().title().zh(),
                    "the exclusions take all of the plan's land; the rule that takes most of it is '"
                            + most.exclusion().id() + "' ("
                            + most.exclusion().title().en() + ")");
        }
        if (land.scored().isEmpty()) {
            int least = 0;
            for (int i = 1; i < land.missing().length; i++) {
                least = land.missing()[i] > land.missing()[least] ? i : least;
            }
            Criterion criterion = plan.criteria().get(least);
            return new Title(
                    "可用单元都缺少某个准则的数据；缺得最多的准则：" + criterion.title().zh(),
                    "no available cell has a value for every criterion; most lack '" + criterion.id() + "' (layer '"
                            + criterion.value().layer() + "')");
        }
        return new Title(
                "可用地块都小于最小场址面积 " + plan.sites().minArea_ha() + " 公顷",
                "no available area reaches the smallest area of a site, "
                        + plan.sites().minArea_ha() + " ha");
    }
}
