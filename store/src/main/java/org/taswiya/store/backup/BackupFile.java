package org.taswiya.store.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.TablesVersion;
import org.taswiya.store.backup.Manifest.Table;
import org.taswiya.store.backup.RestoreAnswer.Reason;
import org.taswiya.store.backup.RestoreAnswer.Refused;

/// A backup that can be read, whose tables this program knows.
final class BackupFile implements AutoCloseable {
    private static final int CONTENT_MOST = 1 << 22;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// What a file turned out to be: one of the two is there.
    ///
    /// @param refused why it cannot be restored
    record Opened(@Nullable BackupFile file, @Nullable Refused refused) {}

    static Opened open(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException _) {
            return refused(beginsAsBackup(path) ? damaged(path, "its end is missing") : noBackup(path));
        }
        try {
            Opened opened = opened(zip, path);
            if (opened.file() == null) {
                zip.close();
            }
            return opened;
        } catch (IOException e) {
            zip.close();
            return refused(damaged(path, String.valueOf(e.getMessage())));
        }
    }

    private static Opened opened(ZipFile zip, Path path) throws IOException {
        if (zip.getEntry(Backup.MARK) == null) {
            return refused(noBackup(path));
        }
        ZipEntry entry = zip.getEntry(Backup.MANIFEST);
        if (entry == null) {
            return refused(damaged(path, "it does not say what is in it"));
        }
        Optional<Manifest> manifest = Manifest.of(new String(content(zip, entry), StandardCharsets.UTF_8));
        if (manifest.isEmpty()) {
            return refused(new Refused(
                    Reason.NEWER,
                    path + " says what is in it in a form that this program does not know. Restore it with the Taswiya"
                            + " that made it."));
        }
        TablesVersion version = manifest.get().version();
        if (version.number() > TablesVersion.NEWEST) {
            return refused(new Refused(
                    Reason.NEWER,
                    path + " is of version " + version.number() + ", this program knows " + TablesVersion.NEWEST
                            + ". Restore it with the newer Taswiya that made it."));
        }
        if (!version.isKnown()) {
            return refused(new Refused(
                    Reason.OTHER_TABLES,
                    path + " was made by another build of Taswiya, whose tables are others. Restore it with that"
                            + " one."));
        }
        return new Opened(new BackupFile(zip, manifest.get()), null);
    }

    private static Opened refused(Refused why) {
        return new Opened(null, why);
    }

    private static Refused noBackup(Path path) {
        return new Refused(Reason.NO_BACKUP, path + " is no backup; expected a file that `backup` has made.");
    }

    static Refused damaged(Path path, String found) {
        return new Refused(
                Reason.DAMAGED, path + " is damaged: " + found + ". Nothing was kept of it; take another copy.");
    }

    private static boolean beginsAsBackup(Path path) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(path))) {
            ZipEntry first = in.getNextEntry();
            return first != null && first.getName().equals(Backup.MARK);
        } catch (ZipException _) {
            return false;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// The rows of a table, to be closed.
    ///
    /// @throws ZipException when they are missing
    InputStream rows(Table table) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.entry(table.name()));
        if (entry == null) {
            throw new ZipException("table " + table.name() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    /// What its home's database was set to; empty for nothing.
    Optional<byte[]> settings() throws IOException {
        ZipEntry entry = zip.getEntry(Backup.SETTINGS);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(content(zip, entry));
    }

    /// What stands in it, by its own checksum: to read it is not to check it. Rows have their sums.
    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(CONTENT_MOST);
            CRC32 sum = new CRC32();
            sum.update(content);
            if (sum.getValue() != entry.getCrc()) {
                throw new ZipException(entry.getName() + " has changed");
            }
            return content;
        }
    }

    /// What is wrong with its rows; empty for nothing. It needs no database.
    Optional<String> fault() {
        for (Table table : manifest.tables()) {
            RowSum sum = new RowSum();
            try (InputStream in = TableCopy.summed(rows(table), sum)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            if (!sum.isWhole() || sum.rows() != table.rows() || !sum.toString().equals(table.sum())) {
                return Optional.of("the rows of table " + table.name() + " are not those that it says");
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
