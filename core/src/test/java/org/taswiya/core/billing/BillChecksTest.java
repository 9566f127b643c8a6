package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.billing.SampleAgreement.months;
import static org.taswiya.core.billing.SampleAgreement.readings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What holds a bill. The bills: *plain*, a month read, 129.46; *charge*, 308.56 of which 146.48 for three months that
/// were billed before; *credit*, 3 x 129.46 billed and 80 kWh used; *nothing*, a month billed as it turned out to be;
/// *third*, the third estimate in a row.
class BillChecksTest {
    private static final BillingPolicy POLICY =
            new BillingPolicy(new AllocationPolicy.ByDays(), List.of(EstimationMethod.RECENT_AVERAGE), 6, null, null);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # trap             | bill    | times  | bill   | trueUp | credit | zero | row | held for
            nothingIsChecked   | charge  | -      | -      | -      | -      | -    | -   | -
            atTheUsual         | charge  | 3.0856 | -      | -      | -      | -    | -   | -
            aboveTheUsual      | charge  | 3.0855 | -      | -      | -      | -    | -   | above-usual
            atTheLimit         | charge  | -      | 308.56 | -      | -      | -    | -   | -
            aboveTheLimit      | charge  | -      | 308.55 | -      | -      | -    | -   | large-bill
            aboveNothing       | plain   | -      | 0.00   | -      | -      | -    | -   | large-bill
            usualIsNoLimit     | plain   | 1.2947 | 129.46 | -      | -      | -    | -   | -
            atTheTrueUp        | charge  | -      | -      | 146.48 | -      | -    | -   | -
            aboveTheTrueUp     | charge  | -      | -      | 146.47 | -      | -    | -   | large-true-up
            plainSettlesNothing| plain   | -      | -      | 0.00   | -      | -    | -   | -
            anyCredit          | credit  | -      | -      | -      | 0.00   | -    | -   | large-credit
            creditIsNoCharge   | charge  | -      | -      | -      | 0.00   | -    | -   | -
            creditIsNotLarge   | credit  | 0.0001 | 0.00   | 0.00   | -      | -    | -   | -
            nothingToPay       | nothing | -      | -      | -      | 0.00   | held | -   | zero-bill
            nothingMayLeave    | nothing | -      | -      | -      | 0.00   | -    | -   | -
            fourthIsAsked      | third   | -      | -      | -      | -      | -    | 4   | -
            thirdIsAsked       | third   | -      | -      | -      | -      | -    | 3   | estimated-often
            fromTheSecondOn    | third   | -      | -      | -      | -      | -    | 2   | estimated-often
            readingsDoNotCount | charge  | -      | -      | -      | -      | -    | 1   | -
            everyReason        | charge  | 1      | 100    | -      | 100    | held | 1   | above-usual large-bill
            """)
    void aCheckHoldsTheBillThatIsAboveItsLimitAndNotTheOneAtIt(
            String trap,
            String bill,
            @Nullable String usualMultiple,
            @Nullable String billAbove,
            @Nullable String trueUpAbove,
            @Nullable String creditAbove,
            @Nullable String zeroBills,
            @Nullable Integer estimatesInARow,
            @Nullable String heldFor) {
        BillLimits limits = new BillLimits(
                usualMultiple == null ? null : Decimal.parse(usualMultiple),
                money(billAbove),
                money(trueUpAbove),
                money(creditAbove),
                zeroBills != null,
                estimatesInARow,
                false);
        assertThat(looked(BillChecks.all(limits), account(agreement("C00001", bill)), Set.of(), List.of()))
                .containsExactly(heldFor == null ? "leaves" : heldFor);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # trap           | bills         | released | missing | what happens
            allLeave         | plain plain   | -        | -       | leaves leaves
            oneIsHeld        | plain charge  | -        | -       | missing-service large-bill
            bothAreHeld      | charge charge | -        | -       | large-bill large-bill
            oneCannotBeBilled| plain unread  | -        | -       | missing-service no-actual-reading
            oneIsNotThere    | plain plain   | -        | C00009  | missing-service missing-service
            releasedLeaves   | plain charge  | C00001   | -       | leaves large-bill
            causeReleased    | plain charge  | C00002   | -       | leaves leaves
            releasedButAlone | plain plain   | C00002   | C00009  | missing-service leaves
            """)
    void billsOfAnAccountLeaveTogetherWhereTheUtilityWantsIt(
            String trap, String bills, @Nullable String released, @Nullable String missing, String happens) {
        List<AgreementInput> agreements = new ArrayList<>();
        for (String bill : bills.split(" ")) {
            agreements.add(agreement("C0000" + (agreements.size() + 1), bill));
        }
        BillLimits limits = new BillLimits(null, Money.parse("200.00"), null, null, false, null, true);
        assertThat(looked(
                        BillChecks.all(limits),
                        account(agreements.toArray(AgreementInput[]::new)),
                        released == null ? Set.of() : Set.of(released),
                        missing == null ? List.of() : List.of(missing)))
                .containsExactly(happens.split(" "));
    }

    @Test
    void whereItIsNotWantedTheyLeaveOneByOne() {
        BillLimits limits = new BillLimits(null, Money.parse("200.00"), null, null, false, null, false);
        AccountInput account = account(agreement("C00001", "plain"), agreement("C00002", "charge"));
        assertThat(looked(BillChecks.all(limits), account, Set.of(), List.of("C00009")))
                .containsExactly("leaves", "large-bill");
    }

    @Test
    void eachClassHasItsOwnLimits() {
        BillLimits strict = new BillLimits(null, Money.parse("100.00"), null, null, false, null, false);
        BillChecks checks = new BillChecks(Map.of(CustomerClass.HOUSEHOLD, strict));
        AccountInput account = account(agreement("C00001", "plain"));
        AccountOutcome outcome = AccountBilling.bill(account);
        assertThat(checks.differ()).isTrue();
        assertThat(BillChecks.all(strict).differ()).isFalse();
        assertThat(words(checks.hold(account, outcome, CustomerClass.HOUSEHOLD, Set.of(), List.of())))
                .containsExactly("large-bill");
        assertThat(checks.hold(account, outcome, CustomerClass.MUNICIPALITY, Set.of(), List.of()))
                .isSameAs(outcome);
    }

    private static List<String> looked(
            BillChecks checks, AccountInput account, Set<String> released, List<String> missing) {
        AccountOutcome before = AccountBilling.bill(account);
        AccountOutcome after = checks.hold(account, before, CustomerClass.HOUSEHOLD, released, missing);
        // A check never changes an amount: what leaves is the bill that was made.
        assertThat(before.bills()).containsAll(after.bills());
        return words(after);
    }

    private static List<String> words(AccountOutcome outcome) {
        return outcome.agreements().stream().map(BillChecksTest::words).toList();
    }

    private static String words(AgreementOutcome agreement) {
        return agreement instanceof HeldAgreement held
                ? String.join(
                        " ",
                        held.holds().stream()
                                .map(Hold::reason)
                                .map(reason -> reason.code())
                                .toList())
                : "leaves";
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : Money.parse(amount.contains(".") ? amount : amount + ".00");
    }

    private static AccountInput account(AgreementInput... agreements) {
        LocalDate end = LocalDate.of(2020, 7, 1);
        return new AccountInput("0000000001", end, end, POLICY, Money.ZERO, Arrays.asList(agreements));
    }

    private static AgreementInput agreement(String reference, String bill) {
        return switch (bill) {
            case "plain" -> agreement(reference, readings("2020-06-01", 1000, "2020-07-01", 1120), List.of());
            case "charge" ->
                agreement(reference, readings("2020-03-01", 1120, "2020-07-01", 1720), months("2020-03-01", 3, 120));
            case "credit" ->
                agreement(reference, readings("2020-04-01", 1120, "2020-07-01", 1200), months("2020-04-01", 3, 120));
            case "nothing" ->
                agreement(reference, readings("2020-06-01", 1120, "2020-07-01", 1240), months("2020-06-01", 1, 120));
            case "third" -> agreement(reference, readings("2020-04-01", 1120), months("2020-04-01", 2, 120));
            case "unread" -> agreement(reference, List.of(), List.of());
            default -> throw new IllegalArgumentException(bill);
        };
    }

    private static AgreementInput agreement(String reference, List<Reading> readings, List<BilledPeriod> billed) {
        DateRange may = DateRange.of(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 6, 1));
        return SampleAgreement.of(
                reference,
                readings,
                billed,
                List.of(new Usage(may, Decimal.of(124), UsageQuality.ACTUAL)),
                Money.parse("100.00"));
    }
}
