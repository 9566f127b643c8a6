package org.taswiya.cli.notice;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.population.ReadingKind;
import org.taswiya.store.validation.NoticeCandidate;
import org.taswiya.store.validation.NoticeDecision;
import tools.jackson.core.JsonGenerator;

/// A notice candidate for machines: with the words in all languages, so that a sender needs nothing else.
final class NoticeJson {
    private NoticeJson() {}

    static String of(NoticeCandidate candidate) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("notice", candidate.number());
            json.writeStringProperty("state", NoticeText.state(candidate));
            json.writeStringProperty("kind", candidate.kind().code());
            json.writeStringProperty("point", candidate.usagePoint());
            json.writeStringProperty("service", candidate.service());
            json.writeStringProperty("area", candidate.area());
            writeAgreement(json, candidate.agreement());
            json.writeStringProperty("from", candidate.range().from().toString());
            json.writeStringProperty("to", candidate.range().to().toString());
            json.writeStringProperty("unit", candidate.unit().symbol());
            json.writeObjectPropertyStart("figures");
            candidate.figures().forEach((name, value) -> json.writeStringProperty(name, value.toString()));
            json.writeEndObject();
            writeReading(json, candidate);
            json.writeBooleanProperty("overtaken", candidate.isOvertaken());
            writeDecision(json, candidate.decision());
            json.writeObjectPropertyStart("texts");
            for (Language language : Language.values()) {
                json.writeStringProperty(language.code(), NoticeText.words(candidate, language));
            }
            json.writeEndObject();
        });
    }

    private static void writeAgreement(JsonGenerator json, NoticeCandidate.@Nullable Served agreement) {
        writeOrNull(json, "agreement", agreement == null ? null : agreement.reference());
        writeOrNull(json, "account", agreement == null ? null : agreement.account());
        writeOrNull(
                json,
                "class",
                agreement == null ? null : agreement.customerClass().code());
        writeOrNull(
                json,
                "language",
                agreement == null ? null : agreement.language().code());
    }

    private static void writeReading(JsonGenerator json, NoticeCandidate candidate) {
        json.writeObjectPropertyStart("reading");
        json.writeStringProperty("day", candidate.reading().at().toString());
        json.writeStringProperty("value", candidate.reading().value().toString());
        json.writeStringProperty("kind", ReadingKind.of(candidate.reading()).code());
        json.writeStringProperty("provenance", ReadingKind.provenance(candidate.reading()));
        json.writeBooleanProperty("suspectBefore", candidate.isOfSuspect());
        json.writeEndObject();
    }

    private static void writeDecision(JsonGenerator json, @Nullable NoticeDecision decision) {
        writeOrNull(json, "author", decision == null ? null : decision.why().author());
        writeOrNull(json, "at", decision == null ? null : decision.why().at().toString());
        writeOrNull(json, "why", decision == null ? null : decision.why().reason());
    }

    private static void writeOrNull(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
