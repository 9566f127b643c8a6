package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.AllocationPolicy.ByDays;
import org.taswiya.core.billing.AllocationPolicy.EstimateShape;
import org.taswiya.core.billing.AllocationPolicy.Favourable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

final class RunRulesTest {
    private static final BillLimits LIMITS =
            new BillLimits(Decimal.of(10), money("50000"), money("20000.50"), money("5000"), false, 5, false);

    private static Money money(String amount) {
        return Money.parse(amount);
    }

    private static BillingPolicy policy(
            AllocationPolicy allocation, @Nullable BackBillingRule back, @Nullable InstalmentRule instalments) {
        return new BillingPolicy(
                allocation, List.of(EstimationMethod.TWO_YEARS, EstimationMethod.LAST_YEAR), 6, back, instalments);
    }

    private static final BillingPolicy POLICY = policy(new ByDays(), null, new InstalmentRule(new Decimal(15, 1), 6));

    private static BillChecks with(CustomerClass of, BillLimits limits) {
        Map<CustomerClass, BillLimits> byClass =
                new EnumMap<>(BillChecks.all(LIMITS).byClass());
        byClass.put(of, limits);
        return new BillChecks(byClass);
    }

    @Test
    void itIsKeptAsTextThatPeopleReadAndThatIsReadAgain() {
        BillChecks checks = with(CustomerClass.MUNICIPALITY, BillLimits.NONE);
        String text = RunRules.of(POLICY, checks).text();
        assertThat(text).startsWith("""
                allocation: days
                tolerance: none
                estimation: two-years, last-year
                estimation-edition: 2
                estimates-in-a-row-most: 6
                back-billing-months: none
                back-billing-anchor: none
                instalments-multiple-of-usual: 1.5
                instalments-most: 6
                usual-multiple of household: 10
                bill-above of household: 50000.00
                true-up-above of household: 20000.50
                credit-above of household: 5000.00
                zero-bills of household: issued
                estimates-in-a-row of household: 5
                missing-service of household: issued
                usual-multiple of professional: 10
                """).endsWith("""
                credit-above of municipality: none
                zero-bills of municipality: issued
                estimates-in-a-row of municipality: none
                missing-service of municipality: issued
                """);
        assertThat(RunRules.parse(text)).contains(RunRules.of(POLICY, checks));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatDiffersIsNamedInWords(String words, BillingPolicy policy, BillChecks checks) {
        RunRules begun = RunRules.of(POLICY, BillChecks.all(LIMITS));
        assertThat(begun.changedTo(RunRules.of(policy, checks))).isEqualTo(words);
    }

    static Stream<Arguments> whatDiffersIsNamedInWords() {
        BillChecks same = BillChecks.all(LIMITS);
        InstalmentRule instalments = POLICY.instalments();
        return Stream.of(
                Arguments.of("", POLICY, same),
                Arguments.of(
                        "allocation was days, is estimate-shape; credit-above was 5,000, is none",
                        policy(new EstimateShape(), null, instalments),
                        BillChecks.all(new BillLimits(
                                Decimal.of(10), money("50000"), money("20000.50"), null, false, 5, false))),
                Arguments.of(
                        "allocation was days, is favourable; tolerance was none, is 0.1",
                        policy(new Favourable(new Decimal(1, 1)), null, instalments),
                        same),
                Arguments.of(
                        "estimation was two-years, last-year, is last-year, two-years;"
                                + " estimates-in-a-row-most was 6, is 7",
                        new BillingPolicy(
                                new ByDays(),
                                List.of(EstimationMethod.LAST_YEAR, EstimationMethod.TWO_YEARS),
                                7,
                                null,
                                instalments),
                        same),
                Arguments.of(
                        "back-billing-months was none, is 12; back-billing-anchor was none, is billed-on;"
                                + " instalments-multiple-of-usual was 1.5, is 2; instalments-most was 6, is 3",
                        policy(
                                new ByDays(),
                                new BackBillingRule(12, Anchor.BILLED_ON),
                                new InstalmentRule(Decimal.of(2), 3)),
                        same),
                Arguments.of(
                        "usual-multiple of professional was 10, is 3;"
                                + " bill-above of professional was 50,000, is 1,000,000;"
                                + " true-up-above of professional was 20,000.5, is none;"
                                + " zero-bills of professional was issued, is held;"
                                + " estimates-in-a-row of professional was 5, is none;"
                                + " missing-service of professional was issued, is held",
                        POLICY,
                        with(
                                CustomerClass.PROFESSIONAL,
                                new BillLimits(
                                        Decimal.of(3), money("1000000"), null, money("5000"), true, null, true))));
    }

    private static BillingPolicy chains(Map<CustomerClass, List<EstimationMethod>> own) {
        return new BillingPolicy(
                POLICY.allocation(), POLICY.estimation(), 6, POLICY.backBilling(), POLICY.instalments(), own);
    }

    private static final List<EstimationMethod> BEST = List.of(EstimationMethod.BEST);

    @Test
    void aChainOfAClassHasALineOnlyWhereItIsItsOwn() {
        Map<CustomerClass, List<EstimationMethod>> own = new EnumMap<>(CustomerClass.class);
        own.put(CustomerClass.PROFESSIONAL, BEST);
        own.put(CustomerClass.MUNICIPALITY, POLICY.estimation());
        assertThat(RunRules.of(chains(own), BillChecks.NONE).text()).contains("""
                estimation: two-years, last-year
                estimation of professional: best
                estimation-edition: 2
                estimates-in-a-row-most: 6
                """);
    }

    /// A class that gets a chain of its own, loses it, or has another one; all of them alike; everybody else.
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void chainsOfClassesAreComparedByWhatHoldsForEach(String words, BillingPolicy begun, BillingPolicy now) {
        assertThat(RunRules.of(begun, BillChecks.NONE).changedTo(RunRules.of(now, BillChecks.NONE)))
                .isEqualTo(words);
    }

    static Stream<Arguments> chainsOfClassesAreComparedByWhatHoldsForEach() {
        List<EstimationMethod> lastYear = List.of(EstimationMethod.LAST_YEAR);
        BillingPolicy professional = chains(Map.of(CustomerClass.PROFESSIONAL, BEST));
        BillingPolicy all = chains(Map.of(
                CustomerClass.HOUSEHOLD, BEST, CustomerClass.PROFESSIONAL, BEST, CustomerClass.MUNICIPALITY, BEST));
        BillingPolicy others = new BillingPolicy(
                new ByDays(),
                lastYear,
                6,
                null,
                POLICY.instalments(),
                Map.of(CustomerClass.PROFESSIONAL, POLICY.estimation()));
        return Stream.of(
                Arguments.of("", professional, professional),
                Arguments.of("estimation of professional was two-years, last-year, is best", POLICY, professional),
                Arguments.of("estimation of professional was best, is two-years, last-year", professional, POLICY),
                Arguments.of(
                        "estimation of professional was best, is last-year",
                        professional,
                        chains(Map.of(CustomerClass.PROFESSIONAL, lastYear))),
                Arguments.of("estimation was two-years, last-year, is best", POLICY, all),
                Arguments.of("estimation was two-years, last-year, is last-year", POLICY, others));
    }

    @Test
    void ofTheFirstEditionOfTheMethodsNothingIsKept() {
        RunRules first = RunRules.of(POLICY.by(EstimationMethod.FIRST_EDITION), BillChecks.NONE);
        assertThat(first.text()).doesNotContain("edition");
        assertThat(first.changedTo(RunRules.of(POLICY, BillChecks.NONE)))
                .isEqualTo("estimation-edition was none, is 2");
    }

    @ParameterizedTest
    @MethodSource
    void thePolicyOfARunIsTakenBackFromItsLines(BillingPolicy policy) {
        assertThat(RunPolicy.of(RunRules.of(policy, BillChecks.all(LIMITS)).text()))
                .contains(policy);
    }

    static Stream<BillingPolicy> thePolicyOfARunIsTakenBackFromItsLines() {
        return Stream.of(
                POLICY,
                POLICY.by(EstimationMethod.FIRST_EDITION),
                policy(new EstimateShape(), new BackBillingRule(12, Anchor.BILLED_ON), null),
                policy(new Favourable(new Decimal(25, 2)), new BackBillingRule(3, Anchor.LAST_READING), null),
                chains(Map.of(CustomerClass.PROFESSIONAL, BEST, CustomerClass.HOUSEHOLD, List.of())),
                new BillingPolicy(new ByDays(), List.of(), 0, null, new InstalmentRule(Decimal.of(2), 3)),
                chains(Map.of(
                        CustomerClass.HOUSEHOLD,
                        List.of(EstimationMethod.ofCode("recent-average/6").orElseThrow()))),
                new BillingPolicy(new ByDays(), EstimationMethod.values(), 1, null, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a field is missing,        'tolerance: none',               'tolerance of another kind: none'",
        "a method of another time,  'estimation: two-years',         'estimation: by-the-moon'",
        "a chain of another time,    'estimation of professional: best', 'estimation of professional: by-the-moon'",
        "a policy of another time,  'allocation: days',              'allocation: by-the-moon'",
        "methods of another time,   'estimation-edition: 2',         'estimation-edition: 3'",
        "no number,                 'estimates-in-a-row-most: 6',    'estimates-in-a-row-most: six'",
        "another form,              'allocation: ',                  'BillingPolicy[allocation='"
    })
    void aPolicyThatIsNotUnderstoodIsNone(String trap, String line, String instead) {
        String text = RunRules.of(chains(Map.of(CustomerClass.PROFESSIONAL, BEST)), BillChecks.all(LIMITS))
                .text();
        assertThat(text).as(trap).contains(line);
        assertThat(RunPolicy.of(text.replace(line, instead))).as(trap).isEmpty();
    }

    @Test
    void anotherFormIsNotRead() {
        assertThat(RunRules.parse("BillingPolicy[allocation=ByDays[]] BillChecks[byClass={}]"))
                .isEmpty();
        assertThat(RunRules.parse("")).isEmpty();
        assertThat(RunRules.parse("tolerance: none\n")).isEmpty();
    }
}
