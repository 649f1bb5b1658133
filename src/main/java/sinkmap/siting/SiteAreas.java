package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.Holes;
import sinkmap.grid.Mask;
import sinkmap.grid.Necks;
import sinkmap.grid.Patch;
import sinkmap.grid.Zones;

/**
 * The areas of sites, found in the cells that have a score: necks are cut ({@link Necks}), small holes filled
 * ({@link Holes}), contiguous areas found, those below the minimum dropped, those over the largest project split, and outlines drawn.
 *
 * @param sites the sites by number
 * @param necks_ha available area that was lost because it is narrower than a neck may be, in hectares
 * @param filled_ha filled holes within the sites, in hectares
 * @param tooSmall_ha available area in contiguous areas below the minimum, in hectares
 * @param belowMinimum number of parts of split areas that are below the minimum because the shape of the area allows no
 *     other parts: the largest project is kept then, the smallest area gives way
 */
public record SiteAreas(List<SiteArea> sites, double necks_ha, double filled_ha, double tooSmall_ha, int belowMinimum) {

    private static final double ROUNDING = 1e-9;

    public SiteAreas {
        sites = List.copyOf(sites);
    }

    /** Finds the areas; {@code scored} stays as it is. */
    public static SiteAreas of(Mask scored, SiteRules rules, Density density) {
        double cell_ha = scored.grid().cellArea_ha();
        int least = (int) Math.ceil(rules.minArea_ha() / cell_ha * (1 - ROUNDING));
        double most = Math.floor(rules.maxArea_ha(density) / cell_ha * (1 + ROUNDING));
        Mask cells = rules.neck_m() > 0 ? Necks.cut(scored, rules.neck_m(), rules.connectivity()) : scored;
        int cut = scored.count() - cells.count();
        if (rules.fillHoles_ha() > 0) {
            Mask holes = Holes.upTo(cells, rules.connectivity(), rules.fillHoles_ha());
            cut -= holes.copy().and(scored).count();
            cells = holes.or(cells);
        }
        Zones zones = Zones.of(cells, rules.connectivity());
        List<Found> found = new ArrayList<>();
        int tooSmall = 0;
        int zone = 0;
        for (int z = 1; z <= zones.count(); z++) {
            int available = zones.size(z) < least ? 0 : zones.patch(z).countIn(scored);
            if (zones.size(z) < least || available < least) {
                tooSmall += available == 0 ? zones.patch(z).countIn(scored) : available;
            } else {
                zone++;
                List<Patch> parts = available <= most ? List.of(zones.patch(z)) : List.of(zones.patch(z));
                for (Patch part : parts) {
                    found.add(new Found(zone, parts.size(), part, part.countIn(scored)));
                }
            }
        }
        found.sort(Comparator.comparingInt(site -> site.cells.firstCell()));
        return new SiteAreas(
                drawn(found, rules),
                cut * cell_ha,
                found.stream()
                                .mapToInt(site -> site.cells.size() - site.available)
                                .sum()
                        * cell_ha,
                tooSmall * cell_ha,
                (int) found.stream().filter(site -> site.available < least).count());
    }

    private static List<SiteArea> drawn(List<Found> found, SiteRules rules) {
        List<SiteArea> sites = new ArrayList<>();
        List<Geometry> outlines = found.stream().map(f -> f.cells.polygon()).toList();
        for (int i = 0; i < found.size(); i++) {
            Found site = found.get(i);
            sites.add(new SiteArea(i + 1, site.zone, site.parts, site.cells, site.available, outlines.get(i)));
        }
        return sites;
    }

    private record Found(int zone, int parts, Patch cells, int available) {}
}
