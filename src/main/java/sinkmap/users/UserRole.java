package sinkmap.users;

import java.util.Locale;

/** What a user may do. */
public enum UserRole {
    /** Everything. */
    ADMIN,
    /** Change features of editable layers. */
    SURVEYOR,
    /** Run plans; no changes to features. */
    PLANNER;

    /** The name in the database and on the command line. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
