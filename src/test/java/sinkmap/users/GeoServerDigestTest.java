package sinkmap.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GeoServerDigestTest {

    /** Expected: Python's hashlib and base64, by the definition; a real GeoServer 2.26.2 lets in who has such a digest. */
    @Test
    void isThatOfAnotherImplementation() {
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

        assertThat(GeoServerDigest.of("tidal flat 潮滩 7", salt))
                .isEqualTo("digest1:AAECAwQFBgcICQoLDA0ODyr9JEz0rUrcYTtymALRxqteiiGehKl4hqcK062tNzOa");
    }

    @Test
    void takesTwoWaysOfWritingALetterForOne() {
        byte[] salt = new byte[16];

        assertThat(GeoServerDigest.of("cafe\u0301", salt)).isEqualTo(GeoServerDigest.of("caf\u00e9", salt));
    }

    @Test
    void hasASaltOfItsOwnEachTime() {
        assertThat(GeoServerDigest.of("a password")).isNotEqualTo(GeoServerDigest.of("a password"));
    }
}
