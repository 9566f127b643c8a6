package org.taswiya.cli.arrange;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.cli.terminal.Look;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.explain.ArrangementText;
import org.taswiya.deliver.explain.ArrangementText.ArrangedPage;
import org.taswiya.deliver.explain.SchedulePaper;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.deliver.print.PrintedAccountPaper.AccountSheet;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.bill.Addressees;
import org.taswiya.store.receivables.AccountRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya arrange show`: the schedule that is printed.
@Command(
        name = "show",
        description = {
            "Shows the schedule of an arrangement as its customer reads it, and how each instalment stands on a day.",
            "",
            "With --pdf it is drawn on paper, for the customer.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The schedule is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or there is no such arrangement."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya arrange show 3 --lang ar",
            "  ./taswiya arrange show 3 --pdf --form fr-ar --out schedule.pdf",
            "  ./taswiya arrange show 3 --on 2020-09-01 --json | jq .state"
        })
final class ArrangeShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "The number of the arrangement.")
    private long number;

    @Option(names = "--on", paramLabel = "DAY", description = "How it stands on this day. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private LanguageOption language;

    @Mixin
    private LookOption look;

    @Mixin
    private PaperOptions paper;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        paper.check(json ? "--json" : "", 1);
        LocalDate day = on == null ? AskedOptions.today() : on;
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            StoredArrangement found = Arrangements.of(database, number)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no arrangement " + number + "; arrange list shows those that there are"));
            LocalDate signed = found.arrangement().signedOn();
            if (day.isBefore(signed)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--on takes a day from " + signed + " on, when arrangement " + number + " was signed, found "
                                + day);
            }
            if (json) {
                out.println(JsonLine.object(object -> ArrangeText.arrangement(object, found, day)));
            } else if (paper.isAsked()) {
                out.println(drawn(database, found, day));
            } else {
                out.print(text(page(database, found, day)));
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private String text(ArrangedPage page) {
        return ArrangementText.of(page, language.language(), look.look() == Look.COLOURED);
    }

    private String drawn(Database database, StoredArrangement found, LocalDate day) throws IOException {
        String account = found.arrangement().account();
        ArrangedPage page = page(database, found, day);
        AccountSheet sheet = new AccountSheet(
                in -> SchedulePaper.of(page, day, in),
                Long.toString(number),
                Addressees.ofAccount(database, account).orElse(null),
                day,
                !page.standing().state().isRunning());
        return paper.write(sheet, "arrangement-" + number, paper.issuer(database, account, utilities));
    }

    private ArrangedPage page(Database database, StoredArrangement found, LocalDate day) {
        String account = found.arrangement().account();
        TariffLibrary library = utilities.library(database);
        String currency = AccountRows.tariffs(database, account).stream()
                .map(library::tariff)
                .flatMap(Optional::stream)
                .map(Tariff::currency)
                .findFirst()
                .orElse("");
        return new ArrangedPage(
                found.arrangement(), found.standingOn(day), new CustomerAccount(account, "").printed(), currency);
    }
}
