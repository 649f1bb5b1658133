package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;

class ReportFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderIsMadeAndFilledAndHoldsNothingUnfinished() throws IOException {
        Path reports = folder.resolve("a/b");
        assertThat(new ReportFolder(reports).write(Accounts.full())).allMatch(Files::exists);
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("tables.xlsx", "strata.csv", "inputs.csv")
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void whatWasThereIsReplacedAndOthersAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("strata.csv"), "old");
        Files.writeString(folder.resolve("mine.txt"), "mine");
        new ReportFolder(folder).write(Accounts.full());
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
        assertThatThrownBy(() -> new ReportFolder(folder).write(Accounts.full()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(folder.resolve("tables.xlsx").toString());
    }
}
