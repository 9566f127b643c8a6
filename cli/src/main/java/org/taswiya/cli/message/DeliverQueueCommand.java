package org.taswiya.cli.message;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.MessageRules;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.BillMessages;
import org.taswiya.store.message.BillMessages.Queued;
import org.taswiya.store.message.Outbox.Told;
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
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            if (RunReport.of(database, run).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "there is no run " + run + "; ./taswiya run list shows them");
            }
            SegmentCost cost = new SegmentCost(
                    rules.segmentPrice(), utility.currency(database).word());
            ToIntFunction<Told> segments =
                    isTrial ? segments(Makers.of(utility, database, BillLink.NONE), cost) : _ -> 0;
            LocalDate today = LocalDate.now(ZoneId.systemDefault());
            if (json) {
                try (QueuedJson told = new QueuedJson(out, run, isTrial, segments)) {
                    told.end(BillMessages.queue(database, run, today, why, isTrial, told), cost);
                }
                out.println();
            } else {
                Queued queued = BillMessages.queue(database, run, today, why, isTrial, lines(out, segments));
                out.println(queued.all() + (isTrial ? " would be queued" : " queued") + byChannel(queued) + ", "
                        + queued.before() + " queued before, " + queued.unreached() + " for the agency");
                if (cost.all() > 0) {
                    out.println(cost.line());
                }
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }

    /// How many segments a text message takes; zero for one that cannot be made, and for what is none.
    private static ToIntFunction<Told> segments(MessageMaker maker, SegmentCost cost) {
        return told -> told.contact().channel() == Channel.SMS
                ? maker.billSms(told.cause(), told.language()).map(cost::add).orElse(0)
                : 0;
    }

    private BillMessages.Listener lines(PrintWriter out, ToIntFunction<Told> segments) {
        return new BillMessages.Listener() {
            @Override
            public void queued(Told told) {
                if (isTrial) {
                    Channel channel = told.contact().channel();
                    out.println(told.cause().key() + "  " + told.account() + "  " + channel.code() + " "
                            + told.contact().shown() + "  "
                            + told.language().code()
                            + (channel == Channel.SMS ? "  " + SegmentCost.words(segments.applyAsInt(told)) : ""));
                }
            }

            @Override
            public void unreached(BillNumber bill, String account) {
                out.println(bill + "  " + account + "  no channel: for the agency");
            }
        };
    }

    private static String byChannel(Queued queued) {
        return queued.queued().isEmpty()
                ? ""
                : queued.queued().entrySet().stream()
                        .map(one -> one.getValue() + " by " + one.getKey().code())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
