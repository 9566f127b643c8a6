package org.taswiya.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;

/// An account with one bill of 500 due on 1 June 2020: a reminder five days later, a notice twenty days after the due
/// day and ten after the reminder, an order at sixty and fifteen. Nobody is cut off from November to March.
class DunningTest {
    private static final LocalDate DUE = LocalDate.of(2020, 6, 1);
    private static final ItemKey BILL = ItemKey.bill("B1");
    private static final DunningStep REMINDER = step("reminder", 5, 1, DunningChannel.SMS, "50");
    private static final DunningStep NOTICE = step("notice", 20, 10, DunningChannel.LETTER, "100");
    private static final DunningStep ORDER = step("cut", 60, 15, DunningChannel.ORDER, "300");
    private static final DunningPolicy POLICY = new DunningPolicy(
            List.of(REMINDER, NOTICE, ORDER),
            List.of(new QuietSeason("winter", MonthDay.of(11, 1), MonthDay.of(3, 31), true)),
            false);

    private static DunningStep step(String name, int afterDue, int afterLast, DunningChannel channel, String least) {
        return new DunningStep(name, afterDue, afterLast, channel, name, Money.ZERO, Money.parse(least));
    }

    private String open = "500";
    private String credit = "0";
    private @Nullable DunningPolicy policy = POLICY;
    private Map<ItemKey, Long> arranged = Map.of();
    private Map<ItemKey, PlannedItem> planned = Map.of();
    private final List<SentStep> sent = new ArrayList<>();
    private final List<PersonsStop> stops = new ArrayList<>();
    private final List<Suspension> suspensions = new ArrayList<>();
    private final List<Disputed> disputes = new ArrayList<>();
    private Set<ItemKey> charges = Set.of();

    private DunningCase account() {
        Money amount = Money.parse(open);
        List<OpenItem> items =
                List.of(new OpenItem("1", BILL, "water", DUE.minusDays(20), DUE, Money.parse("500"), amount));
        Money left = Money.parse(credit);
        List<Credit> credits = left.isZero()
                ? List.of()
                : List.of(new Credit("1", new CreditKey(CreditKind.PAYMENT, "R1"), DUE, left, left));
        return new DunningCase(
                new AccountItems("1", items, credits),
                policy,
                sent,
                arranged,
                planned,
                stops,
                suspensions,
                disputes,
                charges);
    }

    /// The plan runs over the year's end of June; what is left is due on 1 August.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "while the plan asks, 2020-06-20, held reminder budget",
        "on its last day, 2020-08-01, held reminder budget",
        "then the age begins anew, 2020-08-05, waits reminder 2020-08-06",
        "and the first step comes, 2020-08-06, send reminder"
    })
    void whatABudgetPlanAsksForIsNotDunned(String trap, String day, String what) {
        planned = Map.of(BILL, new PlannedItem(7, LocalDate.of(2020, 8, 1)));
        assertThat(told(day)).as(trap).isEqualTo(what);
        assertThat(Dunning.overdue(account(), LocalDate.parse(day)).isZero()).isEqualTo(what.contains("budget"));
    }

    private String told(String day) {
        List<DunningAnswer> answers = Dunning.answers(account(), LocalDate.parse(day));
        if (answers.isEmpty()) {
            return "not due";
        }
        return switch (answers.getFirst()) {
            case DunningAnswer.Send send -> "send " + send.step().name();
            case DunningAnswer.Held held ->
                "held " + held.step().name() + " " + held.stop().code();
            case DunningAnswer.Waits waits -> "waits " + waits.step().name() + " " + waits.from();
            case DunningAnswer.Ends ends -> "ends: " + ends.found();
        };
    }

    private void sent(String names) {
        LocalDate day = LocalDate.of(2020, 6, 6);
        for (String name : names.isBlank() ? new String[0] : names.split(" ")) {
            sent.add(new SentStep(BILL, name, day));
            day = day.plusDays(14);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            onTheDueDay,      '',                    2020-06-01, not due
            dayAfter,         '',                    2020-06-02, waits reminder 2020-06-06
            reminder,         '',                    2020-06-06, send reminder
            monthsLater,      '',                    2020-10-01, send reminder
            sentToday,        reminder,              2020-06-06, waits notice 2020-06-21
            notice,           reminder,              2020-06-21, send notice
            order,            reminder notice,       2020-07-31, send cut
            orderInWinter,    reminder notice,       2020-11-01, held cut season
            lastOfWinter,     reminder notice,       2021-03-31, held cut season
            afterWinter,      reminder notice,       2021-04-01, send cut
            all,              reminder notice cut,   2020-12-01, ends: all steps were sent
            """)
    void stepsComeInTheirOrderAndTime(String trap, String steps, String day, String expected) {
        sent(steps);
        assertThat(told(day)).as(trap).isEqualTo(expected);
    }

    private void dispute(String amount, boolean isWhole, String from, @Nullable String to) {
        disputes.add(new Disputed(
                1, BILL, Money.parse(amount), isWhole, LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }

    /// Due on 1 June 2020, a reminder five days later.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            all,               500, true,  2020-06-03, '',         2020-06-10, held reminder dispute
            allLongAgo,        500, true,  2020-06-03, '',         2020-12-10, held reminder dispute
            beforeItsTime,     500, true,  2020-06-03, '',         2020-06-04, held reminder dispute
            answeredThatDay,   500, true,  2020-06-03, 2020-06-10, 2020-06-10, waits reminder 2020-06-13
            ageStoodStill,     500, true,  2020-06-03, 2020-06-10, 2020-06-13, send reminder
            beforeItWasDue,    500, true,  2020-05-20, 2020-06-10, 2020-06-14, waits reminder 2020-06-15
            beforeItBegins,    500, true,  2020-07-03, '',         2020-06-10, send reminder
            aPart,             300, false, 2020-06-03, '',         2020-06-10, send reminder
            aPartThatIsEnough, 451, false, 2020-06-03, '',         2020-06-10, held reminder amount
            moreThanIsOpen,    600, false, 2020-06-03, '',         2020-06-10, held reminder dispute
            aPartAnswered,     451, false, 2020-06-03, 2020-06-05, 2020-06-10, send reminder
            """)
    void whatIsDisputedIsNotDunned(
            String trap, String amount, boolean isWhole, String from, String to, String day, String expected) {
        dispute(amount, isWhole, from, to.isEmpty() ? null : to);
        assertThat(told(day)).as(trap).isEqualTo(expected);
    }

    @Test
    void aFeeGetsNoStep() {
        charges = Set.of(BILL);
        assertThat(told("2020-10-01"))
                .isEqualTo("ends: fees, interest and a connection not ordered yet get no step of their own");
    }

    /// The reminder came late, so the notice waits for its ten days.
    @Test
    void theDelayAfterTheLastStepIsKept() {
        sent.add(new SentStep(BILL, "reminder", LocalDate.of(2020, 7, 1)));
        assertThat(told("2020-07-10")).isEqualTo("waits notice 2020-07-11");
        assertThat(told("2020-07-11")).isEqualTo("send notice");
    }

    @Test
    void whatIsVulnerableIsNotCutOffAndIsStillReminded() {
        stops.add(new PersonsStop(DunningStop.VULNERABLE, null, DUE, null, "dialysis at home"));
        assertThat(told("2020-06-06")).isEqualTo("send reminder");
        sent("reminder notice");
        assertThat(told("2020-08-01")).isEqualTo("held cut vulnerable");
        policy = new DunningPolicy(POLICY.steps(), POLICY.seasons(), true);
        sent.clear();
        assertThat(told("2020-06-06")).isEqualTo("held reminder vulnerable");
    }

    @Test
    void aDisputeStopsItsItemWhileItLasts() {
        stops.add(new PersonsStop(DunningStop.DISPUTE, BILL, DUE, LocalDate.of(2020, 6, 20), "reading doubted"));
        assertThat(told("2020-06-19")).isEqualTo("held reminder dispute");
        assertThat(told("2020-06-20")).isEqualTo("send reminder");
        stops.add(new PersonsStop(DunningStop.DISPUTE, ItemKey.bill("B2"), DUE, null, "another one"));
        assertThat(told("2020-06-20")).isEqualTo("send reminder");
        stops.add(new PersonsStop(DunningStop.PERSON, null, DUE, null, "in hospital"));
        assertThat(told("2020-06-20")).isEqualTo("held reminder person");
    }

    @Test
    void aSuspensionStopsWhatItNames() {
        sent("reminder notice");
        Suspension cut = suspension(Activity.DISCONNECTION);
        suspensions.add(cut);
        assertThat(told("2020-08-01")).isEqualTo("held cut suspension");
        assertThat(told("2020-09-01")).isEqualTo("send cut");
        sent.clear();
        assertThat(told("2020-08-01")).isEqualTo("send reminder");
        suspensions.add(suspension(Activity.COLLECTION));
        assertThat(told("2020-08-01")).isEqualTo("held reminder suspension");
    }

    private static Suspension suspension(Activity activity) {
        Set<Activity> activities = EnumSet.of(activity);
        return new Suspension("S", activities, null, DUE, LocalDate.of(2020, 9, 1), "decree");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            least,          50.00,  0,     send reminder
            belowLeast,     49.99,  0,     held reminder amount
            creditCovers,   100.00, 100,   held reminder credit
            creditTooSmall, 100.00, 99.99, send reminder
            """)
    void amountsAndCreditsCount(String trap, String owed, String left, String expected) {
        open = owed;
        credit = left;
        assertThat(told("2020-06-06")).as(trap).isEqualTo(expected);
    }

    @Test
    void whatIsArrangedIsLeftAlone() {
        arranged = Map.of(BILL, 7L);
        assertThat(told("2020-06-06")).isEqualTo("held reminder arrangement");
        assertThat(Dunning.overdue(account(), LocalDate.of(2020, 6, 6))).isEqualTo(Money.ZERO);
    }

    @Test
    void aClassWithoutStepsIsNeverDunned() {
        policy = null;
        assertThat(told("2020-06-06")).isEqualTo("ends: customers of this class are never dunned");
    }
}
