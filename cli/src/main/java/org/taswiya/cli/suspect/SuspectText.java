package org.taswiya.cli.suspect;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.notice.NoticeText;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Change;
import org.taswiya.store.population.ReadingKind;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.SuspectDecision;
import org.taswiya.store.validation.SuspectDecisions.DecidedSuspect;
import org.taswiya.store.validation.SuspectFinding;
import tools.jackson.core.JsonGenerator;

/// Suspects and what was decided about them, for people and for machines.
final class SuspectText {
    private SuspectText() {}

    static String state(OpenSuspect suspect) {
        SuspectDecision decision = suspect.decision();
        if (decision != null) {
            return decision.toString();
        }
        return suspect.isOvertaken() ? "overtaken" : "waiting";
    }

    /// All that is known of one.
    static void show(PrintWriter out, OpenSuspect suspect, Currency currency) {
        out.println(suspect.usagePoint() + " on " + suspect.reading().at() + ": "
                + suspect.reading().value() + " " + suspect.unit().symbol() + " ("
                + ReadingKind.of(suspect.reading()).code() + ", " + ReadingKind.provenance(suspect.reading()) + ")");
        out.println("  " + suspect.service() + " in " + suspect.area() + ", "
                + (suspect.agreement() == null ? "no agreement runs" : "agreement " + suspect.agreement()));
        out.println("  at risk: " + suspect.quantity() + " " + suspect.unit().symbol() + ", "
                + currency.money(suspect.atRisk()));
        for (SuspectFinding finding : suspect.findings()) {
            out.println("  " + finding.reason() + " (" + finding.severity() + "): " + finding.found());
            if (!finding.figures().isEmpty()) {
                out.println("      "
                        + finding.figures().entrySet().stream()
                                .map(figure -> figure.getKey() + " " + figure.getValue())
                                .collect(Collectors.joining(", ")));
            }
        }
        out.println("  " + state(suspect) + meanwhile(suspect) + counting(suspect) + decidedBy(suspect));
    }

    private static String decidedBy(OpenSuspect suspect) {
        Change by = suspect.decidedBy();
        return by == null
                ? ""
                : " by " + by.author() + " at " + by.at().truncatedTo(ChronoUnit.SECONDS) + ": " + by.reason();
    }

    /// Whether bills go by it while it waits.
    private static String meanwhile(OpenSuspect suspect) {
        if (suspect.decision() != null || suspect.isOvertaken()) {
            return "";
        }
        return suspect.isMeasuring()
                ? "; meanwhile it counts, because a bill may rest on it"
                : "; meanwhile it does not count";
    }

    /// What has come since for the same day, from a person or by another file.
    static String counting(OpenSuspect suspect) {
        return suspect.isOvertaken() ? "; since then " + suspect.counting() + " counts on that day" : "";
    }

    static String json(OpenSuspect suspect) {
        return JsonLine.object(json -> {
            json.writeStringProperty("point", suspect.usagePoint());
            json.writeStringProperty("day", suspect.reading().at().toString());
            json.writeStringProperty("value", suspect.reading().value().toString());
            json.writeStringProperty("unit", suspect.unit().symbol());
            json.writeStringProperty("kind", ReadingKind.of(suspect.reading()).code());
            json.writeStringProperty("provenance", ReadingKind.provenance(suspect.reading()));
            json.writeStringProperty("service", suspect.service());
            json.writeStringProperty("area", suspect.area());
            writeOrNull(json, "agreement", suspect.agreement());
            writeOrNull(
                    json,
                    "class",
                    suspect.customerClass() == null
                            ? null
                            : suspect.customerClass().code());
            json.writeStringProperty("severity", suspect.severity().code());
            json.writeStringProperty("quantity", suspect.quantity().toString());
            json.writeStringProperty("atRisk", suspect.atRisk().toString());
            json.writeStringProperty("state", state(suspect));
            Change by = suspect.decidedBy();
            writeOrNull(json, "decidedBy", by == null ? null : by.author());
            writeOrNull(json, "decidedWhy", by == null ? null : by.reason());
            json.writeBooleanProperty("counts", suspect.isMeasuring());
            writeOrNull(
                    json,
                    "countsSince",
                    suspect.counting() == null ? null : suspect.counting().toString());
            json.writeArrayPropertyStart("findings");
            suspect.findings().forEach(finding -> write(json, finding));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, SuspectFinding finding) {
        json.writeStartObject();
        json.writeStringProperty("reason", finding.reason());
        json.writeStringProperty("severity", finding.severity());
        json.writeStringProperty("found", finding.found());
        json.writeObjectPropertyStart("figures");
        finding.figures().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeOrNull(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    /// What a decision came to.
    ///
    /// @param what as in `accepted: 4711 counts`
    static void decided(PrintWriter out, DecidedSuspect done, String what, boolean isTrial) {
        OpenSuspect suspect = done.suspect();
        String which = suspect.usagePoint() + " on " + suspect.reading().at() + ": ";
        if (!done.isNew()) {
            out.println(which + "decided so before, " + state(suspect));
            out.flush();
            return;
        }
        out.println(which + (isTrial ? "would be " : "") + what + (isTrial ? "; nothing stored" : ""));
        if (done.isReopened()) {
            out.println("Bills rest on it: the next one settles them anew.");
            if (!isTrial) {
                out.println("Bill it off the cycle: ./taswiya bill --to DAY --on DAY --released");
            }
        }
        BillNumber billed = done.billed();
        if (billed != null) {
            out.println("Bill " + billed + " has billed that day already, and stands: the next one that rests on a"
                    + " reading settles it.");
            out.println("Only to have the days estimated otherwise now, cancel it: ./taswiya bill cancel " + billed
                    + " --why TEXT");
        }
        NoticeText.raised(out, done.notices(), isTrial);
        out.flush();
    }
}
