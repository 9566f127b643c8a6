package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.StaffRole;

/// The database under the pages is killed.
final class DatabaseAwayTest {
    @TempDir
    private Path folder;

    @Test
    void pagesSayThatSomebodyShouldComeAgain() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        try (PageTown town = PageTown.playAlone(home)) {
            Browser customer = town.signedIn(town.reached().getFirst());
            Browser agent = town.staff("amina", StaffRole.AGENT).browser();
            CountDownLatch ended = new CountDownLatch(1);
            town.database().whenItEnds(ended::countDown);

            String pid =
                    Files.readAllLines(home.resolve("database/postmaster.pid")).getFirst();
            ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();

            assertThat(ended.await(20, TimeUnit.SECONDS))
                    .as("whoever serves is told")
                    .isTrue();
            saysComeAgain(customer.get("/home"));
            saysComeAgain(agent.get("/staff/work"));
            assertThat(town.browser().get("/health").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = town.browser().get("/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).isEqualTo("not ready: database\n");
        }
    }

    private static void saysComeAgain(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("5");
        assertThat(page.body()).doesNotContain("Exception").doesNotContain("127.0.0.1");
    }
}
