package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AllocationPolicy;
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
import org.taswiya.intake.yaml.Finding;

class PolicyParserTest {

    private static final String WHOLE = """
            estimation: { chain: [last-year, class-average], inARowMost: 3 }
            settlement: { allocation: favourable, tolerance: 0.2 }
            backBilling: { months: 12, anchor: billedOn }
            instalments: { multipleOfUsual: 1.5, most: 4 }
            checks: { usualMultiple: 2.5, trueUpAbove: 500, creditAbove: 300.5, zeroBills: held }
            """;

    @Test
    void everythingThatCanBeDecidedIsRead() {
        assertThat(policy(WHOLE))
                .isEqualTo(new BillingPolicy(
                        new AllocationPolicy.Favourable(Decimal.parse("0.2")),
                        List.of(EstimationMethod.LAST_YEAR, EstimationMethod.CLASS_AVERAGE),
                        3,
                        new BackBillingRule(12, Anchor.BILLED_ON),
                        new InstalmentRule(Decimal.parse("1.5"), 4)));
    }

    @Test
    void checksThatAreStatedHoldAndOthersDoNot() {
        assertThat(read(WHOLE).checks())
                .isEqualTo(BillChecks.all(new BillLimits(
                        Decimal.parse("2.5"), null, Money.parse("500.00"), Money.parse("300.50"), true, null, false)));
        assertThat(read(WHOLE.replaceFirst("checks:.*", "")).checks()).isEqualTo(BillChecks.NONE);
        assertThat(checks("checks: { trueUpAbove: 1 }"))
                .isEqualTo(BillChecks.all(new BillLimits(null, null, Money.parse("1.00"), null, false, null, false)));
        assertThat(checks("checks: { billAbove: 5000, estimatesInARow: 3, missingService: held }"))
                .isEqualTo(BillChecks.all(new BillLimits(null, Money.parse("5000.00"), null, null, false, 3, true)));
    }

    @Test
    void aCheckMayStandForEachClassWithADefaultForTheOthers() {
        BillChecks checks = checks("""
                checks:
                  usualMultiple: { default: 10, professional: 20, municipality: none }
                  billAbove: { municipality: 90000 }
                  estimatesInARow: { default: 3, household: 2 }
                  missingService: { household: held }
                  zeroBills: held
                """);
        assertThat(checks.byClass().get(CustomerClass.HOUSEHOLD))
                .isEqualTo(new BillLimits(Decimal.of(10), null, null, null, true, 2, true));
        assertThat(checks.byClass().get(CustomerClass.PROFESSIONAL))
                .isEqualTo(new BillLimits(Decimal.of(20), null, null, null, true, 3, false));
        assertThat(checks.byClass().get(CustomerClass.MUNICIPALITY))
                .isEqualTo(new BillLimits(null, Money.parse("90000.00"), null, null, true, 3, false));
    }

    @Test
    void theChainMayStandForEachClassWithADefaultForTheOthers() {
        List<EstimationMethod> best = List.of(EstimationMethod.BEST, EstimationMethod.CLASS_AVERAGE);
        List<EstimationMethod> lastYear = List.of(EstimationMethod.LAST_YEAR);
        List<EstimationMethod> guideline = List.of(EstimationMethod.TWO_YEARS, EstimationMethod.LAST_YEAR);
        BillingPolicy policy =
                chain("{ default: [last-year], household: [best, class-average], municipality: [last-year] }");
        assertThat(policy.estimation()).isEqualTo(lastYear);
        assertThat(policy.ownChains()).containsOnlyKeys(CustomerClass.HOUSEHOLD);
        assertThat(policy.chain(CustomerClass.HOUSEHOLD)).isEqualTo(best);
        assertThat(policy.chain(CustomerClass.PROFESSIONAL)).isEqualTo(lastYear);
        assertThat(policy.of(CustomerClass.HOUSEHOLD)).isEqualTo(chain("[best, class-average]"));

        BillingPolicy ofAll = chain("{ professional: [best, class-average], household: [last-year],"
                + " municipality: [two-years, last-year] }");
        assertThat(ofAll.chain(CustomerClass.HOUSEHOLD)).isEqualTo(lastYear);
        assertThat(ofAll.chain(CustomerClass.PROFESSIONAL)).isEqualTo(best);
        assertThat(ofAll.chain(CustomerClass.MUNICIPALITY)).isEqualTo(guideline);

        assertThat(chain("[recent-average/6, best]").estimation())
                .extracting(EstimationMethod::code)
                .containsExactly("recent-average/6", "best");

        assertThat(chain("[last-year]").differs()).isFalse();
        assertThat(chain("{ default: [last-year], household: [last-year] }")).isEqualTo(chain("[last-year]"));
    }

    private static BillingPolicy chain(String chain) {
        return policy(WHOLE.replace("[last-year, class-average]", chain));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknownClass | { default: [best], student: [best] } | 1:41 found the unknown field 'student', expected one
            nobodysDefault | { household: [best] } | 1:22 found no field 'default', expected 'default', a list
            emptyOfAll | [] | 1:22 found an empty list, expected a list, each item a method such as two-years
            emptyOfAClass    | { default: [best], household: [] }        | 1:52 found an empty list, expected a list
            noneOfAClass     | { default: [best], household: none }      | 1:52 found none, expected a list
            twiceInAClass    | { default: [best], household: [best, best] } | 1:59 found best, expected a kind once
            onceInEachClass  | { default: [best], household: [guess] }   | 1:53 found guess, expected one of
            notOfChains      | { default: [best], household: [stated] }  | 1:53 found stated, expected one of
            averageOfOne     | { default: [recent-average/1] }           | 1:34 found recent-average/1, expected one of
            averagesOfTwo | { default: [recent-average, recent-average/6] } | 1:50 found recent-average/6, expected a
            ofAnEdition      | { default: [best, two-years/1] } | 1:40 found two-years/1, expected the method without an
            noClassAtAll | {} | 1:22 found no field 'default', expected 'default', a list
            """)
    void faultsOfChainsAreNamedWithTheirPlace(String trap, String chain, String finding) {
        assertThat(firstFinding(WHOLE.replace("[last-year, class-average]", chain)))
                .as(trap)
                .startsWith(finding);
    }

    private static BillChecks checks(String checks) {
        return read(WHOLE.replaceFirst("checks:.*\n", "") + checks).checks();
    }

    @Test
    void limitsThatAreLeftOutDoNotLimit() {
        BillingPolicy policy = policy("""
                estimation: { chain: [two-years], inARowMost: 6 }
                settlement: { allocation: days }
                """);
        assertThat(policy.backBilling()).isNull();
        assertThat(policy.instalments()).isNull();
    }

    @Test
    void casablancaDecidesByDaysAndTheGuideline() throws IOException {
        PolicyReading reading = PolicyParser.parse(Path.of("..", "utilities", "casablanca", "policies.yaml"));
        assertThat(reading).isInstanceOfSatisfying(PolicyReading.Read.class, read -> {
            assertThat(read.policy().allocation()).isEqualTo(new AllocationPolicy.ByDays());
            assertThat(read.checks().differ()).isTrue();
            assertThat(read.policy().estimation())
                    .startsWith(EstimationMethod.CUSTOMER_READING, EstimationMethod.TWO_YEARS);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknownMethod    | last-year    | guess       | 1:23 found guess, expected one of customer-reading
            methodTwice      | class-average| last-year   | 1:34 found last-year, expected one of
            unknownPolicy    | favourable   | fair        | 2:27 found fair, expected one of days
            toleranceAbove1  | 0.2          | 1.2         | 2:50 found 1.2, expected a number between 0 and 1
            noMonths         | months: 12,  | months: 0,  | 3:24 found 0, expected a whole number from 1
            unknownAnchor    | billedOn     | payday      | 3:36 found payday, expected one of
            oneInstalment    | most: 4      | most: 1     | 4:44 found 1, expected a whole number from 2
            zeroUsual        | 2.5          | 0           | 5:26 found 0, expected a number above zero
            unknownZero      | held         | kept        | 5:80 found kept, expected one of
            unknownHolding | zeroBills: held | missingService: together | 5:85 found together, expected one of
            fewerThanNone | zeroBills: held | billAbove: -1 | 5:80 found -1, expected a number zero or more
            aboveHardLimit | zeroBills: held | estimatesInARow: 4 | 5:86 found 4, expected a whole number from 1 to 3
            unknownClass | zeroBills: held | billAbove: { student: 1 } | 5:82 found the unknown field 'student'
            wrongOfAClass | zeroBills: held | billAbove: { household: much } | 5:93 found much, expected a plain decimal
            wrongDefault | zeroBills: held | zeroBills: { default: 0 } | 5:91 found 0, expected one of held, issued
            noneOfNothing | zeroBills: held | billAbove: "none" | 5:80 found "none", expected a number
            unknownField     | instalments: | instalment: | 4:1 found the unknown field 'instalment'
            """)
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        assertThat(firstFinding(WHOLE.replaceFirst(right, wrong))).as(trap).startsWith(finding);
    }

    private static String firstFinding(String text) {
        return switch (PolicyParser.parse("policies.yaml", text)) {
            case PolicyReading.Read read -> "nothing in " + read;
            case PolicyReading.Faulty(List<Finding> findings) -> {
                Finding first = findings.getFirst();
                yield first.line() + ":" + first.column() + " found " + first.found() + ", expected "
                        + first.expected();
            }
        };
    }

    private static BillingPolicy policy(String text) {
        return read(text).policy();
    }

    private static PolicyReading.Read read(String text) {
        return switch (PolicyParser.parse("policies.yaml", text)) {
            case PolicyReading.Read read -> read;
            case PolicyReading.Faulty faulty ->
                throw new AssertionError(faulty.findings().toString());
        };
    }
}
