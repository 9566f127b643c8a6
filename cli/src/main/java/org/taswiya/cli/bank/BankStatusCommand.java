package org.taswiya.cli.bank;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.bank.StatusReport;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.bank.StatusReportFile;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.StatusReports;
import org.taswiya.store.bank.StatusReports.Rejected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya bank status`: what a bank says of an order.
@Command(
        name = "status",
        description = {
            "Takes a bank's answer to a file of refunds or direct debits (pain.002, versions 03 and 10). What is"
                    + " rejected ends: a refund's money is a credit again, a debit's item may be collected again. What"
                    + " is accepted waits for the statement.",
            "",
            "The same answer again changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books, now or before, and nothing needs a person.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; or a rejection could not end what it names, and a person has to look."
        },
        footer = {"", "Examples:", "  ./taswiya bank status answer.xml", "  ./taswiya bank status answer.xml --json"})
final class BankStatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "FILE", description = "The file as the bank sent it.")
    private Path file = Path.of("");

    @Option(names = "--author", paramLabel = "NAME", description = "Who takes it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(names = "--json", description = "One JSON object a line for each that is rejected.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return switch (StatusReportFile.read(file)) {
            case StatusReportFile.Reading.Refused(var refusal) -> refused(file + ", " + refusal);
            case StatusReportFile.Reading.Read(var report) -> taken(report);
        };
    }

    private int refused(String why) {
        spec.commandLine().getErr().println("taswiya: " + why);
        return ExitCode.SOME_REFUSED;
    }

    private int taken(StatusReport report) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (Database database = home.open()) {
            Change why = new Change(Instant.now(), author, "answer " + report.id() + " to " + report.order());
            return switch (StatusReports.take(database, report, today, why)) {
                case StatusReports.Answer.Refused(var reason, var found) ->
                    refused(file + ": " + reason.code() + ": " + found);
                case StatusReports.Answer.Taken taken -> said(report, taken);
            };
        }
    }

    private int said(StatusReport report, StatusReports.Answer.Taken taken) {
        PrintWriter out = spec.commandLine().getOut();
        taken.rejected().forEach(one -> out.println(json ? asJson(one) : asText(one)));
        if (!json) {
            out.println("Order " + taken.order() + ": "
                    + (taken.isNew() ? taken.rejected().size() + " rejected" : "taken before, nothing is changed")
                    + ", answer " + report.id());
        }
        out.flush();
        boolean isForAPerson = taken.rejected().stream().anyMatch(one -> switch (one.effect()) {
            case ENDED, ENDED_BEFORE -> false;
            case PAID, NOBODYS -> true;
        });
        return isForAPerson ? ExitCode.SOME_REFUSED : ExitCode.GOOD;
    }

    private static String effect(Rejected one) {
        return one.effect().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String asText(Rejected one) {
        return one.endToEnd() + "  " + effect(one) + "  " + one.reason() + " " + one.said();
    }

    private static String asJson(Rejected one) {
        return JsonLine.object(json -> {
            json.writeStringProperty("name", one.endToEnd());
            json.writeStringProperty("effect", effect(one));
            json.writeStringProperty("reason", one.reason());
            json.writeStringProperty("said", one.said());
        });
    }
}
