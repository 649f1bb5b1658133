package sinkmap.ogc.style;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sinkmap.catalog.Crs;
import sinkmap.store.Feature;
import sinkmap.store.ShapeLevel;

/** Pictures of 256 x 256 pixels of 100,000 sites of 8 to 20 vertices, without reading or writing them, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = {"-Xmx512m", "-Djava.awt.headless=true"})
public class MapBenchmark {

    private static final int SITES = 100_000;
    private static final Crs DEGREES = Crs.of("EPSG:4490");
    private static final Crs MERCATOR = Crs.of("EPSG:3857");

    /** Side of the picture in metres: a province, a city, a few villages. */
    @Param({"500000", "60000", "10000"})
    private double side_m;

    private Style style;
    private List<Feature> features;
    private ShapeLevel level;
    private Random random;

    @Setup
    public void prepare() {
        style = Styles.read(Path.of("script/bench-ogc/layers/styles/bench-site.sld"), "bench-site")
                .get(0);
        random = new Random(5);
        features = new ArrayList<>();
        for (int i = 0; i < SITES; i++) {
            features.add(site(i));
        }
        level = ShapeLevel.of(
                features.iterator(), DEGREES, MERCATOR, Math.scalb(1.0, Math.getExponent(side_m / 256)));
    }

    private Feature site(int number) {
        double lon = 114.8 + 7.9 * random.nextDouble();
        double lat = 34.4 + 4 * random.nextDouble();
        double radius = 0.2 * Math.exp(random.nextDouble() * Math.log(7.5)) / 111.2;
        Coordinate[] ring = new Coordinate[9 + random.nextInt(13)];
        for (int k = 0; k < ring.length - 1; k++) {
            double angle = 2 * Math.PI * (k + 0.6 * random.nextDouble()) / (ring.length - 1);
            double reach = radius * (0.6 + 0.4 * random.nextDouble());
            ring[k] = new Coordinate(
                    lon + reach * Math.cos(angle) / Math.cos(Math.toRadians(lat)), lat + reach * Math.sin(angle));
        }
        ring[ring.length - 1] = ring[0];
        return new Feature(number, new GeometryFactory().createPolygon(ring), Map.of("score", random.nextDouble()));
    }

    private Screen screen() {
        double west = 12_779_500 + (879_000 - side_m) * random.nextDouble();
        double south = 4_084_000 + (552_000 - side_m) * random.nextDouble();
        return new Screen(MERCATOR, new Envelope(west, west + side_m, south, south + side_m), 256, 256);
    }

    @Benchmark
    public BufferedImage generalised() {
        MapPainter painter = new MapPainter(screen(), null);
        painter.paint(level, style);
        return painter.finish();
    }

    /** What Java2D does with the features that a search by their bounds finds. */
    @Benchmark
    public BufferedImage features() {
        Screen screen = screen();
        Envelope bounds = DEGREES.bounds(screen.bounds(), MERCATOR);
        MapPainter painter = new MapPainter(screen, null);
        painter.paint(
                features.stream()
                        .filter(site -> site.geometry().getEnvelopeInternal().intersects(bounds))
                        .iterator(),
                DEGREES,
                style);
        return painter.finish();
    }
}
