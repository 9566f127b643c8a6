package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.Program.Answer;

/// The server is killed when it has done what was asked and has not answered yet: the same request again is answered,
/// and nothing is done twice.
final class ApiKillTest {
    /// The trail is written after what was asked is done and before it is answered: there the first one waits. A
    /// sequence counts on also where a transaction is lost.
    private static final List<String> HELD = List.of(
            "create sequence held",
            "create function hold() returns trigger language plpgsql as $$ begin"
                    + " if nextval('held') = 1 then perform pg_sleep(60); end if; return new; end $$",
            "create trigger holds before insert on api_request for each row when (new.operation = 'bringPayments')"
                    + " execute function hold()");

    @TempDir
    private static Path folder;

    private record Child(Process process, int port) {
        static Child serve(Path home) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServedChild.class.getName(),
                            home.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                if (line.startsWith("serving ")) {
                    return new Child(process, Integer.parseInt(line.substring(8)));
                }
            }
            throw new IllegalStateException("the server has ended");
        }

        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    private static boolean isTaken(Program program, String account) {
        return program.get("/accounts/" + account + "/payments?limit=5").text().contains("\"7.00\"");
    }

    @Test
    void whatWasDoneBeforeAKillIsAnsweredAfterItAndDoneOnce() throws IOException, InterruptedException, SQLException {
        Path home = folder.resolve("home");
        String key;
        String account;
        try (PageTown town = PageTown.playAlone(home)) {
            key = Program.with(town, ApiScope.BATCHES, ApiScope.READ).key();
            account = town.owing().getFirst();
            try (Connection connection = town.database().connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : HELD) {
                    statement.execute(sql);
                }
            }
        }
        String body = "{\"payments\":[{\"key\":\"TX-9\",\"account\":\"" + account
                + "\",\"amount\":\"7.00\",\"receivedOn\":\"2020-07-01\",\"means\":\"transfer\",\"place\":\"bank\"}]}";
        Child first = Child.serve(home);
        Program lost = Program.at(Integer.toString(first.port()), key);
        CompletableFuture<Answer> unanswered =
                CompletableFuture.supplyAsync(() -> lost.post("/payments", body, "killed"));
        for (int i = 0; i < 200 && !isTaken(lost, account); i++) {
            Thread.sleep(50);
        }
        assertThat(isTaken(lost, account)).isTrue();
        assertThat(unanswered).isNotDone();
        first.kill();
        assertThatThrownBy(unanswered::join).hasRootCauseInstanceOf(IOException.class);
        Child second = Child.serve(home);
        try {
            Program again = Program.at(Integer.toString(second.port()), key);
            Answer answer = again.post("/payments", body, "killed");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("Idempotency-Replayed"))
                    .as("it was done before the kill")
                    .isEqualTo("true");
            assertThat(answer.at("/payments/0/outcome")).isEqualTo("taken");
            Answer otherBatch = again.post("/payments", body, "another");
            assertThat(otherBatch.at("/payments/0/outcome")).isEqualTo("taken-before");
            assertThat(otherBatch.at("/payments/0/receipt")).isEqualTo(answer.at("/payments/0/receipt"));
        } finally {
            second.kill();
        }
    }
}
