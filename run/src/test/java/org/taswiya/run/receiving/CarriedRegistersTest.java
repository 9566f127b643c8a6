package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.run.TestDatabases;
import org.taswiya.run.receiving.CarriedRegisters.Carried;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.receiving.ImportTotals;

/// What an import knows of registers behind its own batches is what the books say of them.
final class CarriedRegistersTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final int MONTHS = 18;
    private static final int LAST = 29;
    private static final int POINTS = 3;

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    @Test
    void asManyAreCarriedAsThereIsRoomFor() {
        CarriedRegisters carried = new CarriedRegisters(8);
        carried.keep("E1", carried("E1"));
        carried.keep("E2", carried("E2"));
        carried.keep("E3", carried("E3"));
        assertThat(carried.of(Set.of("E1", "E2", "E3"))).containsOnlyKeys("E1", "E2");
        carried.keep("E1", null);
        carried.keep("E3", carried("E3"));
        assertThat(carried.of(Set.of("E1", "E2", "E3"))).containsOnlyKeys("E2", "E3");
        carried.forget();
        carried.keep("E1", carried("E1"));
        assertThat(carried.of(Set.of("E1", "E2", "E3"))).containsOnlyKeys("E1");
    }

    private static Carried carried(String point) {
        KnownRegister register = new KnownRegister(
                Register.simple(Unit.KILOWATT_HOUR), List.of(), List.of(), START, null, Map.of(), List.of(), List.of());
        return new Carried(new UsagePoint(point, "L" + point, "electricity"), List.of(), register, ReadingLimits.NONE);
    }

    @Test
    void whatSomebodyElseChangesMeanwhileCounts() throws IOException {
        Town town = town("A");
        Path file = town.file(Town.READINGS + """
                EA1,2019-08-01,2850
                EA2,2019-08-01,2850
                EA2,2019-09-01,3000
                EA2,2019-10-01,3150
                EA2,2019-11-01,3300
                EA2,2019-12-01,3450
                EA1,2019-09-01,3000
                """);
        ImportListener emptied = new ImportListener() {
            @Override
            public void committed(ImportTotals soFar, long share) {
                if (soFar.read() == 2) {
                    empty(town);
                }
            }
        };
        assertThat(take(file, 1, emptied).doubtful()).isEqualTo(1);
        assertThat(suspects(town, "EA")).containsExactly("EA1 2019-09-01 3000");
    }

    private static void empty(Town town) {
        try {
            town.take("vacancies", "LOCAL;DEPUIS;JUSQU_A\nLA1;01/08/2019;\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rowsOfOneFileComeToWhatTheyComeToOneByOne() throws IOException {
        Random random = new Random(20261130);
        Town one = town("B");
        Town each = town("C");
        for (int round = 0; round < 5; round++) {
            List<String> rows = rows(random, MONTHS + 2 * round, 4 + random.nextInt(10));
            Path file = one.file(Town.READINGS + String.join("\n", rows).replace("EX", "EB") + "\n");
            take(file, 1 + random.nextInt(3), new ImportListener() {});
            for (String row : rows) {
                take(each.file(Town.READINGS + row.replace("EX", "EC") + "\n"), 1, new ImportListener() {});
            }
            assertThat(suspects(each, "EC")).as(rows.toString()).isEqualTo(named(suspects(one, "EB")));
            assertThat(each.counting("EC")).as(rows.toString()).isEqualTo(named(one.counting("EB")));
        }
        assertThat(suspects(each, "EC")).isNotEmpty();
    }

    private static List<String> named(List<String> of) {
        return of.stream().map(text -> text.replace("EB", "EC")).toList();
    }

    /// Some 150 a month, now and then far more, in the order of their months for the most part.
    private static List<String> rows(Random random, int from, int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int month = Math.min(LAST, from + i / POINTS + random.nextInt(3));
            int value = month * 150 + random.nextInt(60) + (random.nextInt(5) == 0 ? 900 : 0);
            rows.add("EX%d,%s,%d".formatted(1 + random.nextInt(POINTS), START.plusMonths(month), value));
        }
        return rows;
    }

    /// Meters that have counted 150 kWh a month.
    private Town town(String prefix) throws IOException {
        Town town = new Town(database, folder);
        town.build(prefix, 1, POINTS);
        StringBuilder past = new StringBuilder(Town.READINGS);
        try (PopulationWriter writer = PopulationWriter.open(database, Town.WHY)) {
            for (int i = 1; i <= POINTS; i++) {
                String number = (prefix.charAt(0) - '@') + "00" + i;
                writer.add(new Customer("P" + number, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.AR));
                writer.add(new CustomerAccount("000000" + number, "P" + number));
                writer.add(
                        new ServiceAgreement(
                                "C000" + number,
                                "000000" + number,
                                "E" + prefix + i,
                                "casablanca/electricity-household",
                                1,
                                START,
                                null),
                        START);
                for (int month = 1; month <= MONTHS; month++) {
                    past.append("E%s%d,%s,%d%n".formatted(prefix, i, START.plusMonths(month), month * 150));
                }
            }
            writer.commit();
        }
        town.take("readings", past.toString());
        return town;
    }

    private ImportTotals take(Path file, int rowsPerBatch, ImportListener listener) throws IOException {
        ImportSettings settings = new ImportSettings(
                file,
                Town.shipped("readings"),
                Town.ON,
                rowsPerBatch,
                Town.limits(Path.of("..", "utilities", "casablanca", "validation.yaml")),
                Town.WHY);
        return ImportRun.execute(database, settings, listener).totals();
    }

    private static List<String> suspects(Town town, String prefix) {
        return town.query("""
                select usage_point || ' ' || at || ' ' || trim_scale(value) from suspect_reading
                where usage_point like '%s%%' order by usage_point, at, value""".formatted(prefix));
    }
}
