package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.web.settings.Settings;
import org.taswiya.web.settings.SettingsCheck;
import org.taswiya.web.settings.SettingsCheck.Finding;
import org.taswiya.web.settings.SettingsCheck.Shown;
import picocli.CommandLine;

/// What `serve` is set to, by whom, and what is said about it.
final class SettingsTest {
    @TempDir
    private Path folder;

    private static SettingsCheck check(Map<String, String> environment, String... words) throws IOException {
        CommandLine line = TaswiyaWeb.commandLine();
        Settings settings = Settings.of(
                Objects.requireNonNull(line.getSubcommands().get("serve")).getCommandSpec(), environment, words);
        assertThat(settings.faults()).isEmpty();
        return SettingsCheck.of(
                line, "serve", settings, List.of(words), serving -> ((ServeCommand) serving).allFaults());
    }

    private static Shown shown(SettingsCheck check, String name) {
        return check.shown().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String file(String text) throws IOException {
        Path file = folder.resolve("taswiya.yaml");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    @Test
    void anOptionWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        String file = file("port: 1001\nhost: 127.0.0.3\ndrain: 7\nlog-json: true\n");
        SettingsCheck check = check(
                Map.of("TASWIYA_PORT", "1002", "TASWIYA_HOST", "127.0.0.2", "TASWIYA_STOP_WITHIN", ""),
                "--settings",
                file,
                "--port=1003");
        assertThat(shown(check, "port")).isEqualTo(new Shown("port", "1003", "option"));
        assertThat(shown(check, "host")).isEqualTo(new Shown("host", "127.0.0.2", "TASWIYA_HOST"));
        assertThat(shown(check, "drain")).isEqualTo(new Shown("drain", "7", file));
        assertThat(shown(check, "log-json")).isEqualTo(new Shown("log-json", "true", file));
        assertThat(shown(check, "stop-within")).isEqualTo(new Shown("stop-within", "20", "default"));
        assertThat(shown(check, "smtp")).isEqualTo(new Shown("smtp", "", "default"));
    }

    @Test
    void theEnvironmentNamesTheFileToo() throws IOException {
        assertThat(shown(check(Map.of("TASWIYA_SETTINGS", file("port: 1001\n"))), "port")
                        .value())
                .isEqualTo("1001");
        assertThatThrownBy(() -> check(Map.of("TASWIYA_SETTINGS", "nowhere.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prot: 8080          | the unknown field 'prot'
            settings: other     | the unknown field 'settings'
            help: true          | the unknown field 'help'
            port: [1, 2]        | expected some text
            port 8080           | expected the fields of settings
            """)
    void aFileWithAFaultSaysWhere(String text, String fault) throws IOException {
        CommandLine serve =
                Objects.requireNonNull(TaswiyaWeb.commandLine().getSubcommands().get("serve"));
        Settings settings = Settings.of(serve.getCommandSpec(), Map.of(), "--settings=" + file(text));
        assertThat(settings.faults()).contains("taswiya.yaml:1:").contains(fault);
    }

    /// Beside what is enough to run: a mail server and an address with TLS.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TASWIYA_PORT=8081                            | none  |
            TASWIYA_SMTP=                                | risky | no mail server
            TASWIYA_MAILBOX=box                          | wrong | --mailbox and --smtp
            TASWIYA_FROM=                                | wrong | from is missing
            TASWIYA_SELF=http://agency.example           | risky | without TLS
            TASWIYA_SELF=                                | risky | put a proxy with TLS in front
            TASWIYA_METRICS_PORT=9464                    | none  |
            TASWIYA_METRICS_PORT=9464,TASWIYA_METRICS_HOST=0.0.0.0 | risky | reads the metrics
            TASWIYA_KEY_FILE=nowhere.key                 | wrong | --key-file: nowhere.key: there is no such file
            TASWIYA_BREACHED_PASSWORDS=nowhere.txt       | wrong | is not there
            TASWIYA_OIDC_ISSUER=https://sso.example      | wrong | goes with --oidc-client
            TASWIYA_OIDC_ONLY=true                       | wrong | --oidc-issuer is missing
            TASWIYA_PORT=99999                           | wrong | expected a port
            TASWIYA_METRICS_PORT=-1                      | wrong | --metrics-port is -1
            TASWIYA_METRICS_PORT=8080                    | wrong | where the pages are
            TASWIYA_STAFF_KEY_FILE=/nope                 | wrong | --staff-key-file: /nope
            TASWIYA_PUSH_KEY=/nope                       | wrong | --push-key: there is no file /nope
            TASWIYA_FROM=notmail                         | wrong | --from:
            TASWIYA_FROM=notmail,TASWIYA_SMTP=,TASWIYA_MAILBOX=box,TASWIYA_HOST=127.0.0.1 | wrong | --from:
            TASWIYA_SMTP=mail                            | wrong | --smtp takes HOST:PORT
            TASWIYA_SELF=agency.example                  | wrong | --self is agency.example
            TASWIYA_SELF=https://agency.example/x        | wrong | nothing behind it
            TASWIYA_SELF=https://agency.example?x        | wrong | nothing behind it
            TASWIYA_SANDBOX=notaurl                      | wrong | --sandbox is notaurl
            TASWIYA_DRAIN=-5                             | wrong | --drain is -5
            TASWIYA_STOP_WITHIN=-1                       | wrong | --stop-within is -1
            TASWIYA_UTILITY=nowhere                      | wrong | nowhere
            TASWIYA_DATABASE=postgresql://u:geheim@db/t  | risky | the password stands in the address
            TASWIYA_PROT=8080                            | risky | TASWIYA_PROT in the environment is no setting
            """)
    void whatIsWrongAndWhatIsRisky(String more, String how, String said) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TASWIYA_UTILITIES", PlayedTown.UTILITIES.toString(),
                "TASWIYA_SMTP", "mail:25",
                "TASWIYA_FROM", "agency@example.org",
                "TASWIYA_HOST", "0.0.0.0",
                "TASWIYA_SELF", "https://agency.example"));
        for (String pair : more.split(",")) {
            environment.put(pair.split("=")[0], pair.replaceFirst("[^=]*=", ""));
        }
        SettingsCheck check = check(environment);
        assertThat(check.shown().toString()).doesNotContain("geheim");
        List<Finding> findings = check.findings();
        assertThat(findings).as(findings.toString()).hasSize(how.equals("none") ? 0 : 1);
        if (!findings.isEmpty()) {
            assertThat(findings.getFirst().said()).contains(said).doesNotContain("geheim");
            assertThat(findings.getFirst().isWrong()).isEqualTo(how.equals("wrong"));
        }
    }

    private static String said(int code, String... words) {
        CommandLine line = TaswiyaWeb.commandLine();
        StringWriter err = new StringWriter();
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(words)).as(err.toString()).isEqualTo(code);
        return err.toString();
    }

    @Test
    void aPortThatIsTakenIsSaidInASentence() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket other = new ServerSocket(0, 1, here)) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(said(1, "serve", "--port=" + port, "--home=" + folder.resolve("none"), "--demo"))
                    .isEqualToIgnoringNewLines("taswiya: nobody can be answered at 127.0.0.1, port " + port
                            + " (Address already in use): stop what listens there, or name another port or address");
        }
        assertThat(folder.resolve("none")).as("nothing is begun before").doesNotExist();
    }

    @Test
    void whatIsWrongIsRefusedBeforeAnythingIsBegun() {
        assertThat(said(2, "serve", "--port=99999", "--home=" + folder.resolve("none"), "--demo"))
                .startsWith("taswiya: --port is 99999; expected a port, from 0 to 65535");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aLogIsNoKey() throws IOException {
        Path log = folder.resolve("serve.log");
        Files.writeString(log, "2020-07-02 10:00 warn started\n");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-------"));
        assertThat(check(
                                Map.of(),
                                "--key-file=" + log,
                                "--self=https://a.example",
                                "--smtp=mail:25",
                                "--from=a@example.org",
                                "--utilities=" + PlayedTown.UTILITIES)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.said()).contains("has words in its first line"));
    }

    @Test
    void aKeyThatOthersCanReadIsRisky() throws IOException {
        Path key = folder.resolve("card.key");
        Files.writeString(key, "secret\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        String[] words = {
            "--key-file=" + key,
            "--self=https://a.example",
            "--smtp=mail:25",
            "--from=a@example.org",
            "--utilities=" + PlayedTown.UTILITIES
        };
        assertThat(check(Map.of(), words).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.said()).contains("can be read by others"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(check(Map.of(), words).findings()).isEmpty();
    }
}
