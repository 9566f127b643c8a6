package org.taswiya.cli.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.receivables.CreditUses;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunState;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;
import tools.jackson.core.JsonGenerator;

/// What a billing run came to, for a person or a program.
///
/// @param billsHere how many of the bills this call made; the others were there before
/// @param used what customers had to their credit and was used at the end; null where the run is only looked at
record BillingSummary(RunReport report, List<Withheld> withheld, long billsHere, CreditUses.@Nullable Used used) {
    /// More would push the figures off a screen; `--json` has them all.
    private static final int NAMED_MOST = 20;

    String text() {
        RunTotals totals = report.totals();
        List<String> lines = new ArrayList<>();
        boolean isTrial = report.state() == RunState.TRIAL;
        lines.add(String.format(
                Locale.ROOT,
                "%s, %s, %s: %s, %s (%,d on estimates), %s in all",
                isTrial ? "trial" : "run " + report.id(),
                report.cycle(),
                isTrial ? "nothing stored" : report.state().code(),
                Grouped.count(totals.accounts(), "account"),
                Grouped.count(totals.bills(), "bill"),
                totals.estimated(),
                Grouped.of(Money.ofMinor(totals.total()))));
        if (billsHere < totals.bills()) {
            long before = totals.bills() - billsHere;
            lines.add(String.format(
                    Locale.ROOT, "%,d of these bills were there already, %,d are new", before, billsHere));
        }
        if (used != null && used.uses() > 0) {
            lines.add(Grouped.of(used.amount()) + " of credit is used on " + Grouped.count(used.uses(), "item"));
        }
        lines.add(Grouped.count(totals.held(), "agreement") + " held, " + Grouped.of(totals.failed()) + " failed");
        totals.reasons().forEach((reason, count) -> lines.add(String.format(Locale.ROOT, "%,12d  %s", count, reason)));
        withheld.stream()
                .limit(NAMED_MOST)
                .forEach(agreement -> agreement
                        .reasons()
                        .forEach(reason -> lines.add("  " + agreement.agreement() + " "
                                + agreement.outcome().code() + ": " + reason.code() + ", " + reason.found())));
        if (withheld.size() > NAMED_MOST) {
            lines.add("  and " + (withheld.size() - NAMED_MOST) + " more; --json names all of them");
        }
        return String.join("\n", lines) + "\n";
    }

    String json() {
        RunTotals totals = report.totals();
        return JsonLine.object(json -> {
            json.writeNumberProperty("run", report.id());
            json.writeStringProperty("to", report.cycle().billTo().toString());
            json.writeStringProperty("on", report.cycle().billedOn().toString());
            write(json, report.cycle());
            json.writeStringProperty("state", report.state().code());
            json.writeStringProperty("startedAt", report.startedAt().toString());
            json.writeStringProperty("author", report.author());
            json.writeStringProperty("reason", report.reason());
            json.writeBooleanProperty("finished", totals.isFinished());
            json.writeNumberProperty("accounts", totals.accounts());
            json.writeNumberProperty("bills", totals.bills());
            json.writeNumberProperty("billsHere", billsHere);
            json.writeNumberProperty("estimated", totals.estimated());
            json.writeStringProperty("total", Money.ofMinor(totals.total()).toString());
            if (used != null) {
                json.writeStringProperty("creditUsed", used.amount().toString());
            }
            json.writeNumberProperty("held", totals.held());
            json.writeNumberProperty("failed", totals.failed());
            json.writeObjectPropertyStart("reasons");
            totals.reasons().forEach((reason, count) -> json.writeNumberProperty(reason, (long) count));
            json.writeEndObject();
            json.writeArrayPropertyStart("withheld");
            withheld.forEach(agreement -> write(json, agreement));
            json.writeEndArray();
        });
    }

    /// What tells it from a run of everybody that was named by its days.
    private static void write(JsonGenerator json, Cycle cycle) {
        if (cycle.area() != null) {
            json.writeStringProperty("area", cycle.area());
        }
        if (cycle.isOffCycle()) {
            json.writeStringProperty("offCycle", cycle.releasedOnly() ? "released" : "accounts");
            json.writeNumberProperty("part", cycle.part());
        }
        if (!cycle.accounts().isEmpty()) {
            json.writeArrayPropertyStart("named");
            cycle.accounts().forEach(json::writeString);
            json.writeEndArray();
        }
        Cycle.Plan plan = cycle.plan();
        if (plan != null) {
            json.writeStringProperty("cycle", plan.name());
            if (plan.outsideWindow() != null) {
                json.writeStringProperty("outsideWindow", plan.outsideWindow());
            }
        }
    }

    private static void write(JsonGenerator json, Withheld agreement) {
        json.writeStartObject();
        json.writeStringProperty("agreement", agreement.agreement());
        json.writeStringProperty("outcome", agreement.outcome().code());
        json.writeArrayPropertyStart("reasons");
        for (Withheld.Reason reason : agreement.reasons()) {
            json.writeStartObject();
            json.writeStringProperty("reason", reason.code());
            json.writeStringProperty("found", reason.found());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
