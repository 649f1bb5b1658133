package sinkmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import sinkmap.grid.SinkmapException;
import sinkmap.publish.Publications.Outcome;
import sinkmap.publish.PublishReport.Action;
import sinkmap.publish.PublishReport.Step;
import sinkmap.store.UserStore.StoredUser;

/** Who may publish over REST, and what is said of it. */
class PublicationRestTest extends EdgeTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

    @BeforeEach
    void usersOfEveryRole() {
        when(users.find(anyString())).thenAnswer(call -> {
            String name = call.getArgument(0);
            return List.of("admin", "surveyor", "planner").contains(name)
                    ? Optional.of(new StoredUser(name, HASH, name, ""))
                    : Optional.empty();
        });
    }

    private Answer publishAs(String user) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return send(request("/api/publication")
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void administratorsPublishAndNobodyElse() {
        assertThat(send(request("/api/publication").POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(401);
        assertThat(publishAs("surveyor").status()).isEqualTo(403);
        assertThat(publishAs("planner").detail()).isEqualTo("only administrators publish");
        verify(publications, never()).request();

        assertThat(publishAs("admin").status()).isEqualTo(202);
        verify(publications).request();
    }

    @Test
    void withoutAGeoServerTheReasonIsSaid() {
        doThrow(new SinkmapException("there is no GeoServer to publish to"))
                .when(publications)
                .request();

        assertThat(publishAs("admin").status()).isEqualTo(400);
        assertThat(publishAs("admin").detail()).isEqualTo("there is no GeoServer to publish to");
    }

    @Test
    void everybodySeesHowTheLastOneEnded() {
        when(publications.enabled()).thenReturn(true);
        assertThat(get("/api/publication").json().path("complete").isNull()).isTrue();

        when(publications.findLast())
                .thenReturn(Optional.of(new Outcome(
                        NOON, NOON, null, List.of(new Step(Action.FAILED, "layer", "port", "its style failed")))));

        assertThat(get("/api/publication").json().path("complete").asBoolean()).isFalse();
        assertThat(get("/api/publication").json().at("/steps/0").toString())
                .isEqualTo(
                        "{\"action\":\"failed\",\"kind\":\"layer\",\"name\":\"port\",\"detail\":\"its style failed\"}");
    }
}
