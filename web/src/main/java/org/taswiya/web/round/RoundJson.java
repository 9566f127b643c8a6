package org.taswiya.web.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.handset.EntryAnswer;
import org.taswiya.store.handset.HandedRound;
import org.taswiya.store.handset.HandedRound.HandedOrder;
import org.taswiya.store.handset.Handset;
import tools.jackson.core.JsonGenerator;

/// What handsets are told. Values of dials are texts: a handset compares them digit by digit.
final class RoundJson {
    private RoundJson() {}

    static String now(Instant now) {
        return JsonLine.object(json -> json.writeNumberProperty("now", now.toEpochMilli()));
    }

    static String registered(String handset, String reader, Instant now) {
        return JsonLine.object(json -> {
            json.writeStringProperty("handset", handset);
            json.writeStringProperty("reader", reader);
            json.writeNumberProperty("now", now.toEpochMilli());
        });
    }

    static String answers(Instant now, boolean isClosed, Map<UUID, EntryAnswer> answers) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("now", now.toEpochMilli());
            json.writeBooleanProperty("closed", isClosed);
            json.writeArrayPropertyStart("answers");
            answers.forEach((id, answer) -> {
                json.writeStartObject();
                json.writeStringProperty("id", id.toString());
                answer(json, answer);
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private static void answer(JsonGenerator json, EntryAnswer answer) {
        switch (answer) {
            case EntryAnswer.Kept(var outcome, var at, var isClockPutRight) -> {
                json.writeStringProperty("outcome", outcome.code());
                json.writeNumberProperty("at", at.toEpochMilli());
                json.writeBooleanProperty("clock", isClockPutRight);
            }
            case EntryAnswer.OtherContents _ -> json.writeStringProperty("outcome", "other-contents");
            case EntryAnswer.NotOfRound _ -> json.writeStringProperty("outcome", "not-of-round");
        }
    }

    static String rounds(Handset handset, Instant now, List<HandedRound> rounds) {
        return JsonLine.object(json -> {
            json.writeStringProperty("handset", handset.id());
            json.writeStringProperty("reader", handset.reader());
            json.writeNumberProperty("now", now.toEpochMilli());
            json.writeArrayPropertyStart("rounds");
            for (HandedRound round : rounds) {
                json.writeStartObject();
                json.writeNumberProperty("number", round.round().number());
                json.writeStringProperty("route", round.round().route());
                json.writeStringProperty("from", round.round().days().from().toString());
                json.writeStringProperty(
                        "last", round.round().days().to().minusDays(1).toString());
                json.writeArrayPropertyStart("orders");
                round.orders().forEach(order -> order(json, order));
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /// What is not known is left out.
    private static void order(JsonGenerator json, HandedOrder handed) {
        var order = handed.order();
        json.writeStartObject();
        json.writeNumberProperty("n", order.position());
        json.writeStringProperty("point", order.usagePoint());
        json.writeStringProperty("address", order.address());
        json.writeStringProperty("area", order.area());
        json.writeStringProperty("serial", order.serial());
        known(json, "register", order.register());
        known(json, "digits", order.digits());
        json.writeNumberProperty("decimals", order.decimals());
        json.writeStringProperty("unit", order.unit());
        known(json, "last", order.lastValue());
        known(json, "lastDay", order.lastDay());
        if (handed.expected() != null) {
            known(json, "low", handed.expected().low());
            known(json, "high", handed.expected().high());
        }
        json.writeStringProperty("state", handed.outcome().code());
        if (order.reread() != null) {
            json.writeBooleanProperty("reread", order.reread().answered() == null);
        }
        json.writeEndObject();
    }

    private static void known(JsonGenerator json, String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }
}
