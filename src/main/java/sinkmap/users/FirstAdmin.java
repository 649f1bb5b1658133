package sinkmap.users;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sinkmap.grid.SinkmapException;

/** Makes the first user of a service that has none. */
final class FirstAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final String NAME = "admin";

    private FirstAdmin() {}

    static void ensure(Users users, Path data) {
        if (!users.none()) {
            return;
        }
        Path file = data.resolve("admin-password.txt");
        String password = Users.randomPassword();
        write(file, password);
        users.add(NAME, UserRole.ADMIN, password);
        LOG.info("made the user '{}'; its password is in {}: keep it and delete the file", NAME, file);
    }

    private static void write(Path file, String password) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly());
            Files.writeString(file, password + System.lineSeparator());
        } catch (FileAlreadyExistsException e) {
            throw new SinkmapException("another service is writing " + file + " just now; start again", e);
        } catch (IOException e) {
            throw new SinkmapException("the first password cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
