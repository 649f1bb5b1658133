package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static sinkmap.ingest.Loading.DEPTH;
import static sinkmap.ingest.Loading.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;
import org.mockito.ArgumentCaptor;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.ingest.Surface.Method;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;

class SurfaceLoadTest {

    private static final Surface IDW = new Surface(Method.IDW, 2, 0, 0.25, null);

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    private static AnchorSurface surface(Surface surface, double... anchors) {
        List<Anchors.Anchor> list = new java.util.ArrayList<>();
        for (int i = 0; i < anchors.length; i += 4) {
            list.add(Anchors.at(anchors[i], anchors[i + 1], anchors[i + 2], anchors[i + 3]));
        }
        return new AnchorSurface(surface, list);
    }

    @Test
    void measuresDistancesOnTheGreatCircle() {
        Anchors.Anchor equator = Anchors.at(118, 0, 0, 1);
        Anchors.Anchor degreeNorth = Anchors.at(118, 1, 0, 1);
        Anchors.Anchor opposite = Anchors.at(-62, 0, 0, 1);

        assertThat(equator.distance_km(degreeNorth.x(), degreeNorth.y(), degreeNorth.z()))
                .isCloseTo(Math.PI * 6371.0088 / 180, offset(1e-6));
        assertThat(equator.distance_km(opposite.x(), opposite.y(), opposite.z()))
                .isCloseTo(Math.PI * 6371.0088, offset(1e-3));
    }

    @Test
    void weighsAnchorsWithTheInverseOfTheirDistanceToAPower() {
        AnchorSurface two = surface(IDW, 118, 36, 10, 1, 118, 39, 40, 1);

        assertThat(two.at(118, 36)).isEqualTo(10);
        assertThat(two.at(118, 37.5)).isCloseTo(25, offset(1e-9));
        // one part of the way from the first, two from the second: weights 4 and 1
        assertThat(two.at(118, 37)).isCloseTo((4 * 10 + 40) / 5.0, offset(1e-9));
    }

    @Test
    void addsHillsToABackground() {
        Surface gaussian = new Surface(Method.GAUSSIAN, 0, 0.5, 0.25, null);
        double degree_km = Math.PI * 6371.0088 / 180;
        AnchorSurface hill = surface(gaussian, 118, 36, 12, degree_km);

        assertThat(hill.at(118, 36)).isCloseTo(12.5, offset(1e-9));
        assertThat(hill.at(118, 37)).isCloseTo(0.5 + 12 / Math.E, offset(1e-9));
        assertThat(hill.at(118, 39)).isCloseTo(0.5 + 12 * Math.exp(-9), offset(1e-9));
    }

    private Raster stored() {
        ArgumentCaptor<Raster> raster = ArgumentCaptor.forClass(Raster.class);
        verify(to.rasters).replace(eq(DEPTH), raster.capture());
        return raster.getValue();
    }

    @Test
    void coversTheRegionWithTheSurface() throws IOException {
        Path file = write(folder, "depth.csv", "lon,lat,value,note\n118,36,10,a\n118,39,40,b\n");

        LoadReport report = to.load(DEPTH, file, LoadOptions.replace().withSurface(IDW));

        Grid grid = stored().grid();
        assertThat(grid.crs()).isEqualTo("EPSG:4326");
        assertThat(grid.envelope().contains(Loading.region().window())).isTrue();
        assertThat(stored().at(grid.row(36.01), grid.column(117.99))).isBetween(10f, 11f);
        assertThat(stored().countData()).isEqualTo(grid.size());
        assertThat(report.accepted()).isEqualTo(grid.size());
        assertThat(report.settings()).contains("IDW").contains("0.25");
    }

    @Test
    void hasNoDataWhereAnotherLayerCoversTheCell() throws Exception {
        Feature land = new Feature(1, new WKTReader().read("POLYGON((110 30,118 30,118 45,110 45,110 30))"), Map.of());
        when(to.features.open(any())).thenAnswer(call -> cursor(land));
        Surface cut = new Surface(Method.IDW, 2, 0, 0.25, "salt-marsh");

        to.load(
                DEPTH,
                write(folder, "depth.csv", "lon,lat,value\n119,36,10\n"),
                LoadOptions.replace().withSurface(cut));

        Grid grid = stored().grid();
        assertThat(stored().at(grid.row(36), grid.column(117.9))).isNaN();
        assertThat(stored().at(grid.row(36), grid.column(118.1))).isEqualTo(10f);
    }

    private static FeatureCursor cursor(Feature... features) {
        Iterator<Feature> iterator = List.of(features).iterator();
        return new FeatureCursor() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Feature next() {
                return iterator.next();
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void refusesToCutAlongAnEmptyLayer() throws IOException {
        when(to.features.open(any())).thenAnswer(call -> cursor());
        Path file = write(folder, "depth.csv", "lon,lat,value\n119,36,10\n");
        Surface cut = new Surface(Method.IDW, 2, 0, 0.25, "salt-marsh");

        assertThatThrownBy(() -> to.load(DEPTH, file, LoadOptions.replace().withSurface(cut)))
                .hasMessageContaining("that layer holds nothing; load it first");
    }

    @Test
    void namesTheLineOfABadAnchor() throws IOException {
        LoadOptions options = LoadOptions.replace().withSurface(IDW);
        String head = "lon,lat,value\n119,36,10\n";

        assertThatThrownBy(() -> to.load(DEPTH, write(folder, "a.csv", head + "36,119,5\n"), options))
                .hasMessageContaining("a.csv, line 3")
                .hasMessageContaining("are the coordinates swapped?");
        assertThatThrownBy(() -> to.load(DEPTH, write(folder, "b.csv", head + "119,36,deep\n"), options))
                .hasMessageContaining("b.csv, line 3: value is not a number: 'deep'");
        assertThatThrownBy(() -> to.load(DEPTH, write(folder, "c.csv", head + "119,36,-4\n"), options))
                .hasMessageContaining("outside what layer depth allows, 0.0 to 200.0");
        assertThatThrownBy(() -> to.load(DEPTH, write(folder, "d.csv", "lon,lat,depth\n1,2,3\n"), options))
                .hasMessageContaining("no column 'value'");
        assertThatThrownBy(() -> new Surface(Method.IDW, -1, 0, 0.1, null)).hasMessageContaining("power");
        assertThatThrownBy(() -> new Surface(Method.IDW, 2, 0, 0, null)).hasMessageContaining("cells");
    }
}
