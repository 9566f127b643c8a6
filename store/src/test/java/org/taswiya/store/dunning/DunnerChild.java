package org.taswiya.store.dunning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.dunning.DunningChannel;
import org.taswiya.core.dunning.DunningPolicy;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.dunning.DunningStep;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.receivables.SmallTown;

/// Duns on three days in a process of its own, to be killed. Each line on standard output is a letter that left: the
/// dunner's own log. Started again it begins again with the first day.
final class DunnerChild {
    static final int[] DAYS = {45, 60, 90};

    /// Those of the run's tests, with a fee for the reminder.
    static final DunningRules RULES = new DunningRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new DunningPolicy(
                    List.of(
                            new DunningStep(
                                    "reminder",
                                    10,
                                    1,
                                    DunningChannel.SMS,
                                    "reminder",
                                    Money.parse("15"),
                                    Money.parse("20")),
                            new DunningStep(
                                    "cut", 30, 10, DunningChannel.ORDER, "cut", Money.ZERO, Money.parse("150"))),
                    List.of(),
                    false)));

    private static final Change WHY = new Change(Instant.parse("2020-12-31T12:00:00Z"), "night", "dunning");

    private DunnerChild() {}

    public static void main(String[] args) {
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            for (int day : DAYS) {
                DunningRun.send(database, RULES, SmallTown.day(day), WHY, 1, batch -> {
                    for (DunningBatch.Decided account : batch.accounts()) {
                        for (DunningAnswer answer : account.answers()) {
                            if (answer instanceof DunningAnswer.Send(var item, var step)) {
                                System.out.println("sent " + account.account() + " " + item.key() + " " + step.name());
                            }
                        }
                    }
                });
            }
            System.out.println("finished");
        }
    }
}
