package org.taswiya.cli.request;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.request.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya request close`: nothing more is to be done.
@Command(
        name = "close",
        description = {
            "Closes a request: it is settled, was taken back or came twice. The customer is told nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya request close 17 --said \"came twice, see 16\" --why \"tidied up\""})
final class RequestCloseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "REQUEST", description = "Its number, as request list shows it.")
    private long number;

    @Option(names = "--said", required = true, paramLabel = "TEXT", description = "What is kept of the reason.")
    private String said = "";

    @Mixin
    private TodayOption on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            int seen = RequestText.find(spec, database, number).steps().size();
            return RequestText.say(
                    spec, Requests.close(database, number, said.strip(), seen, on.day(), why.now()), on.day());
        }
    }
}
