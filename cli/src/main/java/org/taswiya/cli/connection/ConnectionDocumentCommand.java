package org.taswiya.cli.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationAnswer;
import org.taswiya.store.connection.ApplicationDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya connection document`: documents that came, are missing, or go back.
@Command(
        name = "document",
        description = {
            "Writes down documents that came. With the last one that is missing the application is accepted.",
            "",
            "With --ask the applicant was told what is missing, and with --returned documents that came are no"
                    + " good and go back: the application is incomplete until others come.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is written down.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection document NC0000000042 identity title --why \"counter 3\"",
            "  ./taswiya connection document NC0000000042 --ask --why \"by letter\"",
            "  ./taswiya connection document NC0000000042 plan --returned --why \"unreadable\""
        })
final class ConnectionDocumentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The application, as NC0000000042.")
    private String number = "";

    @Parameters(index = "1..*", paramLabel = "DOCUMENT", description = "Codes of documents; connection show has them.")
    private List<String> documents = new ArrayList<>();

    @Option(names = "--ask", description = "The applicant was told what is missing.")
    private boolean isAsking;

    @Option(names = "--returned", description = "The documents go back.")
    private boolean isReturned;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private StepOptions step;

    @Override
    public Integer call() {
        if (isAsking && isReturned || isAsking != documents.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "say which documents came, or go back with --returned; or --ask and none");
        }
        try (Database database = home.open()) {
            return step.say(answer(database, new TreeSet<>(documents)), utilities.currency(database));
        }
    }

    private ApplicationAnswer answer(Database database, Set<String> codes) {
        if (isAsking) {
            return ApplicationDecisions.ask(database, number, step.writing());
        }
        return isReturned
                ? ApplicationDecisions.giveBack(database, number, codes, step.writing())
                : ApplicationDecisions.document(database, number, codes, step.writing());
    }
}
