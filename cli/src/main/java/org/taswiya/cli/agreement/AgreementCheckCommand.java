package org.taswiya.cli.agreement;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.ClosedCheck;
import org.taswiya.store.agreement.ClosedCheck.Checked;
import org.taswiya.store.agreement.ClosedCheck.Missing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya agreement check`: no day of anybody and nobody who has left is forgotten.
@Command(
        name = "check",
        description = {
            "Finds whose first days are in no bill, for want of a reading, and who has left and lacks something:"
                    + " an agreement that ended without a final bill, an account of which all have ended with a credit"
                    + " that was not refunded, or with a debt of which nobody was reminded. For every day; what has"
                    + " waited longest comes first.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Nobody lacks anything.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: the command line does not make sense.",
            "3:Somebody does; each is named."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement check",
            "  ./taswiya agreement check --within 30",
            "  ./taswiya agreement check --json | jq .missing"
        })
final class AgreementCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--on", paramLabel = "DAY", description = "As of this day. Default: today.")
    private @Nullable LocalDate on;

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            description = "How long a bill, a refund or a claim may take. Default: ${DEFAULT-VALUE}.")
    private int within;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (within < 0) {
            throw new ParameterException(spec.commandLine(), "--within is " + within + "; expected 0 days or more");
        }
        Checked checked;
        Currency currency;
        try (Database database = home.open()) {
            checked = ClosedCheck.check(database, on == null ? LocalDate.now(ZoneId.systemDefault()) : on, within);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> write(object, checked)));
        } else {
            checked.missing().forEach(one -> out.println(line(one, currency)));
            out.println(Grouped.count(checked.ended(), "agreement") + " ended, "
                    + (checked.missing().isEmpty()
                            ? "nothing is missing"
                            : checked.missing().size() + " missing"));
        }
        out.flush();
        return checked.missing().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    /// `final-bill since 2020-03-16: C00001 of account 0000000001, held: reading-lower`.
    private static String line(Missing one, Currency currency) {
        String what = one.agreement() == null ? "account " : one.agreement() + " of account ";
        String found = switch (one.lack()) {
            case OPENING -> ", billed from " + one.found() + " on, its first reading";
            case FINAL_BILL -> one.found().isEmpty() ? "" : ", held: " + one.found();
            case REFUND -> one.found().isEmpty() ? ", not asked for" : ", asked and not approved";
            case DEPOSIT -> ", " + one.found();
            case CLAIM -> ", " + one.found();
        };
        return one.lack().code() + " since " + one.since() + ": " + what + one.account()
                + (one.amount() == null ? "" : ", " + currency.money(one.amount())) + found;
    }

    private static void write(JsonGenerator json, Checked checked) {
        json.writeNumberProperty("ended", checked.ended());
        json.writeArrayPropertyStart("missing");
        for (Missing one : checked.missing()) {
            json.writeStartObject();
            json.writeStringProperty("lack", one.lack().code());
            json.writeStringProperty("since", one.since().toString());
            json.writeStringProperty("account", one.account());
            AgreementText.text(json, "agreement", one.agreement());
            AgreementText.text(json, "amount", one.amount());
            json.writeStringProperty("found", one.found());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
