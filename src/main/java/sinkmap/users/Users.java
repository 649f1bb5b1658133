package sinkmap.users;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import sinkmap.grid.SinkmapException;
import sinkmap.store.UserStore;
import sinkmap.store.UserStore.StoredUser;

/** The users of the service. */
public final class Users {

    private static final int SHORTEST = 10;

    /** bcrypt takes no more. */
    private static final int LONGEST_BYTES = 72;

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final UserStore store;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    public Users(UserStore store) {
        this.store = store;
    }

    PasswordEncoder encoder() {
        return encoder;
    }

    UserStore store() {
        return store;
    }

    /** Names and roles, {@code name (role)}. */
    public List<String> list() {
        return store.list().stream()
                .map(user -> user.name() + " (" + user.role() + ")")
                .toList();
    }

    public boolean none() {
        return store.list().isEmpty();
    }

    /** Adds a user. */
    public void add(String name, UserRole role, String password) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}")) {
            throw new SinkmapException("'" + name
                    + "' cannot name a user; take up to 64 letters, digits, dots, hyphens, underscores or @");
        }
        store.add(new StoredUser(name, encoder.encode(checked(password)), role.id(), GeoServerDigest.of(password)));
    }

    /** Sets another password. */
    public void setPassword(String name, String password) {
        if (!store.setPassword(name, encoder.encode(checked(password)), GeoServerDigest.of(password))) {
            throw new SinkmapException("there is no user '" + name + "'; add it with: sinkmap user add " + name);
        }
    }

    private static String checked(String password) {
        if (password.length() < SHORTEST) {
            throw new SinkmapException("the password is shorter than " + SHORTEST + " characters; take a longer one");
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new SinkmapException("the password is longer than " + LONGEST_BYTES + " bytes; take a shorter one");
        }
        return password;
    }

    /** A random password of 20 letters and digits that are not easily taken for each other. */
    public static String randomPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
