package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.Home;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.server.EmbeddedServer;
import org.taswiya.web.Program.Answer;

/// `./taswiya serve` is stopped while it is at work: what was asked is answered, and the home's own database ends after
/// that, not beside it.
final class GracefulStopTest {
    /// What is asked takes some seconds.
    private static final List<String> SLOW = List.of(
            "create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(3);"
                    + " return new; end $$",
            "create trigger slow before insert on api_request for each row execute function slow()");

    private static final int CTRL_C = 130;
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    private String account = "";

    private String keyOfSlowHome(Path home) throws SQLException {
        try (PageTown town = PageTown.playAlone(home)) {
            account = town.owing().getFirst();
            try (Connection connection = town.database().connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : SLOW) {
                    statement.execute(sql);
                }
            }
            return Program.with(town, ApiScope.BATCHES).key();
        }
    }

    /// In a session of its own, as a terminal would start it; what was started in the background is deaf to Ctrl-C, and
    /// so is what it starts.
    private Process serve(Path home) throws IOException {
        return new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        "setsid",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TaswiyaWeb.class.getName(),
                        "serve",
                        "--port=0",
                        "--home=" + home,
                        "--utilities=" + PlayedTown.UTILITIES)
                .redirectError(folder.resolve("said").toFile())
                .start();
    }

    private static String port(Process server) throws IOException {
        BufferedReader words = server.inputReader(StandardCharsets.UTF_8);
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            if (line.startsWith("serving ")) {
                return line.replaceAll(".*:([0-9]+)/.*", "$1");
            }
        }
        throw new IllegalStateException("the server has ended");
    }

    private static boolean isAtWork(Path home) throws SQLException {
        EmbeddedServer.Running running = EmbeddedServer.running(Home.at(home)).orElseThrow();
        String url = "jdbc:postgresql://127.0.0.1:" + running.port() + "/taswiya";
        try (Connection connection = DriverManager.getConnection(url, "taswiya", running.password());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    private void whatWasAskedIsAnsweredWhen(int exitCode, String... stop)
            throws IOException, InterruptedException, SQLException {
        Path home = folder.resolve("home");
        String key = keyOfSlowHome(home);
        Process server = serve(home);
        try {
            Program program = Program.at(port(server), key);
            String body = "{\"payments\":[{\"key\":\"TX-1\",\"account\":\"" + account
                    + "\",\"amount\":\"7.00\",\"receivedOn\":\"2020-07-01\",\"means\":\"transfer\","
                    + "\"place\":\"bank\"}]}";
            CompletableFuture<Answer> asked =
                    CompletableFuture.supplyAsync(() -> program.post("/payments", body, "stopped"));
            while (!isAtWork(home)) {
                assertThat(asked).isNotDone();
                Thread.onSpinWait();
            }
            List<String> command = List.of("kill", stop[0], "--", stop[1] + server.pid());
            assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
            assertThat(asked.join().status()).isEqualTo(200);
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isEqualTo(exitCode);
            assertThat(Files.readString(folder.resolve("said")))
                    .contains("stopped, nothing was left unanswered")
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContain("warn");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void theProgramIsTerminated() throws IOException, InterruptedException, SQLException {
        whatWasAskedIsAnsweredWhen(TERMINATED, "-TERM", "");
    }

    /// It goes to all that was started on the terminal.
    @Test
    void somebodyTypesCtrlC() throws IOException, InterruptedException, SQLException {
        whatWasAskedIsAnsweredWhen(CTRL_C, "-INT", "-");
    }
}
