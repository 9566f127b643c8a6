package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.web.settings.Settings;
import org.taswiya.web.settings.SettingsCheck;
import picocli.CommandLine;

/// The unit of systemd and the container file say of the program what is so: its settings, its commands, its port, the
/// way to its health, how it ends.
final class ServiceFilesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String PLACE = "/opt/taswiya";
    private static final Pattern VARIABLE = Pattern.compile("\\b(TASWIYA_[A-Z_]+)=([^\\s\\\\]*)");
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    private static String unit() throws IOException {
        return Files.readString(ROOT.resolve("build/service/taswiya.service"));
    }

    private static String container() throws IOException {
        return Files.readString(ROOT.resolve("build/container/Containerfile"));
    }

    /// What stands behind a word at the beginning of a line, in the order of the lines.
    private static List<String> of(String text, String word) {
        return text.lines()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()).strip())
                .toList();
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    /// What it is set to by variables and words, as `config check` says it.
    private SettingsCheck check(String variables, List<String> words) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        VARIABLE.matcher(variables).results().forEach(found -> environment.put(found.group(1), found.group(2)));
        assertThat(environment).isNotEmpty();
        environment.computeIfPresent(
                "TASWIYA_SETTINGS", (_, _) -> folder.resolve("taswiya.yaml").toString());
        Files.writeString(folder.resolve("taswiya.yaml"), "port: 8080\n");
        CommandLine line = TaswiyaWeb.commandLine();
        Settings settings = Settings.of(
                Objects.requireNonNull(line.getSubcommands().get("serve")).getCommandSpec(),
                environment,
                words.toArray(String[]::new));
        assertThat(settings.faults()).isEmpty();
        return SettingsCheck.of(line, "serve", settings, words, _ -> List.of());
    }

    private static void assertAllHeard(SettingsCheck check) {
        assertThat(check.findings())
                .extracting(SettingsCheck.Finding::said)
                .noneMatch(said -> said.contains("nothing listens"));
    }

    private static int setting(SettingsCheck check, String name) {
        return check.shown().stream()
                .filter(shown -> shown.name().equals(name))
                .map(shown -> number(shown.value()))
                .findFirst()
                .orElseThrow();
    }

    /// With the product where it is instead of where it would be put.
    @Test
    void theUnitIsOneToSystemd() throws IOException, InterruptedException {
        Path systemd = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(Files.isExecutable(systemd), "no systemd on this machine: apt-get install systemd");
        Path unit = folder.resolve("taswiya.service");
        Files.writeString(unit, unit().replace(PLACE, ROOT.toString()));
        Process process = new ProcessBuilder(systemd.toString(), "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("taswiya.service")))
                .isEmpty();
    }

    @Test
    void theUnitBeginsAndEndsTheProgramAsItIs() throws IOException {
        String unit = unit();
        assertThat(of(unit, "ExecStartPre=")).containsExactly(PLACE + "/taswiya config check");
        List<String> started = List.of(of(unit, "ExecStart=").getFirst().split(" ", -1));
        assertThat(started.subList(0, 2)).containsExactly(PLACE + "/taswiya", "serve");
        assertThat(Objects.requireNonNull(
                                TaswiyaWeb.commandLine().getSubcommands().get("config"))
                        .getSubcommands())
                .containsKey("check");
        SettingsCheck check = check(String.join("\n", of(unit, "Environment=")), started.subList(2, started.size()));
        assertAllHeard(check);
        assertThat(number(of(unit, "SuccessExitStatus=").getFirst())).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(number(of(unit, "TimeoutStopSec=").getFirst()))
                .as("more than the program takes")
                .isGreaterThan(setting(check, "drain") + setting(check, "stop-within"));
        assertThat(of(unit, "StateDirectory=").getFirst())
                .as("the home is where it may write")
                .isEqualTo("taswiya");
        assertThat(of(unit, "Environment=TASWIYA_HOME=").getFirst()).startsWith("/var/lib/taswiya/");
    }

    @Test
    void theContainerHoldsTheProgramAsItIs() throws IOException {
        String file = container();
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String java = pom.replaceAll("(?s).*<maven.compiler.release>(\\d+)<.*", "$1");
        assertThat(of(file, "FROM ")).hasSize(2).allMatch(base -> base.startsWith("eclipse-temurin:" + java + "-jdk"));
        assertThat(of(file, "USER ").getLast()).isEqualTo("taswiya");
        assertThat(file).contains("ENTRYPOINT [\"" + PLACE + "/taswiya\"]", "CMD [\"serve\"]", "GET /health ");
        SettingsCheck check = check(file.substring(file.indexOf("\nENV "), file.indexOf("\nUSER taswiya")), List.of());
        assertAllHeard(check);
        assertThat(number(of(file, "EXPOSE ").getFirst())).isEqualTo(setting(check, "port"));
        assertThat(of(file, "VOLUME ").getFirst())
                .isEqualTo(of(file, "WORKDIR ").getLast())
                .isEqualTo("/var/lib/taswiya");
    }

    /// What it takes along is there once both programs are built: folders by their names, the rest by the launcher's.
    @Test
    void theContainerTakesAlongWhatTheLauncherRuns() throws IOException {
        String file = container();
        List<String> taken = new ArrayList<>();
        Pattern.compile("cp --parents (?:-r )?([^&\\\\\n]+?) /tmp/run")
                .matcher(file)
                .results()
                .forEach(found -> taken.addAll(List.of(found.group(1).split(" ", -1))));
        assertThat(taken).contains("taswiya", "build", "utilities");
        String launcher = Files.readString(ROOT.resolve("taswiya"))
                + Files.readString(ROOT.resolve("build/serve.sh"))
                + Files.readString(ROOT.resolve("build/apart.sh"));
        for (String one : taken) {
            String inTarget = one.replaceAll(".*/target/", "");
            boolean isBuilt = !inTarget.equals(one);
            assertThat(
                            isBuilt
                                    ? launcher.contains(inTarget.replaceAll("^dist$", "target/dist"))
                                    : Files.exists(ROOT.resolve(one)))
                    .as(one)
                    .isTrue();
        }
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains("**/target", ".taswiya", ".git");
    }
}
