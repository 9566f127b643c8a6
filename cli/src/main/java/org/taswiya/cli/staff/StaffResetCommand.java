package org.taswiya.cli.staff;

import java.util.concurrent.Callable;
import org.taswiya.store.staff.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya staff reset`: another code to choose a password with.
@Command(
        name = "reset",
        description = {
            "Ends the password, the second factor and all sessions of somebody, and shows a code by which they choose"
                    + " new ones. Whoever was disabled is enabled.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done; hand them the code.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or nobody of that name; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya staff reset amina.b --why \"lost their telephone\""})
final class StaffResetCommand implements Callable<Integer> {
    @Mixin
    private StaffStep step;

    @Override
    public Integer call() {
        String ticket = StaffTicket.fresh();
        return step.makeWithTicket(ticket, (database, name, why) -> Staff.reset(database, name, ticket, why));
    }
}
