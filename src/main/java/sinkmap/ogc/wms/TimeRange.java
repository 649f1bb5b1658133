package sinkmap.ogc.wms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import sinkmap.ogc.OwsException;

/**
 * A piece of time that a request names. A time that is given to the year, month, day, hour or minute means all of it; without
 * a zone it is UTC (OGC 06-042, annex D).
 *
 * @param from first instant
 * @param to last instant
 * @param instant whether one time was named, not a beginning and an end
 */
record TimeRange(Instant from, Instant to, boolean instant) {

    /** Steps of an interval with a resolution; more would be a mistake. */
    private static final int MOST_STEPS = 10_000;

    private static final int MOST_CHARACTERS = 10_000;

    boolean contains(Instant time) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    /**
     * Reads the parameter {@code TIME}: a time, a list of times, or intervals {@code from/to} and {@code from/to/period}; the
     * latter means the times from the beginning on by steps of the period.
     */
    static List<TimeRange> read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw invalid("TIME is longer than " + MOST_CHARACTERS + " characters");
        }
        List<TimeRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("/", -1);
            if (ends.length == 1) {
                ranges.add(time(ends[0]));
            } else if (ends.length == 2) {
                ranges.add(interval(ends[0], ends[1]));
            } else if (ends.length == 3) {
                ranges.addAll(steps(interval(ends[0], ends[1]), ends[2]));
            } else {
                throw invalid("TIME '" + part + "' has more than a beginning, an end and a period");
            }
        }
        return ranges;
    }

    private static TimeRange interval(String from, String to) {
        TimeRange interval = new TimeRange(time(from).from(), time(to).to(), false);
        if (interval.from().isAfter(interval.to())) {
            throw invalid("TIME '" + from + "/" + to + "' begins after its end");
        }
        return interval;
    }

    private static List<TimeRange> steps(TimeRange interval, String period) {
        if (period.isBlank() || period.equals("0") || period.equals("P0D") || period.equals("PT0S")) {
            return List.of(interval);
        }
        List<TemporalAmount> step = period(period);
        List<TimeRange> steps = new ArrayList<>();
        ZonedDateTime time = interval.from().atZone(ZoneOffset.UTC);
        while (!time.toInstant().isAfter(interval.to())) {
            ZonedDateTime next = time;
            for (TemporalAmount part : step) {
                next = next.plus(part);
            }
            if (!next.isAfter(time)) {
                throw invalid("the period '" + period + "' of TIME must be greater than 0");
            }
            if (steps.size() == MOST_STEPS) {
                throw invalid("TIME has more than " + MOST_STEPS + " steps; take a longer period");
            }
            steps.add(new TimeRange(time.toInstant(), time.toInstant(), true));
            time = next;
        }
        return steps;
    }

    /** A period of days and longer, and one of hours and shorter. */
    private static List<TemporalAmount> period(String text) {
        int clock = text.indexOf('T');
        try {
            List<TemporalAmount> parts = new ArrayList<>();
            if (clock != 1) {
                parts.add(Period.parse(clock < 0 ? text : text.substring(0, clock)));
            }
            if (clock > 0) {
                parts.add(Duration.parse("P" + text.substring(clock)));
            }
            return parts;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw invalid("'" + text + "' is no period of ISO 8601 such as P1D, P1M or PT6H");
        }
    }

    private static TimeRange time(String text) {
        try {
            return switch (text.length()) {
                case 4 -> {
                    LocalDate first = LocalDate.of(Integer.parseInt(text), 1, 1);
                    yield days(first, first.plusYears(1));
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield days(month.atDay(1), month.plusMonths(1).atDay(1));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(text);
                    yield days(day, day.plusDays(1));
                }
                default -> clock(text);
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw invalid(
                    "TIME '" + text + "' is no time of ISO 8601 such as 2026, 2026-05-17 or 2026-05-17T08:00:00Z");
        }
    }

    private static TimeRange days(LocalDate first, LocalDate next) {
        return span(
                first.atStartOfDay().toInstant(ZoneOffset.UTC),
                next.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static TimeRange span(Instant from, Instant next) {
        return new TimeRange(from, next.minusNanos(1), true);
    }

    /** A day with hours, and perhaps minutes, seconds and a zone. */
    private static TimeRange clock(String text) {
        String zone = text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)$") ? "" : "Z";
        String plain = text.replaceAll("(Z|[+-]\\d\\d(:?\\d\\d)?)$", "");
        int given = plain.length() - "yyyy-MM-ddT".length();
        String full = given == 2 ? plain + ":00" + text.substring(plain.length()) : text;
        Instant from = zone.isEmpty()
                ? OffsetDateTime.parse(full).toInstant()
                : LocalDateTime.parse(full).toInstant(ZoneOffset.UTC);
        return switch (given) {
            case 2 -> span(from, from.plus(1, ChronoUnit.HOURS));
            case 5 -> span(from, from.plus(1, ChronoUnit.MINUTES));
            case 8 -> span(from, from.plusSeconds(1));
            default -> new TimeRange(from, from, true);
        };
    }

    static OwsException invalid(String message) {
        return new OwsException("InvalidDimensionValue", "TIME", message, 400);
    }
}
