package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.run.ShadowKept.StandIn;
import org.taswiya.run.ShadowReport.Bin;
import org.taswiya.run.ShadowReport.Block;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.shadow.Shadows;
import org.taswiya.store.shadow.StoredShadow;
import org.taswiya.store.shadow.StoredShadow.Hit;
import org.taswiya.store.shadow.StoredShadow.Part;
import org.taswiya.store.shadow.StoredShadow.Sum;

final class ShadowRunTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final String ELECTRICITY = "casablanca/electricity-household";
    private static final String WATER = "casablanca/water-household";
    private static final List<String> UNREAD = List.of("2020-03-01", "2020-04-01", "2020-05-01");
    private static final Change CLERK = new Change(Instant.parse("2020-07-10T09:00:00Z"), "clerk", "late");

    private static Tariff inUse(String id) {
        return SampleUtility.tariff(id).orElseThrow();
    }

    /// The book in use with another price for one block.
    private static Tariff withPrice(int block, Decimal price) {
        Tariff old = inUse(ELECTRICITY);
        return with(
                old,
                old.versions().stream()
                        .map(version -> new TariffVersion(
                                version.from(),
                                version.to(),
                                version.proration(),
                                version.placeholder(),
                                version.components().stream()
                                        .map(component -> withPrice(component, block, price))
                                        .toList()))
                        .toList());
    }

    private static TariffComponent withPrice(TariffComponent component, int block, Decimal price) {
        if (!(component instanceof BlockCharge charge)) {
            return component;
        }
        List<BlockTier> tiers = new ArrayList<>(charge.tiers());
        BlockTier old = tiers.get(block - 1);
        tiers.set(block - 1, new BlockTier(old.upTo(), old.tolerance(), old.mode(), price));
        return new BlockCharge(
                charge.code(),
                charge.unit(),
                charge.rule(),
                charge.months(),
                tiers,
                charge.taxClass(),
                charge.clause());
    }

    private static Tariff with(Tariff tariff, List<TariffVersion> versions) {
        return new Tariff(
                tariff.id(),
                tariff.service(),
                tariff.currency(),
                tariff.unit(),
                tariff.basis(),
                tariff.dueDays(),
                versions,
                tariff.taxes());
    }

    private static ShadowReport shadow(
            Database database, RunSettings settings, Map<String, Tariff> instead, List<ShadowBill> bills) {
        return ShadowRun.execute(database, settings, instead, 3, QUIET, bills::add);
    }

    private static Money money(String text) {
        return Money.parse(text);
    }

    @Test
    void aBookAgainstItselfIsAllZeros() {
        Database database = TestDatabases.fresh();
        new SampleUtility(120, 1).fill(database);
        UNREAD.forEach(to -> BillingRun.execute(database, SampleUtility.settings(to, 50), QUIET));
        String books = BooksDigest.of(database);
        for (String to : List.of("2020-05-20", "2020-06-01")) {
            List<ShadowBill> bills = new ArrayList<>();
            ShadowReport report = shadow(
                    database,
                    SampleUtility.settings(to, 25),
                    Map.of(ELECTRICITY, inUse(ELECTRICITY), WATER, inUse(WATER)),
                    bills);
            assertThat(report.accounts()).isEqualTo(120);
            assertThat(report.all().bills()).isEqualTo(bills.size()).isGreaterThan(120);
            assertThat(bills).allMatch(bill -> bill.difference().isZero());
            List<ShadowSums> sums = new ArrayList<>(List.of(report.all(), report.byAccount(), report.others()));
            sums.addAll(report.byClass().values());
            sums.addAll(report.byTariff().values());
            sums.addAll(report.byBlock().values());
            assertThat(sums).allSatisfy(each -> {
                assertThat(each.same()).isEqualTo(each.bills());
                assertThat(List.of(each.more(), each.less())).containsOnly(0L);
                assertThat(List.of(each.moreBy(), each.lessBy(), each.difference()))
                        .containsOnly(Money.ZERO);
            });
            assertThat(report.bins())
                    .filteredOn(bin -> bin.bills() > 0)
                    .hasSize(1)
                    .allMatch(bin -> bin.direction() == 0);
            assertThat(report.bins()).allMatch(bin -> bin.sum().isZero());
            assertThat(report.hardest()).isEmpty();
            assertThat(report.caused()).isEmpty();
            assertThat(report.byBlock().keySet()).extracting(Block::number).contains(1, 2, 3, 4);
        }
        assertThat(BooksDigest.of(database)).isEqualTo(books);
    }

    /// 80 kWh: 80 x 0.8496 = 67.97 and VAT 9.52; at 0.9496 they are 75.97 and 10.64. 120 kWh: 84.96 + 20.44 and VAT
    /// 14.76; at 0.9496 they are 94.96 + 20.44 and 16.16. 180 kWh are all at the price of block 3.
    @Test
    void onePriceRaisedGivesTheDifferenceComputedByHand() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(80L, 120L, 180L)).fill(database);
        List<ShadowBill> bills = new ArrayList<>();
        ShadowReport report = shadow(
                database,
                FewCustomers.settings(BillChecks.NONE),
                Map.of(ELECTRICITY, withPrice(1, new Decimal(9496, 4))),
                bills);
        assertThat(bills)
                .extracting(
                        ShadowBill::block, bill -> bill.usage().toString(), ShadowBill::before, ShadowBill::difference)
                .containsExactly(
                        tuple(1, "80", money("86.79"), money("9.12")),
                        tuple(2, "120", money("129.46"), money("11.40")),
                        tuple(3, "180", money("219.01"), money("0.00")));
        ShadowSums all = report.all();
        assertThat(all)
                .isEqualTo(new ShadowSums(3, money("435.26"), money("455.78"), 2, money("20.52"), 0, Money.ZERO, 1));
        assertThat(report.byAccount()).isEqualTo(all);
        assertThat(report.byClass()).containsOnlyKeys("household").containsValue(all);
        assertThat(report.byBlock())
                .extractingByKey(new Block(ELECTRICITY, 2))
                .isEqualTo(new ShadowSums(1, money("129.46"), money("140.86"), 1, money("11.40"), 0, Money.ZERO, 0));
        assertThat(report.bins())
                .filteredOn(bin -> bin.bills() > 0)
                .containsExactly(
                        new Bin(0, Money.ZERO, Money.ZERO, 1, Money.ZERO),
                        new Bin(1, money("5"), money("10"), 1, money("9.12")),
                        new Bin(1, money("10"), money("20"), 1, money("11.40")));
        assertThat(report.hardest())
                .extracting(ShadowReport.HardHit::difference)
                .containsExactly(money("11.40"), money("9.12"));
    }

    /// What is kept says what was found, and another that is kept changes nothing of it.
    @Test
    void whatWasFoundIsFoundAgain() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(80L, 120L, 180L)).fill(database);
        RunSettings settings = FewCustomers.settings(BillChecks.NONE);
        Tariff dearer = withPrice(1, new Decimal(9496, 4));
        Tariff cheaper = withPrice(2, new Decimal(1, 0));
        List<ShadowReport> reports = new ArrayList<>();
        for (Tariff renewed : List.of(dearer, cheaper)) {
            ShadowReport report = shadow(database, settings, Map.of(ELECTRICITY, renewed), new ArrayList<>());
            reports.add(report);
            StandIn book = new StandIn(ELECTRICITY, "new.yaml", renewed);
            assertThat(ShadowKept.keep(database, settings.cycle(), List.of(book), report, CLERK))
                    .isEqualTo(reports.size());
        }
        assertThat(Shadows.newest(database, 9)).extracting(StoredShadow::number).containsExactly(2L, 1L);
        StoredShadow first = Shadows.of(database, 1).orElseThrow();
        assertThat(first.all())
                .isEqualTo(new Sum(
                        Part.ALL, "", 0, "", 3, money("435.26"), money("455.78"), 2, money("20.52"), 0, Money.ZERO));
        assertThat(first.of(Part.BLOCK)).extracting(Sum::block).containsExactly(1, 2, 3);
        assertThat(first.dearer()).extracting(Hit::difference).containsExactly(money("11.40"), money("9.12"));
        assertThat(first.cheaper()).isEmpty();
        assertThat(first.bins()).hasSameSizeAs(reports.getFirst().bins());
        assertThat(first.author()).isEqualTo("clerk");
        StoredShadow second = Shadows.of(database, 2).orElseThrow();
        assertThat(second.dearer()).isEmpty();
        assertThat(second.cheaper())
                .extracting(Hit::difference)
                .containsExactlyElementsOf(reports.getLast().eased().stream()
                        .map(ShadowReport.HardHit::difference)
                        .toList())
                .isNotEmpty();
        assertThat(second.books().getFirst().digest())
                .isNotEqualTo(first.books().getFirst().digest());
        assertThat(Shadows.of(database, 3)).isEmpty();
    }

    /// The months of one settlement against the same months billed one by one: the same usage, so the same difference.
    @Test
    void whoseMeterCouldNotBeReadIsHitNoHarderThanTheNeighbour() {
        Map<String, Tariff> instead = Map.of(ELECTRICITY, withPrice(4, new Decimal(13, 1)));
        List<EstimationMethod> chain = new ArrayList<>(SampleUtility.POLICY.estimation());
        chain.add(EstimationMethod.CLASS_AVERAGE);
        BillingPolicy policy = new BillingPolicy(SampleUtility.POLICY.allocation(), chain, 6, null, null);
        List<Money> differences = new ArrayList<>();
        for (boolean readEveryMonth : new boolean[] {true, false}) {
            Database database = TestDatabases.fresh();
            new SampleUtility(40, 5, readEveryMonth, true).fill(database);
            Money difference = Money.ZERO;
            for (String to : List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01")) {
                RunSettings settings = SampleUtility.settings(to, 50, policy);
                if (readEveryMonth || to.equals("2020-06-01")) {
                    ShadowReport report = shadow(database, settings, instead, new ArrayList<>());
                    difference = difference.plus(report.all().difference());
                    assertThat(report.others().bills()).isEqualTo(20);
                }
                BillingRun.execute(database, settings, QUIET);
            }
            differences.add(difference);
        }
        assertThat(differences.getFirst()).isEqualTo(differences.getLast()).isGreaterThan(money("100"));
    }

    @Test
    void whatTheNewBookWouldHoldIsCountedByItsReason() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(80L, 120L, 180L)).fill(database);
        Tariff old = inUse(ELECTRICITY);
        TariffVersion last = old.versions().getLast();
        Tariff late = with(
                old,
                List.of(new TariffVersion(
                        LocalDate.of(2020, 2, 15), null, last.proration(), last.placeholder(), last.components())));
        ShadowReport outside =
                shadow(database, FewCustomers.settings(BillChecks.NONE), Map.of(ELECTRICITY, late), new ArrayList<>());
        assertThat(outside.caused()).containsExactly(Map.entry("outside-versions", 3L));
        assertThat(outside.all().bills()).isZero();
        assertThat(outside.failed()).isZero();
        BillChecks noCredit = BillChecks.all(new BillLimits(null, null, null, money("10"), true, null, false));
        Tariff rebate = withPrice(3, Decimal.of(-2));
        ShadowReport checked =
                shadow(database, FewCustomers.settings(noCredit), Map.of(ELECTRICITY, rebate), new ArrayList<>());
        assertThat(checked.caused()).containsExactly(Map.entry("large-credit", 1L));
        assertThat(checked.all().bills()).isEqualTo(3);
    }

    /// By the book in use the reading of 20 June is settled and August is an estimate; the new book would settle June
    /// again. Compared is the estimate: what stands on the bill in use.
    @Test
    void aSettledMatterThatComesUpAgainIsComparedOverThePeriodsOfTheBillInUse() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(2, 6).fill(database);
        List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01", "2020-07-01")
                .forEach(to -> BillingRun.execute(database, SampleUtility.settings(to, 50), QUIET));
        try (PopulationWriter writer = PopulationWriter.open(database, CLERK)) {
            writer.add(
                    "E2",
                    new ActualReading(LocalDate.of(2020, 6, 20), june(database).plus(Decimal.of(31)), "round"));
            writer.commit();
        }
        BillingRun.execute(database, SampleUtility.settings("2020-08-01", 50), QUIET);
        List<ShadowBill> bills = new ArrayList<>();
        RunSettings settings = SampleUtility.settings("2020-09-01", 50);
        shadow(database, settings, Map.of(ELECTRICITY, withPrice(1, Decimal.ONE)), bills);
        assertThat(bills).extracting(ShadowBill::agreement).contains("C0000004");
        RunTotals run = BillingRun.execute(database, settings, QUIET).totals();
        assertThat(run.estimated()).isEqualTo(run.bills()).isEqualTo(bills.size() + 1L);
        Tariff renewed = withPrice(1, Decimal.ONE);
        for (ShadowBill bill : bills) {
            assertThat(bill.before()).isEqualTo(total(database, bill.agreement()));
            if (bill.agreement().equals("C0000004")) {
                assertThat(bill.after()).isEqualTo(monthByMonth(database, bill.agreement(), renewed));
            }
        }
    }

    private static Decimal june(Database database) throws SQLException {
        return one(database, "select value from reading where usage_point = 'E2' and at = '2020-06-01'", "value");
    }

    private static Money total(Database database, String agreement) throws SQLException {
        String select = "select total from bill where agreement = '" + agreement + "' order by serial desc limit 1";
        return Money.ofMinor(one(database, select, "total").unscaled());
    }

    /// What July and August of the newest bill cost by another tariff, each with what it has of the estimate.
    private static Money monthByMonth(Database database, String agreement, Tariff tariff) throws SQLException {
        Money sum = Money.ZERO;
        for (int month = 7; month <= 8; month++) {
            LocalDate from = LocalDate.of(2020, month, 1);
            Decimal usage = one(database, """
                    select s.usage from bill_segment s join bill b on b.serial = s.bill
                    where b.agreement = '%s' and s.from_day = '%s'
                    order by b.serial desc limit 1""".formatted(agreement, from), "usage");
            sum = sum.plus(tariff.resolve(DateRange.of(from, from.plusMonths(1)), 1)
                    .rate(Fraction.of(usage))
                    .total());
        }
        return sum;
    }

    private static Decimal one(Database database, String select, String column) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(select)) {
            return Rows.list(query, row -> Rows.decimal(row, column)).getFirst();
        }
    }
}
