package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.staff.StaffRole;

/// Billing runs as a supervisor sees them.
final class StaffRunsTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    @Test
    void whatRunsCameToIsOnOnePageAndTheOneAtWorkSaysHowFarItIs() throws SQLException {
        String last = town.texts("select max(id)::text from billing_run").getFirst();
        String page = nadia.get("/staff/runs").body();
        assertThat(page)
                .contains("تشغيلات الفوترة", last, "انتهى")
                .doesNotContain("<progress", "التشغيل " + last + " جار");
        try (Connection connection = town.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into billing_run select (jsonb_populate_record(null::billing_run, to_jsonb(r)
                        || jsonb_build_object('id', r.id + 1, 'bill_to', '2020-08-01', 'billed_on', '2020-08-03',
                                              'released_only', false, 'area', null))).*
                    from billing_run r order by r.id desc limit 1""");
            assertThat(nadia.get("/staff/runs").body())
                    .contains("توقف قبل نهايته")
                    .doesNotContain("<progress");
            assertThat(RunTable.lock(connection)).isTrue();
            assertThat(nadia.get("/staff/runs").body()).contains("<progress max=\"100\" value=\"0\"", "/live.js?v=");
        }
    }
}
