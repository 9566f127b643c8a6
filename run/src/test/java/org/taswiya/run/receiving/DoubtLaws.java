package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.RunSettings;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.Suspects;

/// What is doubted, and what everybody pays, does not depend on the order in which readings come, nor on the files that
/// bring them, as long as nobody has decided and no bill rests on them: of two meters that show the same, one read
/// month after month and the other one's readings in any order and any files, the same wait for the same reasons.
final class DoubtLaws {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 1, 1);
    private static final int MONTHS = 6;
    private static final int PAIRS = 4;
    private static final List<Integer> USED = List.of(150, 145, 160);
    private static final int SURGE = 700;
    private static final int SLIP = 1_000;
    private static final BillingPolicy POLICY =
            new BillingPolicy(new AllocationPolicy.ByDays(), List.of(EstimationMethod.PREVIOUS_PERIOD), 6, null, null);

    private Database database = TestDatabases.fresh();
    private Town town = new Town(database, Path.of("."));

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void theSameReadingsAreDoubtfulInWhateverOrderTheyCome(@ForAll Random random) throws IOException {
        database = TestDatabases.fresh();
        town = new Town(database, TestDatabases.folder("doubt"));
        List<String> mixed = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            List<String> rows = rows(random, pair);
            meter("A", pair);
            meter("B", pair);
            for (String row : rows) {
                take(List.of("EA" + row));
            }
            rows.forEach(row -> mixed.add("EB" + row));
        }
        Collections.shuffle(mixed, random);
        for (int from = 0; from < mixed.size(); ) {
            int to = Math.min(mixed.size(), from + 1 + random.nextInt(9));
            take(mixed.subList(from, to));
            from = to;
        }
        assertThat(doubtful("B")).as(mixed.toString()).isEqualTo(doubtful("A"));
        bill();
        assertThat(billed("B")).as(mixed.toString()).hasSize(PAIRS).isEqualTo(billed("A"));
    }

    /// Every third month or so something is wrong: far more is used, nothing, or another value is written down.
    private static List<String> rows(Random random, int pair) {
        List<String> rows = new ArrayList<>();
        int shown = 24 * 150;
        for (int month = 1; month <= MONTHS; month++) {
            int said = random.nextInt(9);
            shown += said == 0 ? SURGE : said == 1 ? 0 : USED.get(random.nextInt(USED.size()));
            rows.add(pair + "," + LAST.plusMonths(month) + "," + (said == 2 ? shown - SLIP : shown));
        }
        return rows;
    }

    /// Read every month for two years, 150 each.
    private void meter(String side, int pair) throws IOException {
        String point = "E" + side + pair;
        new FeedTown(town).meter(point, START, "6;0;1;ELEC;0");
        String number = (side.equals("A") ? "1" : "2") + "0000" + pair;
        try (PopulationWriter writer = PopulationWriter.open(database, Town.WHY)) {
            writer.add(new Customer("P" + number, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.AR));
            writer.add(new CustomerAccount("0000" + number, "P" + number));
            writer.add(
                    new ServiceAgreement(
                            "C" + number, "0000" + number, point, "casablanca/electricity-household", 1, START, null),
                    LAST);
            writer.commit();
        }
        StringBuilder past = new StringBuilder(Town.READINGS);
        for (int month = 1; month <= 24; month++) {
            past.append("%s,%s,%d%n".formatted(point, START.plusMonths(month), month * 150));
        }
        town.take("readings", past.toString());
    }

    private void take(List<String> rows) throws IOException {
        ReadingChecks checks = Town.limits(Path.of("..", "utilities", "casablanca", "validation.yaml"));
        Path file = town.file(Town.READINGS + String.join("\n", rows) + "\n");
        ImportRun.execute(
                database,
                new ImportSettings(file, Town.shipped("readings"), Town.ON, 4, checks, Town.WHY),
                new ImportListener() {});
    }

    /// The cycles of all months, one by one.
    private void bill() {
        for (int month = 1; month <= MONTHS; month++) {
            LocalDate to = LAST.plusMonths(month);
            RunSettings settings = new RunSettings(
                    new Cycle(to, to),
                    POLICY,
                    BillChecks.NONE,
                    TariffLibrary.of(Path.of("..", "utilities"))::tariff,
                    3,
                    Town.WHY);
            BillingRun.execute(database, settings, new BillingListener() {});
        }
    }

    /// Of each agreement of a side all bills, and what their periods rest on.
    private List<String> billed(String side) {
        return town.query("""
                select right(b.agreement, 1) || ' ' || sum(b.total) || ' '
                    || (select string_agg(g.from_day || ' ' || g.usage || ' ' || g.due::text, ', ' order by g.from_day)
                        from bill_segment g where g.bill = any (array_agg(b.serial)))
                from bill b where b.agreement like 'C%s%%' group by b.agreement order by 1
                """.formatted(side.equals("A") ? "1" : "2"));
    }

    private List<String> doubtful(String side) {
        return Suspects.list(database, SuspectFilter.OPEN).stream()
                .filter(suspect -> suspect.usagePoint().startsWith("E" + side))
                .map(suspect -> suspect.usagePoint().substring(2)
                        + " " + suspect.reading().at() + " " + suspect.reading().value()
                        + " " + suspect.findings() + " " + suspect.atRisk())
                .sorted()
                .toList();
    }
}
