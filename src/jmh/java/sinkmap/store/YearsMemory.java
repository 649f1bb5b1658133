package sinkmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that yearly states take, by the number of years: the work of {@link YearlyStatesBenchmark} on the same cells, while
 * another thread collects garbage all the time and keeps the most that is left.
 */
public final class YearsMemory {

    private static final double MB = 1e6;

    private YearsMemory() {}

    /** Prints a line for each number of years. */
    public static void main(String[] years) throws IOException, InterruptedException {
        System.out.printf("%6s %10s %14s %18s %12s%n", "years", "file_MB", "land_MB", "most_beside_it_MB", "seconds");
        for (String of : years) {
            measure(Integer.parseInt(of));
        }
    }

    private static void measure(int years) throws IOException, InterruptedException {
        YearlyStatesBenchmark work = new YearlyStatesBenchmark();
        work.years = years;
        work.prepare();
        long before = live();
        AtomicLong most = new AtomicLong();
        AtomicBoolean ended = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!ended.get()) {
                most.accumulateAndGet(live(), Math::max);
            }
        });
        watch.start();
        long began = System.nanoTime();
        Path file = work.project();
        double seconds = (System.nanoTime() - began) / 1e9;
        ended.set(true);
        watch.join();
        System.out.printf(
                "%6d %10.0f %14.1f %18.1f %12.1f%n",
                years, Files.size(file) / MB, before / MB, (most.get() - before) / MB, seconds);
        work.delete();
    }

    /** What is in use after a collection, bytes. */
    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
