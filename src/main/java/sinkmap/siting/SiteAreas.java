package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.Holes;
import sinkmap.grid.Mask;
import sinkmap.grid.Necks;
import sinkmap.grid.Patch;
import sinkmap.grid.SinkmapException;
import sinkmap.grid.Zones;

/**
 * The areas of sites, found in the cells that have a score: necks are cut ({@link Necks}), small holes filled
 * ({@link Holes}), contiguous areas found, those below the minimum dropped, those over the largest project split
 * ({@link AreaSplit}) and outlines drawn ({@link SiteOutlines}).
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
        int most = largest(rules, density, cell_ha);
        Mask cells = rules.neck_m() > 0 ? Necks.cut(scored, rules.neck_m(), rules.connectivity()) : scored;
        if (rules.fillHoles_ha() > 0) {
            cells = Holes.upTo(cells, rules.connectivity(), rules.fillHoles_ha())
                    .or(cells);
        }
        int cut = cells == scored ? 0 : scored.copy().andNot(cells).count();
        Zones zones = Zones.of(cells, rules.connectivity());
        List<Found> found = new ArrayList<>();
        int tooSmall = 0;
        int zone = 0;
        for (int z = 1; z <= zones.count(); z++) {
            int available = rules.fillHoles_ha() > 0 ? zones.patch(z).countIn(scored) : zones.size(z);
            if (available < least || available == 0) {
                tooSmall += available;
                continue;
            }
            zone++;
            Patch area = zones.patch(z);
            List<Patch> parts =
                    available <= most ? List.of(area) : AreaSplit.of(area, scored, rules.connectivity(), least, most);
            for (Patch part : parts) {
                found.add(new Found(zone, parts.size(), part, part.countIn(scored)));
            }
        }
        found.sort(Comparator.comparingInt(site -> site.cells.firstCell()));
        int filled = found.stream()
                .mapToInt(site -> site.cells.size() - site.available)
                .sum();
        return new SiteAreas(
                drawn(found, rules.simplify_m()), cut * cell_ha, filled * cell_ha, tooSmall * cell_ha, (int)
                        found.stream().filter(site -> site.available < least).count());
    }

    private static int largest(SiteRules rules, Density density, double cell_ha) {
        double most = Math.floor(rules.maxArea_ha(density) / cell_ha * (1 + ROUNDING));
        if (most < 1) {
            throw new SinkmapException("sites: max_capacity_mw of " + rules.maxCapacity_mw() + " takes "
                    + (float) rules.maxArea_ha(density) + " ha, less than a cell of " + (float) cell_ha
                    + " ha; take smaller cells or a larger project");
        }
        return (int) Math.min(Integer.MAX_VALUE, most);
    }

    private static List<SiteArea> drawn(List<Found> found, double simplify_m) {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            groups.computeIfAbsent(found.get(i).zone, zone -> new ArrayList<>()).add(i);
        }
        List<Geometry> outlines =
                SiteOutlines.of(found.stream().map(Found::cells).toList(), List.copyOf(groups.values()), simplify_m);
        List<SiteArea> sites = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found site = found.get(i);
            sites.add(new SiteArea(i + 1, site.zone, site.parts, site.cells, site.available, outlines.get(i)));
        }
        return sites;
    }

    private record Found(int zone, int parts, Patch cells, int available) {}
}
