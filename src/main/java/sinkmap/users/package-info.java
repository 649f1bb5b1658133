/**
 * Who may change what: users with a password, sign-in by HTTP basic, roles.
 *
 * <p>Reading needs no sign-in. Changing features through WFS or OGC API needs a user who is {@code surveyor} or {@code
 * admin}; a {@code planner} reads and runs plans. Users live in the database with bcrypt hashes of their passwords, and with
 * digests as GeoServer keeps them, by which the publisher lets surveyors edit there too. When a
 * service starts that has no user yet, it makes {@code admin} with a random password and writes that into {@code
 * admin-password.txt} in the data directory, readable by its owner only; read it, keep it elsewhere, delete the file.
 *
 * <p>There are no sessions: every request carries its credentials, so that a map client and a script sign in alike.
 */
@ApplicationModule(allowedDependencies = {"grid", "store"})
package sinkmap.users;

import org.springframework.modulith.ApplicationModule;
