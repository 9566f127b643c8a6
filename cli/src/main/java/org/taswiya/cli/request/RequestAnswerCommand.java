package org.taswiya.cli.request;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.care.Letter;
import org.taswiya.store.Database;
import org.taswiya.store.request.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya request answer`: the answer to a customer.
@Command(
        name = "answer",
        description = {
            "Answers a request in the customer's language, by a letter of the utility and what is added to it; the"
                    + " answer is queued as a message.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya request answer 17 --letter put-right \\",
            "    --added \"your bill is made anew\" --why \"looked into\""
        })
final class RequestAnswerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "REQUEST", description = "Its number, as request list shows it.")
    private long number;

    @Option(
            names = "--letter",
            required = true,
            paramLabel = "CODE",
            description = "One of the utility's requests.yaml, such as explained.")
    private String letter = "";

    @Option(names = "--added", paramLabel = "TEXT", description = "What is added for this customer, in their language.")
    private String added = "";

    @Mixin
    private TodayOption on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        Letter chosen = utility.requestsIfAny()
                .letter(letter)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "the utility has no letter '" + letter + "' in its requests.yaml"));
        try (Database database = home.open()) {
            int seen = RequestText.find(spec, database, number).steps().size();
            Requests.Answered answered = new Requests.Answered(chosen, added.strip(), seen);
            return RequestText.say(spec, Requests.answer(database, number, answered, on.day(), why.now()), on.day());
        }
    }
}
