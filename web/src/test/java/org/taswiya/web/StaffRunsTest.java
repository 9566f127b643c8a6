package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
        WorkTown.of(town).begunRun();
        try (Connection connection = town.database().connect()) {
            assertThat(nadia.get("/staff/runs").body())
                    .contains("توقف قبل نهايته")
                    .doesNotContain("<progress");
            assertThat(RunTable.lock(connection)).isTrue();
            assertThat(nadia.get("/staff/runs").body()).contains("<progress max=\"100\" value=\"0\"", "/live.js?v=");
        }
    }
}
