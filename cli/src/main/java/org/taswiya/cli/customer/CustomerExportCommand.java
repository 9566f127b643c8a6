package org.taswiya.cli.customer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.privacy.IdentityNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.CustomerExport;
import org.taswiya.store.privacy.Identities;
import org.taswiya.store.privacy.Identities.Answer;
import org.taswiya.store.privacy.IdentityKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya customer export`: all that is known about one customer.
@Command(
        name = "export",
        description = {
            "Writes one JSON document with all that the books have about a customer, table by table, and who wrote it"
                    + " down when and why. Of meters and readings it has those of the days of the customer's own"
                    + " agreements.",
            "",
            "Amounts are in centimes. Reasons are as somebody typed them: look at them before you hand it out.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of it is written.",
            "1:Taswiya or the machine under it failed; a key file that was named is not there.",
            "2:Wrong usage, there is no such customer, or --out names no new file in a folder."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya customer export P1 --out p1.json",
            "  ./taswiya customer export --account 0000000001 | jq .parts.bills.bill"
        })
final class CustomerExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private CustomerOption which;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write it there, to be read by nobody else. Default: the answer.")
    private @Nullable Path file;

    @Option(names = "--with-identity", description = "With the identity number, if one is kept; that is written down.")
    private boolean withIdentity;

    @Mixin
    private IdentityKeyOption keyFile;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path to = file;
        if (to != null) {
            AnswerFile.requireNew(spec, to);
        }
        try (Database database = home.open()) {
            String customer = which.in(database);
            IdentityNumber number = withIdentity ? number(database, customer) : null;
            if (to == null) {
                CustomerExport.execute(database, customer, new CustomerDocument(out, customer, number));
                out.println();
            } else {
                PrivateFile.write(
                        to,
                        writer -> CustomerExport.execute(
                                database, customer, new CustomerDocument(writer, customer, number)));
                out.println("All about " + customer + " is in " + to);
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private @Nullable IdentityNumber number(Database database, String customer) throws IOException {
        IdentityKey key = keyFile.key();
        Change why = new Change(Instant.now(), System.getProperty("user.name"), "customer export");
        Answer answer = Identities.look(database, customer, key, Identities.Use.EXPORT, why);
        return switch (answer) {
            case Answer.Known(var number) -> number;
            case Answer.None _ -> null;
            case Answer.OtherKey _, Answer.Altered _ -> throw IdentityKeyFile.wrong(spec, answer, key);
        };
    }
}
