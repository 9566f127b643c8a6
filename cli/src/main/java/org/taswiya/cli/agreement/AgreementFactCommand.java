package org.taswiya.cli.agreement;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.agreement.AgreementFacts.Written;
import org.taswiya.store.agreement.Agreements;
import org.taswiya.store.bill.Known;
import org.taswiya.store.input.StandingFacts;
import org.taswiya.store.run.BooksChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya agreement fact`: a number that the tariff of an agreement asks for.
@Command(
        name = "fact",
        description = {
            "Writes down a number that the tariff of an agreement asks for besides usage: the size of its meter, the"
                    + " power that it subscribed to. It holds from its day on until the next of its kind; one for the"
                    + " same day corrects it. Whoever was billed for these days is settled by the next bill.",
            "",
            "A past-demand is the highest demand of the month in which its day is, as an old system counted it; of"
                    + " several of a month the highest counts, and none where intervals tell the whole month.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is written down, or was already.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or there is no such agreement; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement fact C1000012 meter-size 20 --from 2026-04-11 \\",
            "      --why \"exchange 4711\"",
            "  ./taswiya agreement fact C1000012 past-demand 42.5 --from 2026-01-01 \\",
            "      --why \"from the old system\"",
            "  ./taswiya agreement show C1000012"
        })
final class AgreementFactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement.")
    private String agreement = "";

    @Parameters(paramLabel = "WHAT", description = "What it is of: meter-size, for example.")
    private String what = "";

    @Parameters(paramLabel = "NUMBER", description = "The number, zero or more.")
    private String number = "";

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day on which it holds.")
    private LocalDate from = LocalDate.EPOCH;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        Determinant determinant = Determinant.ofFact(what)
                .orElseThrow(() -> wrong("found " + what + ", expected one of " + Determinant.factCodes()));
        AgreementFact fact = new AgreementFact(determinant, from, number(determinant));
        Written written;
        try (Database database = home.open()) {
            if (Agreements.of(database, agreement).isEmpty()) {
                throw wrong("there is no agreement " + agreement + "; agreement list shows those of a premise");
            }
            written = BooksChange.make(database, isTrial, connection -> {
                List<AgreementFact> standing = StandingFacts.of(connection, List.of(agreement), Known.ALL)
                        .getOrDefault(agreement, List.of());
                Written becomes = AgreementFacts.written(standing, fact);
                if (becomes != Written.UNCHANGED) {
                    long change = Changes.record(connection, why.now());
                    AgreementFacts.add(connection, change, Map.of(agreement, List.of(fact)));
                }
                return becomes;
            });
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(agreement + ": " + AgreementText.line(fact)
                + switch (written) {
                    case ADDED -> "";
                    case CORRECTED -> "; it corrects what stood for that day";
                    case UNCHANGED -> "; it was written down already";
                });
        if (isTrial) {
            out.println("Nothing was stored.");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private Decimal number(Determinant of) {
        try {
            Decimal value = Decimal.parse(number);
            if (of.takes(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below, with what is not of it
        }
        throw wrong("NUMBER of " + of.code() + " is " + number + "; expected " + of.expected());
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
