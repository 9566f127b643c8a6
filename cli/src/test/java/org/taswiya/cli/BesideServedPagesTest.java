package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// While a program serves the pages of a home on its own database, who has to be locked out is locked out.
final class BesideServedPagesTest {
    @TempDir
    private Path folder;

    @Test
    void staffAndKeysAreClosedAndTheTrailIsCheckedWhileTheHomeIsInUse() {
        CommandHome home = CommandHome.withItsOwnServer(folder);
        try (Database _ = Database.open(Home.at(folder).create("test"))) {
            home.good("staff", "add", "amina", "--role", "agent", "--why", "new");
            assertThat(home.good("staff", "list")).contains("amina");
            home.good("staff", "disable", "amina", "--why", "left");
            assertThat(home.good("staff", "list")).contains("disabled");
            home.good("api-key", "add", "trial", "--scope", "read", "--why", "trial");
            home.good("api-key", "revoke", "1", "--why", "was in a mail");
            assertThat(home.good("staff", "trail", "check")).contains("every one fits");
            assertThat(home.good("arrange", "requests")).contains("Nobody");
            assertThat(home.expect(ExitCode.FAILED, "contact", "coverage", "--why", "nightly")
                            .err())
                    .as("what takes long waits for its turn")
                    .contains("Another Taswiya");
        }
    }
}
