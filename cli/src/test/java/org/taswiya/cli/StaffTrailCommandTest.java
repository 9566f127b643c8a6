package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Database;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Kind;

/// What the check of the trail says, whole and broken.
final class StaffTrailCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aBrokenRowIsNamed() throws SQLException {
        CommandHome home = CommandHome.onTestServer(folder);
        try (Database database = home.open()) {
            assertThat(home.good("staff", "trail", "check")).isEqualTo("0 rows, every one fits\nhead none\n");
            for (int i = 0; i < 3; i++) {
                StaffTrail.write(database, Kind.REFUSED, "?", "10.0.0." + i, Instant.parse("2020-06-03T08:00:00Z"));
            }
            String said = home.good("staff", "trail", "check");
            assertThat(said).matches("3 rows, every one fits\nhead 3:[0-9a-f]{64}\n");
            String head = said.substring(said.indexOf("3:")).strip();
            assertThat(home.good("staff", "trail", "check", "--kept", head)).isEqualTo(said);
            assertThat(home.good("staff", "trail", "check", "--json"))
                    .isEqualTo("{\"isGood\":true,\"rows\":3,\"head\":\"" + head + "\",\"faults\":[]}\n");
            assertThat(home.wrong("staff", "trail", "check", "--kept", "3")).contains("no head of a trail");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.execute("update staff_event set address = '10.0.0.7' where id = 2");
            }
            assertThat(home.expect(ExitCode.SOME_REFUSED, "staff", "trail", "check").out())
                    .startsWith("row 2: it, or what stood before it, is not what was written\n"
                            + "3 rows, the chain is broken");
            assertThat(home.expect(ExitCode.SOME_REFUSED, "staff", "trail", "check", "--json").out())
                    .contains("\"faults\":[{\"row\":2,\"reason\":\"digest\"}]");
        }
    }
}
