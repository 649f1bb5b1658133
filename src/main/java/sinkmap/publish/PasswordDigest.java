package sinkmap.publish;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Tells whether two passwords for the same place are the same. Made slowly (PBKDF2, RFC 8018), with the place as salt, so
 * that who reads the digest cannot try out passwords in bulk.
 */
final class PasswordDigest {

    private static final int ROUNDS = 210_000;
    private static final int BITS = 128;

    private PasswordDigest() {}

    /** The digest of a password at a place. */
    static String of(String password, String place) {
        PBEKeySpec key = new PBEKeySpec(
                password.toCharArray(), ("sinkmap " + place).getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
        try {
            byte[] digest = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }
}
