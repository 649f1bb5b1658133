package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.grid.Zones;
import sinkmap.siting.Site.Part;

/** Finds the sites in what a plan leaves, and describes them. */
public final class Sites {

    private final Plan plan;
    private final Screening screening;
    private final Suitability suitability;
    private final Grid grid;
    private final Raster resource;
    private final DoubleUnaryOperator hours;
    private final Obstacles obstacles;

    private Sites(Plan plan, Screening screening, Suitability suitability, Evidence evidence) {
        this.plan = plan;
        this.screening = screening;
        this.suitability = suitability;
        this.grid = evidence.grid();
        this.resource = evidence.raster(plan.figures().yield().resource(), grid);
        this.hours = plan.figures().yield().hours();
        this.obstacles = new Obstacles(plan, evidence);
    }

    /** Contiguous areas of scored cells that are not smaller than the plan asks for, best first. */
    public static List<Site> of(Plan plan, Screening screening, Suitability suitability, Evidence evidence) {
        Zones zones = Zones.of(suitability.available(), plan.sites().connectivity());
        int[] large = IntStream.rangeClosed(1, zones.count())
                .filter(z -> zones.area_ha(z) >= plan.sites().minArea_ha() * (1 - 1e-9))
                .toArray();
        if (large.length == 0) {
            return List.of();
        }
        Sites sites = new Sites(plan, screening, suitability, evidence);
        List<Site> found = new ArrayList<>();
        for (int z : large) {
            found.add(sites.describe(found.size() + 1, zones, z));
        }
        found.sort(Comparator.comparingDouble(Site::score)
                .thenComparingDouble(Site::area_ha)
                .reversed()
                .thenComparing(Site::id));
        for (int i = 0; i < found.size(); i++) {
            found.set(i, found.get(i).ranked(i + 1));
        }
        return List.copyOf(found);
    }

    private Site describe(int number, Zones zones, int z) {
        int[] cells = zones.cells(z);
        double score = 0;
        int unknown = 0;
        int withResource = 0;
        double cellCapacity_mw = plan.figures().density().capacity_mw(grid.cellArea_ha());
        double energy_mwh = 0;
        for (int cell : cells) {
            score += suitability.scoreAt(cell);
            unknown += screening.unknown().get(cell) ? 1 : 0;
            float value = resource.values()[cell];
            if (!Float.isNaN(value)) {
                withResource++;
                energy_mwh += cellCapacity_mw * hours.applyAsDouble(value);
            }
        }
        return new Site(
                String.format(Locale.ROOT, "%s-%03d", plan.id(), number),
                0,
                cells,
                zones.polygon(z),
                cells.length * grid.cellArea_ha(),
                score / cells.length,
                parts(cells),
                cellCapacity_mw * cells.length,
                energy_mwh / 1000,
                energy_mwh / (cellCapacity_mw * withResource),
                (cells.length - withResource) * grid.cellArea_ha(),
                unknown * grid.cellArea_ha(),
                obstacles.around(cells, suitability.available()));
    }

    private List<Part> parts(int[] cells) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < plan.criteria().size(); i++) {
            Criterion criterion = plan.criteria().get(i);
            double value = 0;
            double membership = 0;
            for (int cell : cells) {
                float raw = suitability.rawAt(i, cell);
                value += raw;
                membership += criterion.membership().of(raw);
            }
            double mean = membership / cells.length;
            parts.add(new Part(criterion, suitability.unit(i), value / cells.length, mean, criterion.weight() * mean));
        }
        return List.copyOf(parts);
    }
}
