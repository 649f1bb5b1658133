package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.ogc.OwsException;

class TimeRangeTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01T00:00:00Z, 2024-12-31T23:59:59.999999999Z",
        "2024-02, 2024-02-01T00:00:00Z, 2024-02-29T23:59:59.999999999Z",
        "2024-02-29, 2024-02-29T00:00:00Z, 2024-02-29T23:59:59.999999999Z",
        "2024-02-29T08, 2024-02-29T08:00:00Z, 2024-02-29T08:59:59.999999999Z",
        "2024-02-29T08Z, 2024-02-29T08:00:00Z, 2024-02-29T08:59:59.999999999Z",
        "2024-02-29T08:30+08:00, 2024-02-29T00:30:00Z, 2024-02-29T00:30:59.999999999Z",
        "2024-02-29T08:30:15, 2024-02-29T08:30:15Z, 2024-02-29T08:30:15.999999999Z",
        "2024-02-29T08:30:15.250Z, 2024-02-29T08:30:15.250Z, 2024-02-29T08:30:15.250Z",
        "2023/2024-03, 2023-01-01T00:00:00Z, 2024-03-31T23:59:59.999999999Z",
        "2023/2024/0, 2023-01-01T00:00:00Z, 2024-12-31T23:59:59.999999999Z"
    })
    void aTimeMeansAllOfWhatItNames(String text, Instant from, Instant to) {
        assertThat(TimeRange.read(text)).singleElement().satisfies(range -> {
            assertThat(range.from()).isEqualTo(from);
            assertThat(range.to()).isEqualTo(to);
            assertThat(range.instant()).isEqualTo(!text.contains("/"));
        });
    }

    @Test
    void stepsOfMonthsFollowTheCalendar() {
        List<TimeRange> steps = TimeRange.read("2024-01-15/2024-04-20/P1M");
        assertThat(steps)
                .extracting(range -> range.from().toString().substring(0, 10))
                .containsExactly("2024-01-15", "2024-02-15", "2024-03-15", "2024-04-15");
    }

    @Test
    void aPeriodMayHaveDaysAndHours() {
        List<TimeRange> steps = TimeRange.read("2024-01-01T00:00:00Z/2024-01-04T00:00:00Z/P1DT12H");
        assertThat(steps)
                .extracting(range -> range.from().toString())
                .containsExactly("2024-01-01T00:00:00Z", "2024-01-02T12:00:00Z", "2024-01-04T00:00:00Z");
    }

    @Test
    void aListMayMixTimesAndIntervals() {
        assertThat(TimeRange.read("2020, 2022-03/2022-04"))
                .extracting(TimeRange::instant)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "20240101",
                "2024-13",
                "2024-02-30",
                "2024-01-01T25:00:00Z",
                "2024/2023",
                "2024/2025/1D",
                "2024/2025/P",
                "2024/2025/-P1D",
                "0001/9999/PT1S",
                "1/2/3/4",
                ",",
                "-999999999-01-01",
                "+999999999-12-31T23:59:59.9Z/2024"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> TimeRange.read(text))
                .isInstanceOfSatisfying(
                        OwsException.class, e -> assertThat(e.code()).isEqualTo("InvalidDimensionValue"));
    }
}
