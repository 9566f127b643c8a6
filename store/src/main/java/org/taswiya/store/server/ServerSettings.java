package org.taswiya.store.server;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.store.Home;

/// How the embedded server is set, each line with its reason.
final class ServerSettings {
    private static final List<String> ALL = List.of(
            // What is committed is on disk, whatever happens next.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // The address is the loopback one; no socket file in a shared folder.
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            // As PostgreSQL has it for whoever is given a password here by hand; the home's own password needs none.
            "scram_iterations=4096",
            // Days are the utility's own; the server is asked for no local time.
            "timezone=UTC",
            "log_timezone=UTC",
            "datestyle=ISO",
            // A billing run writes a few hundred megabytes in one go; checkpoints in between would write them twice.
            "max_wal_size=8GB",
            "checkpoint_timeout=15min",
            "wal_buffers=64MB",
            // What one batch of bills touches stays in memory; the system's own cache keeps the rest.
            "shared_buffers=" + sharedBuffers() + "MB",
            "work_mem=32MB",
            "maintenance_work_mem=128MB",
            // Statements are short and the same; compiling them costs more than it saves.
            "jit=off",
            "max_connections=50");

    private ServerSettings() {}

    /// What the owner of a home sets comes last, and so wins. Lines that begin with `#` say why.
    static List<String> of(Home home) throws IOException {
        if (!Files.exists(home.serverSettings())) {
            return ALL;
        }
        Stream<String> own = Files.readString(home.serverSettings())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        return Stream.concat(ALL.stream(), own).toList();
    }

    /// An eighth of the machine's memory, 256 MB to 4 GB.
    private static long sharedBuffers() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp((machine.getTotalMemorySize() >> 20) / 8, 256L, 4096L);
    }
}
