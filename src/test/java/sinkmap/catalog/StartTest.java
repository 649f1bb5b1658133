package sinkmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String WADDEN = "src/test/resources/catalog/wadden";

    @Test
    void catalogIsReadFromTheDirectoryThatIsNamed() {
        try (var context = application().run("--sinkmap.layers=" + WADDEN)) {
            assertThat(context.getBean(Catalog.class).region().id()).isEqualTo("wadden");
            assertThat(context.getBean(Catalog.class).styles()).isEqualTo(Path.of(WADDEN, "styles"));
        }
    }

    @Test
    void brokenRegionStopsTheStartWithItsMessageAndNoStackTrace(@TempDir Path directory, CapturedOutput output)
            throws IOException {
        Files.writeString(directory.resolve("region.yaml"), "id: a\ntitel: {zh: 甲, en: A}\n");

        assertThatThrownBy(() -> application().run("--sinkmap.layers=" + directory, "--sinkmap.styles=" + directory));

        assertThat(output.getAll())
                .contains(directory + "/region.yaml:2: unknown key 'titel'; did you mean 'title'?")
                .doesNotContain("\tat ", "BeanCreationException");
    }

    @Test
    void loggingGoesToLogback() {
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName())
                .isEqualTo("ch.qos.logback.classic.LoggerContext");
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CatalogConfiguration.class).web(WebApplicationType.NONE);
    }
}
