package sinkmap.store;

import org.geotools.api.filter.PropertyIsLike;

/** Patterns of LIKE, with the wildcards that the filter defines. */
final class LikePattern {

    private LikePattern() {}

    /** The pattern with SQL's wildcards and {@code !} as the escape character. */
    static String toSql(PropertyIsLike like) {
        String pattern = like.getLiteral();
        StringBuilder sql = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            if (starts(pattern, at, like.getEscape()) && at + like.getEscape().length() < pattern.length()) {
                at += like.getEscape().length();
                append(sql, pattern.charAt(at++));
            } else if (starts(pattern, at, like.getWildCard())) {
                sql.append('%');
                at += like.getWildCard().length();
            } else if (starts(pattern, at, like.getSingleChar())) {
                sql.append('_');
                at += like.getSingleChar().length();
            } else {
                append(sql, pattern.charAt(at++));
            }
        }
        return sql.toString();
    }

    private static boolean starts(String pattern, int at, String sign) {
        return sign != null && !sign.isEmpty() && pattern.startsWith(sign, at);
    }

    private static void append(StringBuilder sql, char plain) {
        if (plain == '%' || plain == '_' || plain == '!') {
            sql.append('!');
        }
        sql.append(plain);
    }
}
