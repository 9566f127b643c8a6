package org.taswiya.cli.message;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.core.message.Channel;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.Reprint;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sending.SmtpGateway;
import org.taswiya.store.Database;
import org.taswiya.store.message.AttemptEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya deliver send`: hands e-mails to an SMTP server.
@Command(
        name = "send",
        description = {
            "Hands the e-mails of the outbox to an SMTP server, the most urgent first, until none may go any more."
                    + " Several may run beside each other; each message is taken by one.",
            "",
            "What the server puts off (4xx, silence) is tried again later, twice as long each time; what it refuses"
                    + " (5xx) goes by the customer's next channel. Killed at any moment, run it again: none is lost,"
                    + " and one that may have been sent goes out again with the same Message-ID.",
            "",
            "The server is one that relays for this machine: no password is given, and the connection is encrypted"
                    + " where the server offers it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every message that may go was accepted by the server; there may have been none.",
            "1:The server could not be reached or went away several times in a row, or Taswiya or the machine under it"
                    + " failed; what was accepted is written down.",
            "2:Wrong usage, or a faulty price book.",
            "3:Some messages were put off, refused or could not be made; each is named."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver send --smtp localhost:25 --from bills@example.org",
            "  ./taswiya deliver send --smtp mail:587 --from bills@example.org \\",
            "      --rate 20/s --limit 1000"
        })
final class DeliverSendCommand implements Callable<Integer> {
    private static final Pattern SERVER = Pattern.compile("(?<host>[^\\s:/@]+|\\[[0-9a-fA-F:]+]):(?<port>[0-9]{1,5})");
    private static final Pattern RATE = Pattern.compile("(?<count>[1-9][0-9]{0,5})/s");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--smtp", paramLabel = "HOST:PORT", required = true, description = "The server.")
    private String server = "";

    @Option(names = "--from", paramLabel = "ADDRESS", required = true, description = "Whose address they bear.")
    private String from = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many messages.")
    private int limit;

    @Option(names = "--rate", paramLabel = "N/s", description = "At most so many a second, such as 20/s.")
    private String rate = "";

    @Override
    public Integer call() throws IOException {
        SendSettings settings = settings();
        utility.faultlessLibrary();
        TariffLibrary library = utility.library();
        UtilityProfile profile = utility.profile();
        SendProgress progress =
                new SendProgress(spec.commandLine().getOut(), spec.commandLine().getErr());
        SendTally tally;
        try (SmtpGateway gateway = gateway();
                Database database = home.open()) {
            MessageMaker maker = new MessageMaker(
                    database,
                    new Reprint.Rules(library::tariff, library::whyPlaceholder),
                    profile,
                    form -> PaperOptions.terms(library, profile, form));
            tally = OutboxSender.execute(database, maker, gateway, settings, InstantSource.system(), progress);
        }
        return end(progress, tally);
    }

    private int end(SendProgress progress, SendTally tally) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(progress.sums(tally));
        out.flush();
        if (tally.isBroken()) {
            spec.commandLine()
                    .getErr()
                    .println("taswiya: " + server + " was lost " + SendSettings.FAILURES + " times in a row ("
                            + tally.broken()
                            + "). All that was not accepted waits; send again when the server is there.");
            return ExitCode.FAILED;
        }
        return tally.of(AttemptEvent.ACCEPTED) == tally.all() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private SmtpGateway gateway() {
        Matcher where = SERVER.matcher(server);
        if (!where.matches() || Integer.parseInt(where.group("port")) > 65_535) {
            throw new ParameterException(spec.commandLine(), "--smtp takes HOST:PORT, found '" + server + "'");
        }
        Channel.EMAIL.fault(from).ifPresent(fault -> {
            throw new ParameterException(spec.commandLine(), "--from: " + fault);
        });
        return new SmtpGateway(where.group("host"), Integer.parseInt(where.group("port")), from);
    }

    private SendSettings settings() {
        Matcher perSecond = RATE.matcher(rate);
        if (!rate.isEmpty() && !perSecond.matches()) {
            throw new ParameterException(spec.commandLine(), "--rate takes N/s such as 20/s, found '" + rate + "'");
        }
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit takes a number above zero, found " + limit);
        }
        return SendSettings.usual(limit, rate.isEmpty() ? 0 : Integer.parseInt(perSecond.group("count")));
    }
}
