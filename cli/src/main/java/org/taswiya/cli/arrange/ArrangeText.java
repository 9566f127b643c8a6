package org.taswiya.cli.arrange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.store.arrangement.StoredArrangement;
import tools.jackson.core.JsonGenerator;

/// Arrangements as a clerk or a program reads them.
final class ArrangeText {
    private ArrangeText() {}

    /// `Arrangement 3 of account 0000000001: 388.38 DH in 3 instalments, signed on 2020-06-20, kept`.
    static String line(StoredArrangement stored, LocalDate on, Currency currency) {
        Arrangement arrangement = stored.arrangement();
        Standing standing = stored.standingOn(on);
        return "Arrangement " + arrangement.number() + " of account " + arrangement.account() + ": "
                + currency.money(arrangement.schedule().total()) + " in "
                + Grouped.count(arrangement.schedule().instalments().size(), "instalment") + ", signed on "
                + arrangement.signedOn() + ", " + standing.state().code()
                + (standing.state().isRunning() ? ", paid " + currency.money(standing.settled()) : "");
    }

    static List<String> schedule(Schedule schedule, Currency currency) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Schedule.Instalment instalment : schedule.instalments()) {
            lines.add("  " + ++number + "  " + instalment.dueOn() + "  " + currency.money(instalment.amount()));
        }
        return lines;
    }

    static void offer(JsonGenerator json, String account, ArrangementOffer offer) {
        json.writeStringProperty("account", account);
        switch (offer) {
            case ArrangementOffer.NotOffered(var reason, var found) -> {
                json.writeBooleanProperty("isOffered", false);
                json.writeStringProperty("reason", reason.code());
                json.writeStringProperty("found", found);
            }
            case ArrangementOffer.Offered offered -> {
                json.writeBooleanProperty("isOffered", true);
                json.writeBooleanProperty("isUnasked", offered.unasked());
                json.writeBooleanProperty("needsApproval", offered.needsApproval());
                json.writeStringProperty("found", offered.found());
                json.writeStringProperty("total", offered.schedule().total().toString());
                json.writeArrayPropertyStart("instalments");
                offered.schedule().instalments().forEach(instalment -> instalment(json, instalment));
                json.writeEndArray();
                ArrangementOffer.AtOnce atOnce = offered.atOnce();
                if (atOnce != null) {
                    json.writeObjectPropertyStart("atOnce");
                    json.writeStringProperty("rebate", atOnce.rebate().toString());
                    json.writeStringProperty("left", atOnce.left().toString());
                    json.writeStringProperty("until", atOnce.until().toString());
                    json.writeEndObject();
                }
            }
        }
    }

    private static void instalment(JsonGenerator json, Schedule.Instalment instalment) {
        json.writeStartObject();
        json.writeStringProperty("dueOn", instalment.dueOn().toString());
        json.writeStringProperty("amount", instalment.amount().toString());
        json.writeEndObject();
    }

    static void arrangement(JsonGenerator json, StoredArrangement stored, LocalDate on) {
        Arrangement arrangement = stored.arrangement();
        Standing standing = stored.standingOn(on);
        json.writeNumberProperty("arrangement", arrangement.number());
        json.writeStringProperty("account", arrangement.account());
        json.writeStringProperty("signedOn", arrangement.signedOn().toString());
        json.writeStringProperty("channel", stored.channel().code());
        json.writeBooleanProperty("isUnasked", stored.isUnasked());
        json.writeStringProperty("total", arrangement.schedule().total().toString());
        json.writeStringProperty("state", standing.state().code());
        json.writeStringProperty("settled", standing.settled().toString());
        json.writeStringProperty("payable", standing.payable().toString());
        json.writeArrayPropertyStart("instalments");
        for (Standing.Row row : standing.rows()) {
            json.writeStartObject();
            json.writeStringProperty("dueOn", row.instalment().dueOn().toString());
            json.writeStringProperty("amount", row.instalment().amount().toString());
            json.writeStringProperty("open", row.open().toString());
            json.writeStringProperty("state", row.state().code());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("items");
        for (Arrangement.ArrangedItem item : arrangement.items()) {
            json.writeStartObject();
            json.writeStringProperty("kind", item.key().kind().code());
            json.writeStringProperty("number", item.key().number());
            json.writeStringProperty("amount", item.amount().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("grantedBy", stored.granted().author());
        json.writeStringProperty("why", stored.granted().reason());
        json.writeName("approvedBy");
        json.writeString(stored.approvedBy());
        json.writeName("replaces");
        Long replaces = stored.replaces();
        if (replaces == null) {
            json.writeNull();
        } else {
            json.writeNumber(replaces);
        }
    }
}
