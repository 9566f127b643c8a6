package org.taswiya.cli.arrange;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.RequestChannel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya arrange refuse`: a person does not grant an arrangement.
@Command(
        name = "refuse",
        description = {"Writes down that an account asked for an arrangement and none was granted, and why.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is written down.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or there is no such account; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya arrange refuse 1204551837 --months 12 --channel app \\",
            "    --why \"six months are the most\""
        })
final class ArrangeRefuseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ACCOUNT", description = "Who asked.")
    private String account = "";

    @Option(names = "--months", paramLabel = "NUMBER", description = "How many instalments were asked for.")
    private @Nullable Integer months;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            required = true,
            converter = ChannelOption.class,
            completionCandidates = ChannelOption.Codes.class,
            description = "Through which it was asked for: ${COMPLETION-CANDIDATES}.")
    private RequestChannel channel = RequestChannel.AGENCY;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of the refusal. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        if (months != null && (months < 1 || months > Short.MAX_VALUE)) {
            throw new ParameterException(spec.commandLine(), "--months is " + months + "; expected 1 or more");
        }
        LocalDate day = on == null ? AskedOptions.today() : on;
        try (Database database = home.open()) {
            if (!ArrangementDecisions.refuse(database, account, channel, months, day, why.now())) {
                throw new ParameterException(
                        spec.commandLine(), "there is no customer account " + account + "; check the number");
            }
        }
        spec.commandLine().getOut().println("Account " + account + ": none granted on " + day + "; written down.");
        return ExitCode.GOOD;
    }
}
