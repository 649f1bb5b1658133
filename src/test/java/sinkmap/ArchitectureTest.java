package sinkmap;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house and the direction between them. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("sinkmap");

    @Test
    void packagesDependOnEachOtherOnlyAsTheyDeclare() {
        ApplicationModules.of(Sinkmap.class).verify();
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Path root = Path.of("src/main/java/sinkmap");
        try (Stream<Path> folders = Files.list(root)) {
            assertThat(folders.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .containsPattern("ApplicationModule\\s*\\(\\s*allowedDependencies"));
        }
    }

    @ParameterizedTest
    @CsvSource({"grid,", "siting, grid", "sink, grid", "survey, grid sink"})
    void enginesArePure(String engine, String others) {
        // the package of an array of primitives has no name
        List<String> allowed =
                new ArrayList<>(List.of("java.lang..", "java.util..", "java.math..", "java.io..", "java.time..", ""));
        allowed.add("org.locationtech.jts..");
        allowed.add("sinkmap." + engine + "..");
        for (String other : others == null ? new String[0] : others.split(" ")) {
            allowed.add("sinkmap." + other + "..");
        }
        classes()
                .that()
                .resideInAPackage("sinkmap." + engine + "..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(new String[0])))
                .because("an engine knows no host: no framework, no database, no clock")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void enginesReadNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("sinkmap.grid..", "sinkmap.siting..", "sinkmap.sink..", "sinkmap.survey..")
                .should()
                .callMethodWhere(target(name("now").or(name("nanoTime")).or(name("currentTimeMillis"))))
                .because("the same inputs give the same bytes")
                .check(CLASSES);
    }

    @Test
    void enginesTouchNoFiles() {
        noClasses()
                .that()
                .resideInAnyPackage("sinkmap.grid..", "sinkmap.siting..", "sinkmap.sink..", "sinkmap.survey..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*")
                .check(CLASSES);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        for (List<String> pair : List.of(
                List.of("wms", "wfs"),
                List.of("wms", "api"),
                List.of("wfs", "wms"),
                List.of("wfs", "api"),
                List.of("api", "wms"),
                List.of("api", "wfs"))) {
            noClasses()
                    .that()
                    .resideInAPackage("sinkmap.ogc." + pair.get(0) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("sinkmap.ogc." + pair.get(1) + "..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void namesComeFromTheField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .because("such a name says nothing about what the class is")
                .check(CLASSES);
    }
}
