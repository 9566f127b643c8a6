package org.taswiya.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementAnswer;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.arrangement.StoredArrangement;

/// Three households owe three bills each: what they owe is arranged, paid in part and renegotiated; then it is ended by
/// a person, paid in full, or broken and renegotiated once more.
final class ArrangementWork implements MoneyWork {
    private static final int HOUSES = 3;
    private static final int OF_A_HOUSE = 5;
    private static final ArrangementRules RULES = new ArrangementRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new ArrangementPolicy(Decimal.of(2), 6, 6, null, Money.parse("10"), 15, 10, null)));

    @Override
    public void fill(Database database) {
        Street street = new Street(database, DepositRules.NONE);
        street.fill(HOUSES);
        street.everybodyMovesIn(HOUSES, "2020-02-01");
        for (String to : List.of("2020-03-01", "2020-04-01", "2020-05-01")) {
            street.flat().bill(to);
        }
    }

    @Override
    public int steps() {
        return HOUSES * OF_A_HOUSE;
    }

    /// Whoever asks anew for what was ended gets another one.
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void take(Database database, int step, Consumer<String> told) {
        int house = 1 + step / OF_A_HOUSE;
        String account = OneFlat.account(house);
        String key = "k" + step;
        switch (step % OF_A_HOUSE) {
            case 0 ->
                tell(
                        ArrangementDecisions.grant(
                                database, account, asked(3, "2020-05-10"), OneFlat.TODAY, OneFlat.WHY, false),
                        told);
            case 1 -> MoneyWork.pay(database, account, "100.00", LocalDate.of(2020, 5, 20), key, told);
            case 2 -> renegotiate(database, nth(database, account, 0), asked(4, "2020-06-01"), told);
            case 3 -> {
                long number = nth(database, account, 1);
                switch (house % 3) {
                    case 0 -> {
                        LocalDate on = LocalDate.of(2020, 7, 1);
                        tell(ArrangementDecisions.end(database, number, on, OneFlat.TODAY, OneFlat.WHY, false), told);
                    }
                    case 1 -> MoneyWork.pay(database, account, "900.00", LocalDate.of(2020, 7, 1), key, told);
                    default -> renegotiate(database, number, asked(2, "2020-10-01"), told);
                }
            }
            default -> MoneyWork.pay(database, account, "50.00", LocalDate.of(2020, 10, 15), key, told);
        }
    }

    private static Asked asked(int months, String on) {
        return new Asked(RULES, WorkingDays.ALL, months, LocalDate.parse(on), RequestChannel.PHONE, null);
    }

    /// A person names the arrangement by its number, however often they say it.
    private static long nth(Database database, String account, int index) {
        return Arrangements.list(database, account).get(index).arrangement().number();
    }

    private static void renegotiate(Database database, long number, Asked asked, Consumer<String> told) {
        tell(ArrangementDecisions.renegotiate(database, number, asked, OneFlat.TODAY, OneFlat.WHY, false), told);
    }

    /// An end that a person makes is told beside what it ends.
    private static void tell(ArrangementAnswer answer, Consumer<String> told) {
        switch (answer) {
            case ArrangementAnswer.Done(var arrangement) -> facts(arrangement).forEach(told);
            case ArrangementAnswer.Refused(var reason, var found) -> told.accept("refused " + reason + " " + found);
        }
    }

    private static List<String> facts(StoredArrangement stored) {
        Arrangement of = stored.arrangement();
        List<String> facts = new ArrayList<>();
        facts.add("arranged " + of.number() + " " + of.account() + " " + of.signedOn() + " "
                + of.schedule().total() + " " + of.schedule().instalments().size() + " " + stored.replaces());
        Arrangement.Ending ending = of.ending();
        if (ending != null && !ending.isRenegotiated()) {
            facts.add("ended " + of.number() + " " + ending.on());
        }
        return facts;
    }

    @Override
    public List<String> facts(Database database) {
        List<String> facts = new ArrayList<>(MoneyWork.paid(database));
        Arrangements.list(database, null).forEach(one -> facts.addAll(facts(one)));
        return facts;
    }
}
