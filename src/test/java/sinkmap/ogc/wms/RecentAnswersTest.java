package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

    private final List<String> made = new ArrayList<>();

    private String ask(RecentAnswers<String> answers, String asked, String state) {
        byte[] bytes = answers.get(asked, state, () -> {
            made.add(asked + state);
            return (asked + state).getBytes(StandardCharsets.UTF_8);
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void anAnswerIsMadeOnceForAState() {
        RecentAnswers<String> answers = new RecentAnswers<>(1 << 20);
        assertThat(ask(answers, "a", "1")).isEqualTo("a1");
        assertThat(ask(answers, "a", "1")).isEqualTo("a1");
        assertThat(ask(answers, "b", "1")).isEqualTo("b1");
        assertThat(ask(answers, "a", "2")).isEqualTo("a2");
        assertThat(ask(answers, "a", "1")).isEqualTo("a1");
        assertThat(made).containsExactly("a1", "b1", "a2", "a1");
    }

    @Test
    void theOneNotAskedForLongestGoesFirst() {
        RecentAnswers<String> answers = new RecentAnswers<>(4 * 502 + 1);
        for (String asked : List.of("a", "b", "c", "d", "a", "e")) {
            ask(answers, asked, "1");
        }
        made.clear();
        for (String asked : List.of("a", "c", "d", "e", "b")) {
            ask(answers, asked, "1");
        }
        assertThat(made).containsExactly("b1");
    }

    @Test
    void memoryIsBoundedAndOneAnswerNeverTakesItAll() {
        RecentAnswers<Integer> answers = new RecentAnswers<>(100_000);
        for (int i = 0; i < 400; i++) {
            int size = i * 100;
            assertThat(answers.get(i % 37, "1", () -> new byte[size])).isNotNull();
            assertThat(answers.bytes()).isLessThanOrEqualTo(100_000);
        }
        assertThat(answers.bytes()).isGreaterThan(50_000);
    }
}
