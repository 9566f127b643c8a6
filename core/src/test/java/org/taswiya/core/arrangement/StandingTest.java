package org.taswiya.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.arrangement.Arrangement.ArrangedItem;
import org.taswiya.core.arrangement.Arrangement.Ending;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;

/// Three instalments of 100 on the first of July, August and September, with five days of grace.
class StandingTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
    private static final Arrangement ARRANGEMENT = new Arrangement(
            1,
            "0000000001",
            LocalDate.of(2020, 6, 15),
            List.of(new ArrangedItem(ItemKey.bill("B1"), Money.parse("300"))),
            Schedule.equal(Money.parse("300"), 3, FIRST, WorkingDays.ALL),
            5,
            null);

    private static List<SettledAmount> settled(String text) {
        List<SettledAmount> settled = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(" ")) {
            String[] fields = part.split(":");
            settled.add(new SettledAmount(LocalDate.parse("2020-" + fields[0]), Money.parse(fields[1])));
        }
        return settled;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            dayBefore,          06-30, '',                            kept,          coming coming coming
            onItsDay,           07-01, '',                            kept,          coming coming coming
            dayAfter,           07-02, '',                            late,          late coming coming
            lastOfGrace,        07-06, '',                            late,          late coming coming
            tooLate,            07-07, '',                            broken,        missed coming coming
            paidOnItsDay,       07-20, 07-01:100,                     kept,          paid coming coming
            paidInGrace,        07-20, 07-06:100,                     kept,          paid-late coming coming
            paidAfterGrace,     07-20, 07-07:100,                     broken,        paid-late coming coming
            aCentimeShort,      07-20, 07-01:99.99,                   broken,        missed coming coming
            madeUpInParts,      07-20, 07-01:60 07-05:40,             kept,          paid-late coming coming
            twoAtOnce,          08-20, 06-20:200,                     kept,          paid paid coming
            secondMissed,       08-31, 07-01:100,                     broken,        paid missed coming
            early,              07-10, 07-01:300,                     settled-early, paid paid paid
            onTime,             09-01, 07-01:100 08-01:100 09-01:100, settled,       paid paid paid
            lastInGrace,        09-03, 07-01:100 08-01:100 09-03:100, settled,       paid paid paid-late
            notYetKnown,        07-02, 07-03:300,                     late,          late coming coming
            """)
    void itStandsByWhatWasSettled(String trap, String day, String payments, String state, String rows) {
        List<SettledAmount> settled = settled(payments);
        Standing standing = ARRANGEMENT.standingOn(LocalDate.parse("2020-" + day), settled);
        assertThat(standing.state().code()).as(trap).isEqualTo(state);
        assertThat(standing.rows().stream().map(row -> row.state().code()).collect(Collectors.joining(" ")))
                .isEqualTo(rows);
    }

    @Test
    void whatWasBrokenAndIsSettledInFullIsSettled() {
        Standing whole = ARRANGEMENT.standingOn(LocalDate.of(2020, 8, 31), settled("07-01:100 08-31:200"));
        assertThat(whole.state()).isEqualTo(ArrangementState.SETTLED_EARLY);
        assertThat(whole.brokenOn()).isEqualTo("2020-08-07");
    }

    @Test
    void whatIsSettledGoesToTheEarliestInstalments() {
        Standing standing = ARRANGEMENT.standingOn(LocalDate.of(2020, 8, 1), settled("06-20:130"));
        assertThat(standing.rows()).extracting(row -> row.open().toString()).containsExactly("0.00", "70.00", "100.00");
        assertThat(standing.payable()).isEqualTo(Money.parse("70"));
        assertThat(standing.settled()).isEqualTo(Money.parse("130"));
    }

    @Test
    void whatAPersonEndedHasEndedFromThatDayOn() {
        Arrangement ended = new Arrangement(
                1,
                "0000000001",
                ARRANGEMENT.signedOn(),
                ARRANGEMENT.items(),
                ARRANGEMENT.schedule(),
                5,
                new Ending(LocalDate.of(2020, 7, 20), true));
        List<SettledAmount> settled = settled("07-01:100");
        assertThat(ended.standingOn(LocalDate.of(2020, 7, 19), settled).state()).isEqualTo(ArrangementState.KEPT);
        assertThat(ended.standingOn(LocalDate.of(2020, 7, 20), settled).state())
                .isEqualTo(ArrangementState.RENEGOTIATED);
    }

    /// On 2 August 40 of July and 100 of August are behind, unless somebody has put an end to it.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            late,         07-03, ,       40.00
            broken,       08-02, ,       140.00
            renegotiated, 08-02, true,   0.00
            ended,        08-02, false,  0.00
            """)
    void nothingIsPayableUnderOneThatIsOver(
            String state, String day, @Nullable Boolean isRenegotiated, String payable) {
        Arrangement arrangement = new Arrangement(
                1,
                "0000000001",
                ARRANGEMENT.signedOn(),
                ARRANGEMENT.items(),
                ARRANGEMENT.schedule(),
                5,
                isRenegotiated == null ? null : new Ending(LocalDate.of(2020, 8, 1), isRenegotiated));
        Standing standing = arrangement.standingOn(LocalDate.parse("2020-" + day), settled("07-01:60"));
        assertThat(standing.state().code()).isEqualTo(state);
        assertThat(standing.payable()).isEqualTo(Money.parse(payable));
    }

    /// Of each item what is open, what of that is disputed, and `arranged` where the dispute came after the
    /// arrangement; B1 is arranged with 300, of which so much was paid since.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            all of it arranged,          B1:300:0,                         0,   0,   0.00
            a bill since,                B1:300:0 B2:50:0,                 0,   0,   50.00
            all of it disputed later,    B1:300:300:arranged B2:50:0,      0,   0,   50.00
            a part of it later,          B1:300:120:arranged B2:50:0,      0,   0,   50.00
            an instalment paid since,    B1:200:200:arranged B2:50:0,      100, 0,   50.00
            most of it paid since,       B1:20:20:arranged B2:50:0,        280, 0,   50.00
            a part disputed before,      B1:340:40 B2:50:0,                0,   0,   50.00
            all disputed again,          B1:340:340:arranged B2:50:0,      0,   0,   50.00
            the bill since disputed,     B1:300:0 B2:50:50,                0,   0,   0.00
            with something in credit,    B1:300:120:arranged B2:50:0,      0,   20,  30.00
            with much in credit,         B1:300:0 B2:50:0,                 0,   90,  0.00
            """)
    void whatIsDueBesideTheInstalments(String trap, String open, String paid, String inCredit, String beside) {
        List<OpenItem> items =
                Stream.of(open.split(" ")).map(StandingTest::item).toList();
        CreditKey payment = new CreditKey(CreditKind.PAYMENT, "R1");
        List<Credit> credits = inCredit.equals("0")
                ? List.of()
                : List.of(new Credit("0000000001", payment, FIRST, Money.parse(inCredit), Money.parse(inCredit)));
        Standing standing = ARRANGEMENT.standingOn(FIRST, paid.equals("0") ? List.of() : settled("06-20:" + paid));
        assertThat(ARRANGEMENT.beside(new AccountItems("0000000001", items, credits), standing))
                .isEqualTo(Money.parse(beside));
    }

    private static OpenItem item(String text) {
        String[] fields = text.split(":", 4);
        Money open = Money.parse(fields[1]);
        return new OpenItem("0000000001", ItemKey.bill(fields[0]), "water", FIRST, FIRST, open, open)
                .disputed(Money.parse(fields[2]), fields.length < 4 && !fields[2].equals("0"));
    }
}
