package org.taswiya.cli.outage;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.message.AnnouncedText;
import org.taswiya.store.Database;
import org.taswiya.store.outage.OutageNotices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya outage notify`: tells those who are served there.
@Command(
        name = "notify",
        description = {
            "Queues a message for each account that has the service at the premises of an outage on one of its days."
                    + " When it was changed, those who were told before are told what has changed, and the others that"
                    + " it is planned. That it is over or called off is told to those who were told of it, and to"
                    + " nobody else.",
            "",
            "Nobody is told twice: the same again only adds who moved in since, or whose contact came in.",
            "",
            "A meter behind a main meter is supplied through it: the account of the main meter is told.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are queued; some may be for the agency.",
            "1:Taswiya or the machine under it failed; nothing was queued.",
            "2:Wrong usage, there is no such outage, or it was over before it is announced."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya outage notify 3 --dry-run --why works",
            "  ./taswiya outage notify 3 --why works"
        })
final class OutageNotifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "OUTAGE", description = "Its number.")
    private long number;

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only say who would be told what by which channel; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object a line, with the words.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            AnnouncedText text = new AnnouncedText(
                    out, utility.currency(database), utility.messages().segmentPrice(), isTrial, json);
            boolean isThere = OutageNotices.notify(database, number, OutageText.now(), why.now(), isTrial, text)
                    .isPresent();
            if (!isThere) {
                throw new ParameterException(spec.commandLine(), "there is no outage " + number);
            }
            text.sums();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
