package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.Messages.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya deliver show`: one message with its attempts.
@Command(
        name = "show",
        description = {
            "Shows a message and all that happened to it. An attempt that was begun and has no outcome was cut short:"
                    + " the message may have been sent.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such message."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver show 42",
            "  ./taswiya deliver show 42 --json | jq -r .events[].said"
        })
final class DeliverShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ID", description = "As `deliver list` numbers it.")
    private long id;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Story story;
        try (Database database = home.open()) {
            story = Messages.of(database, id)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "there is no message " + id + "; ./taswiya deliver list shows them"));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(MessageJson.story(story));
        } else {
            out.println(MessageText.line(story.message()));
            out.println("  known as " + story.message().key() + ", queued at "
                    + story.message().queuedAt());
            story.attempts().forEach(one -> out.println(MessageText.line(one)));
            story.receipts().forEach(one -> out.println(MessageText.line(one)));
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
