package org.taswiya.cli.staff;

import java.util.concurrent.Callable;
import org.taswiya.store.staff.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya staff disable`: nothing opens to them any more.
@Command(
        name = "disable",
        description = {"Closes the console to somebody, at once, also where they are signed in.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is closed to them.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, nobody of that name, or disabled already; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya staff disable amina.b --why \"has left\""})
final class StaffDisableCommand implements Callable<Integer> {
    @Mixin
    private StaffStep step;

    @Override
    public Integer call() {
        return step.make(Staff::disable, "NAME is disabled; staff reset opens the console to them again.");
    }
}
