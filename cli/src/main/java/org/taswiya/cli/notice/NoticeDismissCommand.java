package org.taswiya.cli.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.validation.NoticeDecision.Outcome;
import org.taswiya.store.validation.NoticeDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya notice dismiss`: says that a customer need not be told.
@Command(
        name = "dismiss",
        description = {
            "Dismisses notices: their customers are not told. The same use of the same days is not raised again.",
            "",
            "The same again changes nothing; killed at any moment, all of them are dismissed or none.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are dismissed.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or one of them is not there or was sent; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya notice dismiss 12 --why \"they have a pool now\"",
            "  ./taswiya notice dismiss 12 13 --why \"told by phone\" --author Salma --trial"
        })
final class NoticeDismissCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NOTICE", arity = "1..*", description = "Their numbers, as `notice list` shows them.")
    private List<Long> numbers = new ArrayList<>();

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be dismissed; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            NoticeText.decided(
                    spec.commandLine().getOut(),
                    NoticeDecisions.decide(database, numbers, Outcome.DISMISSED, why.now(), isTrial),
                    "dismissed",
                    isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
