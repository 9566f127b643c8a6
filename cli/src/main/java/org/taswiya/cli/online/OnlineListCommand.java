package org.taswiya.cli.online;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.online.CardAttempts;
import org.taswiya.store.online.CardNotices;
import org.taswiya.store.online.StandingAttempt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya online list`: attempts, or what was odd about notices.
@Command(
        name = "list",
        description = {
            "Lists attempts to pay by card and how far each is, the last ones first.",
            "",
            "With --odd, what the provider has told that was not booked as it was asked for, or not at all, and why.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya online list", "  ./taswiya online list --odd --json"})
final class OnlineListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--odd", description = "What was not as it was asked for.")
    private boolean odd;

    @Option(names = "--most", paramLabel = "N", description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int most = 50;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<String> lines;
        try (Database database = home.open()) {
            lines = odd
                    ? CardNotices.odd(database, Math.max(0, most)).stream()
                            .map(this::odd)
                            .toList()
                    : CardAttempts.last(database, Instant.now(), Math.max(0, most)).stream()
                            .map(this::attempt)
                            .toList();
        }
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        if (lines.isEmpty() && !json) {
            out.println(odd ? "Nothing was odd." : "No attempts.");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private String attempt(StandingAttempt one) {
        List<String> receipts =
                one.receipts().stream().map(ReceiptNumber::toString).toList();
        String name = one.attempt().name();
        String state = one.state().code();
        return json
                ? JsonLine.object(object -> {
                    object.writeStringProperty("attempt", name);
                    object.writeStringProperty("state", state);
                    object.writeStringProperty("account", one.attempt().account());
                    object.writeStringProperty("amount", one.attempt().amount().toString());
                    object.writeStringProperty("provider", one.attempt().provider());
                    object.writeStringProperty("askedAt", one.askedAt().toString());
                    object.writeName("receipts");
                    object.writeStartArray();
                    receipts.forEach(object::writeString);
                    object.writeEndArray();
                })
                : String.join(
                        "  ",
                        name,
                        state,
                        one.attempt().account(),
                        one.attempt().amount().toString(),
                        String.join(" ", receipts));
    }

    private String odd(CardNotices.Odd one) {
        @Nullable ReceiptNumber receipt = one.receipt();
        String said = one.said();
        return json
                ? JsonLine.object(object -> {
                    object.writeStringProperty("reason", one.reason());
                    object.writeName("receipt");
                    object.writeString(receipt == null ? null : receipt.toString());
                    object.writeStringProperty("said", said);
                    object.writeStringProperty("at", one.at().toInstant().toString());
                })
                : one.reason() + "  " + (receipt == null ? "not booked" : receipt) + "  " + said;
    }
}
