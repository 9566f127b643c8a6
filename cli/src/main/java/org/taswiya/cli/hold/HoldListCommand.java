package org.taswiya.cli.hold;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.decision.OpenHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya hold list`: the work list.
@Command(
        name = "list",
        description = {
            "Shows the agreements that a run held and that have got no bill since, most money at risk first: what the"
                    + " bill that waits comes to, or what is usual where none could be made.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya hold list",
            "  ./taswiya hold list --reason above-usual --class household",
            "  ./taswiya hold list --json | jq -r .agreement"
        })
final class HoldListCommand implements Callable<Integer> {
    private static final String ROW = "%-9s  %14s  %-13s  %-16s  %4s  %-10s  %-9s  %-17s  %s%n";

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private HoldFilterOption filter;

    @Option(names = "--json", description = "One JSON object a line for each agreement.")
    private boolean json;

    @Override
    public Integer call() {
        List<OpenHold> open;
        Currency currency;
        try (Database database = home.open()) {
            open = Holds.open(database, filter.filter());
            currency = utilities.currency(database);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            open.forEach(hold -> out.println(json(hold)));
        } else {
            print(out, open, currency);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static void print(PrintWriter out, List<OpenHold> open, Currency currency) {
        if (!open.isEmpty()) {
            out.printf(
                    ROW,
                    "agreement",
                    "at risk (" + currency.word() + ")",
                    "class",
                    "area",
                    "run",
                    "to",
                    "state",
                    "reason",
                    "found");
        }
        for (OpenHold hold : open) {
            Money of = hold.atRisk();
            out.printf(
                    ROW,
                    hold.agreement(),
                    of == null ? "" : currency.amount(of),
                    hold.customerClass().code(),
                    hold.area(),
                    hold.run(),
                    hold.billTo(),
                    state(hold),
                    String.join("+", hold.reasons()),
                    hold.found());
        }
        List<OpenHold> decided =
                open.stream().filter(HoldListCommand::isDecided).toList();
        List<OpenHold> waiting = open.stream().filter(hold -> !isDecided(hold)).toList();
        out.println(counted(waiting, "waiting", currency)
                + (waiting.isEmpty()
                        ? ""
                        : ". Decide with hold release, hold correct or hold re-estimate, then bill --released."));
        if (!decided.isEmpty()) {
            out.println(counted(decided, "decided", currency) + ". Bill with bill --released.");
        }
    }

    private static String counted(List<OpenHold> holds, String what, Currency currency) {
        Money atRisk = Money.ZERO;
        for (OpenHold hold : holds) {
            Money of = hold.atRisk();
            atRisk = of == null ? atRisk : atRisk.plus(of);
        }
        return String.format(Locale.ROOT, "%,d %s", holds.size(), what)
                + (holds.isEmpty() ? "" : ", " + currency.amount(atRisk) + " at risk");
    }

    private static boolean isDecided(OpenHold hold) {
        return hold.isReleased() || hold.isRequested();
    }

    /// What has been decided so far.
    private static String state(OpenHold hold) {
        return hold.isReleased() ? "released" : hold.isRequested() ? "put right" : "waiting";
    }

    private static String json(OpenHold hold) {
        return JsonLine.object(json -> {
            json.writeStringProperty("agreement", hold.agreement());
            json.writeStringProperty("account", hold.account());
            json.writeStringProperty("class", hold.customerClass().code());
            json.writeStringProperty("area", hold.area());
            json.writeStringProperty("service", hold.service());
            json.writeNumberProperty("run", hold.run());
            json.writeStringProperty("to", hold.billTo().toString());
            json.writeStringProperty("reason", hold.reason());
            json.writeArrayPropertyStart("reasons");
            hold.reasons().forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("found", hold.found());
            if (hold.atRisk() == null) {
                json.writeNullProperty("atRisk");
            } else {
                json.writeStringProperty("atRisk", hold.atRisk().toString());
            }
            json.writeStringProperty("state", state(hold));
            json.writeBooleanProperty("released", hold.isReleased());
        });
    }
}
