package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.message.MessageState;
import org.taswiya.store.Database;
import org.taswiya.store.message.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `taswiya deliver list`: the outbox.
@Command(
        name = "list",
        description = {"Lists messages in the order in which they were queued, and how each stands.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are shown; there may be none.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver list --state failed",
            "  ./taswiya deliver list --json | jq -r 'select(.attempts > 1) | .id'"
        })
final class DeliverListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = OfCode.class,
            completionCandidates = Codes.class,
            description = "Only those that stand so: ${COMPLETION-CANDIDATES}.")
    private @Nullable MessageState state;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int[] shown = {0};
        try (Database database = home.open()) {
            Messages.each(database, state, message -> {
                shown[0]++;
                out.println(json ? MessageJson.message(message) : MessageText.line(message));
            });
        }
        if (shown[0] == 0 && !json) {
            out.println("no message" + (state == null ? "" : " is " + state.code()));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static List<String> codes() {
        return Arrays.stream(MessageState.values()).map(MessageState::code).toList();
    }

    /// The states, for the help.
    static final class Codes extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Codes() {
            super(codes());
        }
    }

    /// A state from its code.
    static final class OfCode implements ITypeConverter<MessageState> {
        @Override
        public MessageState convert(String code) {
            return MessageState.ofCode(code)
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + String.join(", ", codes()) + " but was '" + code + "'"));
        }
    }
}
