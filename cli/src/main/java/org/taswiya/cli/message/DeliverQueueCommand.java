package org.taswiya.cli.message;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.MessageRules;
import org.taswiya.run.sending.BillLink;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.BillMessages;
import org.taswiya.store.message.BillMessages.Queued;
import org.taswiya.store.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya deliver queue`: a message for each bill of a run.
@Command(
        name = "queue",
        description = {
            "Queues one message for each bill of a run that stands, by the first channel of its customer. All of them"
                    + " or none: killed at any moment, the same command does it whole.",
            "",
            "A bill that has its message already gets no other, so the same again changes nothing. Whoever is reached"
                    + " by no channel is named: for the agency.",
            "",
            "A dry run makes the text messages and counts the segments that are paid for; what they cost it says where"
                    + " the utility's messages.yaml names the price of one.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are queued; some may be for the agency.",
            "1:Taswiya or the machine under it failed; nothing was queued.",
            "2:Wrong usage, or there is no such run."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver queue --run 3 --dry-run",
            "  ./taswiya deliver queue --run 3 --json | jq '.forTheAgency[].account'"
        })
final class DeliverQueueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--run", paramLabel = "RUN", required = true, description = "As `run list` numbers it.")
    private long run;

    @Option(names = "--dry-run", description = "Only say who would get what by which channel; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        MessageRules rules = utility.messages();
        Change why = new Change(Instant.now(), System.getProperty("user.name"), "messages for the bills of run " + run);
        Queued queued;
        SegmentCost cost = new SegmentCost(Map.of(), null, "");
        try (Database database = home.open()) {
            if (RunReport.of(database, run).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "there is no run " + run + "; ./taswiya run list shows them");
            }
            queued = BillMessages.queue(database, run, LocalDate.now(ZoneId.systemDefault()), why, isTrial);
            if (isTrial) {
                String currency = utility.currency(database).word();
                cost = SegmentCost.of(queued.queued(), Makers.of(utility, database, BillLink.NONE), rules.segmentPrice(), currency);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(MessageJson.queued(run, isTrial, queued, cost));
        } else {
            print(out, queued, cost);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void print(PrintWriter out, Queued queued, SegmentCost cost) {
        if (isTrial) {
            queued.queued()
                    .forEach(told -> out.println(told.cause().key() + "  " + told.account() + "  "
                            + told.contact().channel().code() + " "
                            + told.contact().address() + "  "
                            + told.language().code()
                            + (told.contact().channel() == Channel.SMS ? "  " + segments(cost.of(told)) : "")));
        }
        queued.unreached()
                .forEach(one -> out.println(one.bill() + "  " + one.account() + "  no channel: for the agency"));
        out.println(queued.queued().size() + (isTrial ? " would be queued" : " queued") + byChannel(queued) + ", "
                + queued.before() + " queued before, " + queued.unreached().size() + " for the agency");
        if (!cost.segments().isEmpty()) {
            out.println(cost.line());
        }
    }

    private static String segments(int count) {
        return switch (count) {
            case 0 -> "cannot be made";
            case 1 -> "1 segment";
            default -> count + " segments";
        };
    }

    private static String byChannel(Queued queued) {
        List<String> parts = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            long count = queued.queued().stream()
                    .filter(told -> told.contact().channel() == channel)
                    .count();
            if (count > 0) {
                parts.add(count + " by " + channel.code());
            }
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }
}
