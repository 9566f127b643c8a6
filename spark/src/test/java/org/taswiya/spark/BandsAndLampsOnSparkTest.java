package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.metering.DeviceRegister;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.spark.BothEngines.Billed;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.LampInventories;
import org.taswiya.store.agreement.LightingCalendars;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.BatchTransaction;

/// Two shops whose devices count by time band, of one of which a register was not read, and the lamps of a town, which
/// have no meter. A cluster bills them as one machine does, but for lamps in exported files, which do not hold them.
final class BandsAndLampsOnSparkTest {
    private static final String CYCLE = "2020-05-01";
    private static final Change CLERK = new Change(Instant.parse("2020-02-15T08:00:00Z"), "clerk", "a small home");
    private static final LocalDate FROM = LocalDate.of(2019, 1, 1);
    private static final LocalDate BILLED_FROM = LocalDate.of(2020, 4, 1);
    private static final String HEAD = """
            title: { ar: "الكهرباء", fr: "Électricité", en: "Electricity" }
            service: electricity
            currency: MAD
            unit: kWh
            prices: before-tax
            rounding: half-up
            dueDays: 18
            proration: { bounds: none, charges: none, rounding: unrounded }
            taxes:
              - code: VAT
                kind: value-added
                class: energy
                clause: none
                rates: [{ from: 2014-08-01, rate: 0.14, source: "made up" }]
            versions:
              - from: 2014-08-01
                clause: art. 1
                source: "made up"
                components:
            """;
    private static final String SHOPS = "book: casablanca/shops\n" + HEAD + """
                  - component: energy
                    kind: bands
                    tax: energy
                    source: "made up"
                    bands:
                      - { band: low, blocks: [{ above: 0, price: 0.50 }] }
                      - { band: peak, blocks: [{ above: 0, price: 2.00 }] }
            examples:
              - name: a month
                derived: "50 + 20"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: { low: 100, peak: 10 }
                expect: { net: 70.00 }
            """;
    private static final String LIGHTING = "book: casablanca/lighting\n" + HEAD + """
                  - component: energy
                    kind: per-unit
                    tax: energy
                    price: 1
                    source: "made up"
            examples:
              - name: a month
                derived: "100 x 1"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: 100
                expect: { net: 100.00 }
            """;

    private static final Database DATABASE = TestBooks.fresh();

    @SuppressWarnings("NullAway.Init")
    private static Billed billed;

    @BeforeAll
    static void billByBothEngines() throws IOException, SQLException {
        Path utilities = TestBooks.folder("utilities");
        Path tariffs = Files.createDirectories(utilities.resolve("casablanca/tariffs"));
        Files.copy(
                SampleTown.UTILITIES.resolve("casablanca/policies.yaml"),
                utilities.resolve("casablanca/policies.yaml"));
        Files.writeString(tariffs.resolve("shops.yaml"), SHOPS);
        Files.writeString(tariffs.resolve("lighting.yaml"), LIGHTING);
        fill();
        light();
        billed = new BothEngines(DATABASE, utilities).bill(CYCLE);
    }

    private static void fill() {
        try (PopulationWriter writer = PopulationWriter.open(DATABASE, CLERK)) {
            for (int i = 1; i <= 3; i++) {
                boolean isLit = i == 3;
                String account = "000000000" + i;
                writer.add(new Customer("P" + i, CustomerClass.PROFESSIONAL, "زبون", "Client " + i, Language.AR));
                writer.add(new CustomerAccount(account, "P" + i));
                writer.add(new Premise("L" + i, i + ", rue des Tests", "Maarif"));
                writer.add(new UsagePoint("E" + i, "L" + i, "electricity"));
                writer.add(
                        new ServiceAgreement(
                                "C0000" + i,
                                account,
                                "E" + i,
                                isLit ? "casablanca/lighting" : "casablanca/shops",
                                1,
                                FROM,
                                null),
                        BILLED_FROM);
                if (!isLit) {
                    writer.add(new UsagePoint("F" + i, "L" + i, "electricity"));
                    addRegister(writer, i, "E" + i, "low", 300, true);
                    addRegister(writer, i, "F" + i, "peak", 40, i == 1);
                }
            }
            writer.commit();
        }
    }

    /// @param isRead on the first of May
    private static void addRegister(
            PopulationWriter writer, int i, String point, String band, long monthly, boolean isRead) {
        Register register = Register.simple(Unit.KILOWATT_HOUR);
        writer.add(new Meter("M" + i, point, register, FROM, Decimal.ZERO, null, new DeviceRegister(band, null)));
        LocalDate last = LocalDate.parse(CYCLE);
        long shown = 0;
        for (LocalDate day = FROM; !day.isAfter(last); day = day.plusMonths(1)) {
            if (isRead || day.isBefore(last)) {
                writer.add(point, new ActualReading(day, Decimal.of(shown), "round"));
            }
            shown += monthly + (long) day.getMonthValue() * i;
        }
    }

    /// A hundred lamps of 100 W, 300 hours a month.
    private static void light() throws SQLException {
        Map<Month, Decimal> hours = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            hours.put(month, Decimal.of(300));
        }
        LampGroup lamps =
                new LampGroup("rue des Tests", "LED", 100, Decimal.of(100), Decimal.ZERO, FROM, null, "all-night");
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BatchTransaction transaction = BatchTransaction.begin(connection, CLERK, () -> {});
            LightingCalendars.add(
                    connection,
                    transaction.change(),
                    new LightingCalendar(
                            ZoneId.of("Africa/Casablanca"),
                            null,
                            new TreeMap<>(Map.of("all-night", new Regime.Published(hours, null)))));
            LampInventories.add(
                    connection, transaction.change(), Map.of("C00003", List.of(lamps)), Map.of("C00003", lamps.from()));
            transaction.commit();
        }
    }

    private static List<Row> rows(Path output, String table) {
        return LocalSpark.session()
                .read()
                .parquet(output.resolve(table).toString())
                .collectAsList();
    }

    private static List<String> agreements(Path output) {
        return rows(output, "bills").stream()
                .map(row -> row.<String>getAs("agreement"))
                .sorted()
                .toList();
    }

    @Test
    void fromTheDatabaseEveryBillIsThatOfTheRunOnOneMachine() {
        assertThat(billed.totals().bills()).isEqualTo(3);
        assertThat(billed.withheld()).isEmpty();
        assertThat(billed.byBooks().digest()).isEqualTo(billed.digest());
        assertThat(agreements(billed.books())).containsExactly("C00001", "C00002", "C00003");
    }

    /// April of the first shop: 304 at 0.50 and 44 at 2.00.
    @Test
    void eachBandIsBilledWhatItsRegisterCounted() {
        List<Row> rates = rows(billed.files(), "rates");
        assertThat(rates).hasSize(2);
        assertThat(rows(billed.files(), "bills").stream()
                        .filter(row -> row.getAs("agreement").equals("C00001"))
                        .map(row -> row.<Long>getAs("net")))
                .containsExactly(152_00L + 88_00L);
    }

    /// Exported files hold registers by band, and no lamps.
    @Test
    void whatFilesDoNotHoldIsNamedAndNotBilled() {
        assertThat(agreements(billed.files())).containsExactly("C00001", "C00002");
        assertThat(billed.byFiles().tally().reasons()).isEqualTo(Map.of("not-in-files", 1L));
        assertThat(billed.byFiles().tally().failed()).isEqualTo(1);
    }
}
