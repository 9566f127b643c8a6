package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
        return SettingsCheck.of(line, "serve", settings, List.of(words));
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
            TASWIYA_MAILBOX=box                          | wrong | mailbox and smtp
            TASWIYA_FROM=                                | wrong | from is missing
            TASWIYA_SELF=http://agency.example           | risky | without TLS
            TASWIYA_SELF=                                | risky | put a proxy with TLS in front
            TASWIYA_METRICS_PORT=9464                    | none  |
            TASWIYA_METRICS_PORT=9464,TASWIYA_METRICS_HOST=0.0.0.0 | risky | reads the metrics
            TASWIYA_KEY_FILE=nowhere.key                 | wrong | cannot be read
            TASWIYA_BREACHED_PASSWORDS=nowhere.txt       | wrong | is not there
            TASWIYA_OIDC_ISSUER=https://sso.example      | wrong | goes with oidc-client
            TASWIYA_OIDC_ONLY=true                       | wrong | nobody of the staff could sign in
            TASWIYA_DATABASE=postgresql://u:geheim@db/t  | risky | the password stands in the address
            TASWIYA_PROT=8080                            | risky | TASWIYA_PROT in the environment is no setting
            """)
    void whatIsWrongAndWhatIsRisky(String more, String how, String said) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
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

    @Test
    void aKeyThatOthersCanReadIsRisky() throws IOException {
        Path key = folder.resolve("card.key");
        Files.writeString(key, "secret\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        String[] words = {"--key-file=" + key, "--self=https://a.example", "--smtp=mail:25", "--from=a@example.org"};
        assertThat(check(Map.of(), words).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.said()).contains("can be read by others"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(check(Map.of(), words).findings()).isEmpty();
    }
}
