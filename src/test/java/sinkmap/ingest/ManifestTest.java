package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.ingest.Loading.PORT;
import static sinkmap.ingest.Loading.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;
import sinkmap.store.Progress;

class ManifestTest {

    @TempDir
    private Path layers;

    private Path demo;
    private Loading to;
    private Manifest manifest;

    @BeforeEach
    void open() throws IOException {
        demo = Files.createDirectory(layers.resolve("demo"));
        to = new Loading(layers, IngestSettings.defaults());
        manifest = new Manifest(to.catalog, to.ingest, to.loads);
        write(demo, "a.csv", "code,lon,lat\nA,119,37\n");
        write(demo, "b.csv", "code,lon,lat\nB,120,36\n");
        write(demo, "depth.csv", "lon,lat,value\n119,37,10\n");
        write(demo, "demo.yaml", """
                loads:
                  - {layer: port, file: a.csv}
                  - {layer: port, file: b.csv}
                  - {layer: depth, file: depth.csv, surface: {method: idw, power: 2, cell_deg: 0.5}}
                runs: []
                """);
    }

    private List<String> load() {
        return manifest.load(Progress.NONE).stream().map(LoadReport::file).toList();
    }

    @Test
    void loadsEverythingOnceAndJoinsFilesOfOneLayer() {
        assertThat(load()).containsExactly("a.csv", "b.csv", "depth.csv");
        assertThat(to.records).extracting(r -> r.mode()).containsExactly("replace", "append", "replace");
        assertThat(load()).isEmpty();
    }

    @Test
    void loadsALayerAgainWhenItsFileOrItsSurfaceHasChanged() throws IOException {
        load();
        to.records.removeIf(r -> r.layer().equals("depth"));
        write(demo, "b.csv", "code,lon,lat\nB,120,36.5\n");

        assertThat(load()).containsExactly("a.csv", "b.csv", "depth.csv");
    }

    @Test
    void leavesALayerAloneThatHoldsOtherFiles() throws IOException {
        to.load(PORT, write(layers, "mine.csv", "code,lon,lat\nMINE,119,37\n"));

        assertThat(load()).containsExactly("depth.csv");
    }

    @Test
    void reportsProgressThatNeverFalls() {
        List<Double> shares = new ArrayList<>();

        manifest.load((stage, share) -> shares.add(share));

        assertThat(shares).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void namesFileAndLineOfAMistake() throws IOException {
        write(demo, "demo.yaml", "loads:\n  - {layer: port, fil: a.csv}\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("demo.yaml:2")
                .hasMessageContaining("did you mean 'file'?");
        write(demo, "demo.yaml", "loads:\n  - {layer: port, file: gone.csv}\n");
        assertThatThrownBy(this::load).hasMessageContaining("demo.yaml:2").hasMessageContaining("gone.csv");
        write(demo, "demo.yaml", "loads:\n  - {layer: prt, file: a.csv}\n");
        assertThatThrownBy(this::load).hasMessageContaining("did you mean 'port'?");
    }
}
