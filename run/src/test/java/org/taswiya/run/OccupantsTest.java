package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.AgreementReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Newcomer;
import org.taswiya.store.agreement.Agreements;
import org.taswiya.store.agreement.Agreements.PointLife;
import org.taswiya.store.agreement.Agreements.Where;
import org.taswiya.store.agreement.ClosedCheck;
import org.taswiya.store.agreement.StoredAgreement;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.receivables.CreditUses;
import org.taswiya.store.run.Cycle;

/// Successive occupants of a flat, and what each is billed. Blocks of 100 and 150 kWh at 0.8496 and 1.0220, then all at
/// 1.0220; 6.50 at 20 % and 1.40 at 7 % a month; energy at 14 %. Periods of less than 25 days count by days / 30.
final class OccupantsTest {
    private final OneFlat flat = new OneFlat(TestDatabases.fresh());

    @BeforeEach
    void threeAccounts() {
        flat.fill(3);
    }

    /// 15 days: half of the bounds, so 90 kWh are above 75 and all at 1.0220: 91.98 + 3.25 + 0.70, and taxes of 12.88,
    /// 0.65 and 0.05. Then 9 days, 27 kWh within three tenths of the first block: 22.94 + 1.95 + 0.42, and 3.21, 0.39
    /// and 0.03. The 3 kWh of the five empty days are nobody's.
    @Test
    void theFirstAndTheFinalBillAreProratedAndEmptyDaysAreNobodys() throws SQLException {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.moveOut("C00001", "2020-02-16", 1_090L);
        flat.moveIn(2, "2020-02-21", 1_093L);
        flat.read("2020-03-01", 1_120);
        flat.bill("2020-03-01");
        assertThat(flat.bills())
                .containsExactly(
                        "C00001 actual 2020-02-01 2020-02-16 90 109.51",
                        "C00002 actual 2020-02-21 2020-03-01 27 28.94");
        flat.bill("2020-04-01");
        assertThat(flat.bills()).hasSize(3).last().asString().startsWith("C00002 estimated 2020-03-01 2020-04-01 310");
    }

    @Test
    void aTransferEndsOneAndBeginsTheOtherOnOneReading() throws SQLException {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.read("2020-03-01", 1_100);
        flat.bill("2020-03-01");
        AgreementAnswer.Done done = (AgreementAnswer.Done) flat.transfer("C00001", 2, "2020-03-16", 1_150L);
        StoredAgreement ended = Objects.requireNonNull(done.ended());
        StoredAgreement began = Objects.requireNonNull(done.began());
        assertThat(ended.agreement().to()).isEqualTo(LocalDate.of(2020, 3, 16));
        assertThat(Objects.requireNonNull(ended.end()).successor()).isEqualTo("C00002");
        assertThat(began.agreement().account()).isEqualTo(OneFlat.account(2));
        assertThat(began.opened()).isEqualTo(Decimal.of(1_150));
        // off the cycle, as soon as somebody asks: the one who has left, and not yet the one who has come
        flat.bill(new Cycle(LocalDate.of(2020, 3, 20), LocalDate.of(2020, 3, 20), null, true));
        assertThat(flat.bills())
                .containsExactly(
                        // 100 kWh: 84.96 + 6.50 + 1.40, and 11.89, 1.30 and 0.10
                        "C00001 actual 2020-02-01 2020-03-01 100 106.15",
                        // 50 kWh in half a month: 42.48 + 3.25 + 0.70, and 5.95, 0.65 and 0.05
                        "C00001 actual 2020-03-01 2020-03-16 50 53.08");
        flat.read("2020-04-01", 1_200);
        flat.bill("2020-04-01");
        // 16 days: 50 kWh in 53.333 of the first block, 42.48 + 3.47 + 0.75, and 5.95, 0.69 and 0.05
        assertThat(flat.bills().getLast()).isEqualTo("C00002 actual 2020-03-16 2020-04-01 50 53.39");
        assertThat(flat.texts("select distinct account from open_item where agreement = 'C00001'"))
                .as("debts stay with the person")
                .containsExactly(OneFlat.account(1));
    }

    /// Half a month each, 60 kWh. One household: 50 in the first block, 10 in the second, 42.48 + 10.22 and tax 7.38.
    /// Two: all in the first block, 50.98 and 7.14. Besides, for each half 3.25 + 0.70, and 0.65 and 0.05.
    @Test
    void theHouseholdsBehindAMeterAreOthersFromADayOn() throws SQLException {
        flat.moveIn(1, "2020-03-01", 1_000L);
        assertThat(OneFlat.refused(flat.households("C00001", 1, 1, "2020-03-16", 1_060L)))
                .isEqualTo(AgreementReason.SAME_ACCOUNT);
        AgreementAnswer.Done done = (AgreementAnswer.Done) flat.households("C00001", 1, 2, "2020-03-16", 1_060L);
        assertThat(Objects.requireNonNull(done.began()).agreement().households())
                .isEqualTo(2);
        flat.read("2020-03-31", 1_120);
        flat.bill("2020-03-31");
        assertThat(flat.bills())
                .containsExactly(
                        "C00001 actual 2020-03-01 2020-03-16 60 64.73", "C00002 actual 2020-03-16 2020-03-31 60 62.77");
    }

    @Test
    void whereNobodyCouldReadTheFinalBillRestsOnAnEstimateAndEndsThere() throws SQLException {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.read("2020-03-01", 1_100);
        flat.bill("2020-03-01");
        flat.moveOutUnread("C00001", "2020-03-16");
        flat.bill("2020-04-01");
        flat.read("2020-05-01", 1_400);
        flat.moveIn(2, "2020-05-01", null);
        flat.bill("2020-05-01");
        flat.bill("2020-06-01");
        assertThat(flat.bills())
                .hasSize(3)
                // 10 a day; 150 kWh are in half of the fourth block: 167.90 + 3.95, taxes of 24.21 and 22.50
                .contains("C00001 estimated 2020-03-01 2020-03-16 150 218.56")
                .last()
                .asString()
                .startsWith("C00002 estimated 2020-05-01 2020-06-01 310");
        String books = BooksDigest.of(flat.database());
        flat.bill("2020-06-01");
        assertThat(BooksDigest.of(flat.database())).isEqualTo(books);
    }

    @Test
    void whoeverComesOnTheDayOfAnEstimatedEndClosesItByTheirReading() throws SQLException {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.moveOutUnread("C00001", "2020-02-16");
        flat.moveIn(2, "2020-02-16", 1_090L);
        flat.bill("2020-03-01");
        assertThat(flat.bills().getFirst()).isEqualTo("C00001 actual 2020-02-01 2020-02-16 90 109.51");
    }

    @Test
    void aBillThatReachesTooFarIsTakenBackFirst() throws SQLException {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.bill("2020-03-01");
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-02-16", 1_090L)))
                .isEqualTo(AgreementReason.BILLED_ALREADY);
        Cancellations.cancel(flat.database(), new BillNumber(1), LocalDate.of(2020, 3, 5), OneFlat.WHY);
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-02-16", 1_090L)))
                .isNull();
        flat.bill("2020-04-01");
        assertThat(flat.bills().getLast()).isEqualTo("C00001 actual 2020-02-01 2020-02-16 90 109.51");
    }

    @Test
    void whatCannotBeSaysWhyAndWritesNothing() {
        flat.moveIn(1, "2020-02-01", 1_000L);
        String books = BooksDigest.of(flat.database());
        assertThat(OneFlat.refused(flat.moveIn(2, "2020-03-01", 1_100L))).isEqualTo(AgreementReason.OVERLAP);
        assertThat(OneFlat.refused(flat.moveIn(2, "2020-01-01", 900L))).isEqualTo(AgreementReason.OVERLAP);
        assertThat(OneFlat.refused(flat.moveIn(9, "2020-03-01", 1_100L))).isEqualTo(AgreementReason.UNKNOWN_ACCOUNT);
        assertThat(OneFlat.refused(flat.moveOut("C00009", "2020-03-01", 1L)))
                .isEqualTo(AgreementReason.UNKNOWN_AGREEMENT);
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-02-01", 1_000L)))
                .isEqualTo(AgreementReason.NOT_BEGUN);
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2021-01-01", 1_000L)))
                .isEqualTo(AgreementReason.DAY_TO_COME);
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-03-01", null))).isEqualTo(AgreementReason.UNREAD);
        assertThat(OneFlat.refused(flat.transfer("C00001", 2, "2020-03-01", null)))
                .isEqualTo(AgreementReason.UNREAD);
        assertThat(OneFlat.refused(flat.transfer("C00001", 1, "2020-03-01", 1_100L)))
                .isEqualTo(AgreementReason.SAME_ACCOUNT);
        assertThat(refusedNewcomer("U9", OneFlat.TARIFF, null)).isEqualTo(AgreementReason.UNKNOWN_USAGE_POINT);
        assertThat(refusedNewcomer("U1", "casablanca/none", null)).isEqualTo(AgreementReason.UNKNOWN_TARIFF);
        assertThat(refusedNewcomer("U1", "casablanca/water-household", null)).isEqualTo(AgreementReason.OTHER_SERVICE);
        assertThat(BooksDigest.of(flat.database())).isEqualTo(books);
        flat.moveOut("C00001", "2020-03-01", 1_100L);
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-03-05", 1_100L)))
                .isEqualTo(AgreementReason.ALREADY_ENDED);
        assertThat(refusedNewcomer("U1", OneFlat.TARIFF, "C00001")).isEqualTo(AgreementReason.REFERENCE_TAKEN);
        assertThat(OneFlat.refused(flat.moveIn(2, "2017-01-01", 1L)))
                .as("before there was a meter, and over the days of another")
                .isEqualTo(AgreementReason.OVERLAP);
        assertThat(OneFlat.refused(AgreementDecisions.moveIn(
                        flat.database(),
                        OneFlat.newcomer(2),
                        new AgreementDecisions.Move(
                                LocalDate.of(2020, 3, 1),
                                Decimal.parse("1100.5"),
                                OneFlat.TODAY,
                                SampleUtility::tariff,
                                DepositRules.NONE,
                                OneFlat.WHY,
                                false))))
                .isEqualTo(AgreementReason.NOT_ON_THE_DIAL);
    }

    private @Nullable AgreementReason refusedNewcomer(String point, String tariff, @Nullable String as) {
        return OneFlat.refused(AgreementDecisions.moveIn(
                flat.database(),
                new Newcomer(as, OneFlat.account(2), point, tariff, 1, null),
                flat.move("2020-04-01", 1_200L)));
    }

    @Test
    void aLifeShowsEverybodyAndTheEmptyDaysBetween() {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.moveOut("C00001", "2020-02-16", 1_090L);
        flat.moveIn(2, "2020-02-21", 1_093L);
        flat.transfer("C00002", 3, "2020-03-01", 1_120L);
        flat.moveOut("C00003", "2020-04-01", 1_130L);
        PointLife life =
                Agreements.lives(flat.database(), new Where("L1", null, null)).getFirst();
        assertThat(life.stays())
                .extracting(stay -> stay.getClass().getSimpleName() + " " + stay.from() + " " + stay.to())
                .containsExactly(
                        "Occupied 2020-02-01 2020-02-16",
                        "Vacant 2020-02-16 2020-02-21",
                        "Occupied 2020-02-21 2020-03-01",
                        "Occupied 2020-03-01 2020-04-01",
                        "Vacant 2020-04-01 null");
        assertThat(List.of("C00001", "C00002", "C00003"))
                .allSatisfy(agreement -> assertThat(
                                Objects.requireNonNull(life.agreements().get(agreement))
                                        .end())
                        .isNotNull());
        assertThat(Agreements.lives(flat.database(), new Where(null, null, OneFlat.account(2))))
                .containsExactly(life);
    }

    @Test
    void whoHasLeftIsMissedUntilTheFinalBillAndTheMoneyAreThere() {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.bill("2020-03-01"); // on an estimate, far more than was used
        flat.moveOut("C00001", "2020-03-01", 1_010L);
        assertThat(missing("2020-02-29", 0)).isEmpty();
        assertThat(missing("2020-03-05", 0))
                .as("the estimate reaches to the day, and the reading is not settled")
                .containsExactly("final-bill C00001 2020-03-01 null ");
        assertThat(missing("2020-03-05", 10)).isEmpty();
        flat.bill(new Cycle(LocalDate.of(2020, 3, 6), LocalDate.of(2020, 3, 6), null, true));
        assertThat(missing("2020-03-07", 0)).as("what is owed is not due yet").isEmpty();
        CreditUses.use(flat.database(), LocalDate.of(2020, 3, 7), OneFlat.WHY, false);
        // 10 kWh in February: 8.50 + 6.50 + 1.40, and 1.19, 1.30 and 0.10
        assertThat(missing("2020-04-30", 0)).containsExactly("claim C00001 2020-03-19 18.99 bill 0000000001AB");
    }

    @Test
    void aFinalBillThatIsHeldIsMissing() {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.moveOut("C00001", "2020-03-01", 900L);
        flat.bill("2020-03-01");
        assertThat(missing("2020-03-05", 0)).containsExactly("final-bill C00001 2020-03-01 null reading-lower");
    }

    @Test
    void aCreditOfSomebodyWhoIsGoneWaitsToBeRefunded() {
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.read("2020-03-01", 1_100);
        flat.bill("2020-03-01");
        flat.moveOut("C00001", "2020-03-16", 1_150L);
        flat.bill("2020-04-01");
        flat.pay(1, "200.00", "2020-04-02");
        assertThat(missing("2020-04-05", 0)).containsExactly("refund null 2020-04-02 40.77 ");
    }

    /// As `final-bill C00001 2020-03-01 null reading-lower`.
    private List<String> missing(String on, int within) {
        return ClosedCheck.check(flat.database(), LocalDate.parse(on), within).missing().stream()
                .map(one -> one.lack().code() + " " + one.agreement() + " " + one.since() + " " + one.amount() + " "
                        + one.found())
                .toList();
    }
}
