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

/// `taswiya arrange renegotiate`: another arrangement in the place of one.
@Command(
        name = "renegotiate",
        description = {
            "Puts another arrangement in the place of one that runs or was broken: it arranges all that the account"
                    + " owes now. The first one ends as renegotiated; both stay in the books.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is granted.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya arrange renegotiate 3 --months 4 --channel phone --why \"ill\""})
final class ArrangeRenegotiateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NUMBER", description = "The number of the arrangement.")
    private long number;

    @Mixin
    private AskedOptions options;

    @Override
    public Integer call() throws IOException {
        Asked asked = options.asked();
        ArrangementAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = ArrangementDecisions.renegotiate(
                    database, number, asked, AskedOptions.today(), options.why(), options.isTrial());
            currency = options.currency(database);
        }
        return ArrangementAnswerText.say(spec, answer, asked.on(), options.isTrial(), options.isJson(), currency);
    }
}
