package org.taswiya.cli.adjust;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.adjustment.AdjustmentAnswer;
import org.taswiya.store.adjustment.StoredAdjustment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JsonGenerator;

/// Adjustments as a clerk or a program reads them.
final class AdjustText {
    private AdjustText() {}

    static Money money(CommandSpec spec, String amount) {
        try {
            return Money.parse(amount);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new ParameterException(
                    spec.commandLine(), "'" + amount + "' is no amount; expected one as -35.20", e);
        }
    }

    static int say(CommandSpec spec, AdjustmentAnswer answer, Currency currency) {
        return switch (answer) {
            case AdjustmentAnswer.Done(var stored, var isNew) -> {
                String waits =
                        stored.state() == StoredAdjustment.State.ASKED ? "; it waits for somebody's approval" : "";
                spec.commandLine()
                        .getOut()
                        .println(line(stored, currency) + waits + (isNew ? "" : "; it was so before"));
                spec.commandLine().getOut().flush();
                yield ExitCode.GOOD;
            }
            case AdjustmentAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    static String line(StoredAdjustment stored, Currency currency) {
        Adjustment adjustment = stored.adjustment();
        return stored.number() + "  " + stored.state().code() + "  " + adjustment.account() + "  "
                + currency.money(adjustment.amount()) + "  " + adjustment.reason()
                + (adjustment.item() == null ? "" : " on " + adjustment.item()) + ", by " + stored.author();
    }

    static List<String> all(StoredAdjustment stored, Currency currency) {
        List<String> lines = new ArrayList<>();
        lines.add(line(stored, currency));
        if (!stored.tax().isZero()) {
            lines.add("  value added tax in it: " + currency.money(stored.tax()));
        }
        lines.add("  evidence: " + stored.adjustment().evidence());
        lines.add("  asked for on " + stored.askedOn() + " by " + stored.author() + ": " + stored.why()
                + (stored.needsSecond() ? " (not theirs to decide alone)" : ""));
        StoredAdjustment.Decision decision = stored.decision();
        if (decision != null) {
            lines.add("  " + (decision.isApproved() ? "booked" : "refused") + " on " + decision.on() + " by "
                    + decision.author() + ": " + decision.why());
        }
        if (stored.reversedOn() != null) {
            lines.add("  reversed on " + stored.reversedOn());
        }
        return lines;
    }

    static String json(StoredAdjustment stored) {
        Adjustment adjustment = stored.adjustment();
        return JsonLine.object(json -> {
            json.writeStringProperty("adjustment", stored.number());
            json.writeStringProperty("state", stored.state().code());
            json.writeStringProperty("account", adjustment.account());
            if (adjustment.item() != null) {
                json.writeStringProperty("item", adjustment.item().number());
            }
            json.writeStringProperty("amount", adjustment.amount().toString());
            json.writeStringProperty("tax", stored.tax().toString());
            json.writeStringProperty("reason", adjustment.reason());
            json.writeStringProperty("evidence", adjustment.evidence());
            json.writeStringProperty("askedOn", stored.askedOn().toString());
            json.writeStringProperty("author", stored.author());
            json.writeStringProperty("why", stored.why());
            writeEnd(json, stored);
        });
    }

    private static void writeEnd(JsonGenerator json, StoredAdjustment stored) {
        StoredAdjustment.Decision decision = stored.decision();
        if (decision != null) {
            json.writeStringProperty("decidedOn", decision.on().toString());
            json.writeStringProperty("decidedBy", decision.author());
            if (decision.dueOn() != null) {
                json.writeStringProperty("dueOn", decision.dueOn().toString());
            }
        }
        if (stored.reversedOn() != null) {
            json.writeStringProperty("reversedOn", stored.reversedOn().toString());
        }
    }
}
