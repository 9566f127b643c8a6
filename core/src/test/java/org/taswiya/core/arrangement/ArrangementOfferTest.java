package org.taswiya.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;

class ArrangementOfferTest {
    private static final LocalDate ON = LocalDate.of(2020, 6, 15);
    private static final WorkingDays DAYS = new WorkingDays(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(MonthDay.of(7, 30)),
            Set.of(LocalDate.of(2020, 7, 31)));
    private static final ArrangementPolicy POLICY = new ArrangementPolicy(
            Decimal.of(2),
            6,
            4,
            Money.parse("5000"),
            Money.parse("20"),
            15,
            10,
            new ArrangementPolicy.Rebate(Decimal.parse("0.02"), 10));

    private static ArrangementRequest request(
            String open, @Nullable String usual, int settled, @Nullable Integer months) {
        Money owed = Money.parse(open);
        List<OpenItem> items = owed.isZero()
                ? List.of()
                : List.of(new OpenItem("1", ItemKey.bill("B1"), "water", ON.minusDays(10), ON, owed, owed));
        return new ArrangementRequest(
                new AccountItems("1", items, List.of()),
                POLICY,
                usual == null ? null : Money.parse(usual),
                settled,
                months,
                false,
                ON);
    }

    private static String told(ArrangementOffer offer) {
        return switch (offer) {
            case ArrangementOffer.NotOffered refused -> refused.reason().code();
            case ArrangementOffer.Offered offered ->
                (offered.unasked() ? "unasked " : "asked ")
                        + (offered.needsApproval() ? "approval " : "")
                        + offered.schedule().instalments().stream()
                                .map(instalment -> instalment.amount().toString())
                                .collect(Collectors.joining(" "));
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            catchUp,            1000.00, 200, 4, -, unasked 250.00 250.00 250.00 250.00
            remainderInFirst,   1000.00, 200, 3, -, unasked 333.34 333.33 333.33
            atTheMultiple,       400.00, 200, 4, -, not-above-usual
            aCentimeAbove,       400.01, 200, 4, -, unasked 100.01 100.00 100.00 100.00
            yearOfEstimates,    1200.00, 200, 12, -, unasked approval 200.00 200.00 200.00 200.00 200.00 200.00
            oneMonth,           1000.00, 200, 1, -, no-catch-up
            firstBill,          1000.00, -, 4, -, usual-unknown
            nothing,               0.00, 200, 4, -, nothing-open
            askedBelow,          100.00, 200, 1, 3, asked 33.34 33.33 33.33
            askedLess,          1000.00, 200, 4, 2, unasked 500.00 500.00
            askedMore,          1000.00, 200, 4, 5, asked approval 200.00 200.00 200.00 200.00 200.00
            askedTooLong,       1000.00, 200, 4, 7, too-long
            askedOnce,          1000.00, 200, 4, 1, too-short
            tooSmall,             59.99, 200, 1, 3, instalment-too-small
            justEnough,           60.00, 200, 1, 3, asked 20.00 20.00 20.00
            muchMoney,          5000.01, 200, 2, -, unasked approval 2500.01 2500.00
            """)
    void theRulesOffer(String trap, String open, String usual, int settled, Integer months, String expected) {
        assertThat(told(ArrangementOffer.to(request(open, usual, settled, months), DAYS)))
                .as(trap)
                .isEqualTo(expected);
    }

    /// What is disputed is not asked for, so nothing of it is arranged.
    @ParameterizedTest(name = "{0} of 1000.00 and 200.00")
    @CsvSource({
        "1000.00, B2 200.00, 1000.00",
        "400.00, B1 600.00 B2 200.00, 400.00",
    })
    void whatIsDisputedIsLeftOut(String disputed, String arranged, String leftOut) {
        ArrangementRequest plain = request("1000.00", "50", 4, 2);
        OpenItem first = plain.items().getFirst();
        Money less = Money.parse("200.00");
        OpenItem second = new OpenItem("1", ItemKey.bill("B2"), "water", ON.minusDays(10), ON, less, less);
        ArrangementOffer.Offered offered = (ArrangementOffer.Offered) ArrangementOffer.to(
                of(plain, List.of(first.disputed(Money.parse(disputed), true), second)), DAYS);
        assertThat(offered.items().stream()
                        .sorted(Comparator.comparing(OpenItem::key))
                        .map(item -> item.key().number() + " " + item.open())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(arranged);
        assertThat(offered.found()).endsWith("; " + leftOut + " is disputed and left out");
        assertThat(offered.schedule().total())
                .isEqualTo(offered.items().stream().map(OpenItem::open).reduce(Money.ZERO, Money::plus));
    }

    @Test
    void whereAllIsDisputedNothingIsOffered() {
        ArrangementRequest plain = request("1000.00", "50", 4, 2);
        OpenItem all = plain.items().getFirst().disputed(Money.parse("1000.00"), true);
        assertThat(told(ArrangementOffer.to(of(plain, List.of(all)), DAYS))).isEqualTo("nothing-open");
    }

    private static ArrangementRequest of(ArrangementRequest plain, List<OpenItem> items) {
        return new ArrangementRequest(
                new AccountItems("1", items, List.of()),
                POLICY,
                plain.usual(),
                plain.monthsSettled(),
                plain.months(),
                false,
                ON);
    }

    /// 30 June; 30 and 31 July are holidays and then it is Saturday and August, so 29 July; 30 August is a Sunday; 30
    /// September.
    @Test
    void instalmentsFallDueOnWorkingDaysCountedFromTheFirst() {
        ArrangementOffer.Offered offered =
                (ArrangementOffer.Offered) ArrangementOffer.to(request("1000.00", "200", 4, null), DAYS);
        assertThat(offered.schedule().instalments())
                .extracting(instalment -> instalment.dueOn().toString())
                .containsExactly("2020-06-30", "2020-07-29", "2020-08-31", "2020-09-30");
    }

    /// Every month has one, whatever day the months end on; a first one that moves over the end takes the others along.
    @ParameterizedTest(name = "from {0}")
    @CsvSource({
        "2026-12-31, 2026-12-31 2027-01-29 2027-02-26 2027-03-31 2027-04-30 2027-05-31",
        "2027-01-31, 2027-02-01 2027-03-01 2027-04-01 2027-05-03 2027-06-01 2027-07-01",
        "2027-01-29, 2027-01-29 2027-02-26 2027-03-29 2027-04-29 2027-05-31 2027-06-29",
        "2027-08-15, 2027-08-16 2027-09-15 2027-10-15 2027-11-15 2027-12-15 2028-01-17"
    })
    void everyMonthHasOneInstalment(LocalDate first, String days) {
        assertThat(Schedule.equal(Money.parse("600.00"), 6, first, DAYS).instalments().stream()
                        .map(instalment -> instalment.dueOn().toString()))
                .containsExactly(days.split(" ", -1));
    }

    /// The rules' own day is the 30th of June, and a month later is the last one.
    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            paidDown,        1000.00, 3,  100.00, -, asked 100.00 300.00 300.00 300.00
            remainder,       1000.00, 3,   99.99, -, asked 99.99 300.01 300.00 300.00
            allDown,         1000.00, 2, 1000.00, -, instalment-too-small
            moreThanAll,     1000.00, 2, 1000.01, -, instalment-too-small
            leastLeft,       1000.00, 2,  960.00, -, asked 960.00 20.00 20.00
            lessThanLeast,   1000.00, 2,  960.01, -, instalment-too-small
            today,           1000.00, 2,    0.00, 2020-06-15, asked 500.00 500.00
            todayTwice,      1000.00, 2,  100.00, 2020-06-15, wrong-day
            tomorrow,        1000.00, 2,  100.00, 2020-06-16, asked 100.00 450.00 450.00
            yesterday,       1000.00, 2,    0.00, 2020-06-14, wrong-day
            theRulesDay,     1000.00, 2,    0.00, 2020-06-30, asked 500.00 500.00
            later,           1000.00, 2,    0.00, 2020-07-01, asked approval 500.00 500.00
            lastDay,         1000.00, 2,    0.00, 2020-07-30, asked approval 500.00 500.00
            tooLate,         1000.00, 2,    0.00, 2020-07-31, wrong-day
            """)
    void aPersonMayAskForSomethingAtOnceAndAnotherDay(
            String trap, String open, int months, String down, @Nullable LocalDate first, String expected) {
        ArrangementRequest asked = request(open, "200", 1, months).with(Money.parse(down), first);
        assertThat(told(ArrangementOffer.to(asked, DAYS))).as(trap).isEqualTo(expected);
    }

    @Test
    void aSupervisorGrantsMoreAlone() {
        ArrangementPolicy policy = new ArrangementPolicy(
                Decimal.of(2),
                6,
                4,
                Money.parse("5000"),
                Money.parse("20"),
                15,
                10,
                null,
                new ArrangementPolicy.Alone(6, Money.parse("20000")));
        assertThat(policy.isForClerk(5, Money.parse("100"))).isFalse();
        assertThat(policy.forSupervisor().isForClerk(6, Money.parse("20000"))).isTrue();
        assertThat(policy.forSupervisor().isForClerk(6, Money.parse("20000.01")))
                .isFalse();
        assertThat(POLICY.forSupervisor()).isEqualTo(POLICY);
    }

    @Test
    void whoPaysAtOnceIsLeftTheRebateRoundedDown() {
        ArrangementOffer.Offered offered =
                (ArrangementOffer.Offered) ArrangementOffer.to(request("1000.49", "200", 4, null), DAYS);
        assertThat(offered.atOnce())
                .isEqualTo(new ArrangementOffer.AtOnce(
                        Money.parse("20.00"), Money.parse("980.49"), LocalDate.of(2020, 6, 25)));
    }
}
