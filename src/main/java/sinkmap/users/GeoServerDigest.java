package sinkmap.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;

/**
 * A password as GeoServer keeps it by default, which knows no bcrypt: {@code digest1:}, then in Base64 16 bytes of salt and
 * what SHA-256 makes of salt and password when it is applied 100,000 times (GeoServer's {@code digestPasswordEncoder},
 * which is Jasypt's {@code StrongPasswordEncryptor}). GeoServer takes a password in this form as it is.
 */
final class GeoServerDigest {

    private static final String PREFIX = "digest1:";
    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 100_000;

    private GeoServerDigest() {}

    /** The digest of a password, with a salt of its own. */
    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return of(password, salt);
    }

    static String of(String password, byte[] salt) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            byte[] digest = sha.digest(
                    Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
            for (int round = 1; round < ROUNDS; round++) {
                digest = sha.digest(digest);
            }
            byte[] all = new byte[salt.length + digest.length];
            System.arraycopy(salt, 0, all, 0, salt.length);
            System.arraycopy(digest, 0, all, salt.length, digest.length);
            return PREFIX + Base64.getEncoder().encodeToString(all);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
