package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as a process of its own: its streams and exit codes.
class RateCommandTest {
    private static final String USAGE = "{\"id\":1,\"tariff\":\"sampletown/power\",\"from\":\"2020-03-01\","
            + "\"to\":\"2020-04-01\",\"usage\":{\"total\":\"150\"}}\n";

    @TempDir
    private Path folder;

    @Test
    void goodLinesEndWithZero() throws Exception {
        Ended ended = run(USAGE.repeat(2));
        assertThat(ended.out.lines()).hasSize(2).allMatch(line -> line.endsWith("\"total\":\"230.80\"}"));
        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isZero();
    }

    @Test
    void refusedLinesEndWithThree() throws Exception {
        Ended ended = run("{\"id\":1}\n" + USAGE);
        assertThat(ended.out.lines()).hasSize(2);
        assertThat(ended.code).isEqualTo(3);
    }

    @Test
    void filesAreAnsweredInTheirOrder() throws Exception {
        Path may = Files.writeString(folder.resolve("may.jsonl"), USAGE);
        Path june = Files.writeString(folder.resolve("june é.jsonl"), "\uFEFF" + USAGE.replace("1", "x") + "{}");
        Ended ended = run("", may.toString(), june.toString());
        assertThat(ended.out.lines()).hasSize(3);
        assertThat(ended.out).contains("june é.jsonl\",\"line\":2");
        assertThat(ended.code).isEqualTo(3);
    }

    @Test
    void wrongUsageEndsWithTwoBeforeAnythingIsAnswered() throws Exception {
        Path may = Files.writeString(folder.resolve("may.jsonl"), USAGE);
        for (String[] arguments : new String[][] {
            {may.toString(), folder.resolve("none.jsonl").toString()},
            {folder.toString()},
            {"--no-such-option"},
            {"--utilities", folder.resolve("nowhere").toString()}
        }) {
            Ended ended = run("", arguments);
            assertThat(ended.code).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(ended.out).isEmpty();
            assertThat(ended.err).isNotEmpty();
        }
    }

    @Test
    void aReaderThatLeavesEndsTheCommandQuietly() throws Exception {
        Process process = start();
        Thread writer = Thread.startVirtualThread(() -> {
            try (OutputStream in = process.getOutputStream()) {
                byte[] lines = USAGE.repeat(1000).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 1000; i++) {
                    in.write(lines);
                }
            } catch (IOException e) {
                // The command has ended, as it should.
            }
        });
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).contains("\"total\":\"230.80\"");
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
        assertThat(process.exitValue()).isZero();
        writer.join();
    }

    @Test
    void aFullDiskIsSaid() throws Exception {
        File full = new File("/dev/full");
        Assumptions.assumeTrue(full.exists(), "/dev/full plays the full disk, and this system has none");
        Path may = Files.writeString(folder.resolve("may.jsonl"), USAGE);
        Process process = builder(may.toString()).redirectOutput(full).start();
        assertThat(process.errorReader(StandardCharsets.UTF_8).readLine()).contains("cannot write the answers");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void helpNamesFieldsReasonsAndExitCodes() throws Exception {
        Ended ended = run("", "--help");
        assertThat(ended.out)
                .contains("Usage: taswiya rate")
                .contains(
                        "households",
                        "--utilities",
                        "outside-versions",
                        "Examples:",
                        "Exit codes:",
                        "  3   Some lines");
        assertThat(ended.code).isZero();
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(String input, String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A command that refuses its arguments does not wait for its input.
        }
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private Process start() throws IOException {
        return builder().start();
    }

    private static ProcessBuilder builder(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                "org.taswiya.cli.Taswiya",
                "rate"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("TASWIYA_UTILITIES", "src/test/resources/lines/utilities");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }
}
