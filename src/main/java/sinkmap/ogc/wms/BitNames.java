package sinkmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sinkmap.catalog.BitList;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Text;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names the bits of a raster's value, as the result of the run that wrote the raster lists them. */
final class BitNames {

    /** Bits that a single-precision number holds exactly. */
    private static final int MOST_bits = 24;

    private final RunStore runs;

    BitNames(RunStore runs) {
        this.runs = runs;
    }

    /**
     * A bit that is set.
     *
     * @param bit its number, from 0
     * @param id id of the entry; empty when the run does not list it
     * @param title title of the entry, its id or number where it has none
     */
    record Name(int bit, String id, Text title) {}

    /**
     * The bits of a value; none of a layer whose values are numbers, of 0 and of nodata.
     *
     * @param of id of the run that the value is of; empty for the current one
     */
    List<Name> of(RasterLayer layer, List<String> of, float value) {
        BitList bits = layer.band().bits();
        if (bits == null || !(value >= 1) || value >= 1 << MOST_bits) {
            return List.of();
        }
        Optional<StoredRun> run = of.isEmpty() ? runs.findOf(layer) : runs.find(of.get(0));
        Optional<JsonNode> entries = run.map(StoredRun::result)
                .map(result -> JsonMapper.shared().readTree(result).path(bits.list()));
        List<Name> names = new ArrayList<>();
        for (int rest = (int) value; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            names.add(name(bit, entries.map(list -> list.path(bit))));
        }
        return names;
    }

    private static Name name(int bit, Optional<JsonNode> entry) {
        String id = entry.map(e -> e.path("id").asString("")).orElse("");
        String number = id.isEmpty() ? String.valueOf(bit + 1) : id;
        Text plain = id.isEmpty() ? new Text("第 " + number + " 项", "no. " + number) : new Text(id, id);
        Text title = entry.map(e -> e.path("title"))
                .map(t ->
                        new Text(t.path("zh").asString(plain.zh()), t.path("en").asString(plain.en())))
                .orElse(plain);
        return new Name(bit, id, title);
    }
}
