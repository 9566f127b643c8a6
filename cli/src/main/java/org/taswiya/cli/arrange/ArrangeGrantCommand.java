package org.taswiya.cli.arrange;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementAnswer;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya arrange grant`: a person grants an arrangement.
@Command(
        name = "grant",
        description = {
            "Grants an account instalments for all that it owes. A clerk grants up to the limits of the utility's"
                    + " rules; above them an approver is named who is not the author.",
            "",
            "While it is kept, nobody is reminded of what it arranges or cut off for it. Killed at any moment, all"
                    + " of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is granted.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya arrange grant 1204551837 --channel phone --why \"catch-up\"",
            "  ./taswiya arrange grant 1204551837 --months 6 --channel agency \\",
            "    --approved-by s.alami --why \"lost work in spring\""
        })
final class ArrangeGrantCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose debt it is.")
    private String account = "";

    @Mixin
    private AskedOptions options;

    @Override
    public Integer call() throws IOException {
        Asked asked = options.asked();
        ArrangementAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = ArrangementDecisions.grant(
                    database, account, asked, AskedOptions.today(), options.why(), options.isTrial());
            currency = options.currency(database);
        }
        return ArrangementAnswerText.say(spec, answer, asked.on(), options.isTrial(), options.isJson(), currency);
    }
}
