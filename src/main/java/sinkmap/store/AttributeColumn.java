package sinkmap.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import sinkmap.catalog.Attribute;
import sinkmap.grid.SinkmapException;

/** Values of an attribute on their way to a column and back. */
final class AttributeColumn {

    private AttributeColumn() {}

    /** The value of the current row, or null. Times come back in UTC. */
    static Object read(ResultSet rows, int index, Attribute attribute) throws SQLException {
        Object value =
                switch (attribute.type()) {
                    case TEXT, JSON -> rows.getString(index);
                    case INTEGER -> rows.getLong(index);
                    case REAL -> rows.getDouble(index);
                    case BOOLEAN -> rows.getBoolean(index);
                    case DATE -> rows.getObject(index, LocalDate.class);
                    case TIMESTAMP -> {
                        OffsetDateTime time = rows.getObject(index, OffsetDateTime.class);
                        yield time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
                    }
                };
        return rows.wasNull() ? null : value;
    }

    /**
     * A value in the form in which a column keeps it: text, whole number, number, truth, day or time, or null; numbers that
     * are NaN are no value.
     */
    static Object stored(Attribute attribute, Object value) {
        if (value == null || value instanceof Double number && number.isNaN()) {
            return null;
        }
        return switch (attribute.type()) {
            case TEXT, JSON -> text(attribute, value);
            case INTEGER -> whole(attribute, value);
            case REAL -> cast(attribute, value, Number.class).doubleValue();
            case BOOLEAN -> cast(attribute, value, Boolean.class);
            case DATE -> cast(attribute, value, LocalDate.class);
            case TIMESTAMP -> cast(attribute, value, OffsetDateTime.class);
        };
    }

    /** Sets a parameter of a change. */
    static void bind(PreparedStatement statement, int index, Attribute attribute, Object value) throws SQLException {
        Object stored = stored(attribute, value);
        if (stored == null) {
            statement.setNull(index, sqlType(attribute));
        } else {
            statement.setObject(index, stored);
        }
    }

    private static String text(Attribute attribute, Object value) {
        String text = cast(attribute, value, String.class);
        if (text.indexOf('\0') >= 0) {
            throw new SinkmapException("attribute '" + attribute.name() + "' holds a NUL character; remove it");
        }
        return text;
    }

    private static long whole(Attribute attribute, Object value) {
        return value instanceof Integer number ? number : cast(attribute, value, Long.class);
    }

    private static <T> T cast(Attribute attribute, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new SinkmapException("attribute '" + attribute.name() + "' is "
                    + attribute.type().name().toLowerCase(Locale.ROOT) + "; '" + value + "' ("
                    + value.getClass().getSimpleName() + ") is not");
        }
        return type.cast(value);
    }

    private static int sqlType(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT, JSON -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case REAL -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case TIMESTAMP -> Types.TIMESTAMP_WITH_TIMEZONE;
        };
    }
}
