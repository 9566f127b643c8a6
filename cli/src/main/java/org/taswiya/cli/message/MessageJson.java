package org.taswiya.cli.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.Preference;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.message.Bounces.Unreachable;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Messages.Story;
import org.taswiya.store.message.StoredAttempt;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.message.StoredReceipt;
import tools.jackson.core.JsonGenerator;

/// Contacts and messages, for a program.
final class MessageJson {
    private MessageJson() {}

    static String contacts(
            String account,
            @Nullable ContactSet set,
            Set<String> confirmed,
            List<Unreachable> unreachable,
            List<Preference> preferences) {
        return JsonLine.object(json -> {
            json.writeStringProperty("account", account);
            if (set != null) {
                json.writeStringProperty("language", set.language().code());
                json.writeStringProperty("since", set.since().toString());
            }
            json.writeArrayPropertyStart("channels");
            if (set != null) {
                for (Contact rung : set.ladder().rungs()) {
                    json.writeStartObject();
                    where(json, rung);
                    json.writeBooleanProperty("confirmed", confirmed.contains(rung.address()));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("cameBack");
            for (Unreachable one : unreachable) {
                json.writeStartObject();
                write(json, one);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("preferences");
            for (Preference one : preferences) {
                preference(json, one);
            }
            json.writeEndArray();
        });
    }

    static String unreachable(Unreachable one) {
        return JsonLine.object(json -> {
            json.writeStringProperty("account", one.account());
            write(json, one);
        });
    }

    private static void write(JsonGenerator json, Unreachable one) {
        where(json, one.contact());
        json.writeNumberProperty("message", one.message());
        json.writeStringProperty("said", one.said());
        json.writeStringProperty("at", one.at().toString());
    }

    private static void preference(JsonGenerator json, Preference one) {
        Language language = one.language();
        json.writeStartObject();
        json.writeStringProperty("kind", one.kind().code());
        json.writeBooleanProperty("wanted", one.isWanted());
        json.writeArrayPropertyStart("first");
        one.first().forEach(channel -> json.writeString(channel.code()));
        json.writeEndArray();
        if (language != null) {
            json.writeStringProperty("language", language.code());
        }
        json.writeEndObject();
    }

    static String announced(StoredMessage message, AnnouncementWords words, int segments, boolean isTrial) {
        return JsonLine.object(json -> {
            json.writeBooleanProperty("dryRun", isTrial);
            write(json, message);
            json.writeStringProperty("subject", words.subject());
            json.writeStringProperty("text", String.join("\n", words.lines()));
            json.writeStringProperty("brief", words.brief());
            if (segments > 0) {
                json.writeNumberProperty("segments", segments);
            }
        });
    }

    /// @param why as in `no-channel`
    static String left(Cause cause, String account, String why) {
        return JsonLine.object(json -> {
            json.writeStringProperty("cause", cause.kind().code());
            json.writeStringProperty("key", cause.key());
            json.writeStringProperty("account", account);
            json.writeStringProperty("notQueued", why);
        });
    }

    static String message(StoredMessage message) {
        return JsonLine.object(json -> write(json, message));
    }

    static String story(Story story) {
        return JsonLine.object(json -> {
            write(json, story.message());
            json.writeArrayPropertyStart("events");
            for (StoredAttempt one : story.attempts()) {
                json.writeStartObject();
                json.writeNumberProperty("attempt", one.attempt());
                json.writeStringProperty("event", one.event().code());
                json.writeStringProperty("said", one.said());
                json.writeStringProperty("at", one.at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("receipts");
            for (StoredReceipt one : story.receipts()) {
                json.writeStartObject();
                json.writeNumberProperty("attempt", one.attempt());
                json.writeNumberProperty("part", one.part());
                json.writeStringProperty("state", one.receipt().state().code());
                json.writeStringProperty("said", one.receipt().said());
                json.writeStringProperty("at", one.at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, StoredMessage message) {
        json.writeNumberProperty("id", message.id());
        json.writeStringProperty("cause", message.cause().kind().code());
        json.writeStringProperty("key", message.cause().key());
        json.writeStringProperty("account", message.account());
        where(json, message.contact());
        json.writeStringProperty("language", message.language().code());
        json.writeStringProperty("state", message.state().code());
        json.writeNumberProperty("attempts", message.attempts());
        json.writeStringProperty("queuedAt", message.queuedAt().toString());
        json.writeStringProperty("notBefore", message.notBefore().toString());
        Instant sentAt = message.sentAt();
        if (sentAt != null) {
            json.writeStringProperty("sentAt", sentAt.toString());
        }
    }

    static void where(JsonGenerator json, Contact contact) {
        json.writeStringProperty("channel", contact.channel().code());
        json.writeStringProperty("address", contact.address());
    }
}
