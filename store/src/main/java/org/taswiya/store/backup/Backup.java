package org.taswiya.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.SqlFault;
import org.taswiya.store.TablesVersion;
import org.taswiya.store.backup.Manifest.Table;
import org.taswiya.store.books.BooksDigest;

/// Writes one file with all that a database holds at one moment, while others go on writing.
public final class Backup {
    /// The first entry, by which a file that was cut off is told from some other file.
    static final String MARK = "taswiya-backup";

    static final String MANIFEST = "manifest";
    static final String SETTINGS = "home/postgresql.settings";

    private static final String PART = ".part";

    private Backup() {}

    static String entry(String table) {
        return "tables/" + table;
    }

    /// Nothing by that name is there before all of it is on the disk.
    ///
    /// @param home whose settings of the database go with it
    /// @throws FileAlreadyExistsException when there is one already, or another backup is writing there
    public static Manifest write(Database database, Home home, Path file, Instant at) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + PART);
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            if (!isAlone(channel)) {
                throw new FileAlreadyExistsException(part + " is being written by another backup");
            }
            channel.truncate(0);
            try {
                Manifest manifest = write(database, home, channel, at);
                channel.force(true);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                return manifest;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
        } finally {
            keepName(file);
        }
    }

    private static boolean isAlone(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// The name of a file is kept by its folder.
    private static void keepName(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static Manifest write(Database database, Home home, FileChannel channel, Instant at) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8); // closed with the channel
        zip.setLevel(Deflater.BEST_SPEED);
        put(zip, MARK, new byte[0]);
        if (Files.exists(home.serverSettings())) {
            put(zip, SETTINGS, Files.readAllBytes(home.serverSettings()));
        }
        Manifest manifest = copy(database, home, zip, at);
        put(zip, MANIFEST, manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.finish();
        out.flush();
        return manifest;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static Manifest copy(Database database, Home home, ZipOutputStream zip, Instant at) throws IOException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            TableCopy.settle(connection);
            TablesVersion version = TablesVersion.of(connection);
            List<Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table :
                    TableCopy.columns(connection).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry(table.getKey())));
                BufferedOutputStream rows = new BufferedOutputStream(zip, 1 << 16);
                tables.add(TableCopy.out(connection, table.getKey(), table.getValue(), rows));
                rows.flush();
                zip.closeEntry();
            }
            String digest = BooksDigest.of(connection);
            // What they have given since is more than what the snapshot knows, never less.
            SortedMap<String, Long> sequences = TableCopy.sequences(connection);
            connection.rollback();
            return new Manifest(at, home.madeBy().orElse(""), version, digest, tables, sequences);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
