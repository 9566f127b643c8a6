package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.Suspects;

/// Whether a month of far more use is doubted does not depend on the order in which readings come, as long as nobody
/// has decided: of two meters that show the same, one read month after month and the other one's readings in any order
/// and any files, the same wait. Where several months are doubtful it may: what waits is not looked at again.
final class DoubtLaws {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 1, 1);
    private static final int MONTHS = 6;
    private static final List<Integer> USED = List.of(150, 145, 160);

    private static final int SURGE = 700;

    private static int count;

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theSameReadingsAreDoubtfulInWhateverOrderTheyCome(@ForAll Random random) throws IOException {
        Town town = new Town(DATABASE, TestDatabases.folder("doubt"));
        String first = point(town, "DOBA");
        String second = point(town, "DOBB");
        count++;
        List<String> rows = new ArrayList<>();
        int surge = 1 + random.nextInt(MONTHS);
        int shown = 24 * 150;
        for (int month = 1; month <= MONTHS; month++) {
            shown += month == surge ? SURGE : USED.get(random.nextInt(USED.size()));
            rows.add("POINT," + LAST.plusMonths(month) + "," + shown);
        }
        take(town, first, rows);
        List<String> mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, random);
        for (int from = 0; from < mixed.size(); ) {
            int to = Math.min(mixed.size(), from + 1 + random.nextInt(3));
            take(town, second, mixed.subList(from, to));
            from = to;
        }
        assertThat(doubtful(second)).as(mixed.toString()).isEqualTo(doubtful(first));
    }

    /// Read every month for two years, 150 each.
    private static String point(Town town, String prefix) throws IOException {
        String point = String.format(Locale.ROOT, "%s%06d", prefix, count);
        new FeedTown(town).meter(point, START, "6;0;1;ELEC;0");
        String number = String.format(Locale.ROOT, "%s%05d", prefix.endsWith("A") ? "1" : "2", count);
        try (PopulationWriter writer = PopulationWriter.open(DATABASE, Town.WHY)) {
            writer.add(new Customer("P" + number, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.AR));
            writer.add(new CustomerAccount("0000" + number, "P" + number));
            writer.add(
                    new ServiceAgreement(
                            "C" + number, "0000" + number, point, "casablanca/electricity-household", 1, START, null),
                    START);
            writer.commit();
        }
        StringBuilder past = new StringBuilder(Town.READINGS);
        for (int month = 1; month <= 24; month++) {
            past.append("%s,%s,%d%n".formatted(point, START.plusMonths(month), month * 150));
        }
        town.take("readings", past.toString());
        return point;
    }

    private static void take(Town town, String point, List<String> rows) throws IOException {
        ReadingChecks checks = Town.limits(Path.of("..", "utilities", "casablanca", "validation.yaml"));
        Path file = town.file(Town.READINGS + String.join("\n", rows).replace("POINT", point) + "\n");
        ImportRun.execute(
                DATABASE,
                new ImportSettings(file, Town.shipped("readings"), Town.ON, 2, checks, Town.WHY),
                new ImportListener() {});
    }

    private static List<String> doubtful(String point) {
        return Suspects.list(DATABASE, SuspectFilter.at(point)).stream()
                .map(suspect -> suspect.reading().at() + " " + suspect.reading().value())
                .sorted()
                .toList();
    }
}
