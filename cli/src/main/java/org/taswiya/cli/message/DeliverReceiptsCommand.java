package org.taswiya.cli.message;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UntilStopped;
import org.taswiya.run.sms.ReceiptUse;
import org.taswiya.run.sms.SmppGateway;
import org.taswiya.run.sms.SmppReceiver;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.message.ReceiptPages;
import org.taswiya.store.Database;
import org.taswiya.store.message.Receipts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya deliver receipts`: takes what gateways report of text messages.
@Command(
        name = "receipts",
        description = {
            "Takes what a gateway reports of text messages, until it is stopped. What it reports as failed or expired"
                    + " goes by the customer's next channel. While `deliver send` is bound to an SMSC it takes"
                    + " receipts too; this is for those that come later.",
            "",
            "A report may come twice, in any order, and of a message that nobody knows; it is kept as it came. Killed"
                    + " at any moment, nothing is lost: a report is answered when it is in the books.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It was stopped; 143 where SIGTERM has stopped it.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver receipts --smpp smsc:2775 --sms-user utility \\",
            "      --sms-password-file smsc.password",
            "  ./taswiya deliver receipts --listen 127.0.0.1:8092 \\",
            "      --sms-password-file kannel.password"
        })
final class DeliverReceiptsCommand implements Callable<Integer> {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /// What somebody took and could not follow any more, because they were killed, is followed at the next start.
    private static final Duration FOLLOWED = Duration.ofDays(7);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private SmsOptions sms;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Serve /receipts there, to which `deliver send --sms-receipts` sends an HTTP gateway.")
    private @Nullable String listen;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (sms.isSmpp() == (listen != null)) {
            throw new ParameterException(spec.commandLine(), "one of --smpp and --listen says who reports");
        }
        ReceiptProgress progress = new ReceiptProgress(spec.commandLine().getOut());
        try (UntilStopped stopped = new UntilStopped();
                Database database = stopped.keeping(home.open())) {
            Receipts.follow(database, Instant.now().minus(FOLLOWED), Instant.now());
            ReceiptUse books = receipt -> progress.taken(receipt, Receipts.take(database, receipt, Instant.now()));
            if (listen == null) {
                receive(books, stopped);
            } else {
                serve(ServerAddress.of(spec.commandLine(), "--listen", listen), books, stopped);
            }
            say(progress.sums());
        }
        return ExitCode.GOOD;
    }

    private void receive(ReceiptUse books, UntilStopped stopped) throws IOException, InterruptedException {
        try (SmppReceiver receiver = new SmppReceiver(sms.smpp(""), SmppGateway.ANSWER_MOST, books)) {
            String before = "unbound";
            do {
                Optional<String> wrong = receiver.connect();
                String now = wrong.map(said -> "SMSC lost: " + said).orElse("bound");
                if (!now.equals(before)) {
                    say(now);
                }
                before = now;
            } while (!stopped.await(AGAIN));
        }
    }

    private void serve(ServerAddress at, ReceiptUse books, UntilStopped stopped)
            throws IOException, InterruptedException {
        String password = sms.password();
        try (HttpPages http = HttpPages.at(InetAddress.getByName(at.host()), at.port())) {
            http.serve(new ReceiptPages(password, books));
            say("serving http://" + at.host() + ":" + http.port() + ReceiptPages.PATH);
            stopped.await();
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
