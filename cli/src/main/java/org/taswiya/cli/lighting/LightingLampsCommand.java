package org.taswiya.cli.lighting;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.Agreements;
import org.taswiya.store.agreement.LampInventories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya lighting lamps`: the inventory by which an agreement is billed.
@Command(
        name = "lamps",
        description = {"Shows the lamps by which an agreement without a meter is billed, and who wrote them down.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The lamps are shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or there is no such agreement."
        },
        footer = {"", "Example:", "  ./taswiya lighting lamps C1000012"})
final class LightingLampsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement.")
    private String agreement = "";

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        List<LampInventories.Stored> inventory;
        try (Database database = home.open()) {
            if (Agreements.of(database, agreement).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no agreement " + agreement + "; agreement list shows those of a premise");
            }
            inventory = LampInventories.of(database, agreement);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (inventory.isEmpty()) {
            out.println(agreement + " has no lamps in its inventory.");
        } else {
            table(inventory).lines().forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private TextTable table(List<LampInventories.Stored> inventory) {
        TextTable table = new TextTable(
                look.look(), "", "PLACE", "TYPE", "LAMPS", "W", "LOSSES", "REGIME", "FROM", "TO", "BY", "WHY");
        for (LampInventories.Stored one : inventory) {
            LampGroup lamps = one.lamps();
            table.row(
                    lamps.place(),
                    lamps.type(),
                    Integer.toString(lamps.count()),
                    lamps.watts().toString(),
                    lamps.losses().toString(),
                    lamps.regime(),
                    lamps.from().toString(),
                    lamps.to() == null ? "" : lamps.to().toString(),
                    one.why().author(),
                    one.why().reason());
        }
        return table;
    }
}
