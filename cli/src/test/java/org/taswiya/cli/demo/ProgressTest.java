package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.taswiya.cli.terminal.Look;

final class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void elsewhereThanOnATerminalAStageIsOneLine() {
        work(progress(false));
        assertThat(text()).isEqualTo("  billing    2,000 bills, 1,000 a second, 2 s\n");
    }

    @Test
    void onATerminalItShowsRateAndTimeLeft() {
        work(progress(true));
        assertThat(text().split("\r"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  billing    ━━━━━━━━━━──────────")
                        .contains("1,000 of 2,000 bills, 1,000 a second, 1 s left"));
        assertThat(text()).endsWith("2,000 bills, 1,000 a second, 2 s\u001B[K\n");
    }

    private Progress progress(boolean terminal) {
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Progress(err, terminal, Look.PLAIN, now::get);
    }

    private void work(Progress progress) {
        try (Progress.Stage stage = progress.stage("billing", "bills", 2000)) {
            now.addAndGet(SECOND);
            stage.add(1000);
            now.addAndGet(SECOND);
            stage.add(1000);
        }
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
