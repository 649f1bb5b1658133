package sinkmap.run;

import java.util.HashMap;
import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.siting.Plan;
import sinkmap.siting.ScreenedCells;
import sinkmap.siting.Screening;
import sinkmap.siting.Truths;
import sinkmap.store.RasterWriter;

/** A way through the windows that draws what the screening says of each cell, from where the rules are known to hold. */
final class ScreeningMaps {

    private final Plan plan;
    private final RegionEvidence parts;
    private final CachedTruths truths;

    /**
     * Maps of a plan.
     *
     * @param parts what is known about the region, on the parts of cells that are screened
     * @param truths where rules hold
     */
    ScreeningMaps(Plan plan, RegionEvidence parts, CachedTruths truths) {
        this.plan = plan;
        this.parts = parts;
        this.truths = truths;
    }

    /**
     * Writes the maps, several rows of tiles at once.
     *
     * @param reasons takes the rules that take each cell, as {@link Screening#reasons} says
     * @param shares takes the available share of each cell
     */
    void write(ScreenedLand land, RasterWriter reasons, Optional<RasterWriter> shares, Stages stages) {
        Bands.each(Bands.inTiles(land.bands()), stages, bands -> {
            Grid rows = Bands.grid(bands, land.window());
            Raster ofReasons = Raster.empty(rows, "1");
            Raster ofShares = Raster.empty(rows, "1");
            for (Bands.Band band : bands) {
                stages.tick();
                ScreenedCells cells = screened(band.grid());
                int from = (band.row() - bands.get(0).row()) * rows.columns();
                copy(cells.reasons(), ofReasons, from);
                if (shares.isPresent()) {
                    copy(cells.share(), ofShares, from);
                }
            }
            reasons.writeRows(ofReasons);
            shares.ifPresent(writer -> writer.writeRows(ofShares));
        });
    }

    private ScreenedCells screened(Grid window) {
        Grid fine = window.refined(plan.screening().parts());
        Truths known = truths.on(fine, Truths.over(new StoreEvidence(parts, fine)), new HashMap<>());
        return ScreenedCells.of(Screening.of(plan, known), window);
    }

    private static void copy(Raster part, Raster to, int from) {
        System.arraycopy(part.values(), 0, to.values(), from, part.values().length);
    }
}
