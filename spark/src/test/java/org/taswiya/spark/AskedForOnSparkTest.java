package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalClock;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.spark.BothEngines.Billed;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.interval.IntervalBlocks;
import org.taswiya.store.run.BatchTransaction;

/// A tariff with time bands, demand and a social tariff, which a home has published: facts of agreements and what their
/// intervals count go to a cluster, and its bills are those of one machine. Of some nobody knows the facts, of others
/// the intervals.
final class AskedForOnSparkTest {
    private static final Change CLERK = new Change(Instant.parse("2020-04-02T08:00:00Z"), "clerk", "as told");
    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final String BOOK = """
            book: casablanca/electricity-household
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
                  - component: energy
                    kind: bands
                    tax: energy
                    source: "made up"
                    bands:
                      - { band: low, blocks: [{ above: 0, price: 0.50 }] }
                      - { band: peak, blocks: [{ above: 0, price: PEAK }] }
                  - component: demand
                    kind: demand
                    tax: energy
                    unit: kW
                    source: "made up"
                    blocks: [{ above: 0, price: 10 }]
                  - component: social
                    kind: discount
                    tax: energy
                    of: [energy]
                    rate: 0.25
                    where: social-tariff
                    source: "made up"
            examples:
              - name: a month
                derived: "10 kW"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: { low: 0, peak: 0 }
                demand: 1
                determinants: { social-tariff: 1 }
                expect: { net: 10.00 }
            """;
    private static final String BANDS = """
            zone: Africa/Casablanca
            seasons:
              - name: year
                from: --01-01
                windows:
                  - { band: low, days: [every], from: 00:00, to: 17:00 }
                  - { band: peak, days: [every], from: 17:00, to: 22:00 }
                  - { band: low, days: [every], from: 22:00, to: 24:00 }
            """;

    private static final Database DATABASE = TestBooks.fresh();
    private static final Map<String, Billed> BY_CYCLE = new TreeMap<>();

    @BeforeAll
    static void billByBothEngines() throws IOException, SQLException {
        Path utilities = TestBooks.folder("utilities");
        Path tariffs = Files.createDirectories(utilities.resolve("casablanca/tariffs"));
        for (String file : List.of("tariffs/water-household.yaml", "policies.yaml")) {
            Files.copy(
                    SampleTown.UTILITIES.resolve("casablanca").resolve(file),
                    utilities.resolve("casablanca").resolve(file));
        }
        Files.writeString(tariffs.resolve("electricity-household.yaml"), BOOK.replace("PEAK", "1.00"));
        Files.writeString(utilities.resolve("casablanca/bands.yaml"), BANDS);
        new SampleTown(24, 5).fill(DATABASE);
        tell();
        publish(utilities);
        BothEngines engines = new BothEngines(DATABASE, utilities);
        for (String cycle : List.of("2020-05-01", "2020-06-01")) {
            BY_CYCLE.put(cycle, engines.bill(cycle));
        }
    }

    private static void tell() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BatchTransaction transaction = BatchTransaction.begin(connection, CLERK, () -> {});
            Map<String, List<AgreementFact>> facts = new HashMap<>();
            IntervalBlocks blocks = new IntervalBlocks();
            int place = 0;
            for (String[] agreement : agreements(connection)) {
                place++;
                if (place % 6 != 0) {
                    facts.put(
                            agreement[0],
                            List.of(new AgreementFact(Determinant.SOCIAL_TARIFF, FROM, Decimal.of(place % 2))));
                }
                if (place % 7 != 0) {
                    addSpring(blocks, agreement[1], place, transaction.change());
                }
            }
            AgreementFacts.add(connection, transaction.change(), facts);
            blocks.write(connection);
            transaction.commit();
        }
    }

    private static List<String[]> agreements(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select reference, usage_point from service_agreement
                where tariff = 'casablanca/electricity-household' order by reference""")) {
            return Rows.list(query, row -> new String[] {row.getString(1), row.getString(2)});
        }
    }

    /// Half hours from January to May, a quarter of a kWh each and more in the evening.
    private static void addSpring(IntervalBlocks blocks, String point, int place, long change) {
        IntervalClock clock = new IntervalClock(ZoneId.of("Africa/Casablanca"), 30);
        for (LocalDate month = LocalDate.of(2020, 1, 1); month.getMonthValue() < 7; month = month.plusMonths(1)) {
            DateRange days = DateRange.of(month, month.plusMonths(1));
            int size = clock.edges(days).length - 1;
            long[] values = new long[size];
            IntervalQuality[] qualities = new IntervalQuality[size];
            Arrays.setAll(values, i -> i % 48 == 36 ? 900L + place : 250);
            Arrays.setAll(qualities, i -> i % 97 == 0 ? IntervalQuality.ESTIMATED : IntervalQuality.ACTUAL);
            blocks.add(point, IntervalSeries.of(days, clock, Unit.KILOWATT_HOUR, 3, values, qualities), change);
        }
    }

    /// Dearer at peak than the folder's.
    private static void publish(Path utilities) {
        PriceBookDesk desk = new PriceBookDesk(DATABASE, TariffLibrary.of(utilities));
        LocalDate day = LocalDate.of(2020, 4, 2);
        Change other = new Change(CLERK.at(), "badr", "as decreed");
        PriceBookAnswer answer = desk.propose("new.yaml", BOOK.replace("PEAK", "2.00"), false, CLERK, Beside.NOTHING);
        assertThat(answer).isInstanceOf(PriceBookAnswer.Done.class);
        long number = ((PriceBookAnswer.Done) answer).book().number();
        desk.approve(number, day, day, other, Beside.NOTHING);
        assertThat(desk.publish(number, day, other, Beside.NOTHING)).isInstanceOf(PriceBookAnswer.Done.class);
    }

    @Test
    void everyBillIsThatOfTheRunOnOneMachine() {
        for (Billed billed : BY_CYCLE.values()) {
            assertThat(billed.totals().bills()).isPositive();
            assertThat(billed.byFiles().digest()).isEqualTo(billed.digest());
            assertThat(billed.byBooks().digest()).isEqualTo(billed.digest());
            assertThat(billed.byFiles().tally().reasons())
                    .isEqualTo(billed.totals().reasons());
            assertThat(billed.byBooks().tally().reasons())
                    .isEqualTo(billed.totals().reasons());
        }
        assertThat(BY_CYCLE.values())
                .anySatisfy(billed -> assertThat(billed.totals().reasons()).containsKey("not-counted"));
    }

    /// What was published, not the folder's: at peak a kWh costs 2.00.
    @Test
    void theyAreBilledByTheBookInForce() {
        var spark = LocalSpark.session();
        Billed estimated = BY_CYCLE.values().iterator().next();
        for (Path output : List.of(estimated.files(), estimated.books())) {
            List<String> rates = spark.read().parquet(output.resolve("rates").toString()).collectAsList().stream()
                    .filter(row -> row.getString(row.fieldIndex("component")).equals("energy"))
                    .map(row -> row.getLong(row.fieldIndex("price")) + "/" + row.getInt(row.fieldIndex("priceScale")))
                    .distinct()
                    .toList();
            assertThat(rates).contains("2/0").doesNotContain("1/0");
        }
    }
}
