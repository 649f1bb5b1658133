package sinkmap.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import sinkmap.store.UserStore.StoredUser;

/**
 * Checks names and passwords. bcrypt is slow by design and a map client sends its password with every request, so pairs
 * that were right are remembered, as keyed digests, for as long as the stored hash stays the same.
 */
final class SignIn implements AuthenticationProvider {

    private static final int REMEMBERED = 200;

    private final Users users;
    private final byte[] key = new byte[32];
    private final String decoy;
    private final Map<String, String> right = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignIn(Users users) {
        this.users = users;
        new SecureRandom().nextBytes(key);
        this.decoy = users.encoder().encode(Users.randomPassword());
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        String password = String.valueOf(request.getCredentials());
        StoredUser user = users.store().find(name).orElse(null);
        if (!matches(password, user == null ? decoy : user.passwordHash()) || user == null) {
            throw new BadCredentialsException("name or password is wrong");
        }
        if (user.geoserverDigest() == null) {
            // a password of before the digest was kept; this is the moment at which it is known
            users.store().setPassword(name, user.passwordHash(), GeoServerDigest.of(password));
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, List.of(new SimpleGrantedAuthority("ROLE_" + user.role())));
    }

    /** As slow for an unknown name as for a known one. */
    private boolean matches(String password, String hash) {
        String digest = digest(password, hash);
        synchronized (right) {
            if (right.containsKey(digest)) {
                return true;
            }
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > 72
                || !users.encoder().matches(password, hash)) {
            return false;
        }
        synchronized (right) {
            right.put(digest, "");
        }
        return true;
    }

    private String digest(String password, String hash) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(key);
            sha.update(hash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
