package org.taswiya.cli.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.message.DeliveryStatus;
import org.taswiya.intake.bounce.BounceFile;
import org.taswiya.intake.bounce.BounceReading;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.Bounces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya deliver bounces`: takes what mail systems report of e-mails.
@Command(
        name = "bounces",
        description = {
            "Reads e-mails that came back and takes what delivery status notifications (RFC 3464) say. An e-mail that"
                    + " does not arrive goes by the customer's next channel; where nobody is at the address, it is used"
                    + " no more until `contact set` says again how the account is reached.",
            "",
            "The same again changes nothing, so a mailbox may be read as often as one likes. What is no notification"
                    + " is named and left alone.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every notification is in the books, now or before; other e-mails may have been left alone.",
            "1:Taswiya or the machine under it failed; run it again.",
            "2:Wrong usage.",
            "3:Some notifications are of no message of ours or could not be read; each is named, with its reason."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver bounces returned.eml",
            "  ./taswiya deliver bounces /var/mail/bills      an mbox file",
            "  ./taswiya deliver bounces ~/Maildir            a folder of e-mails"
        })
final class DeliverBouncesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "An e-mail, a file of many (mbox), or a folder of them, such as a Maildir.")
    private List<Path> files = List.of();

    @Option(names = "--author", paramLabel = "NAME", description = "Who takes them. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new ParameterException(spec.commandLine(), "there is no file " + file);
            }
        }
        BounceProgress progress = new BounceProgress(spec.commandLine().getOut());
        try (Database database = home.open()) {
            for (Path file : files) {
                BounceFile.read(file, (name, reading) -> take(database, progress, name, reading));
            }
        }
        progress.sums();
        return progress.isAllTaken() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private void take(Database database, BounceProgress progress, String name, BounceReading reading) {
        switch (reading) {
            case BounceReading.Other(var found) -> progress.leftAlone(name, found);
            case BounceReading.Refused(var fault, var found) -> progress.refused(name, fault.code() + ": " + found);
            case BounceReading.Report(var lines) -> {
                for (DeliveryStatus line : lines) {
                    Change why = new Change(Instant.now(), author, "came back: " + line.identification());
                    progress.taken(name, line, Bounces.take(database, line, why));
                }
            }
        }
    }
}
