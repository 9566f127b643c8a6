package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.server.EmbeddedServer;

final class EmbeddedServerTest {

    @Test
    void whatIsCommittedIsDurableAndDaysAreInNobodysZone() throws SQLException {
        try (Database database = Database.openEmbedded(TestDatabases.home("durable"), 0);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String[] setting : new String[][] {
                {"fsync", "on"},
                {"synchronous_commit", "on"},
                {"full_page_writes", "on"},
                {"timezone", "UTC"},
                {"listen_addresses", "127.0.0.1"},
                {"server_version_num", "180006"}
            }) {
                try (ResultSet row = statement.executeQuery("show " + setting[0])) {
                    row.next();
                    assertThat(row.getString(1)).as(setting[0]).isEqualTo(setting[1]);
                }
            }
        }
    }

    @Test
    void whatTheOwnerOfAHomeSetsWins() throws IOException, SQLException {
        Home home = TestDatabases.home("set");
        Files.writeString(home.serverSettings(), """
                # a small machine

                shared_buffers=96MB
                  work_mem=5MB
                """);
        try (Database database = Database.openEmbedded(home, 0);
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select current_setting('shared_buffers'), current_setting('work_mem'),"
                                + " current_setting('fsync')")) {
            row.next();
            assertThat(List.of(row.getString(1), row.getString(2), row.getString(3)))
                    .containsExactly("96MB", "5MB", "on");
        }
    }

    @Test
    void aSettingThatPostgresDoesNotKnowIsRefusedWithItsName() throws IOException {
        Home home = TestDatabases.home("unset");
        Files.writeString(home.serverSettings(), "shared_bufers=96MB\n");
        assertThatThrownBy(() -> Database.openEmbedded(home, 0)).hasMessageContaining("shared_bufers");
    }

    @Test
    void aSecondProgramOnTheSameHomeIsRefusedAndTheFirstGoesOn() {
        Home home = TestDatabases.home("twice");
        try (Database first = Database.openEmbedded(home, 0)) {
            assertFault(Fault.HOME_IN_USE, () -> Database.openEmbedded(home, 0), home.toString(), "process");
            Migrations.bringUp(first);
        }
        Database.openEmbedded(home, 0).close();
    }

    @Test
    void aServerThatWasKilledIsStartedAgainWithWhatWasCommitted() throws IOException, SQLException {
        Home home = TestDatabases.home("killed");
        try (Database database = Database.openEmbedded(home, 0)) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into change values (1, '2020-01-01T00:00Z', 'test', 'kept')");
                killServer(home);
                assertFault(
                        Fault.NOT_REACHABLE,
                        () -> database.connect(),
                        "What was committed is safe",
                        "the home " + home,
                        "postgresql.log",
                        "run the same command again");
            }
        }
        assertThat(home.database().resolve("postmaster.pid")).exists();
        try (Database database = Database.openEmbedded(home, 0);
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select reason from change")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("kept");
        }
    }

    private static void killServer(Home home) throws IOException {
        Path file = home.database().resolve("postmaster.pid");
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    @Test
    void aPidFileWhoseNumberAnotherProgramHasIsNoServer() throws IOException {
        Home home = TestDatabases.home("stale");
        Database.openEmbedded(home, 0).close();
        Files.writeString(
                home.database().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.database() + "\n");
        Database.openEmbedded(home, 0).close();
    }

    @Test
    void aDataFolderOfAnotherVersionIsLeftAlone() throws IOException {
        Home home = TestDatabases.emptyHome("version");
        Files.createDirectories(home.database());
        Files.writeString(home.database().resolve("PG_VERSION"), "15\n");
        assertFault(Fault.WRONG_VERSION, () -> Database.openEmbedded(home, 0), "PostgreSQL 15", "pg_upgrade");
    }

    /// Root reads everything; in a user namespace of its own it does not.
    @Test
    void aDatabaseThatKeepsThisUserOutIsNoMissingOne() throws IOException, InterruptedException {
        Home home = TestDatabases.home("unreadable");
        Files.setPosixFilePermissions(home.database(), Set.of());
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OpenChild.class.getName(),
                home.toString()));
        Process child = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        child.waitFor();
        Files.setPosixFilePermissions(home.database(), PosixFilePermissions.fromString("rwx------"));
        assertThat(said).contains("NO_PERMISSION", home.database().toString(), "cannot be read", "owned by");
    }

    @Test
    void whatAKilledProgramLeftRunningIsStoppedBeforeAHomeIsReplaced() throws IOException {
        Home home = TestDatabases.home("leftover");
        Database database = Database.openEmbedded(home, 0);
        assertFault(Fault.HOME_IN_USE, () -> EmbeddedServer.free(home), home.toString());
        database.close();
        EmbeddedServer.free(home);
        home.begin("test");
        assertThat(home.database()).doesNotExist();
    }

    @Test
    void aDatabaseThatIsGoneIsNotReplacedByAnEmptyOne() throws IOException {
        Home home = TestDatabases.home("gone");
        Database.openEmbedded(home, 0).close();
        Files.move(home.database(), home.folder().resolve("elsewhere"));
        assertFault(
                Fault.FAILED,
                () -> Database.openEmbedded(home, 0),
                home.database().toString(),
                "is gone");
        Files.move(home.folder().resolve("elsewhere"), home.database());
        Database.openEmbedded(home, 0).close();
    }

    @Test
    void tablesNewerThanTheProgramAreLeftAlone() throws SQLException {
        Home home = TestDatabases.home("newer");
        try (Database database = Database.openEmbedded(home, 0);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success)"
                    + " values (99, '99', 'of tomorrow', 'SQL', 'V99', 'x', 0, true)");
        }
        assertFault(Fault.NEWER_THAN_PROGRAM, () -> Database.openEmbedded(home, 0), "version 99");
    }

    @Test
    void tablesOfAnotherBuildAreToldApart() throws SQLException {
        Home home = TestDatabases.home("build");
        try (Database database = Database.openEmbedded(home, 0);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update schema_history set checksum = checksum + 1 where version = '2'");
        }
        assertFault(Fault.WRONG_VERSION, () -> Database.openEmbedded(home, 0), "another build", "V2__");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        Home home = TestDatabases.home("port");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFault(
                    Fault.PORT_TAKEN,
                    () -> Database.openEmbedded(home, taken.getLocalPort()),
                    "Port " + taken.getLocalPort());
        }
        Database.openEmbedded(home, 0).close();
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed() throws IOException {
        Path file = TestDatabases.folder("file").resolve("plain");
        Files.writeString(file, "not a folder");
        assertFault(Fault.NO_PERMISSION, () -> Database.openEmbedded(Home.at(file), 0), "--home FOLDER");
    }

    @Test
    void anUnreachableServerAndAWrongPasswordAreToldApartAndNoPasswordIsShown() throws IOException {
        Home home = TestDatabases.home("url");
        assertFault(
                Fault.NOT_REACHABLE,
                () -> Database.open(home, "postgresql://someone:s3cret@127.0.0.1:1/books"),
                "127.0.0.1:1/books");
        Home other = TestDatabases.home("server");
        try (Database database = Database.openEmbedded(other, 0)) {
            String address = database.toString();
            assertFault(
                    Fault.NOT_ADMITTED,
                    () -> Database.open(home, "postgresql://taswiya:s3cret@" + address),
                    "TASWIYA_DATABASE_PASSWORD");
            String password = Files.readString(other.database().resolve("taswiya-password"))
                    .strip();
            Database.open(home, "postgresql://taswiya:" + password + "@" + address)
                    .close();
        }
        assertFault(Fault.NO_ADDRESS, () -> Database.open(home, "mysql://u:s3cret@h/x"), "postgresql://");
    }

    /// A small disk of its own, for which the test needs the right to mount one.
    @Test
    void aFullDiskIsSaidAndLosesNothing() throws IOException, InterruptedException, SQLException {
        Path disk = TestDatabases.folder("disk").toAbsolutePath();
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString()), "needs the right to mount");
        try {
            Home home = Home.at(disk).create("test");
            try (Database database = Database.openEmbedded(home, 0);
                    Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into change values (1, '2020-01-01T00:00Z', 'test', 'kept')");
                Files.writeString(disk.resolve("ballast"), "x".repeat(60 << 20), StandardCharsets.US_ASCII);
                assertFault(
                        Fault.NO_DISK,
                        () -> {
                            try {
                                statement.execute("create table big as"
                                        + " select repeat(md5(i::text), 8) from generate_series(1, 2000000) i");
                            } catch (SQLException e) {
                                throw SqlFault.of(database, e);
                            }
                        },
                        "No space left on the disk of the home " + disk + ". Make room");
                Files.delete(disk.resolve("ballast"));
            }
            try (Database database = Database.openEmbedded(home, 0);
                    Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select reason from change")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("kept");
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    private static void assertFault(Fault fault, ThrowingCallable call, String... said) {
        assertThat(catchThrowable(call))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.fault()).isEqualTo(fault))
                .hasMessageContainingAll(said)
                .message()
                .doesNotContain("s3cret");
    }
}
