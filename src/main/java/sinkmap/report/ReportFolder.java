package sinkmap.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import sinkmap.grid.SinkmapException;

/**
 * A folder of reports. Each file appears under its name when it is whole; a file that was there before stays until then.
 */
public final class ReportFolder {

    /** Writes the content of a file. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream to) throws IOException;
    }

    private final Path folder;

    /**
     * A folder, which is made when it is not there.
     *
     * @param folder where
     * @throws SinkmapException when the path is a file, or the folder cannot be made or written to
     */
    public ReportFolder(Path folder) {
        this.folder = folder;
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SinkmapException(folder + " is no folder; name one for the reports, or remove the file");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SinkmapException("the folder " + folder + " cannot be made: " + reason(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw new SinkmapException("the folder " + folder + " cannot be written to; name another one");
        }
    }

    /** Writes all documents of an account and returns the files. */
    public List<Path> write(StoredAccount account, AccountReport report) {
        List<Table> tables = AccountTables.of(account);
        List<Path> files = new ArrayList<>();
        for (Language language : Language.values()) {
            files.add(write("report-" + language.code() + ".html", to -> report.write(account, language, to)));
        }
        files.add(write("tables.xlsx", to -> WorkbookFile.write(tables, to)));
        for (Table table : tables) {
            files.add(write(table.name() + ".csv", to -> CsvFile.write(table, to)));
        }
        return files;
    }

    private Path write(String name, Content content) {
        Path file = folder.resolve(name);
        Path unfinished = folder.resolve(name + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.write(to);
            }
            move(unfinished, file);
            return file;
        } catch (IOException e) {
            throw new SinkmapException(file + " cannot be written: " + reason(e), e);
        } finally {
            remove(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void remove(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new SinkmapException(unfinished + " is left over and cannot be removed: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ", " + e.getMessage();
    }
}
