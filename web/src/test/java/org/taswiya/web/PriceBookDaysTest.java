package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.StaffRole;

/// A price list that parts from the one in use on more days than one, in a town where nobody publishes another.
final class PriceBookDaysTest {
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

    /// Whoever approves sees the tenfold price of July, not only the small change of January before it.
    @Test
    void everyDayOnWhichTheyPartIsShownWithItsFigures() {
        String page =
                nadia.get("/staff/price-books/" + WorkTown.of(town).priceBook()).body();
        assertThat(page)
                .contains("<a href=\"#changes-1\">", "<a href=\"#changes-2\">", "id=\"changes-2\"")
                .contains("id=\"uses-2\"", "aria-labelledby=\"t2 d2\"")
                .doesNotContain("id=\"changes-3\"");
        assertThat(page.indexOf("\u20669,8071\u2069")).isGreaterThan(page.indexOf("id=\"changes-2\""));
    }
}
