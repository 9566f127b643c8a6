package org.taswiya.cli.request;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Database;
import org.taswiya.store.request.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya request open`: what a customer asks for or complains of.
@Command(
        name = "open",
        description = {
            "Records what a customer asks for or complains of, in their own words. The days for the answer are the"
                    + " utility's.",
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
            "  ./taswiya request open 1204551837 --kind meter-check --channel phone \\",
            "    --said \"it turns at night\" --why \"called at nine\""
        })
final class RequestOpenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose request it is.")
    private String account = "";

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "CODE",
            description = "One of the utility's requests.yaml, such as billing-complaint.")
    private String kind = "";

    @Option(
            names = "--channel",
            required = true,
            paramLabel = "CHANNEL",
            description = "How it came: phone, counter, email, post or online.")
    private String channel = "";

    @Option(names = "--said", required = true, paramLabel = "TEXT", description = "The customer's own words.")
    private String said = "";

    @Mixin
    private TodayOption on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        RequestChannel by = RequestChannel.ofCode(channel)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "found --channel " + channel + ", expected phone, counter, email, post or online"));
        RequestRules rules = utility.requestsIfAny();
        Requests.Opened opened = new Requests.Opened(account.replaceAll("[ -]", ""), kind, by, said.strip());
        try (Database database = home.open()) {
            return RequestText.say(spec, Requests.open(database, rules, opened, on.day(), why.now()), on.day());
        }
    }
}
