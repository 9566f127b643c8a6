package org.taswiya.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationAnswer;
import org.taswiya.store.connection.ApplicationConnect;
import org.taswiya.store.connection.ApplicationConnect.Supply;
import org.taswiya.store.connection.ApplicationDecisions;
import org.taswiya.store.connection.ApplicationDecisions.Applicant;
import org.taswiya.store.connection.ApplicationDecisions.Writing;
import org.taswiya.store.connection.ApplicationLapse;
import org.taswiya.store.connection.Applications;
import org.taswiya.store.connection.StoredApplication;

/// Four applicants are quoted and agree. Two pay and are connected, which begins an agreement and asks for a deposit;
/// one pays a part and withdraws; of one the quote lapses.
final class ConnectionWork implements MoneyWork {
    private static final int HOUSES = 4;
    private static final int OF_A_HOUSE = 6;

    @Override
    public void fill(Database database) {
        new Street(database, OneFlat.DEPOSITS).fill(HOUSES);
    }

    @Override
    public int steps() {
        return HOUSES * OF_A_HOUSE + 1;
    }

    /// Whoever has withdrawn may apply again.
    @Override
    public boolean isRepeatable() {
        return false;
    }

    private static Writing on(String day) {
        return new Writing(LocalDate.parse(day), OneFlat.TODAY, OneFlat.WHY, false);
    }

    @Override
    public void take(Database database, int step, Consumer<String> told) {
        int house = 1 + step / OF_A_HOUSE;
        if (house > HOUSES) {
            ApplicationLapse.lapse(database, on("2020-03-20"))
                    .forEach(one -> steps(one).forEach(told));
            return;
        }
        String number = String.format(Locale.ROOT, "NC%010d", house);
        switch (step % OF_A_HOUSE) {
            case 0 -> {
                Applicant who = new Applicant(OneFlat.account(house), null, null, "L" + house, null);
                Set<String> documents = Set.of("identity", "title");
                List<String> services = List.of("electricity", "heat");
                tell(
                        ApplicationDecisions.apply(
                                database, who, services, documents, ConnectionsTest.RULES, on("2020-02-03")),
                        told);
            }
            case 1 ->
                tell(
                        ApplicationDecisions.quote(
                                database, number, ConnectionsTest.RULES, WorkingDays.ALL, on("2020-02-04")),
                        told);
            case 2 -> tell(ApplicationDecisions.agree(database, number, null, on("2020-02-05")), told);
            default -> end(database, house, number, step, told);
        }
    }

    /// What each of the three does from the quote on.
    private static void end(Database database, int house, String number, int step, Consumer<String> told) {
        int last = step % OF_A_HOUSE;
        LocalDate day = LocalDate.of(2020, 2, 10);
        String account = OneFlat.account(house);
        switch (house % 3) {
            case 1 -> {
                switch (last) {
                    case 3 -> MoneyWork.pay(database, account, "1800.00", day, "k" + step, told);
                    case 4 -> tell(ApplicationDecisions.order(database, number, on("2020-02-11")), told);
                    default -> connect(database, house, number, told);
                }
            }
            case 2 -> {
                if (last == 3) {
                    MoneyWork.pay(database, account, "800.00", day, "k" + step, told);
                } else if (last == 4) {
                    tell(ApplicationDecisions.withdraw(database, number, on("2020-02-12")), told);
                }
            }
            default -> {
                // nothing is heard of them any more
            }
        }
    }

    private static void connect(Database database, int house, String number, Consumer<String> told) {
        Supply supply = new Supply("U" + house, OneFlat.TARIFF, 1, null);
        OneFlat flat = new OneFlat(database, OneFlat.DEPOSITS);
        tell(ApplicationConnect.connect(database, number, supply, flat.move("2020-02-15", 1_000L)), told);
    }

    private static void tell(ApplicationAnswer answer, Consumer<String> told) {
        switch (answer) {
            case ApplicationAnswer.Done(var application) -> steps(application).forEach(told);
            case ApplicationAnswer.Refused(var reason, var found) -> told.accept("refused " + reason + " " + found);
        }
    }

    private static List<String> steps(StoredApplication application) {
        List<String> steps = new ArrayList<>();
        for (StoredApplication.Step one : application.steps()) {
            steps.add("took " + application.number() + " " + (1 + steps.size()) + " " + one.step() + " " + one.to()
                    + " " + one.on());
        }
        return steps;
    }

    @Override
    public List<String> facts(Database database) {
        List<String> facts = new ArrayList<>(MoneyWork.paid(database));
        Applications.list(database, null).forEach(one -> facts.addAll(steps(one)));
        return facts;
    }
}
