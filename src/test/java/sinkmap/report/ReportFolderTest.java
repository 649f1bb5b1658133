package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.MapPictures;
import sinkmap.run.TargetsFile;
import sinkmap.store.RunStore;

class ReportFolderTest {

    @TempDir
    private Path folder;

    private static AccountReport report() {
        TargetsFile targets = mock(TargetsFile.class);
        when(targets.list()).thenReturn(List.of());
        RunStore runs = mock(RunStore.class);
        when(runs.findOf(any())).thenReturn(Optional.empty());
        return new AccountReport(
                Catalog.read(Path.of("layers"), Path.of("styles")),
                targets,
                runs,
                Places.none(),
                mock(MapPictures.class));
    }

    @Test
    void aFolderIsMadeAndFilledAndHoldsNothingUnfinished() throws IOException {
        Path reports = folder.resolve("a/b");
        assertThat(new ReportFolder(reports).write(Accounts.full(), report())).allMatch(Files::exists);
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("report-zh.html", "report-en.html", "tables.xlsx", "strata.csv", "inputs.csv")
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void whatWasThereIsReplacedAndOthersAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("strata.csv"), "old");
        Files.writeString(folder.resolve("mine.txt"), "mine");
        new ReportFolder(folder).write(Accounts.full(), report());
        assertThat(folder.resolve("strata.csv")).content().startsWith("\uFEFFmethod,");
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void aFileInItsPlaceIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "mine");
        assertThatThrownBy(() -> new ReportFolder(file))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> new ReportFolder(file.resolve("below")))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(file.resolve("below").toString());
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderWithTheNameOfAFileIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("tables.xlsx/full"));
        assertThatThrownBy(() -> new ReportFolder(folder).write(Accounts.full(), report()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(folder.resolve("tables.xlsx").toString());
    }
}
