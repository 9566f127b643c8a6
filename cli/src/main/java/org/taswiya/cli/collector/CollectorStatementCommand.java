package org.taswiya.cli.collector;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.collector.Statements;
import org.taswiya.store.collector.Statements.Paid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya collector statement`: a collector's day.
@Command(
        name = "statement",
        description = {
            "Shows what a collector has taken on a day, payment by payment, over HTTP or in files, with the fee of"
                    + " each, and what is to be remitted: all that stands, less fees and the tax on them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The statement is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or the utility has no such collector."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya collector statement wafacash --on 2020-06-20",
            "  ./taswiya collector statement wafacash --on 2020-06-20 --json | jq .net"
        })
final class CollectorStatementCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "NAME", description = "The collector.")
    private String name = "";

    @Option(names = "--on", paramLabel = "DAY", required = true, description = "The day of the payments.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Collector collector = utility.collector(name);
        List<Paid> paid;
        try (Database database = home.open()) {
            paid = Statements.of(database, name, on);
        }
        Money gross = paid.stream()
                .filter(one -> one.reversedOn() == null)
                .map(Paid::amount)
                .reduce(Money.ZERO, Money::plus);
        Money fee = paid.stream().map(one -> one.feeOf(collector)).reduce(Money.ZERO, Money::plus);
        Sums sums = new Sums(gross, fee, collector.taxOn(fee), collector.remittedBy(on));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            printJson(out, collector, paid, sums);
        } else {
            print(out, collector, paid, sums);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private record Sums(Money gross, Money fee, Money tax, LocalDate remittedBy) {
        Money net() {
            return gross.minus(fee).minus(tax);
        }
    }

    private static String state(Paid paid) {
        return paid.reversedOn() == null ? paid.state() : "cancelled";
    }

    private void print(PrintWriter out, Collector collector, List<Paid> paid, Sums sums) {
        out.println("Taken by " + name + " on " + on);
        for (Paid one : paid) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %s %-12s%16s%10s  %s%s%n",
                    one.transaction(),
                    one.receipt(),
                    one.account(),
                    Grouped.of(one.amount()),
                    one.feeOf(collector),
                    state(one),
                    one.remittance() == null ? "" : ", remitted with " + one.remittance());
        }
        out.println("together " + Grouped.of(sums.gross()) + ", fees " + Grouped.of(sums.fee()) + ", tax on them "
                + Grouped.of(sums.tax()) + ": to be remitted by " + sums.remittedBy() + " "
                + Grouped.of(sums.net()));
    }

    private void printJson(PrintWriter out, Collector collector, List<Paid> paid, Sums sums) {
        out.println(JsonLine.object(object -> {
            object.writeStringProperty("collector", name);
            object.writeStringProperty("on", on.toString());
            object.writeArrayPropertyStart("payments");
            for (Paid one : paid) {
                object.writeStartObject();
                object.writeStringProperty("transaction", one.transaction());
                object.writeStringProperty("receipt", one.receipt().toString());
                object.writeStringProperty("account", one.account());
                object.writeStringProperty("amount", one.amount().toString());
                object.writeStringProperty("fee", one.feeOf(collector).toString());
                object.writeStringProperty("state", state(one));
                @Nullable String remittance = one.remittance();
                CollectorJson.text(object, "remittance", remittance);
                object.writeEndObject();
            }
            object.writeEndArray();
            object.writeStringProperty("gross", sums.gross().toString());
            object.writeStringProperty("fee", sums.fee().toString());
            object.writeStringProperty("tax", sums.tax().toString());
            object.writeStringProperty("net", sums.net().toString());
            object.writeStringProperty("remittedBy", sums.remittedBy().toString());
        }));
    }
}
