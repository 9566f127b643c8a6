package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.billing.SampleAgreement.months;
import static org.taswiya.core.billing.SampleAgreement.readings;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.BillSegment.Kind;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.TrialBalance;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffVersion;

/// Spring 2020 at one meter, bill by bill. 120 kWh a month cost 129.46: 100 x 0.8496 + 20 x 1.0220 = 105.40, fixed
/// 7.90, VAT 14.76 + 1.30 + 0.10.
class AccountBillingTest {

    private static final BillingPolicy POLICY = new BillingPolicy(
            new AllocationPolicy.ByDays(),
            List.of(EstimationMethod.TWO_YEARS, EstimationMethod.RECENT_AVERAGE),
            3,
            null,
            new InstalmentRule(Decimal.of(2), 6));

    @Test
    void aMonthThatWasReadIsBilledOnItsReading() {
        DraftBill bill = bill(input("2020-03-01", readings("2020-02-01", 1000, "2020-03-01", 1120), List.of()));
        assertThat(bill.total()).isEqualTo(Money.parse("129.46"));
        assertThat(bill.segments()).extracting(BillSegment::kind).containsExactly(Kind.ACTUAL);
        assertThat(bill.billedOn()).isEqualTo("2020-03-05");
        assertThat(bill.dueOn()).isEqualTo("2020-03-23"); // 18 days later
    }

    @Test
    void aMonthThatWasNotReadIsBilledOnAnEstimateThatSaysSo() {
        DraftBill bill = bill(input("2020-04-01", readings("2020-03-01", 1120), List.of()));
        assertThat(bill.segments()).extracting(BillSegment::kind).containsExactly(Kind.ESTIMATED);
        assertThat(bill.total()).isEqualTo(Money.parse("129.46")); // 124 of 2018 and 116 of 2019 in 31 days: 120
        assertThat(bill.basis())
                .isInstanceOfSatisfying(
                        Basis.OnEstimate.class,
                        basis -> assertThat(basis.estimate().method()).isEqualTo(EstimationMethod.TWO_YEARS));
    }

    @Test
    void theNextReadingSettlesEveryEstimate() {
        List<BilledPeriod> billed = months("2020-03-01", 3, 120);
        DraftBill bill = bill(input("2020-07-01", readings("2020-03-01", 1120, "2020-07-01", 1720), billed));
        // 600 kWh in 122 days: 152, 148, 152, 148
        assertThat(bill.segments())
                .extracting(BillSegment::kind)
                .containsExactly(Kind.TRUE_UP, Kind.TRUE_UP, Kind.TRUE_UP, Kind.ACTUAL);
        assertThat(bill.total()).isEqualTo(Money.parse("308.56")); // 56.93 + 32.62 + 56.93 + 162.08
    }

    @Test
    void aBillWellAboveTheUsualComesWithInstalmentsThatSumToIt() {
        DraftBill bill = bill(
                input("2020-07-01", readings("2020-03-01", 1120, "2020-07-01", 1720), months("2020-03-01", 3, 120)));
        assertThat(bill.offer()).hasValueSatisfying(offer -> {
            assertThat(offer.instalments()).isEqualTo(4);
            assertThat(offer.first()).isEqualTo(Money.parse("77.14")); // 308.56 / 4
            assertThat(offer.each()).isEqualTo(Money.parse("77.14"));
        });
    }

    @Test
    void theStampIsShownAndIsNoPartOfTheBill() {
        DraftBill bill = bill(input("2020-03-01", readings("2020-02-01", 1000, "2020-03-01", 1120), List.of()));
        assertThat(bill.stampIfCash()).isEqualTo(Money.ZERO); // the fixture's tariff knows no stamp
        assertThat(bill.total())
                .isEqualTo(bill.amounts().net().plus(bill.amounts().tax()));
    }

    @Test
    void tooManyEstimatesInARowAreHeld() {
        assertHeld(
                input("2020-07-01", readings("2020-03-01", 1120), months("2020-03-01", 3, 120)),
                HoldReason.TOO_MANY_ESTIMATES);
    }

    @Test
    void daysBeforeTheFirstVersionAreHeld() {
        assertHeld(
                input("2017-01-01", readings("2016-12-01", 1000, "2017-01-01", 1120), List.of()),
                HoldReason.OUTSIDE_VERSIONS);
    }

    @Test
    void aMeterThatCountsSomethingElseIsHeld() {
        AccountInput right = input("2020-04-01", readings("2020-03-01", 1000, "2020-04-01", 1120), List.of());
        AgreementInput one = right.agreements().getFirst();
        Register water = Register.simple(Unit.CUBIC_METRE);
        assertHeld(withAgreement(right, with(one, water, List.of())), HoldReason.OTHER_UNIT);
        MeterExchange from = new MeterExchange(LocalDate.of(2020, 3, 5), Decimal.of(1010), Decimal.of(1010), water);
        assertHeld(withAgreement(right, with(one, one.register(), List.of(from))), HoldReason.OTHER_UNIT);
    }

    @Test
    void pricesOfWhatTheMeterDoesNotCountAreHeld() {
        AccountInput right = input("2020-04-01", readings("2020-03-01", 1000, "2020-04-01", 1120), List.of());
        AgreementInput one = right.agreements().getFirst();
        DemandCharge demand = new DemandCharge(
                "demand",
                Unit.KILOWATT,
                DemandBands.WHOLE,
                Set.of(Month.AUGUST),
                List.of(new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE)),
                "none",
                "");
        Tariff tariff = one.tariff();
        TariffVersion first = tariff.versions().getFirst();
        Tariff ofDemand = new Tariff(
                tariff.id(),
                tariff.service(),
                tariff.currency(),
                tariff.unit(),
                tariff.basis(),
                tariff.dueDays(),
                List.of(new TariffVersion(first.from(), null, first.proration(), false, List.of(demand))),
                tariff.taxes());
        assertHeld(withAgreement(right, with(one, ofDemand, one.register(), List.of())), HoldReason.NOT_COUNTED);
    }

    private static AgreementInput with(AgreementInput one, Register register, List<MeterExchange> exchanges) {
        return with(one, one.tariff(), register, exchanges);
    }

    private static AgreementInput with(
            AgreementInput one, Tariff tariff, Register register, List<MeterExchange> exchanges) {
        return new AgreementInput(
                one.agreement(),
                tariff,
                one.households(),
                register,
                one.readings(),
                exchanges,
                one.billed(),
                one.history(),
                one.vacancies(),
                one.suspensions(),
                one.ofClass(),
                one.annualVolume(),
                one.usualBill(),
                one.backBillingException(),
                one.instruction());
    }

    @Test
    void aMeterWithoutAnyReadingIsHeld() {
        assertHeld(input("2020-04-01", List.of(), List.of()), HoldReason.NO_ACTUAL_READING);
    }

    @Test
    void nothingToEstimateFromIsHeld() {
        AccountInput input = input("2020-04-01", readings("2020-03-01", 1120), List.of());
        AgreementInput known = input.agreements().getFirst();
        AgreementInput unknown = SampleAgreement.of("C00001", known.readings(), List.of(), List.of(), null);
        assertHeld(withAgreement(input, unknown), HoldReason.NO_ESTIMATE);
    }

    @Test
    void theBackBillingLimitCutsWhatIsTooOld() {
        BillingPolicy limited = new BillingPolicy(
                POLICY.allocation(), POLICY.estimation(), 3, new BackBillingRule(1, Anchor.LAST_READING), null);
        AccountInput input =
                input("2020-07-01", readings("2020-03-01", 1120, "2020-07-01", 1720), months("2020-03-01", 3, 120));
        AccountInput cut = new AccountInput(
                input.customerAccount(),
                input.billTo(),
                input.billedOn(),
                limited,
                input.arrears(),
                input.agreements());
        assertThat(bill(cut).total()).isEqualTo(Money.parse("162.08")); // June alone; 146.48 written off
    }

    @Test
    void oneHeldAgreementDoesNotStopTheOther() {
        AccountInput input = input("2020-03-01", readings("2020-02-01", 1000, "2020-03-01", 1120), List.of());
        AccountInput two = new AccountInput(
                input.customerAccount(),
                input.billTo(),
                input.billedOn(),
                POLICY,
                Money.parse("50.00"),
                List.of(
                        SampleAgreement.of("C00001", List.of(), List.of(), List.of(), null),
                        input.agreements().getFirst()));
        AccountOutcome outcome = AccountBilling.bill(two);
        assertThat(outcome.agreements().getFirst()).isInstanceOf(HeldAgreement.class);
        assertThat(outcome.agreements().getLast()).isInstanceOf(Billed.class);
        assertThat(outcome.notice()).hasValueSatisfying(notice -> {
            assertThat(notice.total()).isEqualTo(Money.parse("129.46"));
            assertThat(notice.arrears()).isEqualTo(Money.parse("50.00"));
        });
    }

    @Test
    void aCreditIsBookedAsTheCustomersAndNotAsAClaim() {
        IssuedBill credit = bill(input(
                        "2020-07-01", readings("2020-03-01", 1120, "2020-07-01", 1130), months("2020-03-01", 3, 120)))
                .issue(new BillNumber(1));
        assertThat(credit.bill().total().signum()).isNegative();
        assertThat(credit.entry())
                .hasValueSatisfying(entry ->
                        assertThat(entry.postings().getFirst().account()).isEqualTo(LedgerAccount.CUSTOMER_CREDIT));
    }

    @Test
    void cancellingAndBillingAgainComesToTheSameAsBillingOnce() {
        // billed on a wrong reading of 1200, cancelled, billed again on 1120
        AccountInput right = input("2020-03-01", readings("2020-02-01", 1000, "2020-03-01", 1120), List.of());
        IssuedBill wrong = bill(input("2020-03-01", readings("2020-02-01", 1000, "2020-03-01", 1200), List.of()))
                .issue(new BillNumber(1));
        IssuedBill.Cancellation cancellation = wrong.cancel(LocalDate.of(2020, 3, 9), "read wrong", "agent 7");
        IssuedBill rebill = bill(right).issue(new BillNumber(2));
        IssuedBill once = bill(right).issue(new BillNumber(1));
        TrialBalance after = TrialBalance.of(List.of(
                wrong.entry().orElseThrow(),
                cancellation.entry().orElseThrow(),
                rebill.entry().orElseThrow()));
        assertThat(after).isEqualTo(TrialBalance.of(List.of(once.entry().orElseThrow())));
    }

    @Test
    void numbersHaveTwoCheckLettersThatTellOneWrongDigitAndTwoSwapped() {
        assertThat(new BillNumber(42)).hasToString("0000000042BQ");
        assertThat(letters(1_234_567_890L))
                .isNotEqualTo(letters(1_234_567_891L))
                .isNotEqualTo(letters(1_234_567_980L))
                .isNotEqualTo(letters(2_134_567_890L));
    }

    private static String letters(long serial) {
        return new BillNumber(serial).toString().substring(10);
    }

    private static void assertHeld(AccountInput input, HoldReason reason) {
        assertThat(AccountBilling.bill(input).agreements().getFirst())
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds())
                                .extracting(hold -> hold.reason())
                                .containsExactly(reason));
    }

    private static DraftBill bill(AccountInput input) {
        return AccountBilling.bill(input).bills().getFirst();
    }

    private static AccountInput input(String billTo, List<Reading> readings, List<BilledPeriod> billed) {
        LocalDate end = LocalDate.parse(billTo);
        List<Usage> history = List.of(
                new Usage(range("2018-03-01", "2018-04-01"), Decimal.of(124), UsageQuality.ACTUAL),
                new Usage(range("2019-03-01", "2019-04-01"), Decimal.of(116), UsageQuality.ACTUAL));
        return new AccountInput(
                "0000000001",
                end,
                end.plusDays(4),
                POLICY,
                Money.ZERO,
                List.of(SampleAgreement.of("C00001", readings, billed, history, Money.parse("129.46"))));
    }

    private static AccountInput withAgreement(AccountInput input, AgreementInput agreement) {
        return new AccountInput(
                input.customerAccount(),
                input.billTo(),
                input.billedOn(),
                input.policy(),
                input.arrears(),
                List.of(agreement));
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
