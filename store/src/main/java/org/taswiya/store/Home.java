package org.taswiya.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.DatabaseException.Fault;

/// The folder in which one utility is kept: `database/`, `documents/`, `logs/`, and a file that says what made it.
public final class Home {
    private static final String MARKER = "taswiya-home";

    /// The second line of the marker while its maker is at work; a home whose maker was killed keeps it.
    private static final String UNFINISHED = "unfinished";

    /// What makes a home out of a backup, until it is whole; then it is again made by whatever made the first one.
    public static final String RESTORING = "restore";

    /// What a marker is called until it is whole. A folder with nothing else in it is as good as empty: whoever wrote
    /// it was killed.
    private static final String NEW_MARKER = MARKER + ".new";

    private final Path folder;
    private final Runnable beforeStep;

    private Home(Path folder, Runnable beforeStep) {
        this.folder = folder.toAbsolutePath().normalize();
        this.beforeStep = beforeStep;
    }

    public static Home at(Path folder) {
        return at(folder, () -> {});
    }

    /// @param beforeStep is called before each change of the disk: a test ends it there, as a kill would
    static Home at(Path folder, Runnable beforeStep) {
        return new Home(folder, beforeStep);
    }

    /// The home in use: the one named, else TASWIYA_HOME, else `.taswiya` in the current folder.
    ///
    /// @param named on the command line; null when it was not
    public static Home inUse(@Nullable Path named) {
        String environment = System.getenv("TASWIYA_HOME");
        if (named != null) {
            return at(named);
        }
        return at(Path.of(environment == null || environment.isEmpty() ? ".taswiya" : environment));
    }

    public Path folder() {
        return folder;
    }

    public Path database() {
        return folder.resolve("database");
    }

    public Path documents() {
        return folder.resolve("documents");
    }

    /// What is on paper.
    public Path papers() {
        return folder.resolve("papers");
    }

    /// Messages that were put into a folder instead of being sent.
    public Path mailbox() {
        return folder.resolve("mailbox");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// Where the programs of the embedded PostgreSQL are unpacked: in the home, or once for many homes where
    /// TASWIYA_POSTGRESQL says.
    public Path programs() {
        String shared = System.getenv("TASWIYA_POSTGRESQL");
        return shared == null || shared.isEmpty() ? folder.resolve("postgresql") : Path.of(shared);
    }

    /// What its owner sets otherwise on the embedded PostgreSQL, a `name=value` a line; most homes have none.
    public Path serverSettings() {
        return folder.resolve("postgresql.settings");
    }

    /// Whether there is a home here already.
    public boolean exists() {
        return Files.exists(folder.resolve(MARKER));
    }

    /// What made this home, for example `demo`; empty when there is none.
    public Optional<String> madeBy() {
        return marker().stream().findFirst();
    }

    /// Whether whoever made this home did not come to the end of it.
    public boolean isUnfinished() {
        List<String> marker = marker();
        return marker.size() > 1 && marker.get(1).equals(UNFINISHED);
    }

    /// Whether a restore into it was cut off.
    public boolean isHalfRestored() {
        return madeBy().orElse("").equals(RESTORING);
    }

    /// Says that the home is now whole.
    public void finish(String maker) {
        mark(maker + "\n");
    }

    private List<String> marker() {
        try {
            return exists()
                    ? Files.readString(folder.resolve(MARKER)).strip().lines().toList()
                    : List.of();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// Whole or not at all: a marker cut short would make the home nobody's.
    private void mark(String text) {
        Path beside = folder.resolve(NEW_MARKER);
        try {
            beforeStep.run();
            Files.writeString(beside, text);
            beforeStep.run();
            Files.move(beside, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// Makes the folders, where they are not there yet, and says who made them; the first who does stays named.
    ///
    /// @param maker one word, for example `demo`
    public Home create(String maker) {
        makeFolder();
        if (!exists()) {
            finish(maker);
        }
        makeFoldersInside();
        return this;
    }

    /// As [#create], for a maker that takes a while: until [#finish] the home says that it is unfinished. What was in
    /// it is deleted, but for the unpacked programs. Only for a home that the same maker made.
    ///
    /// The mark comes first and stays: killed at any moment, it leaves a home that the same maker may begin anew.
    ///
    /// @throws DatabaseException when something else made it, or files lie there without a home
    public Home begin(String maker) {
        requireMaker(maker);
        makeFolder();
        mark(maker + "\n" + UNFINISHED + "\n");
        deleteContents();
        makeFoldersInside();
        return this;
    }

    private void makeFolder() {
        try {
            if (!Files.exists(folder)) {
                Path parent = folder.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                beforeStep.run();
                // Names, addresses and bills of customers are nobody else's business.
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void makeFoldersInside() {
        try {
            beforeStep.run();
            Files.createDirectories(documents());
            beforeStep.run();
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void requireMaker(String maker) {
        String found = madeBy().orElse("");
        if (!found.equals(maker) && !isFree()) {
            throw new DatabaseException(
                    Fault.NO_PERMISSION,
                    folder + (found.isEmpty() ? " is not empty and no home of Taswiya" : " was made by " + found)
                            + ", and only a home made by " + maker
                            + " may be replaced. Name another with --home FOLDER.",
                    null);
        }
    }

    /// Whether nothing lies here that a new home would replace.
    public boolean isFree() {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.allMatch(file -> file.endsWith(NEW_MARKER));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void deleteContents() {
        try {
            delete(database());
            delete(documents());
            delete(papers());
            delete(mailbox());
            delete(logs());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// Removes the whole home, the programs of its server too, so that nothing of it is left; the mark goes last.
    ///
    /// @throws DatabaseException as [#begin] does
    public void remove(String maker) {
        if (!Files.exists(folder)) {
            return;
        }
        requireMaker(maker);
        try {
            if (exists()) {
                mark(maker + "\n" + UNFINISHED + "\n");
            }
            for (Path file : contents()) {
                if (!file.endsWith(MARKER)) {
                    delete(file);
                }
            }
            delete(folder.resolve(MARKER));
            delete(folder);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private List<Path> contents() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                beforeStep.run();
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                beforeStep.run();
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private DatabaseException unusable(IOException failure) {
        return HomeFault.of("the home " + folder, failure);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
