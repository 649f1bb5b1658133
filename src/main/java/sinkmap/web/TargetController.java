package sinkmap.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.catalog.Text;
import sinkmap.run.Target;
import sinkmap.run.TargetsFile;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What the region's carbon-peak plan sets as targets; what it does not set stays null. */
@RestController
@RequestMapping("/api/targets")
class TargetController {

    private final TargetsFile file;

    TargetController(TargetsFile file) {
        this.file = file;
    }

    /**
     * A target.
     *
     * @param value the number; null where the plan sets none
     * @param valueText the target for people, or that the plan does not set it
     * @param year year of the target, or null where none is stated
     * @param trackable {@code yes}, {@code partly} or {@code no}: whether the map can show it
     * @param layer layer that shows it, or null
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record TargetView(
            String id,
            Text title,
            String unit,
            Double baseline,
            String baselineYear,
            String baselineBasis,
            Double value,
            Text valueText,
            String operator,
            String year,
            String section,
            String trackable,
            String indicator,
            String layer) {

        static TargetView of(Target t) {
            return new TargetView(
                    t.id(),
                    new Text(t.nameZh(), t.nameEn()),
                    t.unit(),
                    t.baselineValue(),
                    t.baselineYear(),
                    t.baselineBasis(),
                    t.targetValue(),
                    t.text(),
                    t.operator(),
                    "none stated".equals(t.targetYear()) ? null : t.targetYear(),
                    t.section(),
                    t.mapTrackable(),
                    t.layerOrIndicator(),
                    t.layer());
        }
    }

    record Targets(List<TargetView> targets) {}

    @GetMapping
    Targets targets() {
        return new Targets(file.list().stream().map(TargetView::of).toList());
    }
}
