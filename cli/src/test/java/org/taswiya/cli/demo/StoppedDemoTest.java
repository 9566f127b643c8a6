package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Home;
import picocli.CommandLine;

/// Demos as processes of their own that do not come to their end.
final class StoppedDemoTest {
    @TempDir
    private static Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    @EnabledIfSystemProperty(
            named = "taswiya.long",
            matches = "true",
            disabledReason = "the long form runs with -Dtaswiya.long=true: two demos in programs of their own")
    void aKilledDemoLeavesNoServerBehindAndTheNextOneReplacesIt() throws Exception {
        Home home = Home.at(folder.resolve("killed"));
        Process demo = startUntilServerRuns(home);
        demo.destroyForcibly().waitFor();
        ProcessHandle server = ProcessHandle.of(pid(home)).orElseThrow();
        assertThat(home.isUnfinished()).isTrue();
        assertThat(run("demo", "--accounts", "20", "--home", home.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(server.isAlive()).isFalse();
        assertThat(home.isUnfinished()).isFalse();
        assertThat(run("run", "list", "--home", home.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(err.toString()).doesNotContain("not played to its end");
    }

    @Test
    void aStoppedDemoSaysSoAndSoDoesItsHome() throws Exception {
        Home home = Home.at(folder.resolve("stopped"));
        Process demo = startUntilServerRuns(home);
        demo.destroy();
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said(home)))
                .contains("the demo was stopped before its end; it starts anew next time")
                .doesNotContain("went away", "Exception");
        run("run", "list", "--home", home.toString());
        assertThat(err.toString()).contains("this home's demo was not played to its end; run ./taswiya demo again");
    }

    private static Path said(Home home) {
        return home.folder().resolveSibling(home.folder().getFileName() + ".err");
    }

    private static Process startUntilServerRuns(Home home) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.taswiya.cli.Taswiya",
                "demo",
                "--utilities",
                InMemoryStory.UTILITIES.toString(),
                "--home",
                home.toString()));
        Process demo = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said(home).toFile())
                .start();
        while (!isReady(home)) {
            assertThat(demo.isAlive()).as(Files.readString(said(home))).isTrue();
            Thread.sleep(20);
        }
        return demo;
    }

    private static boolean isReady(Home home) throws IOException {
        Path file = home.database().resolve("postmaster.pid");
        return Files.exists(file) && Files.readString(file).contains("ready");
    }

    private static long pid(Home home) throws IOException {
        return Long.parseLong(Files.readAllLines(home.database().resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    private int run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        if (words[0].equals("demo")) {
            line.addAll(List.of("--utilities", InMemoryStory.UTILITIES.toString()));
        }
        CommandLine command = Taswiya.commandLine(words);
        command.setOut(new PrintWriter(new StringWriter(), true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(line.toArray(String[]::new));
    }
}
