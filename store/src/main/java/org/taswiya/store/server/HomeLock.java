package org.taswiya.store.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.Home;
import org.taswiya.store.HomeFault;

/// Says that this process uses the home. The system takes it back when the process dies, however it dies.
record HomeLock(FileChannel channel) {

    static HomeLock take(Home home) {
        Path file = home.folder().resolve("in-use");
        try {
            Files.createDirectories(home.folder());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw inUse(home, Files.readString(file).strip());
            }
            byte[] holder = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder));
            return new HomeLock(channel);
        } catch (IOException e) {
            throw HomeFault.of("the home " + home, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very process
        }
    }

    private static DatabaseException inUse(Home home, String holder) {
        return new DatabaseException(
                Fault.HOME_IN_USE,
                "Another Taswiya (process " + holder + ") is using the home " + home + ". Wait for it, stop it, or name"
                        + " another home with --home FOLDER; a database server (--database) serves several at once.",
                null);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Closed or not, it ends with the process.
        }
    }
}
