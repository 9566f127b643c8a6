package org.taswiya.cli.collective;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Look;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.explain.SharingText;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.collective.BillSharing;
import org.taswiya.store.collective.BillSharing.SharedBill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya sub-meter share`: what each sub-meter bears of a bill.
@Command(
        name = "share",
        description = {
            "Shares a bill of a main meter out among the meters behind it: to each its own use, and by its share what"
                    + " none of them counted. Amounts sum to the bill; the text says what rounding left and to whom it"
                    + " went. Nothing is written, and who owes the bill stays as it is.",
            "",
            "All meters are looked at over the days of the bill by the readings that the books have now. Meters read on"
                    + " other days are cut by days.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The bill is shared out.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage.",
            "3:It cannot be shared out; the message says why."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya sub-meter share 0000000042BQ --lang ar",
            "  ./taswiya sub-meter share 0000000042BQ --json | jq .parts"
        })
final class SubMeterShareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "The bill's number, ten digits and two check letters.")
    private String number = "";

    @Mixin
    private LanguageOption language;

    @Mixin
    private LookOption look;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        BillNumber bill = BillNumber.parse(number)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + number + "' is no number of a bill; expected ten digits and the two check letters that"
                                + " fit them"));
        BillSharing.Answer answer;
        TariffLibrary library;
        try (Database database = home.open()) {
            answer = BillSharing.of(database, bill);
            library = utilities.library(database);
        }
        return switch (answer) {
            case BillSharing.Answer.Shared(var shared) -> {
                PrintWriter out = spec.commandLine().getOut();
                out.print(json ? SharingJson.shared(shared) + "\n" : text(shared, library));
                out.flush();
                yield ExitCode.GOOD;
            }
            case BillSharing.Answer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    private String text(SharedBill shared, TariffLibrary library) {
        String currency = library.tariff(shared.tariff()).map(Tariff::currency).orElse("");
        SharingText.SharedPage page = new SharingText.SharedPage(
                shared.number(), shared.main(), shared.unit(), shared.days(), shared.apportionment(), currency);
        return SharingText.of(page, language.language(), look.look() == Look.COLOURED);
    }
}
