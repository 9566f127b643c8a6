package org.taswiya.cli.staff;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya staff list`: all of them.
@Command(
        name = "list",
        description = {"Shows everybody who was added, by name, as things stand.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:They are shown.", "1:Taswiya or the machine under it failed.", "2:Wrong usage."},
        footer = {"", "Examples:", "  ./taswiya staff list"})
final class StaffListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        List<StaffMember> all;
        try (Database database = home.openBeside()) {
            all = Staff.list(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        all.forEach(member -> out.println(line(member)));
        out.flush();
        return ExitCode.GOOD;
    }

    private static String line(StaffMember member) {
        String state = !member.isEnabled() ? "disabled" : member.hasPassword() ? "enabled" : "has to choose a password";
        return member.name() + "  " + member.role().code() + "  " + state;
    }
}
