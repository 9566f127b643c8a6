package org.taswiya.cli.print;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.message.Channel;
import org.taswiya.store.Database;
import org.taswiya.store.print.ReturnedMail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya post list`: what came back.
@Command(
        name = "list",
        description = {"Shows which bills came back by post, the newest first, and how the customer is told.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are shown; there may be none.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya post list --agency", "  ./taswiya post list --json | jq .account"})
final class PostListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private LookOption look;

    @Option(
            names = "--agency",
            description = "Only those of which the agency has to tell the customer: no channel is left, and nobody has"
                    + " said since how the account is reached.")
    private boolean isForAgency;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<ReturnedMail.Stored> all;
        try (Database database = home.open()) {
            all = ReturnedMail.all(database).stream()
                    .filter(one -> !isForAgency || one.next() == null && one.isOpen())
                    .toList();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            all.forEach(one -> out.println(PrintJson.of(one)));
        } else if (all.isEmpty()) {
            out.println(isForAgency ? "Nothing is for the agency." : "Nothing came back.");
        } else {
            TextTable table =
                    new TextTable(look.look(), "", "bill", "account", "came back", "reason", "told by", "by, why");
            for (ReturnedMail.Stored one : all) {
                Channel next = one.next();
                String agency = one.isOpen() ? "for the agency" : "new contact";
                table.row(
                        one.bill().toString(),
                        one.account(),
                        one.on().toString(),
                        one.reason().code(),
                        next == null ? agency : next.code(),
                        one.author() + ": " + one.why());
            }
            table.lines().forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
