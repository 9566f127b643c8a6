package org.taswiya.cli.request;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Database;
import org.taswiya.store.request.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya request reopen`: the customer is not content.
@Command(
        name = "reopen",
        description = {"Opens a request again: a new deadline runs from that day.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya request reopen 17 --said \"it still turns\" --why \"called again\""})
final class RequestReopenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "REQUEST", description = "Its number, as request list shows it.")
    private long number;

    @Option(names = "--said", required = true, paramLabel = "TEXT", description = "What is kept of the reason.")
    private String said = "";

    @Mixin
    private TodayOption on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        RequestRules rules = utility.requestsIfAny();
        try (Database database = home.open()) {
            int seen = RequestText.find(spec, database, number).steps().size();
            return RequestText.say(
                    spec, Requests.reopen(database, rules, number, said.strip(), seen, on.day(), why.now()), on.day());
        }
    }
}
