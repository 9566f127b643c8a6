package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.web.watch.MetricsDoor;

/// What those see who run it.
final class WatchTest {
    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String metrics() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (MetricsDoor door = MetricsDoor.open(here, 0, town.server().metrics())) {
            HttpResponse<String> told = town.browser().get(URI.create("http://127.0.0.1:" + door.port() + "/metrics"));
            assertThat(told.headers().firstValue("Content-Type").orElse("")).contains("version=0.0.4");
            assertThat(town.browser()
                            .get(URI.create("http://127.0.0.1:" + door.port() + "/"))
                            .statusCode())
                    .isEqualTo(404);
            return told.body();
        }
    }

    @Test
    void whoIsAliveAndReadySaysSo() {
        assertThat(town.browser().get("/health").body()).isEqualTo("good\n");
        HttpResponse<String> ready = town.browser().get("/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("ready\n");
    }

    @Test
    void metricsAreServedToNobodyAtTheDoorOfPages() {
        assertThat(town.browser().get("/metrics").body()).doesNotContain("taswiya_");
    }

    /// References, numbers of bills, tokens: a path has them, a pattern has not.
    @Test
    void requestsAreCountedByThePatternOfTheirRoute() throws IOException {
        String account = town.reached().getFirst();
        Browser customer = town.signedIn(account);
        String bill = new org.taswiya.core.billing.BillNumber(
                        Long.parseLong(town.bills(account).getLast()))
                .toString();
        assertThat(customer.get("/bills/" + bill).statusCode()).isEqualTo(200);
        assertThat(customer.get("/use/" + account).statusCode()).isEqualTo(200);
        assertThat(customer.get("/nothing/" + account).statusCode()).isEqualTo(404);

        String metrics = metrics();
        assertThat(metrics)
                .contains("taswiya_ready 1\n")
                .containsPattern("taswiya_http_requests_total\\{method=\"GET\",route=\"/home\",status=\"200\"} [1-9]")
                .containsPattern("taswiya_http_requests_total\\{method=\"GET\",route=\"/use/\\{account[^\"]*\",")
                .contains("taswiya_http_request_seconds_bucket{method=\"GET\",route=\"/home\",le=\"+Inf\"}")
                .containsPattern("taswiya_sessions [1-9]")
                .contains("taswiya_database_connections_in_use 0\n")
                .contains("taswiya_messages_queued")
                .contains("taswiya_last_run_state{state=\"finished\"} 1")
                .doesNotContain(account)
                .doesNotContain(bill);
    }

    /// As the format has it: every sample after the head of its family, no family twice.
    @Test
    void everyLineIsOfTheFormat() throws IOException {
        List<String> lines = metrics().lines().toList();
        assertThat(lines)
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+")
                        || line.matches("[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})? -?[0-9.]+"));
        assertThat(lines.stream().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates();
    }
}
