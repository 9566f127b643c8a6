package org.taswiya.cli.message;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.message.MessageRules;
import org.taswiya.core.message.QuietHours;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.sending.SendTally;
import org.taswiya.store.Database;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.WaitingMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya deliver send`: hands messages to a gateway of their channel.
@Command(
        name = "send",
        description = {
            "Hands the messages of one channel to whoever carries them, the most urgent first, until none may go any"
                    + " more: e-mails to an SMTP server, text messages to a gateway over HTTP or to an SMSC by SMPP,"
                    + " push messages to the services of browsers, letters to a folder of PDFs for whoever prints them."
                    + " Several may run beside each other; each message is taken by one.",
            "",
            "What is put off (4xx of SMTP, throttling, silence) is tried again later, twice as long each time; what is"
                    + " refused goes by the customer's next channel. Killed at any moment, run it again: none is"
                    + " lost, and one that may have been sent goes out again under the name of its first attempt.",
            "",
            "An SMTP server is one that relays for this machine: no password is given, and the connection is encrypted"
                    + " where the server offers it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every message that may go was accepted, or withdrawn because what it tells of is no longer so; there may"
                    + " have been none.",
            "1:Who carries them could not be reached or went away several times in a row, or Taswiya or the machine"
                    + " under it failed; what was accepted is written down.",
            "2:Wrong usage, or a faulty price book.",
            "3:Some messages were put off, refused or could not be made; each is named."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver send --smtp localhost:25 --from bills@example.org",
            "  ./taswiya deliver send --smtp mail:587 --from bills@example.org \\",
            "      --rate 20/s --limit 1000",
            "  ./taswiya deliver send --smpp smsc:2775 --sms-user utility \\",
            "      --sms-password-file smsc.password --sms-sender UTILITY"
        })
final class DeliverSendCommand implements Callable<Integer> {
    private static final Pattern RATE = Pattern.compile("(?<count>[1-9][0-9]{0,5})/s");

    private static final int SENDERS_MOST = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private GatewayOptions to;

    @Option(
            names = "--at-any-hour",
            description = "In quiet hours too. Default: text messages wait for the end of those in messages.yaml.")
    private boolean isAtAnyHour;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many messages; those withdrawn do not count.")
    private @Nullable Integer limit;

    @Option(names = "--rate", paramLabel = "N/s", description = "At most so many a second, such as 20/s.")
    private String rate = "";

    @Option(
            names = "--attach",
            paramLabel = "yes|no",
            defaultValue = "yes",
            description = "Whether e-mails bring the bill as a PDF, or name the billLink of messages.yaml in its place."
                    + " Default: ${DEFAULT-VALUE}.")
    private String attached = "yes";

    @Option(
            names = "--senders",
            paramLabel = "N",
            defaultValue = "1",
            description = "So many messages are under way beside each other: text messages over one bind, e-mails"
                    + " each over a connection. Default: ${DEFAULT-VALUE}.")
    private int senders = 1;

    @Override
    public Integer call() throws IOException {
        MessageRules rules = utility.messages();
        BillLink link = link(rules);
        SendSettings settings = settings(to.isSms() && !isAtAnyHour ? rules.quietHours() : null);
        utility.faultlessLibrary();
        SendProgress progress =
                new SendProgress(spec.commandLine().getOut(), spec.commandLine().getErr());
        SendTally tally;
        ReceiptProgress receipts = new ReceiptProgress(spec.commandLine().getOut());
        Optional<WaitingMessages> waiting;
        try (Database database = home.open();
                Gateway gateway = to.gateway(rules, database, receipts)) {
            MessageMaker maker = Makers.of(utility, database, link);
            Clock clock = Clock.system(ZoneId.systemDefault());
            tally = OutboxSender.execute(database, maker, gateway, settings, clock, progress);
            waiting = WaitingMessages.of(database, gateway.channel(), clock.instant());
        }
        return end(progress, tally, waiting);
    }

    private BillLink link(MessageRules rules) {
        if (!attached.matches("yes|no")) {
            throw new ParameterException(spec.commandLine(), "--attach takes yes or no, found '" + attached + "'");
        }
        boolean isLinked = attached.equals("no");
        if (isLinked && rules.billLink().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--attach=no: the utility's messages.yaml has no billLink, so nobody could see the bill");
        }
        return new BillLink(rules.billLink(), isLinked);
    }

    private int end(SendProgress progress, SendTally tally, Optional<WaitingMessages> waiting) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(progress.sums(tally));
        waiting.ifPresent(some -> out.println(some.count() + (some.count() == 1 ? " waits" : " wait, the first")
                + " until " + Moments.shown(some.first())));
        out.flush();
        if (tally.isBroken()) {
            spec.commandLine()
                    .getErr()
                    .println("taswiya: " + to.name() + " was lost " + SendSettings.FAILURES + " times in a row ("
                            + tally.broken()
                            + "). All that was not accepted waits; send again when the server is there.");
            return ExitCode.FAILED;
        }
        int done = tally.of(AttemptEvent.ACCEPTED) + tally.of(AttemptEvent.WITHDRAWN);
        return done == tally.all() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private SendSettings settings(@Nullable QuietHours quietHours) {
        Matcher perSecond = RATE.matcher(rate);
        if (!rate.isEmpty() && !perSecond.matches()) {
            throw new ParameterException(spec.commandLine(), "--rate takes N/s such as 20/s, found '" + rate + "'");
        }
        if (limit != null && limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit takes a number above zero, found " + limit);
        }
        if (senders < 1 || senders > SENDERS_MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--senders takes 1 to " + SENDERS_MOST + ", found " + senders);
        }
        return SendSettings.usual(
                limit == null ? 0 : limit,
                rate.isEmpty() ? 0 : Integer.parseInt(perSecond.group("count")),
                senders,
                quietHours);
    }
}
