package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.message.Bounces;
import org.taswiya.store.message.Bounces.Unreachable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya contact bounced`: whom the agency has to ask for another address.
@Command(
        name = "bounced",
        description = {
            "Lists the addresses from which e-mails came back because nobody is there. They are used no more until"
                    + " `contact set` says again how the account is reached, be it with the same address.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are shown; there may be none.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya contact bounced", "  ./taswiya contact bounced --json | jq -r .account"
        })
final class ContactBouncedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<Unreachable> all;
        try (Database database = home.open()) {
            all = Bounces.unreachable(database, null, LocalDate.now(ZoneId.systemDefault()));
        }
        PrintWriter out = spec.commandLine().getOut();
        all.forEach(one -> out.println(json ? MessageJson.unreachable(one) : ContactText.unreachable(one)));
        if (all.isEmpty() && !json) {
            out.println("no address");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
