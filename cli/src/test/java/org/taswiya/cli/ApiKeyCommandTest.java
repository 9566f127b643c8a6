package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiTrail;

/// Keys of other programs, command by command.
final class ApiKeyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aKeyIsShownOnceListedWithoutItAndRevoked() {
        CommandHome home = CommandHome.onTestServer(folder);
        String said = home.good(
                "api-key",
                "add",
                "mirror",
                "--scope",
                "read",
                "--scope",
                "readings",
                "--per-minute",
                "60",
                "--why",
                "no");
        assertThat(said).matches("Key 1 of mirror, shown this once:\n  taswiya_1_[A-Za-z0-9_-]{43}\n");
        assertThat(home.good("api-key", "list")).isEqualTo("1  mirror  read,readings  all accounts  60 a minute\n");
        try (Database database = home.open()) {
            Instant noon = Instant.parse("2020-06-03T12:00:00Z");
            ApiTrail.write(database, new ApiTrail.Request(noon, 1, "listAccounts", null, 200));
        }
        assertThat(home.good("api-key", "trail", "1")).isEqualTo("2020-06-03T12:00:00Z  listAccounts  -  200\n");
        assertThat(home.good("api-key", "revoke", "1", "--why", "lost")).isEqualTo("Key 1 of mirror is revoked.\n");
        assertThat(home.good("api-key", "list")).endsWith("60 a minute  revoked\n");
        assertThat(home.wrong("api-key", "revoke", "1", "--why", "lost")).contains("is revoked already");
    }

    @Test
    void whoAKeyActsForIsListed() {
        CommandHome home = CommandHome.onTestServer(folder);
        home.good("staff", "add", "amina", "--role", "agent", "--why", "trial");
        home.good("api-key", "add", "desk", "--scope", "work", "--staff", "amina", "--why", "trial");
        assertThat(home.good("api-key", "list")).isEqualTo("1  desk  work  all accounts  for amina  600 a minute\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add Amina --scope read --why no                         | is no name for a key
            add mirror --scope write --why no                       | --scope
            add mirror --why no                                     | --scope
            add mirror --scope read --account 0000000001 --why no   | There is no account
            add mirror --scope read --per-minute 0 --why no         | expected 1 to
            add desk --scope work --why no                          | says for whom it acts
            add desk --scope work --staff nobody --why no           | is nobody of the staff
            revoke 7 --why no                                       | There is no key 7
            trail 7                                                 | There is no key 7
            """)
    void whatIsWrongIsSaid(String words, String said) {
        assertThat(CommandHome.onTestServer(folder).wrong(("api-key " + words).split(" ")))
                .contains(said);
    }
}
