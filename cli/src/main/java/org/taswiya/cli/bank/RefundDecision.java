package org.taswiya.cli.bank;

import java.time.LocalDate;
import java.time.ZoneId;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.DecisionAnswer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which refund somebody decides about, and why.
final class RefundDecision {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "REFUND", description = "Its name, as refund list shows it.")
    private String number = "";

    @Mixin
    private WhyOption why;

    /// What is done with it today.
    interface Deed {
        DecisionAnswer on(Database database, long refund, LocalDate today, Change why);
    }

    /// @return the exit code
    int make(Deed deed) {
        Change change = why.now();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (Database database = home.open()) {
            return Decided.say(spec, "Refund ", deed.on(database, refund(), today, change));
        }
    }

    private long refund() {
        if (!number.matches("(RF)?[0-9]{1,10}")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + number + "' is no refund; expected its name as RF0000000017");
        }
        return Long.parseLong(number.replace("RF", ""));
    }
}
