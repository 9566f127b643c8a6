package org.taswiya.cli.staff;

import java.io.PrintWriter;
import java.util.Locale;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffAnswer;
import org.taswiya.store.staff.StaffRole;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A decision about somebody of the staff: whom, and who says so.
final class StaffStep {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NAME", description = "The name they sign in with, such as amina.b.")
    private String name = "";

    @Mixin
    private WhyOption why;

    /// What is decided.
    interface Decision {
        StaffAnswer on(Database database, String name, Change why);
    }

    /// Somebody may be the first.
    StaffAnswer add(Database database, StaffRole role, String ticket, Change when) {
        SearchIndexing.make(database, spec.commandLine().getErr());
        return Staff.add(database, name, role, ticket, when);
    }

    /// @return the exit code
    int make(Decision decision, String... said) {
        try (Database database = home.openBeside()) {
            return switch (decision.on(database, name, why.now())) {
                case StaffAnswer.Done _ -> {
                    PrintWriter out = spec.commandLine().getOut();
                    for (String line : said) {
                        out.println(line.replace("NAME", name));
                    }
                    out.flush();
                    yield ExitCode.GOOD;
                }
                case StaffAnswer.Refused(var _, String because) ->
                    throw new ParameterException(spec.commandLine(), because);
            };
        }
    }

    /// With a ticket, and what to do with it.
    int makeWithTicket(String ticket, Decision decision) {
        return make(
                decision,
                "NAME chooses a password at /staff/welcome with this code, once, within "
                        + String.format(Locale.ROOT, "%d", Staff.TICKET_GOOD_FOR.toHours()) + " hours:",
                "  " + ticket);
    }
}
