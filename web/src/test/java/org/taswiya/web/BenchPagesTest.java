package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.bench.BilledTown;
import org.taswiya.bench.pages.ConsoleTrial;
import org.taswiya.bench.pages.MeasuredPages;
import org.taswiya.bench.pages.MeasuredPages.Row;
import org.taswiya.bench.pages.PagesReport;
import org.taswiya.bench.pages.PagesTrial;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.work.WorkLists;

/// The measurement of the pages, on a street: what its visitors do is done, and what was accepted is in the books.
/// Times are not looked at.
final class BenchPagesTest {
    private static final BilledTown STREET = new BilledTown(600);
    private static final int VISITORS = 5;

    @TempDir
    private static Path folder;

    private static Home home;

    @BeforeAll
    static void makeStreet() {
        home = Home.at(folder.resolve("home")).create("bench-pages");
        BillingPolicy policy =
                new BillingPolicy(new AllocationPolicy.ByDays(), List.of(EstimationMethod.TWO_YEARS), 6, null, null);
        try (Database database = Database.openEmbedded(home, 0)) {
            STREET.make(
                    database,
                    policy,
                    TariffLibrary.of(PlayedTown.UTILITIES)::tariff,
                    LocalDate.now(ZoneId.systemDefault()),
                    new Silent());
            assertThat(BilledTown.in(database)).isEqualTo(STREET);
        }
    }

    /// The launcher of the project builds the pages first; these are the ones that are tested.
    private static Path launcher() throws IOException {
        String line = "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path")
                + "' " + TaswiyaWeb.class.getName() + " \"$@\" --utilities='"
                + PlayedTown.UTILITIES.toAbsolutePath() + "'\n";
        Path script = Files.writeString(folder.resolve("taswiya"), "#!/bin/sh\n" + line);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatVisitorsDoIsDone() throws IOException, InterruptedException {
        PagesTrial.Order order = new PagesTrial.Order(launcher(), home, STREET, VISITORS, 20, Duration.ofMillis(300));

        PagesReport report = PagesTrial.measure(order, new Silent());

        assertThatAllCame(report.pages());
        assertThat(report.pages().rows()).extracting(Row::name).contains("bills, 20 a second", "own readings");
        assertThat(report.accepted())
                .isGreaterThan(STREET.accounts() - VISITORS)
                .isEqualTo(report.kept());
    }

    /// A second time, which the long form has, nothing is added to the town. Nearly all of it stands on the lists and
    /// in the search: a page that shows an error, or a search that does not find who is there, is a failed request.
    @Test
    void staffSeeWhatTheConsoleShowsOfTheTown() throws IOException, InterruptedException {
        ConsoleTrial.Order order = new ConsoleTrial.Order(launcher(), home, STREET, 2);

        MeasuredPages pages = ConsoleTrial.measure(order, new Silent());
        Map<String, Long> before = waiting();
        if (Boolean.getBoolean("taswiya.long")) {
            ConsoleTrial.measure(order, new Silent());
        }

        assertThatAllCame(pages);
        assertThat(pages.rows())
                .extracting(row -> row.name().strip())
                .contains("work lists, all counted", "search: both in Arabic", "trail", "tried on everybody")
                .containsAll(before.keySet());
        assertThat(before.values()).allSatisfy(many -> assertThat(many).isPositive());
        assertThat(waiting()).isEqualTo(before);
    }

    /// How much is in each list.
    private static Map<String, Long> waiting() {
        try (Database database = Database.openEmbedded(home, 0)) {
            return WorkLists.counts(database, "nobody", LocalDate.now(ZoneId.systemDefault())).stream()
                    .collect(Collectors.toMap(count -> count.kind().code(), WorkLists.Count::all));
        }
    }

    private static void assertThatAllCame(MeasuredPages pages) {
        assertThat(pages.rows()).allSatisfy(row -> {
            assertThat(row.failed()).as(row.name()).isZero();
            assertThat(row.done()).as(row.name()).isPositive();
            assertThat(row.median()).as(row.name()).isPositive().isLessThanOrEqualTo(row.longest());
        });
        assertThat(pages.rows()).extracting(Row::name).doesNotHaveDuplicates();
    }

    private static final class Silent implements BenchListener {
        @Override
        public void stage(String name, long of) {}

        @Override
        public void done(long more) {}
    }
}
