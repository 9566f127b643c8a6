package org.taswiya.cli.staff;

import java.util.concurrent.Callable;
import org.taswiya.store.staff.StaffRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya staff add`: one more.
@Command(
        name = "add",
        description = {
            "Adds somebody, and shows the code by which they choose a password and set up the second factor themselves."
                    + " It is shown this once.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are added; hand them the code.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the name is taken; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya staff add amina.b --role agent --why \"starts on Monday\""})
final class StaffAddCommand implements Callable<Integer> {
    @Mixin
    private StaffStep step;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "agent finds customers and reads what is known of them; supervisor reads what staff did too;"
                    + " auditor reads that alone; reader walks rounds, with a handset.")
    private StaffRole role = StaffRole.AGENT;

    @Override
    public Integer call() {
        String ticket = StaffTicket.fresh();
        return step.makeWithTicket(ticket, (database, _, why) -> step.add(database, role, ticket, why));
    }
}
