package org.taswiya.cli.adjust;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.StoredDispute;
import picocli.CommandLine.Model.CommandSpec;

/// Disputes as a clerk or a program reads them.
final class DisputeText {
    private DisputeText() {}

    static int say(CommandSpec spec, DisputeAnswer answer, Currency currency) {
        return switch (answer) {
            case DisputeAnswer.Done(var dispute) -> {
                String waits = dispute.state() == StoredDispute.State.UPHELD
                        ? "; its adjustment waits for somebody's approval"
                        : "";
                spec.commandLine().getOut().println(line(dispute, dispute.openedOn(), currency) + waits);
                spec.commandLine().getOut().flush();
                yield ExitCode.GOOD;
            }
            case DisputeAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    static String line(StoredDispute dispute, LocalDate today, Currency currency) {
        return "Dispute " + dispute.id() + " of account " + dispute.account() + ": "
                + dispute.state().code() + ", " + currency.money(dispute.amount()) + " of " + dispute.item() + ", "
                + dispute.reason() + ", since " + dispute.openedOn() + answer(dispute, today);
    }

    private static String answer(StoredDispute dispute, LocalDate today) {
        if (dispute.end() != null) {
            return ", answered on " + dispute.end().on();
        }
        return ", to be answered by " + dispute.answerBy()
                + (dispute.isLate(today)
                        ? ", late by " + ChronoUnit.DAYS.between(dispute.answerBy(), today) + " days"
                        : "");
    }

    static List<String> all(StoredDispute dispute, LocalDate today, Currency currency) {
        List<String> lines = new ArrayList<>();
        lines.add(line(dispute, today, currency));
        lines.add("  evidence: " + dispute.evidence());
        lines.add("  opened by " + dispute.author() + ": " + dispute.why());
        StoredDispute.End end = dispute.end();
        if (end != null) {
            lines.add("  answered by " + end.author() + ": " + end.why()
                    + (end.adjustment() == null ? "" : ", adjustment " + number(end.adjustment())));
        }
        return lines;
    }

    private static String number(long adjustment) {
        return String.format(Locale.ROOT, "AJ%010d", adjustment);
    }

    static String json(StoredDispute dispute, LocalDate today) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("dispute", dispute.id());
            json.writeStringProperty("state", dispute.state().code());
            json.writeStringProperty("account", dispute.account());
            json.writeStringProperty("item", dispute.item().number());
            json.writeStringProperty("amount", dispute.amount().toString());
            json.writeStringProperty("reason", dispute.reason());
            json.writeStringProperty("evidence", dispute.evidence());
            json.writeStringProperty("openedOn", dispute.openedOn().toString());
            json.writeStringProperty("answerBy", dispute.answerBy().toString());
            json.writeBooleanProperty("late", dispute.isLate(today));
            json.writeStringProperty("author", dispute.author());
            StoredDispute.End end = dispute.end();
            if (end != null) {
                json.writeStringProperty("answeredOn", end.on().toString());
                json.writeStringProperty("answeredBy", end.author());
                if (end.adjustment() != null) {
                    json.writeStringProperty("adjustment", number(end.adjustment()));
                }
            }
        });
    }
}
