package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.factory.CommonFactoryFinder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.grid.SinkmapException;

class LikePatternTest {

    private static LikePattern pattern(String text) {
        var filters = CommonFactoryFinder.getFilterFactory();
        PropertyIsLike like = filters.like(filters.property("name"), text, "*", "?", "!");
        return new LikePattern(like);
    }

    @ParameterizedTest
    @CsvSource({"a*b?c, a%b_c", "a***b, a%b", "100!*, 100*", "!?!!, ?!!", "50%_x, 50!%!_x", "盐*, 盐%", "end!, end!!"})
    void wildcardsAndEscapesBecomeThoseOfSql(String text, String sql) {
        assertThat(pattern(text).sql()).isEqualTo(sql);
    }

    /** The definition: a wildcard takes any number of characters, tried one after the other. */
    private static boolean matches(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return matches(text, pattern.substring(1)) || (!text.isEmpty() && matches(text.substring(1), pattern));
        }
        return !text.isEmpty()
                && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
                && matches(text.substring(1), pattern.substring(1));
    }

    @Property(tries = 3000)
    void regularExpressionsMatchWhatTheDefinitionMatches(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 9) String text,
            @ForAll("patterns") String pattern) {
        assertThat(Pattern.compile(pattern(pattern).regex()).matcher(text).find())
                .as("%s LIKE %s", text, pattern)
                .isEqualTo(matches(text, pattern));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> patterns() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars('a', 'b', '*', '*', '?')
                .ofMaxLength(7);
    }

    @Test
    void manyWildcardsOnALongTextTakeNoTime() {
        String text = "a".repeat(20_000);
        Pattern regex = Pattern.compile(pattern("*a".repeat(200) + "*b").regex());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(regex.matcher(text).find()).isFalse();
        });
    }

    @Test
    void nulIsRefused() {
        assertThatThrownBy(() -> pattern("a\0*"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("NUL");
    }
}
